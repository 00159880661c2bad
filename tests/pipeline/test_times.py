"""What is said of a time beside a stated date."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factoid.chronology.result import EventTime, Rule, Step
from factoid.dates import when_of_edtf
from factoid.model import Bounds, Factoid
from factoid.model.when import day_of_iso
from factoid.pipeline.times import reasons_of, time_beside
from factoid.resources.catalogue import catalogue_of

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


def statement(edtf: str | None, *, kind: str = "event", inferred: bool = False) -> Factoid:
    return Factoid(
        source="s", person="p", type=kind, quote="", start=0, end=1,
        when=when_of_edtf(edtf) if edtf else None,
        inference={"date": "what goes before tells of it"} if inferred else {},
    )  # fmt: skip


WINTER = time("1938-01-01", "1938-03-31")
CASES = [
    # the time, the statement, the words
    (time("1938-06-09", "1938-06-09"), statement(None), "9 June 1938"),
    (time("1938-06-09", "1938-06-09", is_firm=False), statement(None), "likely 9 June 1938"),
    (WINTER, statement("1938-24"), "between January 1938 and March 1938"),
    (time("1938-01-01", "1938-12-31"), statement("1938"), ""),
    # what another source says is no reading of this one, but an inference may be wrong
    (time("1919-09-04", "1919-09-04"), statement("1919-09-05"), ""),
    (time("1919-09-04", "1919-09-04"), statement("1919-09-05", inferred=True), "4 September 1919"),
    (time("1903-01-01", "1938-12-31"), statement("1938"), ""),
    (time("1930-04-22", "1953-09-11"), statement("1938/1945", inferred=True), ""),
    (time("1900-01-01", "1990-01-01", why=ALIVE), statement(None), ""),
    (
        time("1900-01-01", "1990-01-01", why=ALIVE),
        statement(None, kind="death"),
        "between 1900 and 1 January 1990",
    ),
    (EventTime(), statement(None), ""),
]


@pytest.mark.parametrize(("found", "said", "words"), CASES)
def test_a_time_is_told_where_it_says_more(found: EventTime, said: Factoid, words: str) -> None:
    assert time_beside(said, found, catalogue_of()) == words


def test_reasons_name_each_bound_and_what_is_only_likely() -> None:
    def bounds(found: EventTime) -> list[str]:
        return [bound for bound, _ in reasons_of(found, catalogue_of())]

    apart = time("1938-06-09", "1938-06-09")
    other = replace(apart.why_latest[0], sentence="another reason")
    assert bounds(apart) == ["9 June 1938"]  # one chain gives both
    assert bounds(replace(apart, why_latest=(other,))) == ["not before 9 June 1938", "not after 9 June 1938"]
    assert bounds(time("1938-06-09", "1938-06-10", is_firm=False)) == [
        "likely not before 9 June 1938",
        "likely not after 10 June 1938",
    ]
    assert bounds(EventTime()) == []
