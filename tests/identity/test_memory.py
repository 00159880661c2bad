from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from identity.people import crowd, judged

from factoid.identity import Memory, link_personas, linked
from factoid.identity.weigh import Opinion, weigh
from factoid.model import Judgement, PersonaInSource, Traces, Verdict
from factoid.model.when import Bounds


def sources_of(people: list[PersonaInSource]) -> list[list[PersonaInSource]]:
    found: dict[str, list[PersonaInSource]] = defaultdict(list)
    for person in people:
        found[person.source_id].append(person)
    return list(found.values())


@settings(max_examples=25)
@given(
    seed=st.integers(0, 10_000),
    order=st.permutations(range(6)),
    again=st.sets(st.integers(0, 5)),
    left=st.integers(0, 59),
    right=st.integers(0, 59),
    verdict=st.sampled_from([Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE]),
)
def test_one_source_after_the_other_is_as_all_at_once(
    seed: int, order: list[int], again: set[int], left: int, right: int, verdict: Verdict
) -> None:
    """Added one by one, read anew, judged: with a memory each step gives what linking from scratch gives."""
    everybody = crowd(60, per_source=10, seed=seed)
    sources = sources_of(everybody)
    memory = Memory()
    shelf: dict[int, list[PersonaInSource]] = {}
    judgements: list[Judgement] = []
    for step in [*order, *sorted(again)]:
        born = Traces(born=(Bounds(690_000 + step, 690_000 + step),))
        known = step in shelf
        shelf[step] = [replace(p, traces=born) if known else p for p in sources[step]]
        if known and left != right:
            judgements = [judged(verdict, everybody[left].persona.id, everybody[right].persona.id)]
        people = [person for source in shelf.values() for person in source]
        assert link_personas(people, judgements, memory) == link_personas(people, judgements)
        assert linked(people, judgements, memory).unsure() == linked(people, judgements).unsure()
        memory = Memory(memory.kept())  # another command


def test_a_new_source_costs_only_its_own_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    *old, new = sources_of(crowd(400, per_source=20, seed=3))
    weighed: list[tuple[str, str]] = []

    def counting(*two: object) -> Opinion:
        opinion = weigh(*two)  # type: ignore[arg-type]
        weighed.append(opinion.pair)
        return opinion

    monkeypatch.setattr("factoid.identity.memory.weigh", counting)
    memory = Memory()
    link_personas([p for source in old for p in source], [], memory)
    before = len(weighed)
    weighed.clear()
    link_personas([p for source in (*old, new) for p in source], [], memory)
    fresh = {person.persona.id for person in new}
    assert weighed
    assert sum(fresh.isdisjoint(pair) for pair in weighed) < before / 20


def test_another_command_weighs_only_what_is_new(monkeypatch: pytest.MonkeyPatch) -> None:
    people = crowd(200, per_source=20, seed=4)
    first = Memory()
    links = link_personas(people, [], first)
    assert first.has_learnt

    def forbidden(*two: object) -> Opinion:
        raise AssertionError("weighed again")

    monkeypatch.setattr("factoid.identity.memory.weigh", forbidden)
    second = Memory(first.kept())
    assert link_personas(people, [], second) == links
    assert not second.has_learnt
    told = replace(people[0], traces=Traces(places=("Lower Zastava",)))
    with pytest.raises(AssertionError, match="again"):
        link_personas([told, *people[1:]], [], Memory(first.kept()))
