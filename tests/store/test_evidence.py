"""What goes in comes out: texts, readings, in any script."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store.invented import invented

from factoid.errors import NotInLibrary, ReadingError
from factoid.model import (
    Bounds,
    Document,
    Extent,
    Finding,
    Location,
    Mention,
    MentionForm,
    Persona,
    Reading,
    Segment,
    SegmentKind,
    Source,
    Span,
    Text,
    When,
    json_of_reading,
    persona_id,
    sha256_of_text,
)
from factoid.store import Library, Outcome, open_library

ODD = [
    "NUL \x00 inside",
    "Лев Толстой",
    "👩‍👩‍👧 and 🏳️‍🌈",
    unicodedata.normalize("NFD", "Zoë Çelebi"),
    "\r\n \t\r",
    "\ue000\ue001",
    "'; --",
]
words = st.text(max_size=60) | st.sampled_from(ODD)


@pytest.fixture(scope="module")
def library(new_place: Callable[[], Location]) -> Iterator[Library]:
    with open_library(new_place(), create=True) as opened:
        yield opened


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A text of odd characters cut anywhere."""
    content = draw(st.lists(words, min_size=1, max_size=6).map("\n".join))
    cuts = draw(st.lists(st.integers(0, len(content)), max_size=8).map(sorted))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    kinds = draw(st.lists(st.sampled_from(SegmentKind), min_size=len(pairs), max_size=len(pairs)))
    segments = tuple(
        Segment(kind=kind, start=start, end=end, why="cut", repeats=start or None)
        for kind, (start, end) in zip(kinds, pairs, strict=True)
    )
    source = Source(
        name=draw(words),
        content_sha256=sha256_of_text(content + repr(cuts)),
        origin=draw(words),
        media_type="text/plain",
        title=draw(st.none() | words),
        creator=draw(st.none() | words),
    )
    return Document(source, Text(content, segments), tuple(draw(st.lists(words, max_size=2))))


bounds = st.tuples(st.none() | st.integers(-(10**6), 10**6), st.none() | st.integers(-(10**6), 10**6))


@st.composite
def readings(draw: st.DrawFn) -> tuple[Document, Reading]:
    """A document with a reading of odd strings; what it says does not matter, that it comes back does."""
    document = draw(documents())
    source, content = document.source, document.text.content
    span = Span(*sorted(draw(st.tuples(st.integers(0, len(content)), st.integers(0, len(content))))))
    persona = Persona(
        id=persona_id(source.id, span),
        name=draw(words),
        forms=tuple(draw(st.lists(words, max_size=3))),
        mentions=(Mention(*span, draw(st.sampled_from(MentionForm))),),
        gender=draw(st.sampled_from([None, "f", "m"])),
        is_named=draw(st.booleans()),
    )
    when = When(
        words=draw(words),
        edtf=draw(words),
        start=Bounds(*draw(bounds)),
        end=Bounds(*draw(bounds)),
        extent=draw(st.sampled_from(Extent)),
    )
    _, pattern = invented("pattern")
    factoid = replace(
        pattern.factoids[1],
        source=source.id,
        person=persona.id,
        related=(persona.id,),
        related_spans=(span,),
        quote=span.of(content),
        start=span.start,
        end=span.end,
        value=draw(st.none() | words),
        when=when,
        said_by=draw(st.none() | words),
        inference={"date": draw(words)},
    )
    return document, replace(
        pattern,
        source=source,
        text_sha256=document.text.sha256,
        segments=document.text.segments,
        personas=(persona,),
        factoids=(factoid, factoid),
        findings=(Finding(kind=draw(words), note=draw(words), start=span.start, end=span.end),),
        declined={draw(words): draw(st.integers(0, 9))},
    )


@settings(max_examples=60)
@given(readings())
def test_everything_comes_back_as_it_was_added(library: Library, added: tuple[Document, Reading]) -> None:
    document, reading = added
    if library.add(document, reading) is Outcome.UNCHANGED:
        return
    found = library.document(document.source.id)
    name = found.source.name
    assert found == replace(document, source=replace(document.source, name=name))
    expected = replace(reading, source=replace(reading.source, name=name))
    assert library.reading(document.source.id) == expected
    assert json_of_reading(library.reading(document.source.id)) == json_of_reading(expected)


@settings(max_examples=60)
@given(words, words)
def test_no_words_break_a_search_or_a_query(library: Library, some: str, more: str) -> None:
    for asked in (some, f'{some} "{more}', f"{some}* AND NOT ({more}", f'"{some}" NEAR/2 {more}:'):
        library.search(asked)
        library.people(asked)
        try:
            library.dossier(asked)
        except NotInLibrary as error:
            assert str(error)  # noqa: PT017  most words are nobody's name


def test_half_a_surrogate_is_refused_with_its_place(library: Library) -> None:
    document, reading = invented("broken")
    content = document.text.content + "\udc80"
    broken = replace(document, text=Text(content, document.text.segments))
    with pytest.raises(ReadingError, match=rf"broken, character {len(content) - 1}: half a surrogate"):
        library.add(broken, replace(reading, text_sha256=broken.text.sha256))
