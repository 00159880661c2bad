"""How two places stand to one another: the same, one within the other, near, different."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from factoid.model import Bounds
from factoid.places.asked import asked_for
from factoid.places.entry import PlaceEntry, distance_km
from factoid.places.folding import fold_place
from factoid.places.polity import polity_of
from factoid.places.resolve import Resolution, lies_in, resolve_places

_NEAR_KM = 40.0
_LIKELY = 0.5
_LESS_LIKELY = 0.25  #: a second meaning counts when it is at most so much less likely than the first

_PREFERRED = ("same", "within", "contains", "near", "different")


@dataclass(frozen=True, slots=True)
class PlaceRelation:
    """What the first of two places is to the second, and why.

    ``kind``: ``same``; ``within`` (the first lies in the second) or ``contains``; ``near``; ``different``;
    ``unknown`` when one of them cannot be put on the map.
    """

    kind: str
    reason: str


@lru_cache(maxsize=16384)
def compare_places(a: str, b: str, *, when: Bounds | None = None) -> PlaceRelation:
    """Return what place ``a`` is to place ``b``; ``when`` is the time that both are named of.

    Where a name may mean several places, the meanings that agree best with the other name are taken.

    >>> compare_places("Leningrad", "St Petersburg").kind
    'same'
    >>> compare_places("Odessa", "Ukraine").kind
    'within'
    """
    left, right = asked_for(a), asked_for(b)
    if fold_place(left.name) == fold_place(right.name) and (not left.container or not right.container):
        return PlaceRelation("same", "the same name")
    if left.is_vague or right.is_vague:
        return PlaceRelation("unknown", f"{a if left.is_vague else b} is a place without a point")
    found = resolve_places(list(dict.fromkeys([a, b])), when=when)
    these, those = _meanings(found[a]), _meanings(found[b])
    if not these or not those:
        return PlaceRelation("unknown", f"{b if these else a} is in no gazetteer, or not likely enough")
    told = [_between(x, y, when) for x, y in product(these, those)]
    return min(told, key=lambda relation: _PREFERRED.index(relation.kind))


def _meanings(found: Resolution) -> Sequence[PlaceEntry]:
    """Return the meanings that are about as likely as the first."""
    if found.best is None:
        return ()
    first = found.candidates[0][1]
    return [e for e, score in found.candidates if score >= _LIKELY and score >= first - _LESS_LIKELY]


def _between(a: PlaceEntry, b: PlaceEntry, when: Bounds | None) -> PlaceRelation:
    if a.uri == b.uri:
        return PlaceRelation("same", f"both are names of {a.name}")
    for inner, outer, kind in ((a, b, "within"), (b, a, "contains")):
        if _is_within(inner, outer, when):
            return PlaceRelation(kind, f"{inner.name} lies in {outer.name}")
    for outer, country, kind in ((a, b, "contains"), (b, a, "within")):
        if country.kind == "country" and country.country in outer.countries:
            held = f"{outer.name} held much of the land of {country.name}"
            return PlaceRelation(kind if len(outer.countries) > 1 else "near", held)
    apart = distance_km(a, b)
    if apart <= max(_NEAR_KM, _reach(a, b)):
        return PlaceRelation("near", f"{a.name} and {b.name} are {apart:.0f} km apart")
    return PlaceRelation(
        "different", f"{a.name} ({a.country}) and {b.name} ({b.country}) are {apart:.0f} km apart"
    )


def _reach(a: PlaceEntry, b: PlaceEntry) -> float:
    """Return how far apart the points of two wide places may lie and still be near: both are drawn roughly."""
    return min(a.radius, b.radius) if a.is_wide and b.is_wide and a.kind != b.kind else 0.0


def _is_within(inner: PlaceEntry, outer: PlaceEntry, when: Bounds | None) -> bool:
    if outer.kind == "polity":
        return inner.kind not in ("polity", "country", "sea") and outer in polity_of(inner, when)
    return outer.is_wide and inner.kind != "polity" and lies_in(inner, outer)
