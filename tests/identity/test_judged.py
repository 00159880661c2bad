from dataclasses import replace

import pytest
from identity.people import anchor, cast, judged

from factoid.identity.judged import describe, rulings_of
from factoid.model import Anchor, Span, Verdict

PEOPLE = cast(a=["Anna Nowak", "Jan Nowak"], b=["Hania Nowak", "Piotr"])


def test_a_ruling_names_the_personas_that_the_anchors_meet() -> None:
    (ruling,) = rulings_of(PEOPLE, [judged(Verdict.SAME, "b/0", "a/0")])
    assert ruling.pair == ("a/0", "b/0")


@pytest.mark.parametrize("span", [Span(0, 10), Span(2, 5), Span(8, 30), Span(0, 45)])
def test_the_mention_that_meets_the_anchor_best_counts(span: Span) -> None:
    judgement = replace(judged(Verdict.SAME, "a/0", "b/0"), left=Anchor("s-a", span))
    assert [ruling.pair for ruling in rulings_of(PEOPLE, [judgement])] == [("a/0", "b/0")]


@pytest.mark.parametrize(
    "left", [Anchor("s-a", Span(20, 30)), Anchor("s-nowhere", Span(0, 10)), None, anchor("b/0")]
)
def test_an_anchor_that_meets_nobody_else_rules_nothing(left: Anchor | None) -> None:
    assert rulings_of(PEOPLE, [replace(judged(Verdict.SAME, "a/0", "b/0"), left=left)]) == []


def test_the_latest_judgement_on_a_pair_holds() -> None:
    before, after = (
        judged(Verdict.SAME, "a/0", "b/0", number=9),
        judged(Verdict.DIFFERENT, "b/0", "a/0", number=10),
    )
    assert [r.judgement for r in rulings_of(PEOPLE, [after, before])] == [after]
    withdrawn = replace(after, withdrawn="2026-01-02T00:00:00+00:00")
    assert [r.judgement for r in rulings_of(PEOPLE, [withdrawn, before])] == [before]


def test_a_person_is_not_overruled_by_a_later_rule() -> None:
    person = judged(Verdict.SAME, "a/0", "b/0", number=1)
    rule = judged(Verdict.DIFFERENT, "a/0", "b/0", number=2, author="identity:names@1")
    assert [r.judgement for r in rulings_of(PEOPLE, [person, rule])] == [person]


def test_verdicts_on_factoids_are_none_of_identity() -> None:
    assert rulings_of(PEOPLE, [judged(Verdict.ACCEPTED, "a/0", "b/0")]) == []


def test_a_ruling_says_who_when_and_why() -> None:
    (ruling,) = rulings_of(PEOPLE, [judged(Verdict.SAME, "a/0", "b/0", reason="Hania is Anna")])
    assert describe(ruling, ["Anna (a)", "Hania (b)"]) == (
        "Anna (a) = Hania (b): judged so by ab on 2026-01-01: Hania is Anna"
    )
