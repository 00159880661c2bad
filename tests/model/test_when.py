"""Days are proleptic Gregorian ordinals, as `datetime` counts them, on both sides of the year 1."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factoid.model import Bounds, Extent, When
from factoid.model.when import bounds_of_date, bounds_of_life, civil_of, day_of, day_of_iso, iso_of

KNOWN = [
    ("0001-01-01", 1),
    ("0000-12-31", 0),
    ("0000-01-01", -365),  # 1 BC is a leap year
    ("0000-02-29", -306),
    ("-0001-12-31", -366),
    ("-0043-03-15", day_of(-43, 3, 15)),  # the Ides of March, 44 BC
    ("1970-01-01", 719163),
    ("12024-02-29", day_of(12024, 2, 29)),
]


@pytest.mark.parametrize(("iso", "ordinal"), KNOWN)
def test_known_days(iso: str, ordinal: int) -> None:
    assert day_of_iso(iso) == ordinal
    assert iso_of(ordinal) == iso


@given(st.dates())
def test_counts_as_datetime_does(day: date) -> None:
    assert day_of(day.year, day.month, day.day) == day.toordinal()
    assert civil_of(day.toordinal()) == (day.year, day.month, day.day)
    assert iso_of(day.toordinal()) == day.isoformat()


@given(st.integers(-5_000_000, 5_000_000))
def test_there_and_back(ordinal: int) -> None:
    assert day_of(*civil_of(ordinal)) == ordinal
    assert day_of_iso(iso_of(ordinal)) == ordinal


@given(st.integers(-3_000_000, 3_000_000))
def test_the_next_day_is_one_more(ordinal: int) -> None:
    assert civil_of(ordinal) < civil_of(ordinal + 1)


@given(st.dates(), st.integers(1, 30))
def test_the_calendar_repeats_after_four_hundred_years(day: date, times: int) -> None:
    assert day_of(day.year - 400 * times, day.month, day.day) == day.toordinal() - 146097 * times


@pytest.mark.parametrize("text", ["1938", "1938-06", "June 9", "", "1938-06-xx"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        day_of_iso(text)


DAYS = [
    # one       other     gap  holds
    ((1, 10), (11, 20), 1, False),
    ((1, 10), (10, 20), 0, False),
    ((14, 20), (1, 10), 4, False),
    ((1, 30), (10, 20), 0, True),
    ((1, 30), (1, 30), 0, True),
    ((10, 20), (1, 30), 0, False),
    ((None, 10), (11, None), 1, False),
    ((None, 10), (1, 10), 0, True),
    ((None, 10), (None, 11), 0, False),
    ((5, None), (6, None), 0, True),
    ((5, None), (None, 20), 0, False),
    ((None, None), (None, 20), 0, True),
]


@pytest.mark.parametrize(("one", "other", "gap", "holds"), DAYS)
def test_vague_times_have_no_order_but_answer_questions(
    one: tuple[int | None, int | None],
    other: tuple[int | None, int | None],
    gap: int,
    holds: bool,  # noqa: FBT001
) -> None:
    assert Bounds(*one).gap(Bounds(*other)) == Bounds(*other).gap(Bounds(*one)) == gap
    assert Bounds(*one).holds(Bounds(*other)) is holds


def test_the_bounds_of_a_time_are_its_first_and_last_day() -> None:
    when = When(words="1938", edtf="1938", start=Bounds(1, 5), end=Bounds(3, 9), extent=Extent.WITHIN)
    assert (when.earliest, when.latest) == (1, 9)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1922", (1922, 1, 1), (1922, 12, 31)),
        ("1922-02", (1922, 2, 1), (1922, 2, 28)),
        ("1922-12", (1922, 12, 1), (1922, 12, 31)),
        ("1922-02-06", (1922, 2, 6), (1922, 2, 6)),
        ("1922~", (1917, 1, 1), (1927, 12, 31)),
        ("-0044", (-44, 1, 1), (-44, 12, 31)),
    ],
)
def test_dates_of_tables(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert bounds_of_date(text) == (day_of(*first), day_of(*last))


def test_lives_of_tables() -> None:
    assert bounds_of_life("1922/..") == (bounds_of_date("1922"), (None, None))
