"""Readings of any shape, for round trips."""

from __future__ import annotations

from typing import TypeVar

from hypothesis import strategies as st

from factoid.model import (
    Bounds,
    Certainty,
    Extent,
    Factoid,
    Finding,
    Mention,
    MentionForm,
    Organisation,
    Persona,
    Place,
    Reading,
    Segment,
    SegmentKind,
    Source,
    Span,
    TimeExpression,
    When,
)

T = TypeVar("T")
WORDS = st.text(max_size=12) | st.sampled_from(
    ["Генрих", "e\u0301te\u0301", "été", "👩🏽‍🌾", "\ud83d", "a\r\nb", "\u2028", "\x00", '"\\/', "شاعر"]
)
MAYBE = st.none() | WORDS
OFFSETS = st.integers(0, 5000)
SPANS = st.builds(Span, OFFSETS, OFFSETS)
IDS = st.from_regex(r"[ps]-[0-9a-f]{16}", fullmatch=True)
SHA = st.from_regex(r"[0-9a-f]{64}", fullmatch=True)
BOUNDS = st.builds(Bounds, *[st.none() | st.integers(-1_000_000, 3_000_000)] * 2)
WHENS = st.builds(
    When,
    words=WORDS,
    edtf=WORDS,
    start=BOUNDS,
    end=BOUNDS,
    extent=st.sampled_from(Extent),
    calendar=WORDS,
    basis=WORDS,
)
FIELDS = st.sampled_from(["person", "role", "organisation", "place", "value", "date", "said_by"])
SOURCES = st.builds(
    Source,
    name=WORDS,
    content_sha256=SHA,
    origin=WORDS | st.just("https://example.org/a"),
    media_type=st.sampled_from(["text/plain", "text/html"]),
    title=MAYBE,
    creator=MAYBE,
    published=MAYBE,
    language=st.sampled_from([None, "en", "ru"]),
    encoding=st.sampled_from(["utf-8", "koi8-r"]),
)


def tuples(of: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    """Return tuples of up to three."""
    return st.lists(of, max_size=3).map(tuple)


PERSONAS = st.builds(
    Persona,
    id=IDS,
    name=WORDS,
    forms=tuples(WORDS),
    mentions=tuples(st.builds(Mention, OFFSETS, OFFSETS, st.sampled_from(MentionForm))),
    gender=st.sampled_from([None, "f", "m"]),
    is_named=st.booleans(),
)
SEGMENTS = st.builds(
    Segment,
    kind=st.sampled_from(SegmentKind),
    start=OFFSETS,
    end=OFFSETS,
    why=WORDS,
    repeats=st.none() | OFFSETS,
)


def factoids_of(source_id: str) -> st.SearchStrategy[Factoid]:
    return st.builds(
        Factoid,
        source=st.just(source_id),
        person=IDS,
        type=st.sampled_from(["birth", "office", "kinship"]),
        quote=WORDS,
        start=OFFSETS,
        end=OFFSETS,
        role=MAYBE,
        organisation=MAYBE,
        place=MAYBE,
        value=MAYBE,
        related=tuples(IDS),
        when=st.none() | WHENS,
        certainty=st.sampled_from(Certainty),
        said_by=MAYBE,
        spans=st.dictionaries(FIELDS, SPANS, max_size=3),
        related_spans=tuples(st.none() | SPANS),
        inference=st.dictionaries(FIELDS, WORDS, max_size=2),
        reader=WORDS,
        model=WORDS,
        confidence=st.floats(0, 1),
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    source = draw(SOURCES)
    return Reading(
        source=source,
        text_sha256=draw(SHA),
        reader=draw(WORDS),
        segments=draw(tuples(SEGMENTS)),
        personas=draw(tuples(PERSONAS)),
        organisations=draw(tuples(st.builds(Organisation, id=IDS, name=WORDS, mentions=tuples(SPANS)))),
        places=draw(
            tuples(
                st.builds(
                    Place,
                    id=IDS,
                    name=WORDS,
                    mentions=tuples(SPANS),
                    lat=st.none() | st.floats(-90, 90),
                    lon=st.none() | st.floats(-180, 180),
                    uri=MAYBE,
                )
            )
        ),
        times=draw(tuples(st.builds(TimeExpression, OFFSETS, OFFSETS, WORDS, WHENS))),
        factoids=draw(tuples(factoids_of(source.id))),
        findings=draw(tuples(st.builds(Finding, kind=WORDS, note=WORDS, start=OFFSETS, end=OFFSETS))),
        declined=draw(st.dictionaries(WORDS, st.integers(0, 9), max_size=2)),
    )
