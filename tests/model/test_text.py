"""Spans are half-open ranges of code points; quotes are checked, not trusted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factoid.errors import QuoteError
from factoid.model import Segment, SegmentKind, Source, Span, Text, sha256_of_text

SPANS = st.tuples(st.integers(0, 20), st.integers(1, 10)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(SPANS, SPANS)
def test_overlap_is_a_shared_character(one: Span, other: Span) -> None:
    a, b = set(range(*one)), set(range(*other))
    assert one.overlaps(other) == bool(a & b)
    assert one.overlaps(other) == other.overlaps(one)
    assert one.holds(other) == (b <= a)


@given(st.text(min_size=1), st.data())
def test_a_quote_at_its_offsets_passes(content: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(content) - 1))
    end = data.draw(st.integers(start + 1, len(content)))
    Text(content).check(Span(start, end), content[start:end], source="s")


WRONG = [
    (Span(0, 4), "Anne"),
    (Span(1, 5), "Anna"),
    (Span(-4, -1), "ist"),  # Python would count from the end
    (Span(0, 99), "Anna exist\u0301"),  # the end lies beyond the text
    (Span(5, 10), "exíst"),  # composed and decomposed are not one
]


@pytest.mark.parametrize(("span", "quote"), WRONG[:3] + WRONG[4:])
def test_a_quote_elsewhere_is_refused(span: Span, quote: str) -> None:
    with pytest.raises(QuoteError, match="s-1, character"):
        Text("Anna exi\u0301st").check(span, quote, source="s-1")


def test_offsets_count_code_points() -> None:
    content = "👩🏽‍🌾 Анна"
    assert Span(5, 9).of(content) == "Анна"


def test_furniture_and_repetitions_are_not_read() -> None:
    assert Segment(kind=SegmentKind.CAPTION, start=0, end=4).is_read
    assert not Segment(kind=SegmentKind.CAPTION, start=5, end=9, repeats=0).is_read
    assert not Segment(kind=SegmentKind.FURNITURE, start=0, end=4).is_read


def test_the_same_bytes_are_the_same_source() -> None:
    one = Source(name="a", content_sha256="00", origin="x", media_type="text/plain")
    other = Source(name="b", content_sha256="00", origin="y", media_type="text/plain", title="T")
    assert one.id == other.id


def test_the_hash_of_a_text_is_of_its_content() -> None:
    assert Text("Анна").sha256 == sha256_of_text("Анна")
