"""A place of a gazetteer, and how far places lie apart."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from factoid.model import Bounds

_EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place with a point: a settlement, country, region, river, sea or a polity of the past."""

    uri: str
    name: str
    lat: float
    lon: float
    kind: str  #: city, country, state, region, river, lake, bay, sea, mountain, polity
    country: str = ""  #: code of the country of today, ISO 3166
    division: str = ""  #: code of the first-order division within it, as in GeoNames
    population: int = 0
    radius: float = 5.0  #: kilometres from the point to about its edge
    countries: tuple[str, ...] = ()  #: of a polity: the countries of today that hold most of it
    life: tuple[Bounds, Bounds] | None = None  #: of a polity: when it began and ended

    @property
    def is_wide(self) -> bool:
        """Whether other places lie in it: everything but settlements and points."""
        return self.radius > 20


def distance_km(one: PlaceEntry, other: PlaceEntry) -> float:
    """Return the great-circle distance between the points."""
    return kilometres(one.lat, one.lon, other.lat, other.lon)


def kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the great-circle distance between two points in degrees."""
    phi1, phi2 = radians(lat1), radians(lat2)
    a = sin((phi2 - phi1) / 2) ** 2 + cos(phi1) * cos(phi2) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(a)))
