"""What is said of a time beside a stated date."""

from __future__ import annotations

import pytest

from factoid.chronology.result import EventTime, Rule, Step
from factoid.cli.chains import reasons, time_in_words
from factoid.dates import when_of_edtf
from factoid.model import Bounds
from factoid.model.when import day_of_iso

DATED = (Step(rule=Rule.DATE, sentence="the source says so"),)
ALIVE = (Step(rule=Rule.LIFE, sentence="was alive"),)


def time(first: str, last: str, *, why: tuple[Step, ...] = DATED, is_firm: bool = True) -> EventTime:
    bounds = Bounds(day_of_iso(first), day_of_iso(last))
    if is_firm:
        return EventTime(
            start=bounds, end=bounds, likely_start=bounds, likely_end=bounds,
            why_earliest=why, why_latest=why, why_likely_earliest=why, why_likely_latest=why,
        )  # fmt: skip
    return EventTime(likely_start=bounds, likely_end=bounds, why_likely_earliest=why, why_likely_latest=why)


CASES = [
    # the time, the stated date, the words
    (time("1938-06-09", "1938-06-09"), None, "on 9 June 1938"),
    (time("1938-06-09", "1938-06-09", is_firm=False), None, "likely on 9 June 1938"),
    (time("1938-01-01", "1938-03-31"), "1938-24", "between 1 January 1938 and 31 March 1938"),
    (time("1938-01-01", "1938-12-31"), "1938", None),
    (
        time("1919-09-04", "1919-09-04"),
        "1919-09-05",
        None,
    ),  # what another source says is no reading of this one
    (time("1903-01-01", "1938-12-31"), "1938", None),
    (time("1900-01-01", "1990-01-01", why=ALIVE), None, None),
    (EventTime(), None, None),
]


@pytest.mark.parametrize(("found", "stated", "words"), CASES)
def test_a_time_is_told_where_it_says_more(found: EventTime, stated: str | None, words: str | None) -> None:
    assert time_in_words(found, when_of_edtf(stated) if stated else None) == words


def test_that_somebody_was_alive_is_told_of_the_death() -> None:
    alive = time("1900-01-01", "1990-01-01", why=ALIVE)
    assert time_in_words(alive, ends_life=True) == "between 1 January 1900 and 1 January 1990"


def test_reasons_name_each_bound_and_what_is_only_likely() -> None:
    assert [bound for bound, _ in reasons(time("1938-06-09", "1938-06-09"))] == [
        "not before 9 June 1938",
        "not after 9 June 1938",
    ]
    assert [bound for bound, _ in reasons(time("1938-06-09", "1938-06-10", is_firm=False))] == [
        "likely not before 9 June 1938",
        "likely not after 10 June 1938",
    ]
    assert list(reasons(EventTime())) == []
