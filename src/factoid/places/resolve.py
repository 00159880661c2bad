"""Which places the names of one text mean: by name, kind, population, date and the other places of the text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import exp, log10

from factoid.model import Bounds
from factoid.model.when import day_of
from factoid.places.asked import Asked, asked_for, seat_of, variants
from factoid.places.entry import PlaceEntry, kilometres
from factoid.places.folding import keys_of
from factoid.places.gazetteers import Gazetteer
from factoid.places.settlements import settlements
from factoid.places.tables import OWN, Life, NamedPlace, abbreviated, named_in_tables

_MOST = 12  #: candidates of one name that are weighed
_ROUNDS = 2
_CELL = 2.0  #: degrees
#: What speaks for a candidate, in the unit of one step of a thousandfold population.
_KIND = {"country": 1.5, "state": 1.0, "region": 0.75, "polity": 0.85, "sea": 0.8, "river": 0.6, "lake": 0.6}
_OTHER_KIND = 0.55
_MAIN_NAME = 0.2
_STEP = 5.0  #: powers of ten of the population that make one
_BASE = 0.3
_NAME_OUT_OF_TIME = -0.35
_POLITY_OUT_OF_TIME = -0.35
_WRONG_KIND = -0.5
_IN_COUNTRY = 0.5
_IN_DIVISION = 0.45
_NEARBY = 0.8
_IN_CONTAINER = 1.2
_OUTSIDE_CONTAINER = -3.0
_NONE_IN_CONTAINER = -0.4
_VARIANT = -0.15
_USERS = 0.8  #: a gazetteer that the user brings was chosen for the texts
_ENOUGH = 0.85  #: below, the name is left unresolved
_STEEP = 8.0
_LONG_AGO = day_of(1900, 1, 1)  #: names given up before are not thought of in a text without a date
_SMALL_PART = 0.02
_LAND_KM = 150.0  #: about the reach of a province


@dataclass(frozen=True, slots=True)
class Resolution:
    """The places that a name may mean, best first, each with a score of 0 to 1."""

    name: str
    candidates: tuple[tuple[PlaceEntry, float], ...] = ()
    reason: str = ""  #: why there is no best, where there is none

    @property
    def best(self) -> PlaceEntry | None:
        """The place that the name most likely means; None is an honest answer."""
        return self.candidates[0][0] if self.candidates and self.candidates[0][1] >= 0.5 else None


@dataclass(frozen=True, slots=True)
class _Weighed:
    entry: PlaceEntry
    weight: float


def resolve_places(
    names: Sequence[str],
    *,
    when: Bounds | None = None,
    within: Mapping[str, str] | None = None,
    gazetteers: Sequence[Gazetteer] = (),
) -> dict[str, Resolution]:
    """Return for each name which places it may mean; names of one text are weighed together.

    ``when`` is the time that the text tells of, ``within`` gives for a name the place that it is said to lie in
    (*Batesville* in *Ark.*); ``Odessa, Ukraine`` says so itself. A name that stands more than once counts more.

    >>> resolve_places(["Odessa", "Kharkov", "Kiev"])["Odessa"].best.country
    'UA'
    """
    counts = Counter(names)
    asked = {name: asked_for(name) for name in counts}
    priors = {name: _candidates(asked[name], when, tuple(gazetteers)) for name in counts}
    containers = {name: (within or {}).get(name, "") or asked[name].container for name in counts}
    holders = {name: _containers(words, gazetteers) for name, words in containers.items() if words}
    scores = {name: _in_containers(told, holders.get(name, ())) for name, told in priors.items()}
    bases = scores
    for _ in range(_ROUNDS):
        surroundings = _Surroundings(scores, counts)
        scores = {name: surroundings.weigh(name, told) for name, told in bases.items()}
    return {name: _resolution(name, asked[name], told) for name, told in scores.items()}


@lru_cache(maxsize=8192)
def _candidates(asked: Asked, when: Bounds | None, gazetteers: tuple[Gazetteer, ...]) -> tuple[_Weighed, ...]:
    if asked.is_vague:
        return ()
    found = _looked_up(asked.name, asked.kind, when, gazetteers)
    seat = seat_of(asked.name) if not found else ""
    if seat:
        return tuple(_around(told) for told in _looked_up(seat, "", when, gazetteers))
    if not found:
        for other in variants(asked.name):
            found = _looked_up(other, "", when, gazetteers)
            if found:
                return tuple(_Weighed(told.entry, told.weight + _VARIANT) for told in found)
    return found


def _around(seat: _Weighed) -> _Weighed:
    """Return the land around a town that gave it its name: about where, but not the town itself."""
    entry = seat.entry
    if entry.kind != "city":
        return seat
    number = entry.uri.rstrip("/").rpartition("/")[2]
    land = replace(
        entry, uri=f"{OWN}around:{number}", name=f"land around {entry.name}", kind="region", radius=_LAND_KM
    )
    return _Weighed(land, seat.weight + _VARIANT)


def _looked_up(
    name: str, kind: str, when: Bounds | None, gazetteers: Sequence[Gazetteer]
) -> tuple[_Weighed, ...]:
    best: dict[str, _Weighed] = {}
    keys = keys_of(name)
    told = [(place, 0.0 if name.endswith(".") else _VARIANT) for place in abbreviated(name)]
    for key in keys:
        told += [(place, _USERS) for gazetteer in gazetteers for place in gazetteer.named(key)]
        told += [(place, 0.0) for place in named_in_tables(key)]
        told += [(NamedPlace(e, _is_main(e, key)), 0.0) for e in settlements().named(key)]
    for place, extra in told:
        weight = _prior(place, kind, when) + extra
        known = best.get(place.entry.uri)
        if known is None or weight > known.weight:
            best[place.entry.uri] = _Weighed(place.entry, weight)
    return tuple(sorted(best.values(), key=lambda one: (-one.weight, one.entry.uri))[:_MOST])


def _is_main(entry: PlaceEntry, key: str) -> bool:
    return key in keys_of(entry.name)


def _prior(place: NamedPlace, kind: str, when: Bounds | None) -> float:
    """Weigh a candidate by itself."""
    entry = place.entry
    weight = (
        log10(entry.population + 100) / _STEP - _BASE
        if entry.kind == "city"
        else _KIND.get(entry.kind, _OTHER_KIND)
    )
    if place.is_main:
        weight += _MAIN_NAME
    if place.life is not None:
        weight += _in_time(place.life, when, entry.kind)
    if kind and entry.kind != kind and kind in ("river", "lake", "sea", "bay", "mountain"):
        weight += _WRONG_KIND if not place.is_main else 0.0
    return weight


def _in_time(life: Life, when: Bounds | None, kind: str) -> float:
    """Weigh a dated name by the time of the text."""
    if when is None or (when.earliest is None and when.latest is None):
        ended = life[1].latest
        is_old = ended is not None and ended < _LONG_AGO
        return _NAME_OUT_OF_TIME if is_old and kind != "polity" else 0.0
    if overlaps(life, when):
        return 0.0
    return _POLITY_OUT_OF_TIME if kind == "polity" else _NAME_OUT_OF_TIME


def overlaps(life: Life, when: Bounds) -> bool:
    """Say whether the time may fall into the life."""
    return not Bounds(life[0].earliest, life[1].latest).gap(when)


def _containers(words: str, gazetteers: Sequence[Gazetteer]) -> tuple[PlaceEntry, ...]:
    told = _candidates(asked_for(words), None, tuple(gazetteers))
    wide = [one.entry for one in told if one.entry.is_wide]
    return tuple(wide or [one.entry for one in told])


def _in_containers(told: Sequence[_Weighed], holders: Sequence[PlaceEntry]) -> tuple[_Weighed, ...]:
    """Prefer the candidates that lie in the place that the text says; where none does, believe none much."""
    held = [any(lies_in(one.entry, holder) for holder in holders) for one in told]
    outside = _OUTSIDE_CONTAINER if any(held) else _NONE_IN_CONTAINER if holders else 0.0
    return tuple(
        _Weighed(one.entry, one.weight + (_IN_CONTAINER if inside else outside))
        for one, inside in zip(told, held, strict=True)
    )


def lies_in(inner: PlaceEntry, outer: PlaceEntry) -> bool:
    """Say whether one place lies in another, as far as codes and distances tell."""
    if inner.uri == outer.uri:
        return False
    if outer.kind == "country":
        return inner.country == outer.country and inner.kind != "country"
    if outer.division:
        return (inner.country, inner.division) == (outer.country, outer.division)
    if outer.countries and inner.country not in outer.countries:
        return False
    if outer.countries and len(outer.countries) > 1:
        return True
    return (
        kilometres(inner.lat, inner.lon, outer.lat, outer.lon) <= outer.radius and inner.radius < outer.radius
    )


class _Surroundings:
    """What the places of a text have in common: countries, divisions, parts of the map."""

    def __init__(self, scores: Mapping[str, Sequence[_Weighed]], counts: Mapping[str, int]) -> None:
        self._of_country: defaultdict[str, float] = defaultdict(float)
        self._of_division: defaultdict[tuple[str, str], float] = defaultdict(float)
        self._of_cell: defaultdict[tuple[int, int], float] = defaultdict(float)
        self._own: dict[str, list[tuple[PlaceEntry, float]]] = {}
        for name, told in scores.items():
            self._own[name] = list(_shares(told, min(3, counts[name])))
            self._add(self._own[name], 1.0)
        self._total = sum(_say(own) for own in self._own.values())

    def _add(self, own: Iterable[tuple[PlaceEntry, float]], sign: float) -> None:
        for country, share in _by_country(own).items():
            self._of_country[country] += sign * share
        for entry, share in own:
            if entry.division:
                self._of_division[entry.country, entry.division] += sign * share
            if entry.radius < 300:
                self._of_cell[_cell(entry)] += sign * share

    def weigh(self, name: str, told: Sequence[_Weighed]) -> tuple[_Weighed, ...]:
        """Weigh the candidates of one name by all the other names."""
        own = self._own[name]
        self._add(own, -1.0)
        others = max(1.0, self._total - _say(own))
        weighed = [_Weighed(one.entry, one.weight + self._support(one.entry, others)) for one in told]
        self._add(own, 1.0)
        return tuple(sorted(weighed, key=lambda one: (-one.weight, one.entry.uri)))

    def _support(self, entry: PlaceEntry, others: float) -> float:
        country = max(self._of_country[code] for code in entry.countries or (entry.country,)) / others
        division = self._of_division[entry.country, entry.division] / others if entry.division else 0.0
        row, column = _cell(entry)
        near = sum(self._of_cell[row + i, column + j] for i in (-1, 0, 1) for j in (-1, 0, 1)) / others
        return _IN_COUNTRY * country + _IN_DIVISION * division + _NEARBY * near


def _cell(entry: PlaceEntry) -> tuple[int, int]:
    return int(entry.lat // _CELL), int(entry.lon // _CELL)


def _by_country(own: Iterable[tuple[PlaceEntry, float]]) -> dict[str, float]:
    """Return what a name says for each country: ten villages of that name there say no more than one."""
    best: dict[str, float] = {}
    for entry, share in own:
        country = entry.countries[0] if entry.countries else entry.country
        best[country] = max(share, best.get(country, 0.0))
    return best


def _say(own: Iterable[tuple[PlaceEntry, float]]) -> float:
    return sum(_by_country(own).values())


def _shares(told: Sequence[_Weighed], count: int) -> Iterator[tuple[PlaceEntry, float]]:
    """Part one name's say among its candidates; little of it where none is likely."""
    if not told:
        return
    best = max(one.weight for one in told)
    parts = [(one.entry, exp(_STEEP * (one.weight - best))) for one in told]
    say = count * _likely(best) / _say(parts)
    for entry, part in parts:
        if part > _SMALL_PART:
            yield entry, part * say


def _likely(weight: float) -> float:
    return 1 / (1 + exp(-_STEEP * (weight - _ENOUGH)))


def _resolution(name: str, asked: Asked, told: Sequence[_Weighed]) -> Resolution:
    if asked.is_vague:
        return Resolution(name, (), "a place without a point")
    if not told:
        return Resolution(name, (), "in no gazetteer")
    ranked = sorted(told, key=lambda one: (-one.weight, one.entry.uri))
    candidates = tuple((one.entry, round(_likely(one.weight), 3)) for one in ranked)
    reason = "" if candidates[0][1] >= 0.5 else "no candidate is likely enough"
    return Resolution(name, candidates, reason)
