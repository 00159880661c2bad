"""A simple temporal network: points in time, the least number of days between them, and what follows.

Every constraint has one form: from ``early`` to ``late`` at least ``days`` pass (a negative number: ``late`` is at
most so many days *before* ``early``). The point 0 is the calendar's origin, so a date is a constraint like any other.

Earliest and latest days are longest paths from and to the origin. They are kept up to date as constraints come and
go: a change is carried on to the points that it moves, the largest move first, so that each is moved once (Cotton &
Maler 2006; Ramalingam & Reps 1996). Each point remembers the constraint that holds it, which is why every bound has
a chain of reasons. A constraint that would move its own beginning closes a cycle that nothing can satisfy: the
cycle comes back, and the network stays as it was.
"""

from __future__ import annotations

from heapq import heappop, heappush

ORIGIN = 0  #: the point of day 0
#: days; every point lies within so many days of the origin, which stands for no bound at all
HORIZON = 1 << 40
FAR = HORIZON >> 1  # beyond it a bound comes from the horizon only
NOTHING = -1  #: instead of a constraint: the horizon


class Sweep:
    """The longest paths from the origin in one direction of time."""

    def __init__(
        self, points: int, tails: list[int], heads: list[int], days: list[int], alive: bytearray
    ) -> None:
        self.tails, self.heads, self._days, self._alive = tails, heads, days, alive
        self.values = [0] + [-HORIZON] * (points - 1)
        self.because = [NOTHING] * points  #: for each point the constraint that holds it
        self.outgoing: dict[int, list[int]] = {}  # of the points that constraints touch
        self.incoming: dict[int, list[int]] = {}

    def connect(self, arc: int) -> None:
        """Let the points know of a constraint."""
        self.outgoing.setdefault(self.tails[arc], []).append(arc)
        self.incoming.setdefault(self.heads[arc], []).append(arc)

    def push(self, arc: int) -> list[int] | None:
        """Carry a new constraint on; return the cycle it closes, with nothing changed, where it closes one."""
        values, because = self.values, self.because
        source, head = self.tails[arc], self.heads[arc]
        gain = values[source] + self._days[arc] - values[head]
        if gain <= 0:
            return None
        before: dict[int, tuple[int, int]] = {}
        best, reason = {head: gain}, {head: arc}
        heap = [(-gain, head)]
        while heap:
            negative, point = heappop(heap)
            if point in before or -negative < best[point]:
                continue
            before[point] = (values[point], because[point])
            if point == source:
                cycle = self._cycle(arc, reason)
                before.pop(point)
                self._restore(before)
                return cycle
            values[point] -= negative
            because[point] = reason[point]
            self._reach(point, before, best, reason, heap)
        return None

    def _reach(
        self,
        point: int,
        done: dict[int, tuple[int, int]],
        best: dict[int, int],
        reason: dict[int, int],
        heap: list[tuple[int, int]],
    ) -> None:
        values, heads, days, alive = self.values, self.heads, self._days, self._alive
        value = values[point]
        for arc in self.outgoing.get(point, ()):
            reached = heads[arc]
            gain = value + days[arc] - values[reached]
            if gain > 0 and alive[arc] and reached not in done and gain > best.get(reached, 0):
                best[reached], reason[reached] = gain, arc
                heappush(heap, (-gain, reached))

    def _cycle(self, closing: int, reason: dict[int, int]) -> list[int]:
        """Return the arcs of the cycle in order, the one that closes it last."""
        arcs: list[int] = [closing]
        point = self.tails[closing]
        while point != self.heads[closing]:
            arcs.append(reason[point])
            point = self.tails[reason[point]]
        return [*arcs[::-1][:-1], closing]

    def _restore(self, before: dict[int, tuple[int, int]]) -> None:
        for point, (value, arc) in before.items():
            self.values[point], self.because[point] = value, arc

    def pull(self, arc: int) -> None:
        """Let go of what a withdrawn constraint held."""
        if self.because[self.heads[arc]] != arc:
            return
        loose = self._held_by(self.heads[arc])
        old = {point: self.values[point] for point in loose}
        best: dict[int, int] = {}
        reason: dict[int, int] = {}
        heap: list[tuple[int, int]] = []
        for point in loose:
            best[point], reason[point] = self._support(point, loose)
            heappush(heap, (old[point] - best[point], point))
        while heap:
            loss, point = heappop(heap)
            if point not in loose or loss > old[point] - best[point]:
                continue
            loose.discard(point)
            self.values[point], self.because[point] = best[point], reason[point]
            for next_arc in self.outgoing.get(point, ()):
                reached = self.heads[next_arc]
                if reached in loose and self._alive[next_arc]:
                    value = best[point] + self._days[next_arc]
                    if value > best[reached]:
                        best[reached], reason[reached] = value, next_arc
                        heappush(heap, (old[reached] - value, reached))

    def _held_by(self, point: int) -> set[int]:
        """Return the point and all whose values hang on it."""
        loose, waiting = {point}, [point]
        while waiting:
            for arc in self.outgoing.get(waiting.pop(), ()):
                reached = self.heads[arc]
                if self.because[reached] == arc and reached not in loose:
                    loose.add(reached)
                    waiting.append(reached)
        return loose

    def _support(self, point: int, loose: set[int]) -> tuple[int, int]:
        """Return the best value that points which are not loose give, and the constraint that gives it."""
        best, reason = -HORIZON, NOTHING
        for arc in self.incoming.get(point, ()):
            tail = self.tails[arc]
            if tail not in loose and self._alive[arc]:
                value = self.values[tail] + self._days[arc]
                if value > best:
                    best, reason = value, arc
        return best, reason

    def chain(self, point: int) -> list[int]:
        """Return the constraints that hold a point, the one next to the origin first."""
        arcs = []
        while (arc := self.because[point]) != NOTHING:
            arcs.append(arc)
            point = self.tails[arc]
        return arcs[::-1]


