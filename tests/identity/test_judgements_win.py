"""Whatever people judge, in whatever order, holds; and withdrawing it leaves no trace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from identity.people import cast, groups, judged

from factoid.identity import link_personas
from factoid.model import Judgement, PersonLink, Verdict

PEOPLE = cast(
    a=["Vasily Chapayev", "Anna Metlina", "Tarbell", "father of Vasily Chapayev"],
    b=["Basil Chapaev", "Anna Metlina", "Samuel Tarbell", "father of Basil Chapaev"],
    c=["Vasily Ivanovich Chapayev", "Anna Metlina", "S. Tarbell", "Ida Tarbell"],
)
IDS = [found.persona.id for found in PEOPLE]
IDENTITY = [Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE]

pairs = st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda pair: pair[0] != pair[1])
drafts = st.lists(st.tuples(st.sampled_from(IDENTITY), pairs), max_size=12)


def judgements_of(found: Sequence[tuple[Verdict, tuple[str, str]]]) -> list[Judgement]:
    return [judged(verdict, *pair, number=i) for i, (verdict, pair) in enumerate(found, 1)]


def person_of(links: Sequence[PersonLink]) -> dict[str, str]:
    return {persona: link.person for link in links for persona in link.personas}


@given(st.permutations(IDS), st.integers(1, len(IDS)), st.data())
def test_judgements_that_agree_are_all_obeyed(order: list[str], parts: int, data: st.DataObject) -> None:
    """Out of a partition that somebody has in mind, any judgements about it are followed."""
    truth = {persona: i % parts for i, persona in enumerate(order)}
    asked = data.draw(st.lists(pairs, max_size=15))
    said = [(Verdict.SAME if truth[a] == truth[b] else Verdict.DIFFERENT, (a, b)) for a, b in asked]
    found = person_of(link_personas(PEOPLE, judgements_of(said)))
    for verdict, (a, b) in said:
        assert (found[a] == found[b]) is (verdict is Verdict.SAME)


@given(drafts)
def test_the_last_word_holds(found: list[tuple[Verdict, tuple[str, str]]]) -> None:
    """However people contradict each other, the latest judgement of all is obeyed."""
    last = next(((v, pair) for v, pair in reversed(found) if v is not Verdict.UNSURE), None)
    if last is None or any({*pair} == {*last[1]} for v, pair in found if v is Verdict.UNSURE):
        return
    verdict, (a, b) = last
    persons = person_of(link_personas(PEOPLE, judgements_of(found)))
    assert (persons[a] == persons[b]) is (verdict is Verdict.SAME)


@given(drafts, st.randoms(use_true_random=False))
def test_order_is_nothing(found: list[tuple[Verdict, tuple[str, str]]], chance: st.randoms) -> None:  # type: ignore[valid-type]
    made = judgements_of(found)
    people = list(PEOPLE)
    expected = link_personas(people, made)
    chance.shuffle(made)  # type: ignore[attr-defined]
    chance.shuffle(people)  # type: ignore[attr-defined]
    assert link_personas(people, made) == expected


@given(drafts, drafts)
@settings(max_examples=60)
def test_withdrawal_restores_exactly(
    kept: list[tuple[Verdict, tuple[str, str]]], taken_back: list[tuple[Verdict, tuple[str, str]]]
) -> None:
    before = judgements_of(kept)
    later = [
        replace(j, id=100 + i, withdrawn="2026-02-01T00:00:00+00:00")
        for i, j in enumerate(judgements_of(taken_back))
    ]
    assert link_personas(PEOPLE, [*before, *later]) == link_personas(PEOPLE, before)


@given(drafts)
def test_rules_fold_no_source_onto_itself(found: list[tuple[Verdict, tuple[str, str]]]) -> None:
    """Unless people said SAME, a person has at most one persona of a source."""
    parted = [(v, pair) for v, pair in found if v is not Verdict.SAME]
    for ids in groups(link_personas(PEOPLE, judgements_of(parted))):
        assert len({persona.partition("/")[0] for persona in ids}) == len(ids)


def test_a_judgement_may_join_two_of_one_source() -> None:
    links = link_personas(PEOPLE, [judged(Verdict.SAME, "a/0", "a/2", reason="his pen name")])
    link = next(link for link in links if "a/0" in link.personas)
    assert {"a/0", "a/2"} <= {*link.personas}
    assert any("judged so by ab on 2026-01-01: his pen name" in reason for reason in link.reasons)


def test_a_rule_s_judgement_yields_to_a_person_s() -> None:
    rule = judged(Verdict.SAME, "a/2", "b/2", number=5, author="identity:names@1")
    person = judged(Verdict.DIFFERENT, "a/2", "b/2", number=1)
    assert person_of(link_personas(PEOPLE, [rule]))["b/2"] == "a/2"
    assert person_of(link_personas(PEOPLE, [rule, person]))["b/2"] != "a/2"
