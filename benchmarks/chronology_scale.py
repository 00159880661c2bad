"""How the chronology grows: a whole network at once, and one constraint added or withdrawn.

    .venv/bin/python benchmarks/chronology_scale.py [--events 100000] [--slowest SECONDS]
        [--plot docs/images/chronology.svg]

Invented lives of 50 events each, five constraints to an event: dates on either side, order and distance within a
life, ties between lives. Every network has a solution. Measured in one run, on one core: our solve (earliest and
latest day of every event), scipy's Bellman-Ford (one direction only) and OR-Tools CP-SAT (any solution at all),
and 1,000 random constraints withdrawn and added again. What took longer than --slowest seconds is not tried at a
larger size. Exits with 1 where a change is not 100 times faster than the whole, or the whole slower than scipy.
"""

from __future__ import annotations

import json
import random
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import numpy as np
from drawing import Line, Panel, svg_of
from script import options_of, require

from factoid.chronology.bulk import Constraints, load, solve_all

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
LIFE = 50  # events
CHANGES = 1_000
LEAST_GAIN = 100  #: how many times faster a change must be than the whole


def lives(events: int) -> Constraints:
    """Return a network that true dates satisfy, with five constraints to an event."""
    rng = np.random.default_rng(events)
    life = np.arange(events) // LIFE
    births = rng.integers(600_000, 720_000, size=life[-1] + 1)
    days = np.sort((births[life] + rng.integers(0, 25_000, size=events)).reshape(-1, LIFE), axis=1).ravel()
    days = np.concatenate(([0], days))
    event = np.arange(1, events + 1)

    dated = rng.choice(event, size=events)
    margin = rng.choice([0, 30, 365, 3_650], size=events)
    origin = np.zeros(events, dtype=np.intp)
    within = rng.choice(event, size=2 * events)
    other = (within - 1) // LIFE * LIFE + 1 + rng.integers(0, LIFE, size=2 * events)
    tied = rng.choice(event, size=events)
    far = np.clip(tied + rng.integers(-100, 100, size=events), 1, events)
    early = np.concatenate((origin, dated, within, tied)).astype(np.intp)
    late = np.concatenate((dated, origin, other, far)).astype(np.intp)
    slack = np.concatenate(
        (margin, margin, rng.integers(0, 400, size=2 * events), rng.integers(0, 20_000, size=events))
    )
    return Constraints(events + 1, early, late, (days[late] - days[early] - slack).astype(np.int64))


def seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def by_scipy(constraints: Constraints) -> float:
    """Return how long one direction takes, the matrix made beforehand."""
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import bellman_ford

    key = constraints.early.astype(np.int64) * constraints.points + constraints.late
    order = np.lexsort((constraints.days, key))
    kept = order[np.flatnonzero(np.diff(key[order], append=-1))]  # a matrix holds one arc between two points
    arcs = (-constraints.days[kept].astype(float), (constraints.early[kept], constraints.late[kept]))
    matrix = csr_matrix(arcs, shape=(constraints.points,) * 2)
    return seconds(lambda: bellman_ford(matrix, indices=0))


def by_cpsat(constraints: Constraints) -> float:
    """Return how long a first solution takes, the model made beforehand."""
    from ortools.sat.python.cp_model import CpModel, CpSolver

    model = CpModel()
    days = [model.new_int_var(-10_000_000, 10_000_000, "") for _ in range(constraints.points)]
    model.add(days[0] == 0)
    for early, late, least in zip(
        constraints.early.tolist(), constraints.late.tolist(), constraints.days.tolist(), strict=True
    ):
        if early != late:
            model.add(days[late] - days[early] >= least)
    solver = CpSolver()
    solver.parameters.num_workers = 1
    return seconds(lambda: solver.solve(model))


def changes(constraints: Constraints) -> tuple[list[float], list[float]]:
    """Return the sorted times of withdrawing random constraints, and of adding them again."""
    network = load(constraints)
    withdrawn, added = [], []
    for number in random.Random(1).sample(range(len(constraints.days)), CHANGES):
        withdrawn.append(seconds(partial(network.withdraw, number)))
        added.append(seconds(partial(network.restore, number)))
    return sorted(withdrawn), sorted(added)


def measured(most: int, slowest: float) -> Iterator[dict[str, float]]:
    """Yield one row of figures for each size."""
    given_up = set()
    for events in (size for size in SIZES if size <= most):
        constraints = lives(events)
        row: dict[str, float] = {"events": events, "constraints": len(constraints.days)}
        row["full"] = statistics.median(seconds(partial(solve_all, constraints)) for _ in range(3))
        withdrawn, added = changes(constraints)
        for name, times in (("withdraw", withdrawn), ("add", added)):
            row[name] = statistics.mean(times)
            row[f"{name} median"], row[f"{name} p99"] = times[CHANGES // 2], times[CHANGES * 99 // 100]
        for name, other in (("scipy", by_scipy), ("CP-SAT", by_cpsat)):
            if name not in given_up:
                row[name] = other(constraints)
                if row[name] > slowest:
                    given_up.add(name)
        yield row


SERIES = (
    ("scipy", "scipy, Bellman–Ford, one direction", "#b3261e"),
    ("CP-SAT", "OR-Tools CP-SAT, any solution", "#8a6d00"),
    ("full", "the whole network, both directions", "#0b57d0"),
    ("withdraw", "one constraint withdrawn, mean", "#146c2e"),
    ("add", "one constraint added, mean", "#6f43c0"),
)


def plot(rows: list[dict[str, float]]) -> str:
    """Return the growth as a picture."""
    lines = [
        Line(label, colour, [(row["events"], row[name]) for row in rows if name in row])
        for name, label, colour in SERIES
    ]
    return svg_of("Time to solve, by number of events", "events", [Panel("Time (s)", lines)])


def main() -> None:
    options = options_of(__doc__)
    options.add_argument("--events", type=int, default=SIZES[-1], help="the largest size")
    options.add_argument("--slowest", type=float, default=30, help="seconds after which one is given up")
    options.add_argument("--plot", type=Path, help="an SVG to draw")
    given = options.parse_args()
    require("scipy", "ortools", install="scipy ortools")
    rows = []
    for row in measured(given.events, given.slowest):
        print(json.dumps({name: round(value, 7) for name, value in row.items()}), flush=True)
        rows.append(row)
    if given.plot:
        given.plot.write_text(plot(rows), "utf-8")
    last = rows[-1]
    if max(last["withdraw"], last["add"]) * LEAST_GAIN > last["full"] or last["full"] > last.get(
        "scipy", last["full"]
    ):
        raise SystemExit("slower than it should be")


if __name__ == "__main__":
    main()
