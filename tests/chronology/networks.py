"""Small random networks, and the slow way to solve them."""

from __future__ import annotations

from hypothesis import strategies as st

from factoid.chronology.network import HORIZON

Constraint = tuple[int, int, int]

DAYS = st.integers(min_value=-40, max_value=15)


@st.composite
def networks(draw: st.DrawFn, *, most_points: int = 9, most: int = 30) -> tuple[int, list[Constraint]]:
    """A number of points, the origin included, and constraints ``(early, late, days)`` between them."""
    points = draw(st.integers(min_value=2, max_value=most_points))
    point = st.integers(min_value=0, max_value=points - 1)
    return points, draw(st.lists(st.tuples(point, point, DAYS), max_size=most))


def brute_force(points: int, constraints: list[Constraint]) -> tuple[list[int], list[int]] | None:
    """Return earliest and latest days by going through everything until nothing moves; None if nothing holds."""
    earliest = [0] + [-HORIZON] * (points - 1)
    latest = [0] + [HORIZON] * (points - 1)
    for _ in range(points + 1):
        for early, late, days in constraints:
            earliest[late] = max(earliest[late], earliest[early] + days)
            latest[early] = min(latest[early], latest[late] - days)
    holds = all(earliest[late] >= earliest[early] + days for early, late, days in constraints)
    return (earliest, latest) if holds else None


def holds(points: int, constraints: list[Constraint]) -> bool:
    """Say whether the constraints can all hold."""
    return brute_force(points, constraints) is not None
