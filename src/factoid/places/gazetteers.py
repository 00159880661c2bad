"""Gazetteers that users bring: Linked Places (JSON-LD) and GeoNames dumps.

>>> from pathlib import Path
>>> load_gazetteer(Path("ports.lp.json"))  # doctest: +SKIP
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from hashlib import file_digest
from pathlib import Path
from typing import Any

from factoid.errors import SourceError
from factoid.places.entry import PlaceEntry
from factoid.places.folding import keys_of
from factoid.places.tables import NamedPlace

_GEONAMES_COLUMNS = 19
_CLASSES = {
    "A": "region",
    "H": "river",
    "L": "region",
    "P": "city",
    "R": "region",
    "S": "city",
    "T": "mountain",
}


class BadGazetteer(SourceError):
    """A gazetteer cannot be read."""


class Gazetteer:
    """Places by their folded names, in memory."""

    def __init__(self, places: Iterator[tuple[PlaceEntry, Sequence[str]]], *, version: str = "") -> None:
        self.version = version  #: names the file and what is in it
        self._named: dict[str, list[NamedPlace]] = {}
        self.size = 0
        for entry, names in places:
            self.size += 1
            for name in names:
                for key in keys_of(name):
                    self._named.setdefault(key, []).append(NamedPlace(entry, name == names[0]))

    def named(self, key: str) -> Sequence[NamedPlace]:
        """Return the places that have the folded name."""
        return self._named.get(key, ())


def load_gazetteer(path: Path) -> Gazetteer:
    """Read a gazetteer: Linked Places (``.json``, ``.jsonld``, ``.geojson``) or a GeoNames dump (``.txt``, ``.tsv``).

    Raises `BadGazetteer` when the file is neither.
    """
    try:
        with path.open("rb") as file:
            version = f"{path.stem}:{file_digest(file, 'sha256').hexdigest()[:8]}"
        if path.suffix.casefold() in (".json", ".jsonld", ".geojson"):
            return Gazetteer(_linked_places(json.loads(path.read_text("utf-8"))), version=version)
        return Gazetteer(_geonames(path), version=version)
    except OSError as error:
        raise BadGazetteer(str(path), f"{error.strerror or error}.") from error
    except (ValueError, KeyError, TypeError, IndexError) as error:
        reason = f"not a gazetteer of Linked Places or GeoNames ({error})."
        raise BadGazetteer(str(path), reason, "See docs/explanation/places.md for the two forms.") from error


def _geonames(path: Path) -> Iterator[tuple[PlaceEntry, Sequence[str]]]:
    """Read the columns of GeoNames' files: allCountries.txt, UA.txt, cities500.txt."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            fields = line.rstrip("\n").split("\t")
            if len(fields) != _GEONAMES_COLUMNS:
                raise ValueError(f"line {number} has {len(fields)} columns, not {_GEONAMES_COLUMNS}")
            id_, name, plain, others, lat, lon, kind = fields[:7]
            entry = PlaceEntry(
                f"https://sws.geonames.org/{id_}/",
                name,
                float(lat),
                float(lon),
                _CLASSES.get(kind, "region"),
                country=fields[8],
                division=fields[10] if kind == "P" else "",
                population=int(fields[14] or 0),
            )
            yield entry, [name, plain, *filter(None, others.split(","))]


def _linked_places(content: Any) -> Iterator[tuple[PlaceEntry, Sequence[str]]]:
    """Read a feature collection of Linked Places; features without a geometry are left out."""
    for feature in content["features"]:
        points = list(_points(feature.get("geometry") or {}))
        told = feature.get("properties", {})
        names = [told.get("title"), *(name.get("toponym") for name in feature.get("names", []))]
        names = list(dict.fromkeys(filter(None, names)))
        if points and names:
            entry = PlaceEntry(
                str(feature.get("@id") or feature.get("id") or ""),
                names[0],
                sum(lat for lat, _ in points) / len(points),
                sum(lon for _, lon in points) / len(points),
                _CLASSES.get(next(iter(told.get("fclasses") or []), ""), "city"),
                country=next(iter(told.get("ccodes") or []), ""),
            )
            yield entry, names


def _points(geometry: Any) -> Iterator[tuple[float, float]]:
    """Return latitudes and longitudes of any GeoJSON geometry."""
    for part in geometry.get("geometries", []):
        yield from _points(part)
    yield from _flat(geometry.get("coordinates", []))


def _flat(coordinates: Any) -> Iterator[tuple[float, float]]:
    if coordinates and isinstance(coordinates[0], int | float):
        yield float(coordinates[1]), float(coordinates[0])
    else:
        for part in coordinates:
            yield from _flat(part)
