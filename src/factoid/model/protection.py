"""Who may be living. The dead need no protection (GDPR, recital 27); whoever may be living has it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Because(StrEnum):
    """Why a person is not shown to everybody."""

    BORN = "born"  #: no death is known, and the birth may lie within the years of a life
    TOLD = "told"  #: neither birth nor death is known, and the person does something within those years
    COMPANY = "company"  #: nothing of the person has a date, and the source tells of those years
    NAMESAKE = "namesake"  #: nothing has a date, and a protected person is called so
    MARKED = "marked"  #: somebody marked the person
    SOURCE = "source"  #: nothing but protected sources tells of the person


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """What the sources leave possible of a life, in days as `When` counts them."""

    is_dead: bool = False  #: a source says so without doubt
    is_born: bool = False  #: a birth is told, with or without a day
    born: int | None = None  #: the last day on which the birth can have been
    told: int | None = None  #: the last day of anything else that is told of the person
    company: int | None = None  #: the last day of anything that the person's sources tell of anybody

    @property
    def decisive(self) -> tuple[object, ...]:
        """All of it that `may_be_living` looks at, on whatever day."""
        if self.is_dead:
            return ("dead",)
        if self.is_born and self.born is not None:
            return ("born", self.born, self.told)  # and who has a date of either kind is nobody's namesake
        return ("told", self.told) if self.told is not None else ("company", self.born, self.company)


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """How much of a library is not shown."""

    persons: int = 0
    statements: int = 0
    passages: int = 0  #: stretches of text that are blacked out
    sources: int = 0  #: sources that are not shown at all

    def __bool__(self) -> bool:
        """Whether anything is."""
        return bool(self.persons or self.statements or self.passages or self.sources)


def may_be_living(life: Life, *, since: int) -> Because | None:
    """Return why somebody may be living, None for who cannot; ``since`` is the day before which all are dead.

    A birth that has a last possible day decides. Without one, what else is told of the person does, and
    without that, what its sources tell of anybody: in doubt, somebody may be living.
    """
    if life.is_dead:
        return None
    if life.is_born and life.born is not None:
        return Because.BORN if life.born >= since else None
    if life.told is not None:
        return Because.TOLD if life.told >= since else None
    if life.company is not None:
        return Because.COMPANY if life.company >= since else None
    return None


def day_before_which_all_are_dead(today: date, *, years: int) -> int:
    """Return the day so many years before today, as `When` counts days."""
    year = today.year - years
    return date(year, today.month, 28 if (today.month, today.day) == (2, 29) else today.day).toordinal()
