"""How far the narrative has come: the date that times without a year hang on."""

from __future__ import annotations

from dataclasses import dataclass

from factoid.model import Span

#: A month that lies so many months before the one the narrative has reached belongs to the next year.
TURN_OF_YEAR = 6
SEASON_MONTHS = {21: 4, 22: 7, 23: 10, 24: 12}


@dataclass(frozen=True, slots=True)
class Reached:
    """A date on the main line of the narrative, and the words that gave it."""

    year: int
    month: int | None = None
    day: int | None = None
    span: Span = Span(0, 0)


class Timeline:
    """The date a narrative has reached. A date in passing does not move it."""

    def __init__(self) -> None:
        self.here: Reached | None = None
        self.passing: Reached | None = None

    @property
    def is_ancient(self) -> bool:
        """Say whether the narrative moves in years of fewer than four digits."""
        at = self.here or self.passing
        return at is not None and at.year < 1000

    def restart(self) -> None:
        """Forget everything: a new entry or letter starts."""
        self.here = self.passing = None

    def move(self, to: Reached, *, in_passing: bool) -> None:
        """Go on to a date."""
        if in_passing:
            self.passing = to
        elif self.here and to.month is None and to.year == self.here.year:
            return  # the year again says nothing new
        else:
            self.here = to

    def year_of_month(self, month: int) -> Reached | None:
        """Return the date that a month without a year hangs on, moved on to its year."""
        at = self.here or self.passing
        if at is None:
            return None
        year = at.year
        if at.month is not None and at.month - month > TURN_OF_YEAR:
            year += 1
        return Reached(year, at.month, at.day, at.span)
