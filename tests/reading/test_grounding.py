"""The checker: a sound reading passes, each way of spoiling it is caught."""

from collections.abc import Callable
from dataclasses import replace

import pytest

import factoid
from factoid.dates import when_of_edtf
from factoid.model import (
    Factoid,
    Mention,
    MentionForm,
    Persona,
    Reading,
    Segment,
    SegmentKind,
    Source,
    Span,
    Text,
)
from factoid.reading.grounding import verify_reading

TEXT = "Menu\n\nAnton Kessler was born in Riga in May 1811. Ida Behrens died in Bonn."
ANTON = Persona(
    id="p-a", name="Anton Kessler", forms=("Anton Kessler",), mentions=(Mention(6, 19, MentionForm.NAME),)
)
IDA = Persona(
    id="p-i", name="Ida Behrens", forms=("Ida Behrens",), mentions=(Mention(50, 61, MentionForm.NAME),)
)
BIRTH = Factoid(
    source="s-x",
    person="p-a",
    type="birth",
    quote="Anton Kessler was born in Riga in May 1811",
    start=6,
    end=48,
    place="Riga",
    when=when_of_edtf("1811-05", words="May 1811"),
    spans={"person": Span(6, 19), "place": Span(32, 36), "date": Span(40, 48)},
)


def reading_of(factoid: Factoid) -> Reading:
    segments = (
        Segment(kind=SegmentKind.FURNITURE, start=0, end=4),
        Segment(kind=SegmentKind.PARAGRAPH, start=6, end=len(TEXT)),
    )
    return Reading(
        source=Source(name="x", content_sha256="0", origin="", media_type="text/plain"),
        text_sha256=Text(TEXT).sha256,
        reader="rules@1",
        segments=segments,
        personas=(ANTON, IDA),
        factoids=(factoid,),
    )


def test_a_sound_reading_has_no_problems() -> None:
    assert verify_reading(reading_of(BIRTH), TEXT) == []


def test_another_text_is_told_from_the_one_that_was_read() -> None:
    assert [p.reason for p in verify_reading(reading_of(BIRTH), TEXT + " ")] == ["text"]


def _spans(**changed: Span | None) -> dict[str, Span]:
    return {name: span for name, span in {**BIRTH.spans, **changed}.items() if span is not None}


SPOILED: list[tuple[str, Callable[[Factoid], Factoid], str]] = [
    ("shifted", lambda f: replace(f, start=f.start + 1, end=f.end + 1), "quote"),
    ("outside", lambda f: replace(f, end=900), "quote"),
    ("changed words", lambda f: replace(f, quote=f.quote.replace("Riga", "Bonn")), "quote"),
    ("furniture", lambda f: replace(f, quote="Menu", start=0, end=4), "furniture"),
    ("another place", lambda f: replace(f, place="Bonn"), "field"),
    ("a place from nowhere", lambda f: replace(f, spans=_spans(place=None)), "field"),
    ("a span without words", lambda f: replace(f, place=None), "field"),
    ("another person", lambda f: replace(f, person="p-i"), "person"),
    ("nobody", lambda f: replace(f, person="p-z"), "person"),
    ("no mention", lambda f: replace(f, spans=_spans(person=None)), "person"),
    ("related to itself", lambda f: replace(f, related=("p-a",), related_spans=(None,)), "person"),
    ("a sharpened date", lambda f: replace(f, when=when_of_edtf("1811-05-03", words="May 1811")), "date"),
    ("another year", lambda f: replace(f, when=when_of_edtf("1812", words="May 1811")), "date"),
    ("a date from nowhere", lambda f: replace(f, spans=_spans(date=None)), "date"),
    ("an unknown field", lambda f: replace(f, spans=_spans(colour=Span(6, 9))), "shape"),
]


@pytest.mark.parametrize(
    ("spoil", "reason"), [(s, r) for _, s, r in SPOILED], ids=[name for name, _, _ in SPOILED]
)
def test_each_way_of_spoiling_is_caught(spoil: Callable[[Factoid], Factoid], reason: str) -> None:
    assert reason in {p.reason for p in verify_reading(reading_of(spoil(BIRTH)), TEXT)}


def test_a_coarser_date_than_the_words_is_allowed() -> None:
    assert verify_reading(reading_of(replace(BIRTH, when=when_of_edtf("1811", words="May 1811"))), TEXT) == []


def test_a_name_over_two_lines_stands_there() -> None:
    text = "Anna was a weaver. Her neighbour was Martin\nLind, a smith."
    assert verify_reading(factoid.read(text), text) == []
