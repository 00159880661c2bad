"""What is told twice, and what can be told of one person only once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factoid.dates import when_of_edtf
from factoid.model import Certainty, Factoid, Span
from factoid.reading.statements.merge import merged


def death(quote: str, start: int, date: str, person: str, *, confidence: float = 0.8) -> Factoid:
    at = start + quote.index(person)
    return Factoid(
        source="s1",
        person="p1",
        type="death",
        quote=quote,
        start=start,
        end=start + len(quote),
        when=when_of_edtf(date),
        spans={"person": Span(at, at + len(person))},
        confidence=confidence,
        reader="rule:death@1",
    )


FELL = death("Emil Horak fell at Brody in 1916", 0, "1916", "Emil Horak")
CASES = [
    # what is told besides, and whether it stays
    (death("He died in Vienna in 1931", 90, "1931", "He", confidence=0.7), False),
    (death("He died in Vienna in 1931", 90, "1931", "He", confidence=0.9), True),
    (death("He died on 1 January 1917", 90, "1917-01-01", "He", confidence=0.7), True),
    (death("Horak died in Vienna in 1931", 90, "1931", "Horak", confidence=0.7), True),
    (death("He died in hospital", 90, "1916-11", "He", confidence=0.7), True),
]


@pytest.mark.parametrize(("other", "stays"), CASES)
def test_nobody_dies_twice_years_apart(other: Factoid, *, stays: bool) -> None:
    assert (other in list(merged([FELL, other]))) is stays


def test_what_is_only_reported_stands_beside_what_is_told() -> None:
    reported = death("He is said to have died in 1931", 90, "1931", "He", confidence=0.7)
    reported = replace(reported, certainty=Certainty.ATTRIBUTED)
    assert list(merged([FELL, reported])) == [FELL, reported]
