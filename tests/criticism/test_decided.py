from __future__ import annotations

from dataclasses import replace

import pytest

from factoid.criticism import examine
from factoid.criticism.conflicts.decided import Decisions, decision_on
from factoid.errors import UsageError
from factoid.model import Conflict, ConflictStatus, DossierLine, Judgement, Ruling, Verdict

from .told import life, line

ONE = line("a", "birth", "born in 1900", "1900", at=10)
OTHER = line("b", "birth", "born in 1905", "1905", at=20)


def conflict(*lines: DossierLine) -> Conflict:
    (found,) = examine(life(*lines)).conflicts
    return found


def decided(on: Conflict, side: str, number: int = 1, withdrawn: str | None = None) -> Judgement:
    return Judgement(
        verdict=Verdict.DECIDED, author="human:ab", made="2026-01-01T00:00:00+00:00", reason="the register",
        decision=decision_on(on, Ruling.SIDE, side), id=number, withdrawn=withdrawn,
    )  # fmt: skip


def side_of(found: Conflict, source: str) -> str:
    return next(claim.side for claim in found.claims if claim.source == source)


def test_a_decision_is_found_again() -> None:
    before = conflict(ONE, OTHER)
    after = Decisions([decided(before, side_of(before, "a"))]).applied(conflict(OTHER, ONE))
    assert after.status is ConflictStatus.DECIDED
    assert after.verdict
    assert after.verdict.decision.side == side_of(after, "a")


def test_it_outlives_a_reading_that_cuts_the_quotes_otherwise() -> None:
    before = conflict(ONE, OTHER)
    moved = line("a", "birth", "Anna was born in 1900 in Riga", "1900", at=5)
    after = Decisions([decided(before, side_of(before, "b"))]).applied(conflict(moved, OTHER))
    assert (after.status, after.id) == (ConflictStatus.DECIDED, before.id)
    assert side_of(after, "b") == side_of(before, "b")


def test_a_new_source_opens_it_again_and_the_sides_keep_their_letters() -> None:
    before = conflict(ONE, OTHER)
    third = line("c", "birth", "born in 1911", "1911")
    same = line("d", "birth", "born in 1905", "1905")
    after = Decisions([decided(before, side_of(before, "b"))]).applied(conflict(third, same, OTHER, ONE))
    assert after.status is ConflictStatus.REOPENED
    assert side_of(after, "b") == side_of(after, "d") == side_of(before, "b")
    assert side_of(after, "a") == side_of(before, "a")
    assert side_of(after, "c") not in (side_of(before, "a"), side_of(before, "b"))


def test_the_latest_decision_holds_and_a_withdrawn_one_does_not() -> None:
    before = conflict(ONE, OTHER)
    first, second = decided(before, "A", 1), decided(before, "B", 2)
    verdict = Decisions([first, second]).applied(before).verdict
    assert verdict
    assert verdict.judgement == 2
    withdrawn = replace(second, withdrawn="2026-01-02")
    verdict = Decisions([first, withdrawn]).applied(before).verdict
    assert verdict
    assert verdict.judgement == 1
    assert Decisions([withdrawn]).applied(before).status is ConflictStatus.OPEN


def test_a_decision_on_another_field_or_other_words_is_not_meant() -> None:
    before = conflict(ONE, OTHER)
    elsewhere = conflict(replace_at(ONE, 900), replace_at(OTHER, 900))
    decisions = Decisions([decided(before, "A")])
    assert decisions.applied(elsewhere).verdict is None
    assert decisions.applied(replace(before, field="place")).verdict is None


def replace_at(told: DossierLine, at: int) -> DossierLine:
    factoid = told.factoid
    return replace(told, factoid=replace(factoid, start=at, end=at + len(factoid.quote)))


def test_a_side_that_is_not_there_is_refused() -> None:
    with pytest.raises(UsageError, match="no side C"):
        decision_on(conflict(ONE, OTHER), Ruling.SIDE, "C")
