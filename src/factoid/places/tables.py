"""Our own tables: countries, regions and waters, polities of the past, and names that cities have had."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import pi, sqrt

from factoid.model import Bounds
from factoid.model.when import bounds_of_life
from factoid.places.entry import PlaceEntry
from factoid.places.folding import fold_place, keys_of
from factoid.places.settlements import GEONAMES, settlements
from factoid.resources import load

Life = tuple[Bounds, Bounds]
OWN = "urn:factoid:place:"  #: addresses of places that are in no public gazetteer
_POLITY_KM = 300.0
_NAMES_WITH_LIFE = re.compile(r"(?P<names>.+) (?P<life>\S+/\S+)")


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place under one of its names."""

    entry: PlaceEntry
    is_main: bool  #: the name that the gazetteer lists it under
    life: Life | None = None  #: when the name was in use, None for always


def named_in_tables(key: str) -> tuple[NamedPlace, ...]:
    """Return the countries, regions, polities and renamed cities that have the folded name."""
    return tuple(_standing().get(key, ())) + tuple(_renamed_now(key))


def abbreviated(name: str) -> tuple[NamedPlace, ...]:
    """Return the places that the short form stands for: *N. C.*, *Mo.*, and *Cal* without its full stop."""
    closed = _closed(name)
    return tuple(_short_forms().get(closed if closed.endswith(".") else f"{closed}.", ()))


@cache
def countries() -> dict[str, PlaceEntry]:
    """Return the countries of today by their codes."""
    found: dict[str, PlaceEntry] = {}
    for code, number, point, area, names in _rows("places_countries", "countries"):
        lat, lon = map(float, point.split())
        radius = max(5.0, sqrt(float(area) / pi))
        name = names.partition(";")[0].strip()
        uri = f"{GEONAMES}{number}/"
        found[code] = PlaceEntry(uri, name, lat, lon, "country", country=code, radius=radius)
    return found


@cache
def countries_by_name() -> dict[str, PlaceEntry]:
    """Return the countries of today by their folded names."""
    rows = _rows("places_countries", "countries")
    return {fold_place(_bare(name)): countries()[row[0]] for row in rows for name in _split(row[4])}


@cache
def polities() -> dict[str, PlaceEntry]:
    """Return the polities of the past by their folded names."""
    found: dict[str, PlaceEntry] = {}
    for names, life, point, codes in _rows("places_polities", "polities"):
        forms = _split(names)
        lat, lon = map(float, point.split())
        entry = PlaceEntry(
            OWN + fold_place(forms[0]).replace(" ", "-"),
            forms[0],
            lat,
            lon,
            "polity",
            country=codes.split()[0],
            radius=_POLITY_KM,
            countries=tuple(codes.split()),
            life=bounds_of_life(life),
        )
        for form in forms:
            found.setdefault(fold_place(_bare(form)), entry)
    return found


@cache
def regions() -> tuple[tuple[PlaceEntry, tuple[str, ...]], ...]:
    """Return the regions and waters, each with its names."""
    found = []
    for table in ("places_regions", "places_regions_world"):
        for kind, place, names, point, radius in _rows(table, "regions"):
            forms = _split(names)
            country, _, division = place.partition(".")
            lat, lon = map(float, point.split())
            uri = f"{OWN}{kind}:{country.lower()}:{fold_place(forms[0]).replace(' ', '-')}"
            entry = PlaceEntry(
                uri, _bare(forms[0]), lat, lon, kind, country=country, division=division, radius=float(radius)
            )
            found.append((entry, forms))
    return tuple(found)


_SAME_STEM = 3  #: letters that the spellings of one name share


@cache
def _standing() -> dict[str, list[NamedPlace]]:
    """Return countries, polities and regions by folded name."""
    found: dict[str, list[NamedPlace]] = {}

    def learn(entry: PlaceEntry, forms: tuple[str, ...], life: Life | None = None) -> None:
        for form in forms:
            if not form.endswith("."):
                for key in keys_of(_bare(form)):
                    found.setdefault(key, []).append(NamedPlace(entry, is_main=True, life=life))

    for row in _rows("places_countries", "countries"):
        learn(countries()[row[0]], _split(row[4]))
    for row in _rows("places_polities", "polities"):
        forms = _split(row[0])
        entry = polities()[fold_place(_bare(forms[0]))]
        learn(entry, forms, entry.life)
    for entry, forms in regions():
        learn(entry, forms)
    return found


@cache
def _short_forms() -> dict[str, list[NamedPlace]]:
    found: dict[str, list[NamedPlace]] = {}
    for entry, forms in regions():
        for form in {_closed(form) for form in forms if form.endswith(".")}:
            found.setdefault(form, []).append(NamedPlace(entry, is_main=True))
    return found


def _former_names() -> Iterator[tuple[str, str, str, str]]:
    """Yield the country, the name of today, another name, and when that was in use."""
    for table in ("places_renamed", "places_renamed_world", "places_renamed_asia"):
        for country, today, *names in _rows(table, "cities"):
            for part in names:
                matched = _NAMES_WITH_LIFE.fullmatch(part)
                if matched is None:
                    raise ValueError(f"{table}: {today}: {part!r} lacks BEGIN/END")
                for form in _split(matched["names"]):
                    yield country, today, form, matched["life"]


@cache
def _renamed() -> dict[str, list[tuple[str, str, str]]]:
    """Return for a folded former name the country and name of today, and when the name was in use."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for country, today, form, life in _former_names():
        for key in keys_of(form):
            found.setdefault(key, []).append((country, today, life))
    return found


def other_spellings() -> frozenset[str]:
    """Return names of cities that are today's name otherwise spelt: *Ussuriisk*, *Lvov*; not *Kirov*, who was a man."""
    return frozenset(
        form
        for _, today, form, _ in _former_names()
        if fold_place(form)[:_SAME_STEM] == fold_place(today)[:_SAME_STEM] and form != today
    )


def _renamed_now(key: str) -> Iterator[NamedPlace]:
    for country, today, life in _renamed().get(key, ()):
        there = [e for e in settlements().named(fold_place(today)) if e.country == country]
        if there:
            yield NamedPlace(
                max(there, key=lambda e: (e.name == today, e.population)),
                is_main=True,
                life=bounds_of_life(life),
            )


def _rows(table: str, section: str) -> Iterator[list[str]]:
    for line in load(table)[section].splitlines():
        yield [part.strip() for part in line.split(" | ")]


def _split(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names.split(";") if name.strip())


def _bare(name: str) -> str:
    return name.removeprefix("the ")


def _closed(name: str) -> str:
    return "".join(name.casefold().split())
