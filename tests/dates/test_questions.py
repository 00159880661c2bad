"""Named questions instead of an order that vague times do not have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factoid.dates.edtf import when_of_edtf
from factoid.dates.questions import (
    covers,
    is_certainly_before,
    may_be_before,
    may_overlap,
    narrower_of,
    readings_of,
    width_in_days,
)

CASES = [
    # one          other        certainly before  may overlap  covers
    ("1937", "1938", True, False, False),
    ("1938", "1937", False, False, False),
    ("1938", "1938-06", False, True, True),
    ("1938-06", "1938", False, True, False),
    ("../1937", "1938", True, False, False),
    ("1938/..", "1940", False, True, True),
    ("../1937", "1904/..", False, True, False),
    ("1937~", "1938", False, True, True),
    ("1938-24", "1939-01", False, True, True),
    ("-0043", "0001", True, False, False),
]


@pytest.mark.parametrize(("one", "other", "before", "overlap", "cover"), CASES)
def test_questions(one: str, other: str, before: bool, overlap: bool, cover: bool) -> None:  # noqa: FBT001
    a, b = when_of_edtf(one), when_of_edtf(other)
    assert is_certainly_before(a, b) is before
    assert may_overlap(a, b) is overlap
    assert may_overlap(b, a) is overlap
    assert covers(a, b) is cover


def test_the_narrower_of_two_times() -> None:
    year, month, other = (when_of_edtf(text) for text in ("1938", "1938-06", "1939"))
    assert narrower_of(year, month) is month
    assert narrower_of(month, year) is month
    assert narrower_of(month, other) is None


def test_both_winters_of_a_year_are_kept() -> None:
    early, late = readings_of(when_of_edtf("1938-24", words="winter of 1938"))
    assert (early.edtf, late.edtf) == ("1938-01/1938-03", "1938-12/1939-02")
    assert is_certainly_before(early, late)
    assert covers(when_of_edtf("1938-24"), late)


def test_each_date_of_an_alternative_is_a_reading() -> None:
    assert [when.edtf for when in readings_of(when_of_edtf("[1937,1938]"))] == ["1937", "1938"]
    assert [when.edtf for when in readings_of(when_of_edtf("1938"))] == ["1938"]


def test_width() -> None:
    assert width_in_days(when_of_edtf("1938-06")) == 30
    assert width_in_days(when_of_edtf("../1938")) is None


times = st.sampled_from(
    ["1937", "1938", "1938-06", "1938-06-13", "193X", "../1937", "1938/..", "1937/1939", "1940~", "1938-24"]
)


@given(times, times)
def test_answers_agree_with_one_another(one: str, other: str) -> None:
    a, b = when_of_edtf(one), when_of_edtf(other)
    assert not (is_certainly_before(a, b) and is_certainly_before(b, a))
    if is_certainly_before(a, b):
        assert may_be_before(a, b)
        assert not may_be_before(b, a)
    if covers(a, b):
        assert may_overlap(a, b)
