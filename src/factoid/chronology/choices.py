"""Either/or: every way to read the dates that can be read in several ways, tried exactly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factoid.chronology.trial import Outlook, Trial

MOST_TRIALS = 3000  #: readings tried before another way is looked for


@dataclass(frozen=True, slots=True)
class NumberedChoice:
    """A statement, and for each way to read its date the numbers of the constraints."""

    factoid: str
    readings: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What trying all readings showed."""

    outlook: Outlook | None = None  #: what is possible under some reading; None where nothing is
    #: where nothing is possible: factoids of which a smallest set is to be found
    against: tuple[str, ...] = ()
    cycles: tuple[tuple[int, ...], ...] = ()  #: what each reading that fails contradicts
    is_exact: bool = True  #: False where there were too many to try, and dates were read as ranges
    undecided: tuple[NumberedChoice, ...] = ()  #: those that can be read in more than one way


class _TooMany(Exception):
    """There are more readings than may be tried."""


class _Search:
    def __init__(self, trial: Trial, most: int) -> None:
        self.trial, self.left = trial, most
        self.outlook: Outlook | None = None
        self.against: dict[str, None] = {}
        self.cycles: list[tuple[int, ...]] = []

    def refused(self) -> Verdict:
        """Return that no combination of readings is possible."""
        return Verdict(against=tuple(self.against), cycles=tuple(self.cycles))

    def try_all(self, choices: Sequence[NumberedChoice]) -> None:
        """Go through every reading of every choice that the others allow."""
        if not choices:
            if self.outlook is None:
                self.outlook = Outlook(self.trial)
            else:
                self.outlook.merge()
            return
        first, rest = choices[0], choices[1:]
        for reading in first.readings:
            self.left -= 1
            if self.left < 0:
                raise _TooMany
            fresh = [number for number in reading if number not in self.trial.taken]
            cycle = self.trial.take(fresh)
            if cycle is not None:
                self.blame(cycle, first)
                continue
            try:
                self.try_all(rest)
            finally:
                self.trial.drop(fresh)

    def blame(self, cycle: Sequence[int], choice: NumberedChoice) -> None:
        """Remember what a reading contradicts."""
        self.cycles.append(tuple(cycle))
        self.against.update(dict.fromkeys([choice.factoid, *self.trial.factoids_of(cycle)]))


def try_readings(trial: Trial, choices: Sequence[NumberedChoice], *, most: int = MOST_TRIALS) -> Verdict:
    """Return what is possible under some combination of readings. The trial is left as it was."""
    fixed: list[int] = []
    search = _Search(trial, most)
    try:
        undecided = _narrowed(trial, choices, search, fixed)
        if undecided is None:
            return search.refused()
        try:
            search.try_all(undecided)
        except _TooMany:
            return Verdict(outlook=Outlook(trial), is_exact=False, undecided=tuple(undecided))
        if search.outlook is None:
            return search.refused()
        return Verdict(outlook=search.outlook, undecided=tuple(undecided))
    finally:
        trial.drop(fixed)


def _narrowed(
    trial: Trial, choices: Sequence[NumberedChoice], search: _Search, fixed: list[int]
) -> list[NumberedChoice] | None:
    """Take the readings that have no rival; return the choices that are left, or None if one has no reading."""
    waiting = list(choices)
    while True:
        left = []
        for choice in waiting:
            possible = [
                reading for reading in choice.readings if _is_possible(trial, reading, choice, search)
            ]
            if not possible:
                return None
            if len(possible) == 1:
                fresh = [number for number in possible[0] if number not in trial.taken]
                trial.take(fresh)
                fixed.extend(fresh)
            else:
                left.append(NumberedChoice(choice.factoid, tuple(possible)))
        if len(left) == len(waiting):
            return left
        waiting = left


def _is_possible(trial: Trial, reading: Sequence[int], choice: NumberedChoice, search: _Search) -> bool:
    fresh = [number for number in reading if number not in trial.taken]
    cycle = trial.take(fresh)
    if cycle is None:
        trial.drop(fresh)
        return True
    search.blame(cycle, choice)
    return False