class Network:
    """Points in time with constraints between them, always consistent. So many there are at first, with the origin."""

    def __init__(self, points: int = 1) -> None:
        self.early: list[int] = []
        self.late: list[int] = []
        self.days: list[int] = []
        self.alive = bytearray()
        self.earliest_side = Sweep(points, self.early, self.late, self.days, self.alive)
        self.latest_side = Sweep(points, self.late, self.early, self.days, self.alive)

    @property
    def points(self) -> int:
        """How many points there are, the origin included."""
        return len(self.earliest_side.values)

    def add(self, early: int, late: int, days: int) -> tuple[int, list[int] | None]:
        """Demand that at least ``days`` pass from one point to the other.

        Returns the number of the constraint, and None; or, where it cannot hold together with the others, a
        cycle of constraints that contradict one another, each of them needed. The new one is then withdrawn.
        """
        arc = len(self.days)
        self.early.append(early)
        self.late.append(late)
        self.days.append(days)
        self.alive.append(0)
        self.earliest_side.connect(arc)
        self.latest_side.connect(arc)
        return arc, self.restore(arc)

    def restore(self, arc: int) -> list[int] | None:
        """Demand a withdrawn constraint again; like `add`."""
        if self.alive[arc]:
            return None
        self.alive[arc] = 1
        if self.early[arc] == self.late[arc] and self.days[arc] > 0:
            self.alive[arc] = 0
            return [arc]
        cycle = self.earliest_side.push(arc)
        if cycle is not None:
            self.alive[arc] = 0
            return cycle
        self.latest_side.push(arc)
        return None

    def withdraw(self, arc: int) -> None:
        """Take a constraint back; what only it held becomes free again."""
        if self.alive[arc]:
            self.alive[arc] = 0
            self.earliest_side.pull(arc)
            self.latest_side.pull(arc)

    def earliest(self, point: int) -> int | None:
        """Return the first day possible; None without a bound."""
        value = self.earliest_side.values[point]
        return value if value > -FAR else None

    def latest(self, point: int) -> int | None:
        """Return the last day possible; None without a bound."""
        value = self.latest_side.values[point]
        return -value if value > -FAR else None

    def why_earliest(self, point: int) -> list[int]:
        """Return the constraints that give the first day, from the calendar to the point."""
        return self.earliest_side.chain(point) if self.earliest(point) is not None else []

    def why_latest(self, point: int) -> list[int]:
        """Return the constraints that give the last day, from the calendar to the point."""
        return self.latest_side.chain(point) if self.latest(point) is not None else []
