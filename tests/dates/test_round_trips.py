"""Every way of writing a time that the grammar knows, with any numbers in it, comes back as what was written."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from dates.reading import find
from hypothesis import given, settings
from hypothesis import strategies as st

from factoid.dates.days import edtf_date, month_length

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
SHORT = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "Jun.", "Jul.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
Date = tuple[int, int, int]


@st.composite
def dates(draw: st.DrawFn) -> Date:
    year, month = draw(st.integers(1000, 2050)), draw(st.integers(1, 12))
    return year, month, draw(st.integers(1, month_length(year, month)))


def ordinal(n: int) -> str:
    ending = "th" if 10 < n < 14 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


RUSSIAN = (
    "\u044f\u043d\u0432\u0430\u0440\u044f", "\u0444\u0435\u0432\u0440\u0430\u043b\u044f",
    "\u043c\u0430\u0440\u0442\u0430", "\u0430\u043f\u0440\u0435\u043b\u044f", "\u043c\u0430\u044f",
    "\u0438\u044e\u043d\u044f", "\u0438\u044e\u043b\u044f", "\u0430\u0432\u0433\u0443\u0441\u0442\u0430",
    "\u0441\u0435\u043d\u0442\u044f\u0431\u0440\u044f", "\u043e\u043a\u0442\u044f\u0431\u0440\u044f",
    "\u043d\u043e\u044f\u0431\u0440\u044f", "\u0434\u0435\u043a\u0430\u0431\u0440\u044f",
)  # fmt: skip

DAYS: dict[str, Callable[[int, int, int], str]] = {
    "day month year": lambda y, m, d: f"{d} {MONTHS[m - 1]} {y}",
    "month day, year": lambda y, m, d: f"{MONTHS[m - 1]} {d}, {y}",
    "ordinal": lambda y, m, d: f"the {ordinal(d)} of {MONTHS[m - 1]} {y}",
    "ordinal day of": lambda y, m, d: f"the {ordinal(d)} day of {MONTHS[m - 1]}, {y}",
    "month ordinal": lambda y, m, d: f"{MONTHS[m - 1]} {ordinal(d)}, {y}",
    "short month": lambda y, m, d: f"{d} {SHORT[m - 1]} {y}",
    "year first": lambda y, m, d: f"{y} {MONTHS[m - 1]} {d}",
    "ISO": lambda y, m, d: f"{y:04}-{m:02}-{d:02}",
    "dotted": lambda y, m, d: f"{d:02}.{m:02}.{y}",
    "Russian": lambda y, m, d: f"{d} {RUSSIAN[m - 1]} {y}",
}


@pytest.mark.parametrize("name", DAYS)
@given(date=dates())
@settings(max_examples=60)
def test_a_day_in_any_order(name: str, date: Date) -> None:
    (phrase,) = find(f"On {DAYS[name](*date)} he left the town.")
    assert phrase.when is not None
    assert phrase.when.edtf == edtf_date(*date)
    assert phrase.when.earliest == phrase.when.latest


COARSER: dict[str, tuple[Callable[[Date], str], Callable[[Date], str]]] = {
    "month": (lambda d: f"In {MONTHS[d[1] - 1]} {d[0]}", lambda d: f"{d[0]:04}-{d[1]:02}"),
    "month of": (lambda d: f"In {MONTHS[d[1] - 1]} of {d[0]}", lambda d: f"{d[0]:04}-{d[1]:02}"),
    "year": (lambda d: f"In {d[0]}", lambda d: f"{d[0]:04}"),
    "decade": (
        lambda d: f"In the {d[0] // 10}0s",
        lambda d: f"{d[0] // 10:03}X" if d[0] // 10 % 10 else "century",
    ),
    "about": (lambda d: f"About {d[0]}", lambda d: f"{d[0]:04}~"),
    "circa": (lambda d: f"Born c. {d[0]}", lambda d: f"{d[0]:04}~"),
    "season": (lambda d: f"In the summer of {d[0]}", lambda d: f"{d[0]:04}-22"),
    "winter": (lambda d: f"In the winter of {d[0]}", lambda d: f"{d[0]:04}-24"),
}


@pytest.mark.parametrize("name", COARSER)
@given(date=dates())
@settings(max_examples=60)
def test_a_month_a_year_and_what_is_coarser(name: str, date: Date) -> None:
    write, expect = COARSER[name]
    (phrase,) = find(f"{write(date)} he left the town.")
    assert phrase.when is not None
    if expect(date) != "century":  # the 1900s may be a decade or a century
        assert phrase.when.edtf == expect(date)


RANGES: dict[str, tuple[str, str]] = {
    "from to": ("from {0} to {1}", "{0}/{1}"),
    "from until": ("from {0} until {1}", "{0}/{1}"),
    "between": ("between {0} and {1}", "[{0}..{1}]"),
    "before": ("before {0}", "../{0}"),
    "after": ("after {0}", "{0}/.."),
    "since": ("since {0}", "{0}/.."),
    "until": ("until {0}", "../{0}"),
    "by": ("by {0}", "../{0}"),
    "not later than": ("not later than {0}", "../{0}"),
}


@pytest.mark.parametrize("name", RANGES)
@given(first=dates(), years=st.integers(1, 40))
@settings(max_examples=60)
def test_a_range_keeps_its_ends_open_or_closed(name: str, first: Date, years: int) -> None:
    words, edtf = RANGES[name]
    one, other = first, (first[0] + years, first[1], min(first[2], 28))
    said = words.format(*(f"{d} {MONTHS[m - 1]} {y}" for y, m, d in (one, other)))
    meant = find(f"He was there {said}.")[-1].meant
    assert meant is not None
    assert meant.edtf == edtf.format(edtf_date(*one), edtf_date(*other))


@given(date=dates(), years=st.integers(2, 60))
@settings(max_examples=60)
def test_years_later_and_earlier_are_counted_from_the_story(date: Date, years: int) -> None:
    later = find(f"In {date[0]} he came. {years} years later he left.")[-1]
    earlier = find(f"In {date[0]} he came. {years} years earlier he had left.")[-1]
    assert later.when is not None
    assert earlier.when is not None
    assert (later.when.edtf, earlier.when.edtf) == (f"{date[0] + years:04}", f"{date[0] - years:04}")


@given(date=dates())
@settings(max_examples=60)
def test_a_day_without_a_year_belongs_to_the_year_of_the_story(date: Date) -> None:
    year, month, day = date
    phrase = find(f"In {year} he came. On {day} {MONTHS[month - 1]} he fell.")[-1]
    if (month, day) != (2, 29):
        assert phrase.when is not None
        assert phrase.when.edtf == edtf_date(*date)


@given(st.integers(5, 99))
@settings(max_examples=60)
def test_an_age_is_its_number(years: int) -> None:
    for words in (f"aged {years}", f"at the age of {years}", f"a {years}-year-old man"):
        (phrase,) = find(f"He died {words}.")
        assert (phrase.years, phrase.when) == (years, None)


@given(date=dates(), season=st.sampled_from(sorted(SEASONS)))
@settings(max_examples=60)
def test_a_season_of_that_year(date: Date, season: str) -> None:
    phrase = find(f"In {date[0]} he came. He left in the {season} of the following year.")[-1]
    assert phrase.when is not None
    assert phrase.when.edtf == f"{date[0] + 1:04}-{SEASONS[season]}"
