"""Which personas to compare at all: those that share a key of their names, or of a name and a life."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from heapq import nsmallest
from itertools import combinations

import numpy as np

from factoid.identity.blocks import each_once, pairs_in_blocks
from factoid.identity.hopeless import Sieve
from factoid.identity.profile import Bearer, Profile
from factoid.model.when import Bounds, civil_of
from factoid.names import Culture, fold
from factoid.names.blocking import keys_of_word
from factoid.names.given import families_of
from factoid.names.sound import sounds_of

Pair = tuple[str, str]
Key = tuple[object, ...]

CLOSEST = 30  #: sources about the same people to which one source is compared name by name


def likely_pairs(bearers: Iterable[Bearer]) -> Iterator[Pair]:
    """Yield the pairs of personas of two sources worth weighing, each once, the smaller id first.

    They share the sounds of a given name and a surname; or one name, and a day, year or place of their lives.
    """
    ordered = sorted(bearers, key=lambda bearer: bearer.id)
    order = [_order(bearer) for bearer in ordered]
    sieve = Sieve(ordered)
    own = [keys_of(bearer) for bearer in ordered]
    by_name = pairs_in_blocks(((hash(key) for key in keys if key[0] in _BY_NAME) for keys in own), order)
    by_life = pairs_in_blocks(((hash(key) for key in keys if key[0] not in _BY_NAME) for keys in own), order)
    del own
    ruled_out = sieve.other_names(*by_life)
    count = max(len(ordered), 1)
    found = [by_name[0] * count + by_name[1], (by_life[0] * count + by_life[1])[~ruled_out]]
    pairs = each_once(np.concatenate(found))
    pairs = pairs[~sieve.other_times(pairs // count, pairs % count)]
    for pair in pairs:
        one, two = divmod(int(pair), count)
        a, b = ordered[one], ordered[two]
        if a.source != b.source:
            yield a.id, b.id


_BY_NAME = frozenset({"name", "day"})  #: keys that are enough by themselves, however the names are written


def _order(bearer: Bearer) -> tuple[str, tuple[Bounds, ...], str]:
    """Return where the persona stands in a block too wide to compare everybody with everybody."""
    return bearer.main.text, bearer.found.traces.born, bearer.id


def keys_of(bearer: Bearer) -> set[Key]:
    """Return the keys that two personas share who may be one."""
    keys: set[Key] = set()
    if bearer.main.is_full:
        keys |= {("name", *key) for key in _full_keys(bearer.main)}
    traces = bearer.found.traces
    if not (traces.born or traces.places):
        return keys
    names = (bearer.main, *bearer.others)
    given = {key for name in names for word in name.given for key in _given_keys(word)}
    surname = {key for name in names for word in _surnames(name) for key in _surname_keys(word)}
    places = [fold(place) for place in traces.places]
    for day in traces.born:
        if (year := _year(day)) is not None:
            keys |= {("year", year, key) for key in given | surname}
            keys |= {("year", year, key, place) for key in given for place in places}
        if day.earliest == day.latest:
            keys |= {("day", day.earliest, key) for key in given | surname}
    return keys | {("place", key, place) for key in given | surname for place in places}


def _year(day: Bounds) -> int | None:
    """Return the year that the days lie in, if it is one."""
    if day.earliest is None or day.latest is None:
        return None
    years = {civil_of(day.earliest)[0], civil_of(day.latest)[0]}
    return years.pop() if len(years) == 1 else None


def _full_keys(profile: Profile) -> set[Key]:
    """Return keys of a surname's sound with a given name: in either order, for names of the East."""
    surnames = _surnames(profile)
    given = {key for word in profile.given for key in _given_keys(word)}
    surname = {key for word in surnames for key in _surname_keys(word)}
    keys: set[Key] = {(s, g) for s in surname for g in given}
    if profile.name.culture in _SURNAME_FIRST:
        swapped = {key for word in profile.given for key in _surname_keys(word)}
        keys |= {(s, g) for s in swapped for word in surnames for g in _given_keys(word)}
    return keys


_SURNAME_FIRST = frozenset({Culture.EAST_ASIAN, Culture.HUNGARIAN})


def _surname_keys(word: str) -> frozenset[str]:
    return keys_of_word(word) | sounds_of(word)


def _given_keys(word: str) -> set[str]:
    return {*sounds_of(word), *(f"={family}" for family in families_of(word))}


def _surnames(profile: Profile) -> list[str]:
    return [word for word in profile.name.surname.replace("-", " ").split() if word[:1].isupper()]


def related_sources(persons: Iterable[Collection[str]]) -> set[Pair]:
    """Return the pairs of sources that have people in common, given the sources of each person.

    Of each source only the closest `CLOSEST` count: people whom few others name bring two sources closer.
    """
    shared: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for sources in sorted(map(sorted, persons)):
        for one, two in combinations(sources, 2):
            shared[one][two] += 1 / len(sources)
            shared[two][one] += 1 / len(sources)
    found: set[Pair] = set()
    for one, others in shared.items():
        closest = nsmallest(CLOSEST, others, key=lambda other: (-others[other], other))
        found.update((min(one, two), max(one, two)) for two in closest)
    return found


class NameIndex:
    """The names of one source, to find those that may be alike in another."""

    def __init__(self, bearers: Iterable[Bearer]) -> None:
        self._by_surname: dict[str, list[Bearer]] = defaultdict(list)
        self._by_given: dict[str, list[Bearer]] = defaultdict(list)
        self._bare: dict[str, list[Bearer]] = defaultdict(list)  #: those who are called by this name alone
        for bearer in bearers:
            self._add(bearer)

    def _add(self, bearer: Bearer) -> None:
        for profile in (bearer.main, *bearer.others):
            surnames = _surnames(profile)
            for word in {*surnames, *profile.name.patronymic.split()}:
                for key in _surname_keys(word):
                    self._by_surname[key].append(bearer)
            given = {key for word in profile.given for key in _given_keys(word)}
            alone = {key for word in surnames for key in _given_keys(word)} if not profile.given else set()
            for key in given | alone:
                (self._by_given if profile.is_full else self._bare)[key].append(bearer)

    def pairs_with(self, other: NameIndex) -> set[Pair]:
        """Return the pairs of a persona here and one there that share a name, or a bare given name."""
        return {
            *_joined(self._by_surname, other._by_surname),
            *_joined(self._bare, other._bare),
            *_joined(self._bare, other._by_given),
            *_joined(self._by_given, other._bare),
        }


def _joined(ours: dict[str, list[Bearer]], theirs: dict[str, list[Bearer]]) -> Iterator[Pair]:
    for key in ours.keys() & theirs.keys():
        for a in ours[key]:
            for b in theirs[key]:
                yield min(a.id, b.id), max(a.id, b.id)
