"""Julian days and feasts on our calendar."""

from __future__ import annotations

import pytest
from dates.reading import dated, find
from hypothesis import given
from hypothesis import strategies as st

from factoid.dates.english.old_calendars import gregorian_of_julian
from factoid.dates.feasts import easter, feast_day
from factoid.model.when import civil_of, day_of, iso_of

JULIAN = [
    ((1917, 10, 25), (1917, 11, 7)),
    ((1582, 10, 5), (1582, 10, 15)),
    ((1752, 9, 3), (1752, 9, 14)),
    ((1066, 10, 14), (1066, 10, 20)),
    ((-43, 3, 15), (-43, 3, 13)),  # the Ides of March of 44 BC: our years have a year 0
    ((1, 1, 1), (0, 12, 30)),
]


@pytest.mark.parametrize(("old", "new"), JULIAN)
def test_julian_days(old: tuple[int, int, int], new: tuple[int, int, int]) -> None:
    assert gregorian_of_julian(*old) == new


@given(st.integers(-900, 2100), st.integers(1, 12), st.integers(1, 28))
def test_the_calendars_differ_by_the_centuries_between(year: int, month: int, day: int) -> None:
    counted = year if month > 2 else year - 1  # the difference grows at the end of February
    difference = counted // 100 - counted // 400 - 2
    assert gregorian_of_julian(year, month, day) == civil_of(day_of(year, month, day) + difference)


EASTERS = [
    (1613, "1613-04-07"),
    (1916, "1916-04-23"),
    (2000, "2000-04-23"),
    (1818, "1818-03-22"),
    (1943, "1943-04-25"),
]


@pytest.mark.parametrize(("year", "day"), EASTERS)
def test_easter(year: int, day: str) -> None:
    assert iso_of(easter(year)) == day


def test_movable_and_fixed_feasts() -> None:
    assert feast_day("ash wednesday", 1916) == (3, 8)
    assert feast_day("michaelmas", 1797) == (9, 29)


def test_a_month_is_never_shown_as_a_day() -> None:
    """Historians protest when *August 1914* comes out as 24 August."""
    (phrase,) = find("The pension was allotted in August 1914.")
    assert phrase.when is not None
    assert phrase.when.edtf == "1914-08"
    assert [iso_of(day or 0) for day in phrase.when.start] == ["1914-08-01", "1914-08-31"]


def test_a_death_before_the_pension_has_only_a_latest_day() -> None:
    (phrase,) = find("He died before August 1914.")
    assert phrase.meant is not None
    assert phrase.meant.earliest is None
    assert phrase.meant.edtf == "../1914-08"


OF_THE_WORLD = [
    ("In the year 6680 his father died.", [("year 6680", "1172~")]),
    ("In the year 6696 (1188) they came.", [("year 6696 (1188)", "1188")]),
    ("In the year 6696 (1066) they came.", [("1066", "1066")]),
    ("In the winter of 6711 he took Ovruch.", [("the winter of 6711", "1203-24~")]),
    ("He had 6711 men.", []),
]


@pytest.mark.parametrize(("text", "expected"), OF_THE_WORLD)
def test_years_counted_from_the_creation(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(words.removeprefix("the ") if "year" in words else words, edtf) for words, edtf in dated(text)]
    assert found == expected


FRIENDS = [
    # Friends count months, before 1752 from March
    ("On the 6th of 5th mo. 1711 he came.", ["1711-07-06"]),
    ("On the 9th of 12th mo. 1729 he came.", ["1730-02-09"]),
    ("On the 1st of 1st mo. 1713/14 we sailed.", ["1714-03-01"]),
    ("Among Friends, the 14th of 2nd month 1688.", ["1688-04-14"]),
    ("On the 30th of 8th mo. 1851 he came.", ["1851-08-30"]),
    ("the 14th day of the second month of 1688", ["1688-02-14"]),  # nobody tells that Friends wrote it
    ("He came Sept. ye 2d 1772.", ["1772-09-02"]),
    ("born March 3d 1746 O.S. at Lyme", ["1746-03-14"]),
    ("He came Sept 1704 OS.", ["1704-09"]),
]


@pytest.mark.parametrize(("text", "dates"), FRIENDS)
def test_days_as_friends_and_old_hands_write_them(text: str, dates: list[str]) -> None:
    assert [edtf for _, edtf in dated(text)] == dates


PERSIAN = [
    ("On 5 Esfand 1303 (24 February 1925) he flew.", "1925-02-24"),
    ("On 3 Khordad 1320 he was dismissed.", "1941-05-24"),
    ("He fled on 22 Bahman 1357.", "1979-02-11"),
]


@pytest.mark.parametrize(("text", "edtf"), PERSIAN)
def test_solar_years_of_iran(text: str, edtf: str) -> None:
    assert [found for _, found in dated(text)] == [edtf]


def test_a_name_like_a_persian_month_is_no_date() -> None:
    found = dated("Dey was born in 1890. Mehr came in 1303 with 5 men.")
    assert [edtf for _, edtf in found] == ["1890", "1303"]
