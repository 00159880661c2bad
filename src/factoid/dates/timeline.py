"""How far the narrative has come: the date that times without a year hang on."""

from __future__ import annotations

from dataclasses import dataclass
from math import log2

from factoid.model import Span

SEASON_MONTHS = {21: 4, 22: 7, 23: 10, 24: 12}


@dataclass(frozen=True, slots=True)
class Reached:
    """A date on the main line of the narrative, and the words that gave it."""

    year: int
    month: int | None = None
    day: int | None = None
    span: Span = Span(0, 0)
    heads: bool = False  #: it stands over a letter or an entry of a diary

    @property
    def first_month(self) -> int:
        """The first month it can mean, counted from the year 0."""
        return self.year * 12 + (self.month - 1 if self.month else 0)

    @property
    def last_month(self) -> int:
        """The last month it can mean, counted from the year 0."""
        return self.year * 12 + (self.month - 1 if self.month else 11)


def cost_of_step(at: Reached, to: Reached) -> float:
    """Return how unlike a narrative it is to go on from one date to the other.

    Stories go forward, by little steps; a step back costs more than a step forward of the same length.
    """
    ahead = to.first_month - at.last_month
    if ahead > 0:
        return 0.0 if ahead <= 4 else min(0.15 + 0.22 * log2(ahead / 4), 2.6)
    back = at.first_month - to.last_month
    if back > 0:
        return min(0.25 + 0.42 * log2(1 + back), 4.0)
    if at.day and to.day and at.month == to.month and to.day < at.day:
        return 0.1
    return 0.0
