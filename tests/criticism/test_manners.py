"""Sides of conflicts about how somebody died: all of a side can be true of one death."""

from __future__ import annotations

import pytest

from factoid.criticism import examine
from factoid.criticism.accounts.manners import deaths_in, manners_in
from factoid.model import Conflict
from factoid.resources import load

from .told import life, line


def conflicts(**told: str) -> list[Conflict]:
    """The conflicts on the manner of a death as sources tell it; *letters* are two sources, as is every plural."""
    lines = [
        line(f"{name}{n}", "death", f"She was {value}, says the {name} of volume {n}.", value=value)
        for name, value in told.items()
        for n in range(1 + (name.endswith("s")))
    ]
    return [c for c in examine(life(*lines)).conflicts if c.field == "value"]


def sides(conflict: Conflict) -> list[tuple[int, set[str]]]:
    """How many sources each side has, and what it says; the weightier first."""
    found = [
        (weight.witnesses, {claim.value for claim in conflict.claims if claim.side == weight.side})
        for weight in conflict.weights
    ]
    return sorted(found, key=lambda side: (-side[0], sorted(side[1])))


def test_what_fits_several_sides_is_on_none() -> None:
    (conflict,) = conflicts(letters="executed", diary="killed herself", gazettes="shot")
    assert sides(conflict) == [(2, {"executed"}), (1, {"killed herself"})]


def test_two_questions_are_two_conflicts() -> None:
    found = conflicts(letters="shot", chronicle="strangled", memoirs="executed", diary="killed herself")
    assert len({conflict.id for conflict in found}) == 2
    assert sorted((sides(conflict) for conflict in found), key=str) == [
        [(2, {"executed"}), (1, {"killed herself"})],
        [(2, {"shot"}), (1, {"strangled"})],
    ]


def test_what_is_on_no_side_is_held_against_what_else_it_excludes() -> None:
    deed, illness = conflicts(gazettes="shot", letters="executed", diary="killed herself", card="typhus")
    assert sides(deed) == [(2, {"executed"}), (1, {"killed herself"}), (1, {"typhus"})]
    assert sides(illness) == [(2, {"shot"}), (1, {"typhus"})]


def test_what_fits_one_side_alone_stands_on_it() -> None:
    (conflict,) = conflicts(letters="shot", memoirs="executed by firing squad", diary="died of typhus")
    assert sides(conflict) == [(4, {"shot", "executed by firing squad"}), (1, {"died of typhus"})]


def test_other_sources_with_another_killer_and_another_manner() -> None:
    told = (
        ("memoir", "She was shot by a Japanese officer at the gate.", "shot"),
        ("newspaper", "A Japanese officer shot her at the gate of the mission.", "shot"),
        ("file", "She was strangled by agents of the NKVD.", "strangled"),
        ("letter", "She killed herself in the mission.", "killed herself"),
        ("verdict", "She was executed.", "executed"),
    )
    lines = [line(source, "death", quote, value=value) for source, quote, value in told]
    found = examine(life(*lines)).conflicts
    manner, deed = (c for c in found if c.field == "value")
    (agent,) = (c for c in found if c.field == "agent")
    assert {c.source: c.side for c in manner.claims} == {"memoir": "A", "newspaper": "A", "file": "B"}
    assert {c.source for c in deed.claims} == {"letter", "verdict"}
    assert {c.source: c.side for c in agent.claims} == {"memoir": "A", "newspaper": "A", "file": "B"}
    assert manner.suggestion is not None
    assert manner.suggestion.reason == "2 independent witnesses against 1"


@pytest.mark.parametrize(
    ("words", "manners"),
    [
        ("killed in action", {"in action"}),
        ("killed", {"killed"}),
        ("a disease of the heart", {"heart disease"}),
        ("executed by firing squad", {"executed", "firing squad"}),
        ("shot himself", {"shot", "suicide"}),
        ("in old age", {"old age"}),
        ("in Paris", set()),
    ],
)
def test_what_words_say(words: str, manners: set[str]) -> None:
    assert manners_in(words) == manners
    assert bool(deaths_in(words)) == bool(manners)


def test_every_entry_leaves_a_death_open_and_every_death_is_told_by_one() -> None:
    rules = load("manners_of_death")
    means = {*rules["deaths"], *rules["illnesses"], "any illness"}
    deeds = {deed for allowed in rules["deaths"].values() for deed in allowed}
    for name, entry in (rules["deeds"] | rules["means"]).items():
        assert set(entry.get("deeds", ())) <= deeds, name
        assert set(entry.get("means", ())) <= means, name
        assert all(deaths_in(words.strip()) for words in entry["words"].split(";")), name
    assert deeds <= {*rules["deeds"]}
    assert set(rules["killings"]) <= {*rules["deeds"], *rules["means"]}
