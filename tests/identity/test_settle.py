from dataclasses import replace

import pytest
from identity.people import cast

from factoid.dates import when_of_edtf
from factoid.identity.profile import bearer_of
from factoid.identity.settle import settled
from factoid.identity.weigh import Opinion, weigh
from factoid.model import PersonaInSource


def opinions(**sources: list[str]) -> list[Opinion]:
    bearers = [bearer_of(found) for found in cast(**sources)]
    return [weigh(a, b) for i, a in enumerate(bearers) for b in bearers[i + 1 :] if a.source != b.source]


def pairs(found: list[Opinion]) -> list[tuple[str, str]]:
    return [opinion.pair for opinion in found]


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        (["Samuel Tarbell"], ["Samuel Tarbell"], [("a/0", "b/0")]),
        (["Samuel Tarbell"], ["Tarbell"], []),
        (["Samuel Tarbell"], ["Samuel Tarbell", "Samuel Tarbell"], []),
        (["Samuel Tarbell", "Tarbell"], ["Samuel Tarbell"], [("a/0", "b/0")]),
        (["Samuel Tarbell", "Ida Tarbell"], ["Samuel Tarbell"], [("a/0", "b/0")]),
    ],
)
def test_only_who_has_no_rival_is_settled(
    here: list[str], there: list[str], expected: list[tuple[str, str]]
) -> None:
    assert pairs(settled(opinions(a=here, b=there))) == expected


def test_who_is_torn_between_two_is_with_neither() -> None:
    found = opinions(a=["Ivan Lyushkov"], b=["Ivan Ivanovich Lyushkov"], c=["Ivan Petrovich Lyushkov"])
    assert pairs(settled(found)) == []


def test_unless_one_is_clearly_ahead() -> None:
    found = opinions(a=["Ivan Lyushkov"], b=["Ivan Ivanovich Lyushkov"], c=["Ivan Petrovich Lyushkov"])
    found = [replace(o, points=o.points + 3) if o.pair == ("a/0", "b/0") else o for o in found]
    assert pairs(settled(found)) == [("a/0", "b/0")]


def test_the_surest_come_first() -> None:
    found = opinions(
        a=["Samuel Tarbell", "Pyotr Ivanovich Lyushkov"], b=["Samuel Tarbell", "Pyotr Ivanovich Lyushkov"]
    )
    assert pairs(settled(found)) == [("a/1", "b/1"), ("a/0", "b/0")]


def test_a_namesake_who_died_on_another_day_is_no_rival() -> None:
    here, *there = cast(a=["Ann Low"], b=["Ann Sofia Low", "Ann Maria Low"])
    days = {"Ann Low": "1957-11-19", "Ann Maria Low": "1957-11-19", "Ann Sofia Low": "1969-03-02"}

    def dead(found: PersonaInSource) -> PersonaInSource:
        died = when_of_edtf(days[found.persona.name]).days
        return replace(found, traces=replace(found.traces, died=(died,)))

    own, *others = (bearer_of(dead(found)) for found in (here, *there))
    found = settled([weigh(own, other) for other in others])
    assert [{o.left.main.text, o.right.main.text} for o in found] == [{"Ann Low", "Ann Maria Low"}]
