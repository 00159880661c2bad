from __future__ import annotations

import pytest

from factoid.dates.in_words import alternatives, alternatives_in_words, edtf_in_words, when_in_words, year_of
from factoid.model import Bounds, Extent, When
from factoid.resources.catalogue import catalogue_of

WORDS = catalogue_of()

CASES = [
    ("1938-06-09", "9 June 1938", "1938"),
    ("1938-06", "June 1938", "1938"),
    ("1938", "1938", "1938"),
    ("1920~", "about 1920", "1920"),
    ("1917?", "1917, uncertain", "1917"),
    ("1917%", "about 1917, uncertain", "1917"),
    ("?1938-06", "June 1938, uncertain", "1938"),
    ("1938-24", "winter 1938", "1938"),
    ("1938-XX-XX", "some time in 1938", "1938"),
    ("1938-06-XX", "a day in June 1938", "1938"),
    ("193X", "1930s", "1930s"),
    ("18XX", "1800s (century)", "1800s (century)"),
    ("0065", "65", "65"),
    ("-0043-03-15", "15 March 44 BC", "44 BC"),
    ("1937/1938", "1937 to 1938", "1937"),
    ("../1937", "by 1937", "by 1937"),
    ("1904/..", "from 1904 on", "1904"),
    ("1904/", "from 1904, end unknown", "1904"),
    ("/1904", "until 1904, start unknown", "by 1904"),
    ("[1667,1668]", "1667 or 1668", "1667"),
    ("1938-45", "1938-45", "1938"),
]


@pytest.mark.parametrize(("edtf", "shown", "year"), CASES)
def test_edtf_in_words(edtf: str, shown: str, year: str) -> None:
    when = When(words="", edtf=edtf, start=Bounds(None, None), end=Bounds(None, None))
    assert edtf_in_words(edtf, WORDS) == shown
    assert year_of(when, WORDS) == year


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("[1899,1900]", "1899 or 1900"),
        ("[1899,1900-05,1901~]", "1899, May 1900 or about 1901"),
        ("[1899..1901]", "between 1899 and 1901"),
        ("[..1900]", "by 1900"),
        ("[1900..]", "from 1900 on"),
        ("[1895,1899..1901]", "1895 or between 1899 and 1901"),
        ("{1899,1900}", "1899 and 1900"),
        ("{1899..1901}", "1899 to 1901"),
    ],
)
def test_one_of_several_dates_and_all_of_them(edtf: str, shown: str) -> None:
    assert edtf_in_words(edtf, WORDS) == shown


def test_some_day_within_is_not_throughout() -> None:
    bounds = Bounds(None, None)
    within = When(words="", edtf="1937/1938", start=bounds, end=bounds, extent=Extent.WITHIN)
    assert when_in_words(within, WORDS) == "between 1937 and 1938"


def test_dates_that_differ_are_both_given() -> None:
    assert alternatives_in_words("1904|1905~|1904", WORDS) == "1904 or about 1905"
    assert alternatives_in_words(None, WORDS) == ""


@pytest.mark.parametrize(
    ("joined", "kept"),
    [
        ("1780|1780-02-02", ("1780-02-02",)),
        ("1780-02-02|1780-02", ("1780-02-02",)),
        ("1780|1781-02-02", ("1780", "1781-02-02")),
        ("1780~|1780-02", ("1780~", "1780-02")),
        (None, ()),
        ("", ()),
    ],
)
def test_a_vaguer_date_does_not_differ(joined: str | None, kept: tuple[str, ...]) -> None:
    assert alternatives(joined) == kept
