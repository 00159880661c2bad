"""What is likely: inferences and the order of telling, taken one after the other as far as they fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factoid.chronology.choices import NumberedChoice
from factoid.chronology.constraint import Constraint, Strength
from factoid.chronology.settle import Settled, System
from factoid.chronology.trial import Outlook


def adopt(
    system: System, settled: Settled, undecided: Sequence[NumberedChoice]
) -> tuple[Outlook, list[list[Constraint]]]:
    """Return what is likely, and the rules that seldom fail but are broken, each with what breaks it.

    The strongest reasons come first; a reason that does not fit in with what is taken already is passed over.
    """
    broken: list[list[Constraint]] = []
    for unit in _units(system, settled):
        cycle = settled.trial.take(unit)
        if cycle is not None and system.constraints[unit[0]].strength is Strength.SELDOM_FAILS:
            broken.append([system.constraints[number] for number in cycle])
    for choice in undecided:
        possible = [reading for reading in choice.readings if settled.trial.can_take(reading)]
        if len(possible) == 1:
            settled.trial.take(possible[0])
    return Outlook(settled.trial), broken


def _units(system: System, settled: Settled) -> Iterator[list[int]]:
    """Yield the numbers of what belongs together, the strongest and heaviest first."""
    units: dict[tuple[int, int], list[int]] = {}
    for number, constraint in enumerate(system.constraints):
        heard = all(f in settled.heard for f in constraint.rests_on)
        if not constraint.is_firm and heard:
            units.setdefault((id(constraint.step), constraint.strength), []).append(number)
    rank = {key: _rank(system.constraints, numbers) for key, numbers in units.items()}
    yield from (units[key] for key in sorted(units, key=lambda key: rank[key]))


def _rank(constraints: Sequence[Constraint], numbers: Sequence[int]) -> tuple[int, int, int]:
    first = constraints[numbers[0]]
    return (-first.strength, -first.weight, numbers[0])
