"""Which personas to compare at all: those that share a key of their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from heapq import nsmallest
from itertools import combinations

from factoid.identity.profile import Bearer, Profile
from factoid.names.given import forms_of
from factoid.names.sound import sounds_of

Pair = tuple[str, str]
Key = tuple[str, ...]

CLOSEST = 30  #: sources about the same people to which one source is compared name by name


def full_name_pairs(bearers: Iterable[Bearer]) -> set[Pair]:
    """Return the pairs of personas of two sources whose given names and surnames may both agree."""
    blocks: dict[Key, list[Bearer]] = defaultdict(list)
    for bearer in bearers:
        if bearer.main.is_full:
            for key in _full_keys(bearer.main):
                blocks[key].append(bearer)
    return {
        _pair(a, b) for block in blocks.values() for a, b in combinations(block, 2) if a.source != b.source
    }


def _pair(a: Bearer, b: Bearer) -> Pair:
    return min(a.id, b.id), max(a.id, b.id)


def _full_keys(profile: Profile) -> set[Key]:
    """Return keys of a surname's sound with a given name: in either order, for names of the East."""
    given = {key for word in profile.given for key in _given_keys(word)}
    surname = {sound for word in _surnames(profile) for sound in sounds_of(word)}
    swapped = {sound for word in profile.given for sound in sounds_of(word)}
    back = {key for word in _surnames(profile) for key in _given_keys(word)}
    return {(s, g) for s in surname for g in given} | {(s, g) for s in swapped for g in back}


def _given_keys(word: str) -> set[str]:
    return {*sounds_of(word), *(f"={form.family}" for form in forms_of(word))}


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
                for sound in sounds_of(word):
                    self._by_surname[sound].append(bearer)
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
                yield _pair(a, b)
