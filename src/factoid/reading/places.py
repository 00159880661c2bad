"""The places of a reading put on the map, where the text lets one tell which is meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from factoid.model import Bounds, Place, TimeExpression
from factoid.places import Gazetteer, PlaceEntry, resolve_places

_COUNTED = 3  #: mentions of one place that count; more would let it drown the others
_TAIL = 10  #: one time in so many, at either end, is left out: asides on other centuries


def on_the_map(
    places: Sequence[Place],
    content: str,
    times: Iterable[TimeExpression],
    gazetteers: Sequence[Gazetteer] = (),
) -> tuple[Place, ...]:
    """Return the places with point and address of the gazetteer; those that are not told stay without."""
    if not places:
        return ()
    names = [place.name for place in places for _ in place.mentions[:_COUNTED]]
    within = _containers(places, content)
    found = resolve_places(names, when=time_told(times), within=within, gazetteers=gazetteers)
    return tuple(_placed(place, found[place.name].best) if place.name in found else place for place in places)


def time_told(times: Iterable[TimeExpression]) -> Bounds | None:
    """Return the time that a text tells of, without the earliest and the latest tenth of what it names."""
    starts, ends = [], []
    for time in times:
        if time.when.earliest is not None and time.when.latest is not None:
            starts.append(time.when.earliest)
            ends.append(time.when.latest)
    if not starts:
        return None
    starts.sort()
    ends.sort()
    cut = len(starts) // _TAIL
    return Bounds(starts[cut], ends[-1 - cut])


def _containers(places: Sequence[Place], content: str) -> dict[str, str]:
    """Return for places the one that follows after a comma: *Odessa, Ukraine*."""
    mentions = sorted((span.start, span.end, place.name) for place in places for span in place.mentions)
    return {
        name: following
        for (_, end, name), (start, _, following) in pairwise(mentions)
        if 0 < start - end <= 2 and content[end:start].rstrip() == ","
    }


def _placed(place: Place, entry: PlaceEntry | None) -> Place:
    return place if entry is None else replace(place, lat=entry.lat, lon=entry.lon, uri=entry.uri)
