"""Ranks within and across services."""

from __future__ import annotations

import pytest

from factoid.bodies import compare_ranks, ranks_of
from factoid.bodies.ranks import _TABLES
from factoid.model import Bounds
from factoid.model.when import day_of
from factoid.resources import load

OPPOSITE = {"higher": "lower", "lower": "higher"}

RELATIONS = [
    ("commissar of state security 3rd rank", "komkor", "equivalent"),
    ("Commissar of State Security of the Third Rank", "lieutenant general", "equivalent"),
    ("commissar of state security 3rd rank", "commissar 2nd rank", "lower"),
    ("commissar of state security 3rd rank", "State Security Commissar 3rd Rank", "same"),
    ("major", "colonel", "lower"),
    ("major of state security", "kombrig", "equivalent"),
    ("major of state security", "major", "higher"),
    ("captain of state security", "colonel", "equivalent"),
    ("general", "Major-General", "equivalent"),
    ("general", "colonel", "higher"),
    ("captain", "colonel", "lower"),
    ("Captain, Royal Navy", "colonel", "equivalent"),
    ("SS-Obersturmbannführer", "lieutenant colonel", "equivalent"),
    ("Lieut. Colonel", "podpolkovnik", "same"),
    ("Oberst", "polkovnik", "equivalent"),
    ("комиссар госбезопасности 3-го ранга", "комкор", "equivalent"),
    ("collegiate assessor", "major", "equivalent"),
    ("wizard", "general", "unknown"),
    ("The Colonel", "colonel", "same"),
]


@pytest.mark.parametrize(("a", "b", "kind"), RELATIONS)
def test_relations_hold_and_turn_round(a: str, b: str, kind: str) -> None:
    told = compare_ranks(a, b)
    assert told.kind == kind, told.reason
    assert compare_ranks(b, a).kind == OPPOSITE.get(kind, kind)


def test_a_service_of_another_time_is_left_out() -> None:
    then = Bounds(day_of(1916, 1, 1), day_of(1916, 12, 31))
    services = {rank.service for rank in ranks_of("lieutenant general", then)}
    assert "imperial-russian-army" in services
    assert "soviet-army" not in services


def test_ranks_of_a_service_go_up() -> None:
    for table in _TABLES:
        for service in load(table)["services"].values():
            levels = list(service["ranks"])
            assert levels == sorted(levels), service["name"]
