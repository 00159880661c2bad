"""What two sources say of one life that cannot both be, though they speak of two things."""

from __future__ import annotations

import pytest

from factoid.criticism import Setting, examine
from factoid.model import Conflict, ConflictKind, DossierLine, Span

from .told import denied, life, line


def found(*lines: DossierLine, **more: object) -> list[Conflict]:
    attestation = life(*lines, **more)  # type: ignore[arg-type]
    return examine(attestation, Setting()).conflicts


def _dated(source: str, kind: str, quote: str, date: str, day: str, **fields: object) -> DossierLine:
    at = quote.index(day) + 100
    return line(source, kind, quote, date, at=100, spans={"date": Span(at, at + len(day))}, **fields)


DEATH = _dated("vita", "death", "She died at Ely on 14 March 1866", "1866-03-14", "14 March 1866")


def test_nobody_is_buried_before_dying() -> None:
    burial = _dated("register", "burial", "9 March 1866. Anna Berg", "1866-03-09", "9 March 1866")
    (conflict,) = found(DEATH, burial)
    assert (conflict.type, conflict.kind) == ("burial", ConflictKind.IMPOSSIBLE_CHRONOLOGY)
    assert {claim.source for claim in conflict.claims} == {"vita", "register"}


@pytest.mark.parametrize("day", ["19 March 1866", "March 1866", "3 May 1870"])
def test_a_burial_on_a_later_day_fits(day: str) -> None:
    dates = {"19 March 1866": "1866-03-19", "March 1866": "1866-03", "3 May 1870": "1870-05-03"}
    assert not found(DEATH, _dated("register", "burial", f"{day}. Anna Berg", dates[day], day))


def _wedding(date: str = "1911") -> DossierLine:
    quote = f"In {date} she married Karl Dorn"
    return _dated("memoir", "kinship", quote, date, date, role="husband", others=("Karl Dorn",))


NEVER = denied("lexicon", "event", "She never married", value="married")


@pytest.mark.parametrize(
    "single", [NEVER, line("lexicon", "death", "she died unmarried in Riga", place="Riga")]
)
def test_who_never_married_has_no_husband(single: DossierLine) -> None:
    (conflict,) = found(single, _wedding())
    assert conflict.field == "certainty"
    assert {(claim.source, claim.value) for claim in conflict.claims} == {
        ("memoir", "asserted"),
        ("lexicon", "denied"),
    }


@pytest.mark.parametrize(
    "words",
    [
        "She never married again",
        "she was unmarried",
        "She remained unmarried until 1911",
        "She never married the engineer",
        "She never married Otto Roth",
    ],
)
def test_who_did_not_marry_then_or_somebody_may_have_a_husband(words: str) -> None:
    assert not found(denied("lexicon", "event", words, value="married"), _wedding())


def test_a_source_from_before_the_wedding_knows_of_none() -> None:
    assert not found(NEVER, _wedding(), published={"lexicon": "1905"})
    assert found(NEVER, _wedding(), published={"lexicon": "1955"})


def _aged(years: int) -> DossierLine:
    quote = f"Anna Berg died on 1 February 1930, aged {years}"
    return line(
        "paper",
        "birth",
        quote,
        f"{1930 - years}~",
        at=0,
        spans={"person": Span(0, 9)},
        inference={"date": f"aged {years}, in 1930"},
    )


BIRTH = _dated("vita", "birth", "She was born in Lund on 5 June 1870", "1870-06-05", "5 June 1870")


def test_an_age_that_leaves_no_room_for_the_birth() -> None:
    (conflict,) = found(BIRTH, _aged(48))
    assert (conflict.type, conflict.field) == ("birth", "date")


@pytest.mark.parametrize("years", [58, 59, 60, 61])
def test_an_age_told_loosely_fits(years: int) -> None:
    assert not found(BIRTH, _aged(years))
