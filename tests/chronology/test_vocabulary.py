from __future__ import annotations

from dataclasses import replace

import pytest
from chronology.said import said
from hypothesis import given
from hypothesis import strategies as st

from factoid.chronology.vocabulary import (
    Kind,
    is_out_of_order,
    is_told_by_pronoun,
    kind_of,
    within_life,
    years_at_least,
    years_at_most,
)
from factoid.model import Span
from factoid.model.when import day_of
from factoid.resources import load

KINDS = [
    (said("birth", "was born"), Kind.ONCE),
    (said("travel", "went"), Kind.MOMENT),
    (said("office", "was mayor"), Kind.SPELL),
    (said("office", "was appointed mayor", value="appointed"), Kind.MOMENT),
    (said("membership", "joined", value="joined"), Kind.MOMENT),
    (said("kinship", "married Anna", role="wife"), Kind.MOMENT),
    (said("kinship", "his brother", role="brother"), Kind.SPELL),
]


@pytest.mark.parametrize(("factoid", "kind"), KINDS)
def test_how_statements_stand_in_time(factoid: object, kind: Kind) -> None:
    assert kind_of(factoid) is kind  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("quote", "subject", "by_pronoun"),
    [
        ("He died in 1926", "He", True),
        ("whose death in 1926", "whose", True),
        ("Heller died in 1926", "Heller", False),
    ],
)
def test_who_is_meant_by_a_pronoun(quote: str, subject: str, *, by_pronoun: bool) -> None:
    factoid = said("death", quote, start=40)
    assert not is_told_by_pronoun(factoid)
    assert is_told_by_pronoun(replace(factoid, spans={"person": Span(40, 40 + len(subject))})) is by_pronoun


def test_every_statement_type_has_its_place_in_time() -> None:
    assert set(load("chronology")["types"]) == set(load("statement_types")["types"])
    assert set(load("chronology")["events"].values()) <= {*load("statement_types")["types"], "wedding"}


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("he went to Rome", "firm"),
        ("his body was brought to Rome", None),
        ("moved to another street", "firm"),
        ("was somebody", "firm"),
    ],
)
def test_what_only_the_living_do(quote: str, told: str | None) -> None:
    assert within_life(said("travel", quote)) == told


@pytest.mark.parametrize(
    ("words", "expected"),
    [("he had fled", True), ("Later he wrote", True), ("he fled", False), ("he hadn", False)],
)
def test_looking_back_or_ahead(words: str, expected: bool) -> None:  # noqa: FBT001
    assert is_out_of_order(words) is expected


@given(st.integers(1, 3000), st.integers(0, 120), st.integers(1, 12), st.integers(1, 28))
def test_so_many_years_have_so_many_days(year: int, years: int, month: int, day: int) -> None:
    days = day_of(year + years, month, day) - day_of(year, month, day)
    assert years_at_least(years) <= days <= years_at_most(years)
