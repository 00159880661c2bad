from __future__ import annotations

from itertools import product

from chronology.test_settle import NAMES, systems
from hypothesis import given, settings

from factoid.chronology.choices import try_readings
from factoid.chronology.settle import System
from factoid.chronology.trial import Outlook, Trial


@settings(max_examples=200)
@given(systems())
def test_every_combination_of_readings_is_allowed_for(system: System) -> None:
    trial = Trial(system.points, system.constraints)
    if trial.take(system.held_by(NAMES)) is not None:
        return
    verdict = try_readings(trial, system.choices)
    expected: Outlook | None = None
    known: list[tuple[int | None, int | None]] = []
    for combination in product(*(choice.readings for choice in system.choices)):
        one = Trial(system.points, system.constraints)
        if one.take([*system.held_by(NAMES), *(n for reading in combination for n in reading)]) is not None:
            continue
        found = Outlook(one)
        bounds = [(found.earliest(p), found.latest(p)) for p in range(system.points)]
        known = bounds if expected is None else [widest(a, b) for a, b in zip(known, bounds, strict=True)]
        expected = found
    if expected is None:
        assert verdict.outlook is None
        assert verdict.against
    else:
        assert verdict.outlook is not None
        assert known == [
            (verdict.outlook.earliest(p), verdict.outlook.latest(p)) for p in range(system.points)
        ]


def widest(
    a: tuple[int | None, int | None], b: tuple[int | None, int | None]
) -> tuple[int | None, int | None]:
    low = None if a[0] is None or b[0] is None else min(a[0], b[0])
    high = None if a[1] is None or b[1] is None else max(a[1], b[1])
    return low, high
