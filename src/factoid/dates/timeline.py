"""How far the narrative has come: the date that times without a year hang on."""

from __future__ import annotations

from math import log2
from typing import NamedTuple

from factoid.dates.meaning import CalendarTime
from factoid.resources import load

_COST: dict[str, float] = load("dates_narrative")["step"]

_SEASON_MONTHS = {21: 4, 22: 7, 23: 10, 24: 1}


def season_month(time: CalendarTime) -> int | None:
    """Return the month at the heart of a season: of a winter January, but December of *that winter*."""
    if time.season is None:
        return None
    return 12 if time.season == 24 and time.pointer else _SEASON_MONTHS[time.season]


class Reached(NamedTuple):
    """A date that the narrative has come to; years are astronomical."""

    year: int
    month: int | None = None
    day: int | None = None
    about: bool = False  #: the source counts years that begin within ours: AH 1275

    @property
    def first_month(self) -> int:
        """The first month it can mean, counted from the year 0."""
        return self.year * 12 + (self.month - 1 if self.month else 0)

    @property
    def last_month(self) -> int:
        """The last month it can mean, counted from the year 0."""
        return self.year * 12 + (self.month - 1 if self.month else 11)


_A_LIFE = 40 * 12  #: months over which a story may jump; further off lies what the editor adds


def cost_of_step(at: Reached, to: Reached) -> float:
    """Return how unlike a narrative it is to go on from one date to the other.

    Stories go forward, by little steps; a step back costs more than a step forward of the same length.
    """
    ahead = to.first_month - at.last_month
    if ahead > 0:
        if ahead <= _COST["near"]:
            return 0.0
        within_a_life = min(
            _COST["ahead"] + _COST["ahead by distance"] * log2(ahead / _COST["near"]), _COST["ahead at most"]
        )
        return within_a_life + (log2(ahead / _A_LIFE) if ahead > _A_LIFE else 0.0)
    back = at.first_month - to.last_month
    if back > 0:
        return min(_COST["back"] + _COST["back by distance"] * log2(1 + back), _COST["back at most"])
    if at.day and to.day and at.month == to.month and to.day < at.day:
        return _COST["back within a month"]
    return 0.0
