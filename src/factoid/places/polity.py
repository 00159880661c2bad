"""Which polity a place lay in at a time."""

from __future__ import annotations

import re
from functools import cache

from factoid.model import Bounds
from factoid.model.when import bounds_of_life
from factoid.places.entry import PlaceEntry
from factoid.places.folding import fold_place
from factoid.places.resolve import overlaps, resolve_places
from factoid.places.tables import Life, countries_by_name, polities
from factoid.resources import load

_STAY = re.compile(r"(?P<name>.+) (?P<life>\S+/\S+)")


def polity_of(place: PlaceEntry | str, when: Bounds | None = None) -> tuple[PlaceEntry, ...]:
    """Return the polities that the place lay in, in their order; with ``when`` those of that time only.

    Empty when the table does not tell. More than one for a time in which the place changed hands.

    >>> from factoid.model.when import bounds_of_date
    >>> [polity.name for polity in polity_of("Harbin", bounds_of_date("1938"))]
    ['Manchukuo']
    """
    entry = _entry_of(place, when)
    if entry is None:
        return ()
    if entry.kind == "polity":
        return (entry,)
    return tuple(polity for polity, life in _stays_of(entry) if when is None or overlaps(life, when))


def _entry_of(place: PlaceEntry | str, when: Bounds | None) -> PlaceEntry | None:
    return place if isinstance(place, PlaceEntry) else resolve_places([place], when=when)[place].best


def _stays_of(entry: PlaceEntry) -> tuple[tuple[PlaceEntry, Life], ...]:
    lands = _lands()
    return lands.get((entry.country, entry.division)) or lands.get((entry.country, ""), ())


@cache
def _lands() -> dict[tuple[str, str], tuple[tuple[PlaceEntry, Life], ...]]:
    """Return for a country, or a division of it, the polities that it lay in and when."""
    found: dict[tuple[str, str], tuple[tuple[PlaceEntry, Life], ...]] = {}
    for line in load("places_history")["lands"].splitlines():
        place, *told = (part.strip() for part in line.split(" | "))
        country, _, divisions = place.partition(".")
        stays = tuple(_stay(part) for part in told)
        for division in divisions.split(","):
            found[country, division] = stays
    return found


def _stay(told: str) -> tuple[PlaceEntry, Life]:
    matched = _STAY.fullmatch(told)
    if matched is None:
        raise ValueError(f"places_history: {told!r} lacks BEGIN/END")
    key = fold_place(matched["name"].removeprefix("The "))
    return _powers()[key], bounds_of_life(matched["life"])


@cache
def _powers() -> dict[str, PlaceEntry]:
    """Return countries of today and polities of the past by folded name; polities win."""
    return countries_by_name() | polities()
