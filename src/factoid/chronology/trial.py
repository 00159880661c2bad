"""A network under trial: constraints are taken and dropped by number, whole groups at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factoid.chronology.constraint import Constraint
from factoid.chronology.network import FAR, NOTHING, Network
from factoid.model import Bounds


class Trial:
    """Which of the numbered constraints hold at present. Those that do never contradict one another."""

    def __init__(self, points: int, constraints: Sequence[Constraint]) -> None:
        self.constraints = constraints
        self.network = Network(points)
        self._arcs: dict[int, int] = {}
        self.numbers: list[int] = []  #: for each arc of the network the number of its constraint
        self.taken: set[int] = set()

    def take(self, numbers: Iterable[int]) -> list[int] | None:
        """Take all of these, or none: then the numbers of those that contradict one another come back."""
        fresh: list[int] = []
        for number in numbers:
            if number in self.taken:
                continue
            cycle = self._take(number)
            if cycle is not None:
                self.drop(fresh)
                return cycle
            fresh.append(number)
        return None

    def _take(self, number: int) -> list[int] | None:
        arc = self._arcs.get(number)
        if arc is not None:
            cycle = self.network.restore(arc)
        else:
            constraint = self.constraints[number]
            self.numbers.append(number)
            arc, cycle = self.network.add(constraint.early, constraint.late, constraint.days)
            self._arcs[number] = arc
        if cycle is not None:
            return [self.numbers[a] for a in cycle]
        self.taken.add(number)
        return None

    def drop(self, numbers: Iterable[int]) -> None:
        """Let go of these."""
        for number in numbers:
            if number in self.taken:
                self.taken.discard(number)
                self.network.withdraw(self._arcs[number])

    def can_take(self, numbers: Sequence[int]) -> bool:
        """Say whether these could be taken too; nothing changes."""
        fresh = [number for number in numbers if number not in self.taken]
        possible = self.take(fresh) is None
        if possible:
            self.drop(fresh)
        return possible

    def factoids_of(self, numbers: Iterable[int]) -> list[str]:
        """Return the factoids that constraints rest on, each once."""
        return list(dict.fromkeys(f for number in numbers for f in self.constraints[number].rests_on))


class Outlook:
    """The bounds of every point under a trial, or the widest under several, with the chains behind them."""

    def __init__(self, trial: Trial) -> None:
        self._trial = trial
        self._snapshots: list[tuple[list[int], list[int]]] = []  # because, of either side
        self._earliest: list[tuple[int, int]] = []  # value, snapshot
        self._latest: list[tuple[int, int]] = []
        self.merge()

    def merge(self) -> None:
        """Allow for what the trial allows at present."""
        sides = (self._trial.network.earliest_side, self._trial.network.latest_side)
        number = len(self._snapshots)
        self._snapshots.append((list(sides[0].because), list(sides[1].because)))
        for kept, side in ((self._earliest, sides[0]), (self._latest, sides[1])):
            if not kept:
                kept.extend((value, number) for value in side.values)
                continue
            for point, value in enumerate(side.values):
                if value < kept[point][0]:
                    kept[point] = (value, number)

    def tighten(self, point: int, bounds: Bounds) -> None:
        """Take bounds that are known exactly; the chains stay those of the wider ones."""
        sides = ((self._earliest, bounds.earliest, 1), (self._latest, bounds.latest, -1))
        for kept, day, sign in sides:
            if day is not None:
                value, snapshot = kept[point]
                kept[point] = (max(value, sign * day), snapshot)

    def earliest(self, point: int) -> int | None:
        """Return the first day possible."""
        value = self._earliest[point][0]
        return value if value > -FAR else None

    def latest(self, point: int) -> int | None:
        """Return the last day possible."""
        value = self._latest[point][0]
        return -value if value > -FAR else None

    def why_earliest(self, point: int) -> list[Constraint]:
        """Return the constraints behind the first day, from the calendar to the point."""
        if self.earliest(point) is None:
            return []
        because = self._snapshots[self._earliest[point][1]][0]
        return self._chain(point, because, self._trial.network.early)

    def why_latest(self, point: int) -> list[Constraint]:
        """Return the constraints behind the last day, from the calendar to the point."""
        if self.latest(point) is None:
            return []
        because = self._snapshots[self._latest[point][1]][1]
        return self._chain(point, because, self._trial.network.late)

    def _chain(self, point: int, because: list[int], tails: list[int]) -> list[Constraint]:
        found = []
        while (arc := because[point]) != NOTHING:
            found.append(self._trial.constraints[self._trial.numbers[arc]])
            point = tails[arc]
        return found[::-1]
