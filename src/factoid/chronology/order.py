"""The order in which a life is told: by what is known of the time, else by the place in the source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from factoid.dates import when_of_edtf
from factoid.model import Bounds, Factoid

_ENDLESS = 1 << 62
_NOT_KNOWN = (_ENDLESS - 1, _ENDLESS)  # after all that is dated, before the end
_FIRST_OF_ALL = {"birth"}
_LAST_OF_ALL = {"death", "burial"}


class _Place(NamedTuple):
    """Where a factoid belongs in a life; places compare as the life goes."""

    earliest: int
    latest: int
    side: int  #: of what shares the time: -1 a birth, 1 a death or burial
    source: int
    follows: int  #: 0 for a factoid with a time of its own, 1 after one whose time it takes, -1 before it
    start: int
    end: int


def life_positions(factoids: Sequence[Factoid], known: Mapping[str, Bounds] | None = None) -> list[int]:
    """Return the positions of the factoids in the order of the life.

    A dated factoid stands by its first possible day, *about 1914* by that of 1914, then by its last; what may
    have been before a birth or after it was after it, and at one time births come first and deaths last. An
    undated one stands where its source tells it: between the dated factoids before and behind it in that
    source, next to the earlier of the two (a story that goes back in time tells the undated first steps of
    the earlier part there). An undated birth comes first of all and an undated death or burial last. Sources
    keep the order in which they first appear, and what cannot be told apart keeps the order it came in.

    ``known`` gives by id the first and last day of those whose place is known better than by their own date.
    """
    born = _born(factoids)
    sources: dict[str, list[int]] = {}
    for position, factoid in enumerate(factoids):
        sources.setdefault(factoid.source, []).append(position)
    places: dict[int, _Place] = {}
    for number, positions in enumerate(sources.values()):
        told = sorted(positions, key=lambda p: (factoids[p].start, factoids[p].end))
        places.update(zip(told, _places([factoids[p] for p in told], number, known or {}, born), strict=True))
    return sorted(range(len(factoids)), key=places.__getitem__)


def _born(factoids: Iterable[Factoid]) -> int | None:
    """Return the last day on which a birth is told to have been, at its earliest."""
    births = (_bounds(factoid) for factoid in factoids if factoid.type in _FIRST_OF_ALL)
    return max((bounds[0] for bounds in births if bounds is not None), default=None)


def _places(
    told: Sequence[Factoid], source: int, known: Mapping[str, Bounds], born: int | None
) -> list[_Place]:
    """Return the place of each factoid of one source, given in the order of the text."""
    own = [_in_life(factoid, _solved(known.get(factoid.id)) or _bounds(factoid), born) for factoid in told]
    before, behind = _carried(own), _carried(own[::-1])[::-1]
    places = []
    for factoid, bounds, earlier, later in zip(told, own, before, behind, strict=True):
        follows = 0 if bounds else (1 if earlier <= later else -1)
        stands = bounds or _without_date(factoid.type) or min(earlier, later)
        side = -1 if factoid.type in _FIRST_OF_ALL else factoid.type in _LAST_OF_ALL
        places.append(_Place(*stands, side, source, follows, factoid.start, factoid.end))
    return places


def _in_life(factoid: Factoid, bounds: tuple[int, int] | None, born: int | None) -> tuple[int, int] | None:
    """Return the bounds without what lies before the birth, where some of them lie after it."""
    if bounds is None or born is None or factoid.type in _FIRST_OF_ALL or bounds[1] <= born:
        return bounds
    return max(bounds[0], born), bounds[1]


def _carried(own: Sequence[tuple[int, int] | None]) -> list[tuple[int, int]]:
    """Return for each the bounds that were the last to be known."""
    current, carried = _NOT_KNOWN, []
    for bounds in own:
        current = bounds or current
        carried.append(current)
    return carried


def _solved(bounds: Bounds | None) -> tuple[int, int] | None:
    if bounds is None or bounds.earliest is None:
        return None
    return bounds.earliest, _ENDLESS if bounds.latest is None else bounds.latest


def _bounds(factoid: Factoid) -> tuple[int, int] | None:
    """Return the first and last possible day; an end without a beginning (by 1937) stands at its end."""
    when = factoid.when
    if when is None or (when.earliest is None and when.latest is None):
        return None
    if when.is_about:  # *about 1914* stands at 1914, not five years before: behind 1911
        when = when_of_edtf(re.sub("[~%]", "", when.edtf), extent=when.extent)
    latest = _ENDLESS if when.latest is None else when.latest
    starts = (when.earliest, when.end.earliest, latest)
    return next(day for day in starts if day is not None), latest


def _without_date(statement_type: str) -> tuple[int, int] | None:
    if statement_type in _FIRST_OF_ALL:
        return -_ENDLESS, -_ENDLESS
    return (_ENDLESS, _ENDLESS) if statement_type in _LAST_OF_ALL else None
