"""Where a life took it: the places of its statements on a map, moves as a path in the order of the life."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import cos, radians
from pathlib import Path

from factoid.model import DossierLine, Verdict
from factoid.store.lists.mapping import Point
from factoid.web.addresses import one_line

MOST_PLACES = 80
WIDTH, HEIGHT = 1096, 640
_MARGIN = 60
_NARROWEST = 30.0  #: degrees that a map shows at least
_OUTLINES = Path(__file__).parent / "outlines.txt"
_SIGN, _LINE = 7.5, 15.0

Arc = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A place on the map and the statements that are set there."""

    number: int
    x: float
    y: float
    radius: float
    name: str
    called: str  #: by every name that the sources give it
    room: float  #: that the name takes, in units
    is_named: bool  #: whether there is room for its name
    lines: tuple[DossierLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """The whole drawing."""

    sites: tuple[Site, ...] = ()
    outlines: str = ""
    moves: tuple[tuple[str, ...], ...] = ()  #: for each person a path for every way that was gone
    left_out: int = 0
    without: int = 0  #: statements whose place has no point


@dataclass(frozen=True, slots=True)
class _View:
    west: float
    north: float
    scale: float
    stretch: float

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        x, y = (lon - self.west) * self.scale, (self.north - lat) * self.scale * self.stretch
        return round(x, 1), round(y, 1)


def map_of(lives: Sequence[Sequence[DossierLine]], points: Iterable[Point]) -> Map:
    """Return the places of some lives, those first of which most is told."""
    by_source: dict[str, list[Point]] = {}
    for point in points:
        by_source.setdefault(point.source, []).append(point)
    spots: dict[tuple[float, float], list[DossierLine]] = {}
    names: dict[tuple[float, float], dict[str, None]] = {}
    ways: list[list[tuple[float, float]]] = []
    without = 0
    for lines in lives:
        way: list[tuple[float, float]] = []
        for line in lines:
            if line.factoid.place is None or line.verdict is Verdict.REJECTED or line.is_weak:
                continue
            found = _point_of(line, by_source.get(line.source, ()))
            if found is None:
                without += 1
                continue
            spot = (round(found.lon, 2), round(found.lat, 2))
            spots.setdefault(spot, []).append(line)
            names.setdefault(spot, {})[found.name] = None
            if line.factoid.when and line.factoid.certainty == "asserted" and way[-1:] != [spot]:
                way.append(spot)
        ways.append(way)
    kept = sorted(spots, key=lambda spot: (-len(spots[spot]), next(iter(names[spot]))))[:MOST_PLACES]
    if not kept:
        return Map(without=without)
    view = _view(kept)
    return Map(
        sites=tuple(_sites(kept, spots, names, view)),
        outlines=_outlines(view),
        moves=tuple(tuple(_moves([spot for spot in way if spot in set(kept)], view)) for way in ways),
        left_out=len(spots) - len(kept),
        without=without,
    )


def _point_of(line: DossierLine, points: Iterable[Point]) -> Point | None:
    span = line.factoid.spans.get("place")
    if span is None:
        return next((p for p in points if p.name == line.factoid.place), None)
    return next((p for p in points if any(span.overlaps(mention) for mention in p.mentions)), None)


def _view(spots: Sequence[tuple[float, float]]) -> _View:
    """Return the view that holds all spots with a margin."""
    lons, lats = [lon for lon, _ in spots], [lat for _, lat in spots]
    middle = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    stretch = 1 / max(cos(radians(middle[1])), 0.2)
    wide = max(max(lons) - min(lons), _NARROWEST) / (WIDTH - 2 * _MARGIN)
    high = max(max(lats) - min(lats), _NARROWEST / 3) * stretch / (HEIGHT - 2 * _MARGIN)
    scale = 1 / max(wide, high)
    return _View(middle[0] - WIDTH / 2 / scale, middle[1] + HEIGHT / 2 / scale / stretch, scale, stretch)


def _sites(
    kept: Sequence[tuple[float, float]],
    spots: dict[tuple[float, float], list[DossierLine]],
    names: dict[tuple[float, float], dict[str, None]],
    view: _View,
) -> Iterator[Site]:
    taken: list[tuple[float, float, float]] = []
    signs = [view.at(*spot) for spot in kept]
    for number, spot in enumerate(kept, start=1):
        x, y = view.at(*spot)
        name = one_line(next(iter(names[spot])))
        width = len(name) * _SIGN + 12
        is_free = all(
            abs(y - other_y) > _LINE or x + width < other_x or other_x + other_width < x
            for other_x, other_y, other_width in taken
        ) and not any(abs(y - other_y) < _SIGN and x < other_x < x + width for other_x, other_y in signs)
        if is_free:
            taken.append((x, y, width))
        yield Site(
            number=number,
            x=x,
            y=y,
            radius=round(min(4 + len(spots[spot]) ** 0.5, 14), 1),
            name=name,
            called=one_line(" / ".join(names[spot])),
            room=width,
            is_named=is_free,
            lines=tuple(spots[spot]),
        )


def _moves(way: Sequence[tuple[float, float]], view: _View) -> Iterator[str]:
    """Yield the ways between places that follow one another, each once."""
    legs = dict.fromkeys((start, end) for start, end in pairwise(way) if start != end)
    return (_path(view.at(*spot) for spot in leg) for leg in legs)


@cache
def _arcs() -> tuple[Arc, ...]:
    lines = _OUTLINES.read_text("utf-8").splitlines()[1:]
    wholes = [
        [(float(lon), float(lat)) for lon, lat in (p.split(",") for p in line.split())] for line in lines
    ]
    return tuple(piece for whole in wholes for piece in _unwrapped(whole))


def _unwrapped(arc: Sequence[tuple[float, float]]) -> Iterator[Arc]:
    """Yield the pieces of an arc on either side of the 180th meridian: joined, they would cross the whole map."""
    first = 0
    for place, ((here, _), (there, _)) in enumerate(pairwise(arc), start=1):
        if abs(here - there) > 180:
            yield tuple(arc[first:place])
            first = place
    yield tuple(arc[first:])


def _outlines(view: _View) -> str:
    """Return the outlines that pass through the view."""
    drawn = []
    for arc in _arcs():
        places = [view.at(*place) for place in arc]
        xs, ys = [x for x, _ in places], [y for _, y in places]
        if max(xs) >= 0 and min(xs) <= WIDTH and max(ys) >= 0 and min(ys) <= HEIGHT:
            drawn.append(_path(places))
    return "".join(drawn)


def _path(places: Iterable[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in places)
