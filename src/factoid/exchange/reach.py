"""A `When` as formats without EDTF can hold it: plain dates where it is one, else first and last days.

Nothing here is narrower than the When: what is not a plain date of year, month or day keeps its bounds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factoid.model import Extent, When
from factoid.model.when import iso_of, iso_of_year

_PLAIN = re.compile(r"(-?\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?")
_DOUBTS = re.compile(r"[?~%]")


@dataclass(frozen=True, slots=True)
class Point:
    """A year, a month of it, or a day: as precise as the source and no more. Years are astronomical."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str:
        """``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``."""
        parts = [iso_of_year(self.year)]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far a time reaches."""

    point: Point | None = None  #: where it is one plain date
    begin: Point | None = None  #: of an interval, where its first end is plain
    finish: Point | None = None
    is_about: bool = False  #: EDTF ``~``
    is_doubtful: bool = False  #: EDTF ``?``
    lasted: bool = False  #: true throughout, not on some day within
    earliest: str | None = None  #: ISO day; None for unbounded
    latest: str | None = None
    words: str = ""
    edtf: str = ""

    @property
    def begins(self) -> str | None:
        """The beginning in ISO: as precise as it is given, else the first day possible."""
        given = self.point or self.begin
        return given.iso if given else self.earliest

    @property
    def ends(self) -> str | None:
        """The end likewise."""
        given = self.point or self.finish
        return given.iso if given else self.latest


def bounds_of(reach: Reach) -> tuple[Point | None, Point | None]:
    """Return between which points a time lies: its ends where they are plain, else the first and last day possible."""
    first, last = (point_of(day) if day else None for day in (reach.earliest, reach.latest))
    return reach.begin or first, reach.finish or last


def reach_of(when: When | None) -> Reach | None:
    """Return how far a time reaches; None for none."""
    if when is None:
        return None
    plain = _DOUBTS.sub("", when.edtf)
    first, slash, last = plain.partition("/")
    return Reach(
        point=None if slash else point_of(plain),
        begin=point_of(first) if slash else None,
        finish=point_of(last) if slash else None,
        is_about=when.is_about,
        is_doubtful=when.is_doubtful,
        lasted=when.extent is Extent.THROUGHOUT,
        earliest=_day(when.earliest),
        latest=_day(when.latest),
        words=when.words,
        edtf=when.edtf,
    )


def point_of(text: str) -> Point | None:
    """Return a plain ISO date of year, month or day; None for anything else."""
    found = _PLAIN.fullmatch(text)
    if not found:
        return None
    year, month, day = found.groups()
    return Point(int(year), int(month) if month else None, int(day) if day else None)


def _day(ordinal: int | None) -> str | None:
    return None if ordinal is None else iso_of(ordinal)
