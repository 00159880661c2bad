"""What can be true together: smallest contradictory sets are found and set aside until the rest fits."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from factoid.chronology.choices import MOST_TRIALS, NumberedChoice, Verdict, try_readings
from factoid.chronology.constraint import Choice, Constraint
from factoid.chronology.trial import Trial
from factoid.model import Bounds


class Model(Protocol):
    """Constraints and choices, as a solver holds them."""

    def is_possible(self) -> bool:
        """Say whether some combination of readings fits."""

    def bounds(self, points: Iterable[int]) -> Iterator[tuple[int, Bounds]]:
        """Yield the exact bounds of points."""


#: Makes a model of so many points, the constraints, the numbers of those that hold, and the choices.
Solver = Callable[[int, Sequence[Constraint], Iterable[int], Iterable[NumberedChoice]], Model]


FindSolver = Callable[[], Solver | None]


def _none() -> None:
    """Know of no solver."""


@dataclass(frozen=True, slots=True)
class System:
    """All constraints, numbered, and the choices among some of them."""

    points: int
    constraints: list[Constraint]
    firm: Sequence[int]  #: numbers of those that hold without exception
    choices: Sequence[NumberedChoice]  #: firm ones
    order: Sequence[str]  #: the factoids in the order in which they are heard
    find_solver: FindSolver = _none  #: for more readings than can be tried; asked for only then
    most: int = MOST_TRIALS  #: readings tried one after the other
    _resting: dict[str, list[int]] = field(init=False, repr=False, compare=False)
    _unconditional: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note which firm constraints rest on what."""
        resting: dict[str, list[int]] = {}
        for number in self.firm:
            for factoid in dict.fromkeys(self.constraints[number].rests_on):
                resting.setdefault(factoid, []).append(number)
        object.__setattr__(self, "_resting", resting)
        object.__setattr__(self, "_unconditional", [n for n in self.firm if not self.constraints[n].rests_on])

    def held_by(self, factoids: Collection[str]) -> list[int]:
        """Return the firm constraints that rest on these factoids only."""
        return sorted({*self._unconditional, *self.held_with(factoids, factoids)})

    def held_with(self, some: Iterable[str], factoids: Collection[str]) -> Iterator[int]:
        """Yield those of the constraints held by factoids that rest on some of them."""
        for factoid in some:
            for number in self._resting.get(factoid, ()):
                if all(f in factoids for f in self.constraints[number].rests_on):
                    yield number

    def resting_on(self, factoids: Iterable[str]) -> set[int]:
        """Return the firm constraints that rest on any of these factoids."""
        return {number for factoid in factoids for number in self._resting.get(factoid, ())}

    def choices_of(self, factoids: Collection[str]) -> list[NumberedChoice]:
        """Return the firm choices of these factoids."""
        return [choice for choice in self.choices if choice.factoid in factoids]


def system_of(
    points: int,
    constraints: Iterable[Constraint],
    choices: Iterable[Choice],
    order: Sequence[str],
    find_solver: FindSolver = _none,
) -> System:
    """Number the constraints; a choice is firm where all its constraints are."""
    numbered = list(constraints)
    firm_choices = []
    for choice in choices:
        numbered.extend(choice.whole)
        if all(c.is_firm for c in choice.whole):
            readings = []
            for reading in choice.readings:
                readings.append(tuple(range(len(numbered), len(numbered) + len(reading.constraints))))
                numbered.extend(reading.constraints)
            firm_choices.append(NumberedChoice(choice.factoid, tuple(readings)))
    either = {n for choice in firm_choices for reading in choice.readings for n in reading}
    firm = [n for n, constraint in enumerate(numbered) if constraint.is_firm and n not in either]
    return System(points, numbered, firm, firm_choices, order, find_solver)


@dataclass
class Settled:
    """What is left when the contradictions are set aside."""

    trial: Trial
    heard: set[str]  #: factoids that hold
    cores: list[tuple[str, ...]] = field(default_factory=list)  #: smallest contradictory sets, disjoint
    _held: tuple[set[str], set[int]] | None = field(default=None, init=False, repr=False)

    def held(self, system: System) -> set[int]:
        """Return the numbers of what the factoids that are heard hold."""
        if self._held is None or self._held[0] != self.heard:
            self._held = set(self.heard), set(system.held_by(self.heard))
        return self._held[1]

    def without_checks(self, system: System) -> None:
        """Let go of what contradicts but gives no bounds."""
        self.trial.drop([n for n in sorted(self.trial.taken) if system.constraints[n].is_check])

    def reconsidered(self, system: System) -> Verdict:
        """Return what is possible under some reading of the dates that are heard."""
        return judged(system, self.trial, system.choices_of(self.heard))


