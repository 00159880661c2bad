"""The people among whom a source names a person: who is near both of two is evidence that they are one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import sqrt

from factoid.identity.features import MOST_SHARED, TABLE, Evidence
from factoid.identity.profile import Bearer

REACH = 1500  #: characters between two mentions that stand in one context
FEW_SOURCES = 3  #: whom more sources name is company to so many that he tells less


class Company:
    """Who is named near whom, source by source; worked out when it is first asked for."""

    def __init__(self, bearers: Iterable[Bearer]) -> None:
        self._places: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._bearers: dict[str, Bearer] = {}
        self._near: dict[str, frozenset[str]] = {}
        for bearer in bearers:
            self._bearers[bearer.id] = bearer
            if bearer.found.persona.is_named:
                starts = ((mention.start, bearer.id) for mention in bearer.found.persona.mentions)
                self._places[bearer.source].extend(starts)
        for places in self._places.values():
            places.sort()

    def near(self, persona: str) -> frozenset[str]:
        """Return the named personas of the same source that it mentions within reach of this one."""
        if persona not in self._near:
            self._near[persona] = frozenset(self._neighbours(self._bearers[persona]))
        return self._near[persona]

    def _neighbours(self, bearer: Bearer) -> set[str]:
        places = self._places[bearer.source]
        found: set[str] = set()
        done = 0  # places before this one were looked at for the mention before
        for mention in bearer.found.persona.mentions:
            first = bisect_left(places, (mention.start - REACH, ""))
            last = bisect_right(places, (mention.end + REACH, "\uffff"))
            found.update(persona for _, persona in places[max(first, done) : last])
            done = max(done, last)
        found.discard(bearer.id)
        return found


class Persons:
    """Who is one person so far, as the company of two personas is compared by it."""

    def __init__(self, company: Company, person_of: Mapping[str, str], names: Mapping[str, str]) -> None:
        self._company = company
        self._person_of = person_of
        self._names = names
        self._spread: dict[str, int] = defaultdict(int)
        for person in person_of.values():
            self._spread[person] += 1

    def shared_by(self, a: str, b: str) -> tuple[Evidence, ...]:
        """Return evidence for every person named near both, the most telling first: its reason is a name."""
        own = {self._person_of[a], self._person_of[b]}
        ours = {self._person_of[persona] for persona in self._company.near(a)}
        theirs = {self._person_of[persona] for persona in self._company.near(b)}
        found = sorted((ours & theirs) - own, key=lambda person: (self._spread[person], person))
        evidence = []
        left = MOST_SHARED
        for person in found:
            share = min(1.0, sqrt(FEW_SOURCES / self._spread[person]))
            points = min(left, TABLE["shared person"].points * share)
            left -= points
            if points > 0:
                evidence.append(Evidence("shared person", points, self._names[person]))
        return tuple(evidence)
