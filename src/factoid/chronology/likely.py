"""What is likely: inferences and the order of telling, taken one after the other as far as they fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factoid.chronology.choices import NumberedChoice
from factoid.chronology.constraint import Constraint, Strength
from factoid.chronology.settle import Settled, System
from factoid.chronology.trial import Outlook


def broken_rules(system: System, settled: Settled) -> Iterator[list[Constraint]]:
    """Yield the rules that seldom fail but do here, each with what breaks it. The trial is left as it was."""
    kept: list[int] = []
    for unit in _units(system, settled):
        if system.constraints[unit[0]].strength is Strength.SELDOM_FAILS:
            cycle = settled.trial.take(unit)
            if cycle is not None:
                yield [system.constraints[number] for number in cycle]
            else:
                kept.extend(unit)
    settled.trial.drop(kept)


def adopt(system: System, settled: Settled, undecided: Sequence[NumberedChoice]) -> Outlook:
    """Return what is likely.

    The strongest reasons come first; a reason that does not fit in with what is taken already is passed over. Of
    several readings of a date the one that is left is likely.
    """
    for unit in _units(system, settled):
        if not system.constraints[unit[0]].is_check:
            settled.trial.take(unit)
    for choice in undecided:
        possible = [reading for reading in choice.readings if settled.trial.can_take(reading)]
        if len(possible) == 1:
            settled.trial.take(possible[0])
    return Outlook(settled.trial)


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
