from __future__ import annotations

import pytest
from chronology.said import WHO, days, firm, likely, said

from factoid.chronology.solving import solve
from factoid.dates import when_of_edtf
from factoid.model import Bounds, Extent, Factoid

CASES = [
    # what is said                                         the first and last day of its start, and of its end
    (said("travel", "came in 1938", "1938"), ("1938-01-01", "1938-12-31"), ("1938-01-01", "1938-12-31")),
    (said("office", "was mayor in 1938", "1938"), (None, "1938-12-31"), ("1938-01-01", None)),
    (
        said("office", "was appointed mayor in 1938", "1938", value="appointed"),
        ("1938-01-01", "1938-12-31"),
        ("1938-01-01", "1938-12-31"),
    ),
    (
        said("office", "was mayor from 1937 to 1938", "1937/1938", words="from 1937 to 1938"),
        ("1937-01-01", "1937-12-31"),
        ("1938-01-01", "1938-12-31"),
    ),
    (
        said("travel", "had left by 1937", "../1937", extent=Extent.WITHIN),
        (None, "1937-12-31"),
        (None, "1937-12-31"),
    ),
    (
        said("membership", "a member from 1914", "1914/..", words="from 1914"),
        ("1914-01-01", "1914-12-31"),
        ("1914-01-01", None),
    ),
    (said("travel", "came in 1938?", "1938?"), (None, None), (None, None)),
]


@pytest.mark.parametrize(("factoid", "start", "end"), CASES)
def test_what_a_date_says_of_start_and_end(
    factoid: Factoid, start: tuple[str | None, str | None], end: tuple[str | None, str | None]
) -> None:
    time = solve([factoid]).times[factoid.id]
    assert (time.start, time.end) == (days(*start), days(*end))


def test_about_a_year_is_likely_about_it_and_firmly_not_far() -> None:
    about = said("travel", "came about 1900", "1900~", words="about 1900")
    time = solve([about]).times[about.id]
    assert likely(time) == Bounds(when_of_edtf("1900~").earliest, when_of_edtf("1900~").latest)
    assert time.earliest is not None
    assert time.likely_earliest is not None
    assert time.earliest < time.likely_earliest


def test_an_inferred_date_is_only_likely() -> None:
    inferred = said("travel", "came home", "1938", inference={"date": "what goes before tells of 1938"})
    time = solve([inferred]).times[inferred.id]
    assert firm(time) == days(None, None)
    assert likely(time) == days("1938-01-01", "1938-12-31")
    assert "by inference" in time.why_likely_earliest[0].sentence


def test_a_birth_is_one_day_whatever_the_date() -> None:
    born = said("birth", "born 1900/1901", "1900/1901")
    time = solve([born]).lives[WHO]["birth"]
    assert time.start == time.end == days("1900-01-01", "1901-12-31")
