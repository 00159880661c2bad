"""A whole network solved at once: the same longest paths as `network`, for hundreds of thousands of constraints.

Rounds over arrays (Bellman and Ford): while many points move, every constraint is looked at; when few do, only
those that leave them. Points hang on one another as a tree, as long as nothing contradicts; now and then it is
checked that they still do, and a loop is a contradiction.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from factoid.chronology.network import HORIZON, NOTHING, ORIGIN, Network

Days = NDArray[np.int64]
Points = NDArray[np.intp]

_SPARSE = 0.2  # below this share of the constraints, only those that leave moved points are looked at


@dataclass(frozen=True, slots=True)
class Constraints:
    """Constraints as columns: from ``early[i]`` to ``late[i]`` at least ``days[i]`` pass."""

    points: int  #: how many, the origin included
    early: Points
    late: Points
    days: Days


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and last day of every point; beyond half of `HORIZON` there is no bound."""

    earliest: Days
    latest: Days
    holds_earliest: Points  #: the constraint that gives the bound, `NOTHING` for the horizon
    holds_latest: Points


class Impossible(Exception):
    """The constraints cannot all hold."""

    def __init__(self, cycle: list[int]) -> None:
        super().__init__(f"{len(cycle)} constraints contradict one another")
        self.cycle = cycle  #: a smallest set that cannot hold, in order


def solve_all(constraints: Constraints) -> Bounds:
    """Return the bounds of all points; raises `Impossible` with a cycle where there are none."""
    earliest, holds_earliest = _longest(
        constraints.points, constraints.early, constraints.late, constraints.days
    )
    latest, holds_latest = _longest(constraints.points, constraints.late, constraints.early, constraints.days)
    return Bounds(earliest, -latest, holds_earliest, holds_latest)


def load(constraints: Constraints) -> Network:
    """Return a network with all constraints at once, ready for changes; raises `Impossible`.

    Constraint ``i`` has the number ``i`` in the network.
    """
    solved = solve_all(constraints)
    network = Network()
    network.early.extend(constraints.early.tolist())
    network.late.extend(constraints.late.tolist())
    network.days.extend(constraints.days.tolist())
    network.alive.extend(b"\x01" * len(network.days))
    by_early = _lists(constraints.early, constraints.points)
    by_late = _lists(constraints.late, constraints.points)
    sides = (
        (network.earliest_side, solved.earliest, solved.holds_earliest, by_early, by_late),
        (network.latest_side, -solved.latest, solved.holds_latest, by_late, by_early),
    )
    for side, values, because, outgoing, incoming in sides:
        side.values[:] = values.tolist()
        side.because[:] = because.tolist()
        side.outgoing.update((point, list(arcs)) for point, arcs in enumerate(outgoing) if arcs)
        side.incoming.update((point, list(arcs)) for point, arcs in enumerate(incoming) if arcs)
    return network


def _lists(keys: Points, points: int) -> list[list[int]]:
    """Return for each point the positions at which it is a key."""
    order = np.argsort(keys, kind="stable").tolist()
    edges = np.concatenate(([0], np.cumsum(np.bincount(keys, minlength=points)))).tolist()
    return [order[edges[point] : edges[point + 1]] for point in range(points)]


class _Arcs:
    """Arcs sorted by where they lead, and where each point's own begin."""

    def __init__(self, points: int, tails: Points, heads: Points, days: Days) -> None:
        self.number = np.argsort(heads, kind="stable")
        self.tails, self.heads, self.days = tails[self.number], heads[self.number], days[self.number]
        self.first = np.flatnonzero(np.diff(self.heads, prepend=-1))
        self.reached = self.heads[self.first]
        self.by_tail = np.argsort(self.tails, kind="stable")
        self.edges = np.concatenate(([0], np.cumsum(np.bincount(self.tails, minlength=points))))

    def leaving(self, points: Points) -> Points:
        """Return the positions of the arcs that leave the points."""
        starts, ends = self.edges[points], self.edges[points + 1]
        lengths = ends - starts
        total = int(lengths.sum())
        offsets = np.repeat(starts - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths)
        positions: Points = self.by_tail[np.arange(total) + offsets]
        return positions


def _longest(points: int, tails: Points, heads: Points, days: Days) -> tuple[Days, Points]:
    values = np.full(points, -HORIZON, dtype=np.int64)
    values[ORIGIN] = 0
    because = np.full(points, NOTHING, dtype=np.intp)
    if not len(days):
        return values, because
    arcs = _Arcs(points, tails, heads, days)
    moved = np.arange(points)
    check_at, rounds = 8, 0
    while len(moved):
        leaving = arcs.edges[moved + 1] - arcs.edges[moved]
        everything = int(leaving.sum()) > _SPARSE * len(days)
        moved = (
            _round_of_all(arcs, values, because) if everything else _round_of(arcs, moved, values, because)
        )
        rounds += 1
        if rounds == check_at:
            check_at *= 2
            _check_tree(because, tails)
    return values, because


def _round_of_all(arcs: _Arcs, values: Days, because: Points) -> Points:
    """Look at every arc; return the points that move."""
    offered = values[arcs.tails] + arcs.days
    best = np.maximum.reduceat(offered, arcs.first)
    better = best > values[arcs.reached]
    moved: Points = arcs.reached[better]
    values[moved] = best[better]
    gives = np.flatnonzero(offered == values[arcs.heads])
    gained = np.zeros(len(values), dtype=bool)
    gained[moved] = True
    gives = gives[gained[arcs.heads[gives]]]
    because[arcs.heads[gives]] = arcs.number[gives]
    return moved


def _round_of(arcs: _Arcs, points: Points, values: Days, because: Points) -> Points:
    """Look at the arcs that leave the points; return the points that move."""
    positions = arcs.leaving(points)
    offered = values[arcs.tails[positions]] + arcs.days[positions]
    better = offered > values[arcs.heads[positions]]
    positions, offered = positions[better], offered[better]
    heads = arcs.heads[positions]
    order = np.lexsort((offered, heads))
    last = np.flatnonzero(np.diff(heads[order], append=-1))
    chosen = order[last]
    moved: Points = heads[chosen]
    values[moved] = offered[chosen]
    because[moved] = arcs.number[positions[chosen]]
    return moved


def _check_tree(because: Points, tails: Points) -> None:
    """Raise `Impossible` where points hang on one another in a circle."""
    parent = np.where(because == NOTHING, np.arange(len(because)), tails[because])
    ancestor = parent
    for _ in range(max(1, len(because).bit_length())):
        ancestor = ancestor[ancestor]
    looping = np.flatnonzero(because[ancestor] != NOTHING)
    if not len(looping):
        return
    point = int(ancestor[looping[0]])
    cycle = [int(because[point])]
    at = int(tails[cycle[0]])
    while at != point:
        cycle.append(int(because[at]))
        at = int(tails[cycle[-1]])
    raise Impossible(cycle[::-1])
