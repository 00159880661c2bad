"""Either/or dates by OR-Tools CP-SAT, for lives with too many to try one combination after the other.

Only imported where the extra ``solver`` is installed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ortools.sat.python.cp_model import FEASIBLE, OPTIMAL, CpModel, CpSolver, IntVar

from factoid.chronology.choices import NumberedChoice
from factoid.chronology.constraint import Constraint
from factoid.model import Bounds

_WIDEST = 10_000_000  #: days; what lies further from the origin has no bound
_EFFORT = 10.0  #: for one bound, in the solver's own measure, so that every machine answers the same


class Model:
    """The constraints that hold, and the choices among some of them."""

    def __init__(
        self,
        points: int,
        constraints: Sequence[Constraint],
        taken: Iterable[int],
        choices: Iterable[NumberedChoice],
    ) -> None:
        self._model = CpModel()
        self._days = [self._model.new_int_var(-_WIDEST, _WIDEST, f"d{point}") for point in range(points)]
        self._model.add(self._days[0] == 0)
        for number in taken:
            self._demand(constraints[number], ())
        for choice in choices:
            chosen = [self._model.new_bool_var(choice.factoid) for _ in choice.readings]
            self._model.add_exactly_one(chosen)
            for literal, reading in zip(chosen, choice.readings, strict=True):
                for number in reading:
                    self._demand(constraints[number], (literal,))

    def _demand(self, constraint: Constraint, when: Sequence[IntVar]) -> None:
        early, late = self._days[constraint.early], self._days[constraint.late]
        demanded = self._model.add(late - early >= constraint.days)
        if when:
            demanded.only_enforce_if(list(when))

    def is_possible(self) -> bool:
        """Say whether some combination of readings fits."""
        return self._solved() is not None

    def bounds(self, points: Iterable[int]) -> Iterator[tuple[int, Bounds]]:
        """Yield the exact bounds of points; an end that was not found in time stays open."""
        for point in points:
            self._model.minimize(self._days[point])
            earliest = self._solved()
            self._model.maximize(self._days[point])
            latest = self._solved()
            yield point, Bounds(_within(earliest), _within(latest))

    def _solved(self) -> int | None:
        solver = CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 1
        solver.parameters.max_deterministic_time = _EFFORT
        status = solver.solve(self._model)
        if not self._model.has_objective():
            return 0 if status in (OPTIMAL, FEASIBLE) else None
        return round(solver.objective_value) if status == OPTIMAL else None


def _within(day: int | None) -> int | None:
    return day if day is not None and abs(day) < _WIDEST // 2 else None
