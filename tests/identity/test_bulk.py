"""Splink in the place of the own comparison: the same constraints hold."""

import pytest
from identity.people import crowd, groups, judged, persona

pytest.importorskip("splink", reason="the extra splink is not installed")

from factoid.identity import link, link_personas
from factoid.identity.bulk import scored_pairs
from factoid.identity.engines import unrivalled
from factoid.identity.profile import bearer_of
from factoid.model import PersonaInSource, Traces, Verdict
from factoid.model.when import Bounds, day_of


@pytest.fixture(autouse=True)
def _every_library_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link, "LARGE", 0)


def living(source: str, place: int, name: str, born: int = 1860) -> PersonaInSource:
    found = persona(source, place, name)
    day = day_of(born, 5, 15)
    traces = Traces(born=(Bounds(day, day),), places=("Lower Zastava", "Upper Zastava"))
    return PersonaInSource(
        source=found.source, source_id=found.source_id, persona=found.persona, traces=traces
    )


PEOPLE = [
    living("a", 0, "Balthasar Quonk"),
    living("b", 0, "Baltasar Quonk"),
    living("c", 0, "Balthasar Quonk"),
    living("c", 1, "Anna Zumph", 1871),
    living("d", 0, "Anna Zumph", 1871),
    living("e", 0, "Ivan Petrovich Orlov", 1880),
    living("f", 0, "Ivan Sergeyevich Orlov", 1880),
]
ONES = {("a/0", "b/0", "c/0"), ("c/1", "d/0")}


def test_it_links_and_says_why() -> None:
    links = link_personas(PEOPLE, [])
    assert groups(links) == ONES
    assert all(len(link.reasons) == len(link.personas) - 1 for link in links)


def test_judgements_win() -> None:
    rulings = [judged(Verdict.DIFFERENT, "a/0", "b/0"), judged(Verdict.SAME, "e/0", "f/0", number=2)]
    found = groups(link_personas(PEOPLE, rulings))
    assert ("e/0", "f/0") in found
    assert not any({"a/0", "b/0"} <= set(group) for group in found)


def test_the_order_does_not_matter_and_no_source_is_folded_onto_itself() -> None:
    people = [*PEOPLE, living("c", 2, "Balthasar Quonk"), *crowd(60, per_source=10, seed=1)]
    links = link_personas(people, [])
    assert links == link_personas(people[::-1], [])
    assert all(len({i.partition("/")[0] for i in link.personas}) == len(link.personas) for link in links)


def test_nobody_is_chosen_among_equals() -> None:
    assert list(unrivalled([(0, 1, 9.0), (0, 2, 8.0)], ["a", "b", "b"])) == []
    assert list(unrivalled([(0, 1, 19.0), (0, 2, 8.0)], ["a", "b", "b"])) == [(0, 1, 19.0)]
    assert list(unrivalled([(0, 1, 9.0)], ["a", "a"])) == []


def test_more_must_speak_for_a_pair_in_a_larger_library() -> None:
    bearers = [bearer_of(person) for person in PEOPLE]
    assert {(one, two) for one, two, _ in scored_pairs(bearers)} >= {(0, 2), (3, 4)}
