from __future__ import annotations

import pytest
from chronology.said import days

from factoid.chronology.wording import bounds_in_words, day_in_words, edtf_of_years, years_in_words
from factoid.dates import when_of_edtf
from factoid.model.when import day_of

BOUNDS = [
    (None, None, "at an unknown time"),
    ("1938-06-09", "1938-06-09", "on 9 June 1938"),
    ("1938-06-01", "1938-06-30", "in June 1938"),
    ("1938-01-01", "1938-12-31", "in 1938"),
    ("1937-01-01", "1938-12-31", "between 1937 and 1938"),
    ("1938-06-09", "1945-08-31", "between 9 June 1938 and 31 August 1945"),
    ("1938-06-09", None, "not before 9 June 1938"),
    (None, "1938-06-09", "not after 9 June 1938"),
]


@pytest.mark.parametrize(("first", "last", "words"), BOUNDS)
def test_bounds_in_words(first: str | None, last: str | None, words: str) -> None:
    assert bounds_in_words(days(first, last)) == words


YEARS = [
    (1900, 1900, "1900", "1900"),
    (1899, 1900, "1899 or 1900", "[1899,1900]"),
    (1899, 1901, "1899, 1900 or 1901", "[1899..1901]"),
    (1880, 1900, "1880 to 1900", "[1880..1900]"),
    (-43, -43, "44 BC", "-0043"),
]


@pytest.mark.parametrize(("first", "last", "words", "edtf"), YEARS)
def test_years_in_words_and_as_edtf(first: int, last: int, words: str, edtf: str) -> None:
    assert years_in_words(first, last) == words
    assert edtf_of_years(first, last) == edtf
    when = when_of_edtf(edtf)
    assert (when.earliest, when.latest) == (day_of(first, 1, 1), day_of(last, 12, 31))


def test_days_before_christ() -> None:
    assert day_in_words(day_of(-43, 3, 15)) == "15 March 44 BC"
