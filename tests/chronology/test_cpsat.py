"""Many dates that can be read in several ways: the solver finds what trying all of them would."""

from __future__ import annotations

from dataclasses import replace

import pytest
from chronology.said import WHO, days, firm, said

from factoid.chronology import solving
from factoid.chronology.choices import NumberedChoice, try_readings
from factoid.chronology.constraint import Constraint
from factoid.chronology.result import Rule, Step
from factoid.chronology.settle import System, judged, system_of
from factoid.chronology.solving import solve
from factoid.chronology.trial import Trial
from factoid.model import Bounds, Factoid

STEP = Step(rule=Rule.DATE, sentence="for the test")


def winters(count: int) -> list[Factoid]:
    """So many arrivals, each in one winter or the other of its year; then a death in June of the last."""
    arrivals = [
        said(
            "arrest",
            f"arrested in the winter of {year}",
            f"{year}-24",
            words=f"the winter of {year}",
            start=60 * year,
        )
        for year in range(1920, 1920 + count)
    ]
    last = 1919 + count
    return [
        *arrivals,
        said("death", f"died in June {last}", f"{last}-06", words=f"June {last}", start=200_000),
    ]


def test_without_the_solver_a_note_says_what_would_help(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solving, "find_solver", lambda: None)
    solved = solve(winters(16))
    assert [note for note in solved.notes if "factoid[solver]" in note]
    assert not solve(winters(3)).notes


def test_the_solver_gives_exact_bounds_where_there_are_too_many_to_try() -> None:
    pytest.importorskip("ortools")
    statements = winters(16)
    solved = solve(statements)
    assert [note for note in solved.notes if "CP-SAT" in note]
    assert firm(solved.times[statements[0].id]) == days("1920-01-01", "1921-02-28")
    assert firm(solved.times[statements[15].id]) == days("1935-01-01", "1935-03-31")
    assert firm(solved.lives[WHO]["death"]) == days("1935-06-01", "1935-06-30")


def either(point: int, first: Bounds, second: Bounds) -> tuple[list[Constraint], list[Constraint]]:
    """A point within one range or the other."""
    made = []
    for low, high in (first, second):
        assert low is not None
        assert high is not None
        made.append([Constraint(0, point, low, STEP), Constraint(point, 0, -high, STEP)])
    return made[0], made[1]


def few() -> tuple[System, list[NumberedChoice]]:
    """Two points, each early or late, the second not before the first, and the first not early."""
    constraints = [Constraint(1, 2, 0, STEP), Constraint(0, 1, 50, STEP)]
    choices = []
    for point in (1, 2):
        readings = []
        for reading in either(point, Bounds(0, 10), Bounds(100, 110)):
            readings.append(tuple(range(len(constraints), len(constraints) + len(reading))))
            constraints.extend(reading)
        choices.append(NumberedChoice(f"f-{point}", tuple(readings)))
    system = replace(system_of(3, constraints[:2], (), ()), constraints=constraints, choices=choices)
    return system, choices


def test_the_solver_and_trying_agree() -> None:
    cpsat = pytest.importorskip("factoid.chronology.cpsat")
    system, choices = few()
    trial = Trial(3, system.constraints)
    trial.take([0, 1])
    outlook = try_readings(trial, choices).outlook
    assert outlook is not None
    model = cpsat.Model(3, system.constraints, [0, 1], choices)
    assert model.is_possible()
    assert dict(model.bounds([1, 2])) == {
        point: Bounds(outlook.earliest(point), outlook.latest(point)) for point in (1, 2)
    }


def test_the_solver_is_asked_whether_any_readings_fit_together() -> None:
    cpsat = pytest.importorskip("factoid.chronology.cpsat")
    system, choices = few()
    first = len(system.constraints)
    system.constraints.extend([Constraint(1, 2, 40, STEP), Constraint(2, 1, -60, STEP)])
    trial = Trial(3, system.constraints)
    trial.take([first, first + 1])  # each date alone can be read, no two together
    hasty = replace(system, most=0)
    assert judged(system, trial, choices).outlook is None
    assert judged(hasty, trial, choices).outlook is not None
    assert judged(replace(hasty, find_solver=lambda: cpsat.Model), trial, choices).outlook is None