def settle(system: System) -> Settled:
    """Hear the factoids one after the other; set aside each smallest set that cannot be true.

    The sets share no factoid, and what is left can be true together, whatever the readings.
    """
    trial = Trial(system.points, system.constraints)
    trial.take(system.held_by(()))
    settled = Settled(trial, set())
    waiting = _by_last(system)
    for factoid in system.order:
        _hear(system, settled, factoid, waiting.get(factoid, ()))
    while True:
        verdict = settled.reconsidered(system)
        if verdict.outlook is not None:
            return settled
        _set_aside(system, settled, verdict.against)


def _by_last(system: System) -> dict[str, list[int]]:
    """Return the firm constraints by the last heard factoid that they rest on."""
    place = {factoid: number for number, factoid in enumerate(system.order)}
    found: dict[str, list[int]] = {}
    for number in system.firm:
        rests_on = system.constraints[number].rests_on
        if rests_on:
            found.setdefault(max(rests_on, key=lambda f: place.get(f, -1)), []).append(number)
    return found


def _hear(system: System, settled: Settled, factoid: str, numbers: Sequence[int]) -> None:
    settled.heard.add(factoid)
    while factoid in settled.heard:
        fitting = [n for n in numbers if all(f in settled.heard for f in system.constraints[n].rests_on)]
        cycle = settled.trial.take(fitting)
        if cycle is None:
            return
        _set_aside(system, settled, settled.trial.factoids_of(cycle))


def _set_aside(system: System, settled: Settled, factoids: Sequence[str]) -> None:
    core = smallest(system, factoids)
    settled.cores.append(core)
    settled.heard.difference_update(core)
    settled.trial.drop(
        [n for n in sorted(settled.trial.taken) if any(f in core for f in system.constraints[n].rests_on)]
    )


def smallest(system: System, factoids: Sequence[str]) -> tuple[str, ...]:
    """Return a smallest set of the factoids that cannot be true together: without any one of them, it can."""
    core = list(factoids)
    for factoid in factoids:
        without = [f for f in core if f != factoid]
        if not is_possible(system, without):
            core = without
    return tuple(core)


def is_possible(system: System, factoids: Collection[str]) -> bool:
    """Say whether the factoids can all be true under some reading of their dates."""
    trial = Trial(system.points, system.constraints)
    wanted = set(factoids)
    if trial.take(system.held_by(wanted)) is not None:
        return False
    return judged(system, trial, system.choices_of(wanted)).outlook is not None


def judged(system: System, trial: Trial, choices: Sequence[NumberedChoice]) -> Verdict:
    """Try the readings; where they are too many, ask the solver, if there is one, whether any fits."""
    verdict = try_readings(trial, choices, most=system.most)
    solver = None if verdict.is_exact else system.find_solver()
    if solver is None:
        return verdict
    if solver(system.points, system.constraints, sorted(trial.taken), choices).is_possible():
        return verdict
    return Verdict(
        against=tuple(dict.fromkeys([*trial.factoids_of(sorted(trial.taken)), *(c.factoid for c in choices)]))
    )


def fits(system: System, settled: Settled, factoids: Collection[str], without: Collection[str] = ()) -> bool:
    """Say whether the factoids fit in with all that is heard, except for what is left out."""
    trial = settled.trial
    wanted = {f for f in (*settled.heard, *factoids) if f not in without}
    numbers = settled.held(system) - system.resting_on(f for f in without if f in settled.heard)
    numbers.update(system.held_with((f for f in factoids if f in wanted), wanted))
    dropped = [n for n in trial.taken if n not in numbers]
    trial.drop(dropped)
    fresh = sorted(numbers - trial.taken)
    possible = trial.take(fresh) is None
    if possible:
        possible = judged(system, trial, system.choices_of(wanted)).outlook is not None
        trial.drop(fresh)
    trial.take(dropped)
    return possible
