"""Towns and the lands that two sources name instead of one another, so that neither tells what the other means."""

from __future__ import annotations

from functools import cache

from factoid.criticism.accounts.wording import words_of
from factoid.places import PlaceEntry, PlaceRelation, distance_km, kilometres, resolve_places
from factoid.resources import load

_WIDE_KINDS = frozenset(("country", "polity", "state", "region", "river", "sea", "mountain"))
_MUCH_LESS_LIKELY = 0.3
_SUBURB_KM = 20.0  #: within which one town may be told as the other
_SUBURB_OF_METROPOLIS_KM = 40.0
_METROPOLIS = 1_000_000  #: people
_OWN_NAME = 50_000  #: people, from which on nobody calls a town by the name of the next one


def is_wide(kind: str) -> bool:
    """Say whether a kind of place is a country or region rather than a town."""
    return kind in _WIDE_KINDS


def best_of(place: str) -> PlaceEntry | None:
    """Return what a name most likely means where nothing else is known."""
    return resolve_places([place])[place].best


def beside_wide(a: str, b: str) -> PlaceRelation | None:
    """Return what a place is to a land, where two names of one text would be read otherwise; else None.

    *The Far East* has no point, but a middle and a reach; and who went to *Moscow* was not in the United States
    though a small town of that name lies there.
    """
    for wide, town, kind in ((a, b, "contains"), (b, a, "within")):
        best, land = best_of(town), _lands().get(" ".join(words_of(wide)))
        if best is None:
            continue
        if land is not None:
            return _beside_land(best, wide, land, kind)
        outer = best_of(wide)
        if outer is not None and outer.kind == "country" and _is_namesake(town, outer):
            return PlaceRelation("different", f"{best.name} ({best.country}) does not lie in {outer.name}")
    return _towns_apart(a, b)


def _towns_apart(a: str, b: str) -> PlaceRelation | None:
    """Return that two towns are different ones, where each name means but one, even if they are near."""
    towns = [best for name in (a, b) if (best := _plain_town(name)) is not None]
    if len(towns) != 2 or not all(town.population >= _OWN_NAME for town in towns):
        return None
    ours, theirs = towns
    apart = distance_km(ours, theirs)
    is_suburb = max(ours.population, theirs.population) >= _METROPOLIS
    if apart < (_SUBURB_OF_METROPOLIS_KM if is_suburb else _SUBURB_KM):
        return None
    return PlaceRelation("different", f"{ours.name} and {theirs.name} are {apart:.0f} km apart")


def _plain_town(name: str) -> PlaceEntry | None:
    """Return the town that a name means, unless it may well mean another."""
    found = resolve_places([name])[name].candidates
    best = best_of(name)
    if best is None or best.kind != "city":
        return None
    second = next((score for entry, score in found[1:] if entry.uri != best.uri), 0.0)
    return best if found[0][1] - second >= _MUCH_LESS_LIKELY else None


def _beside_land(town: PlaceEntry, wide: str, land: tuple[float, float, float], kind: str) -> PlaceRelation:
    lat, lon, reach = land
    apart = kilometres(town.lat, town.lon, lat, lon)
    if apart > reach + town.radius:
        return PlaceRelation("different", f"{town.name} lies {apart:.0f} km from the middle of {wide}")
    return PlaceRelation(kind, f"{town.name} lies in {wide}")


def _is_namesake(town: str, land: PlaceEntry) -> bool:
    """Say whether what lies in a country is only a much lesser place of the name."""
    found = resolve_places([town])[town].candidates
    best, score = found[0]
    if is_wide(best.kind) or best.country == land.country:
        return False
    inside = max((less for entry, less in found if entry.country == land.country), default=0.0)
    return bool(inside) and score - inside >= _MUCH_LESS_LIKELY


@cache
def _lands() -> dict[str, tuple[float, float, float]]:
    """Return the middle and the reach in kilometres of lands that are on no map."""
    listed = load("comparisons")["wide_places"]
    return {
        " ".join(words_of(name)): (lat, lon, reach)
        for names, (lat, lon, reach) in listed.items()
        for name in names.split(";")
    }
