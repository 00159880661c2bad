from __future__ import annotations

import pytest
from chronology.said import WHO, days, said, sets

from factoid.chronology.result import Rule
from factoid.chronology.solving import solve
from factoid.model import Factoid

BORN = said("birth", "was born in 1850", "1850")
DIED = said("death", "died in 1900", "1900", source="s-b")

AFTER_DEATH = [
    # what is said of 1901                                                      whether that contradicts the death
    (said("travel", "In 1901 he went to Rome", "1901", source="s-c"), True),
    (said("office", "was mayor in 1901", "1901", source="s-c"), True),
    (said("arrest", "was arrested in 1901", "1901", source="s-c"), True),
    (said("work", "his novel appeared in 1901", "1901", source="s-c"), False),
    (said("award", "received the order in 1901", "1901", source="s-c"), False),
    (said("action", "a monument to him was unveiled in 1901", "1901", source="s-c"), False),
    (said("travel", "his body was brought to Rome in 1901", "1901", source="s-c"), False),
    (said("burial", "was buried in 1901", "1901", source="s-c"), False),
    (said("burial", "was buried in 1899", "1899", source="s-c"), True),
]


@pytest.mark.parametrize(("factoid", "contradicts"), AFTER_DEATH)
def test_the_dead_do_nothing(factoid: Factoid, contradicts: bool) -> None:  # noqa: FBT001
    assert bool(solve([BORN, DIED, factoid]).contradictions) is contradicts


def test_nobody_does_anything_before_birth() -> None:
    early = said("travel", "In 1849 he went to Rome", "1849", source="s-c")
    assert sets(solve([BORN, early])) == [{BORN.id, early.id}]


def test_nobody_lives_beyond_measure_and_few_beyond_a_hundred() -> None:
    old = said("death", "died in 1990", "1990", source="s-b")
    rather_old = said("death", "died in 1955", "1955", source="s-b")
    assert sets(solve([BORN, old])) == [{BORN.id, old.id}]
    solved = solve([BORN, rather_old])
    assert not solved.contradictions
    (doubt,) = solved.doubts
    assert not doubt.is_firm
    assert set(doubt.factoids) == {BORN.id, rather_old.id}


def test_a_long_life_dates_nothing() -> None:
    time = solve([DIED]).lives[WHO]["birth"]
    assert time.start == days(None, "1900-12-31")
    assert [step.rule for step in time.why_latest] == [Rule.DATE, Rule.LIFE]


def test_the_dead_may_be_buried_twice() -> None:
    first = said("burial", "was interred at Paris in 1900", "1900", source="s-c")
    again = said("burial", "the remains came home in 1957", "1957", source="s-c", start=60)
    assert not solve([BORN, DIED, first, again]).contradictions
    early = said("burial", "the remains came home in 1890", "1890", source="s-c", start=60)
    assert sets(solve([BORN, DIED, early])) == [{DIED.id, early.id}]
