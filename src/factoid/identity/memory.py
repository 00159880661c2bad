"""What was worked out once about personas and pairs, kept for as long as they stay as they are."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from operator import is_

import numpy as np

from factoid.identity.candidates import NameIndex, Pair, likely_pairs
from factoid.identity.profile import Bearer, bearer_of
from factoid.identity.weigh import Opinion, opinion_of, weigh
from factoid.model import PersonaInSource

Points = tuple[int, int, int]  #: of the names, of the lives, both in tenths; and what was compared

_DATES, _SURNAME = 1, 2
_COLUMNS = np.dtype([("left", "<u8"), ("right", "<u8"), ("names", "<i2"), ("life", "<i2"), ("told", "u1")])


class Memory:
    """Names taken apart and pairs weighed: a new source costs only the pairs that it brings.

    Nothing is decided here, so whoever links with a memory finds what he would find without one. ``kept`` is what
    an earlier memory was kept as; what is told of a persona is part of its key, so nothing in it can be out of date
    but by another version of the linking.
    """

    def __init__(self, kept: bytes = b"") -> None:
        self._bearers: dict[str, Bearer] = {}
        self._keys: dict[str, int] = {}
        self._opinions: dict[tuple[str, str], Opinion] = {}
        self._recalled = _unpacked(kept)
        self._used: dict[tuple[int, int], Points] = {}
        self._compared: tuple[list[Bearer], list[Pair]] = ([], [])
        self._indexes: dict[str, tuple[list[Bearer], NameIndex]] = {}
        self.has_learnt = False  #: whether a pair was weighed that no earlier memory had

    def bearer(self, found: PersonaInSource) -> Bearer:
        """Return the persona with its names."""
        known = self._bearers.get(found.persona.id)
        if known is None or known.found != found:
            known = self._bearers[found.persona.id] = bearer_of(found)
            self._keys[found.persona.id] = _key_of(found)
        return known

    def pairs(self, bearers: Iterable[Bearer]) -> Sequence[Pair]:
        """Return the pairs worth weighing among the personas: those found last, where the personas are the same."""
        wanted = list(bearers)
        known, pairs = self._compared
        if not _are_the_same(known, wanted):
            pairs = list(likely_pairs(wanted))
            self._compared = wanted, pairs
        return pairs

    def index(self, source: str, bearers: Sequence[Bearer]) -> NameIndex:
        """Return the names of the personas of a source."""
        known = self._indexes.get(source)
        if known is None or not _are_the_same(known[0], bearers):
            known = self._indexes[source] = list(bearers), NameIndex(bearers)
        return known[1]

    def weigh(self, left: Bearer, right: Bearer) -> Opinion:
        """Return what the names, sexes and lives of two personas say."""
        known = self._opinions.get((left.id, right.id))
        if known is None or known.left is not left or known.right is not right:
            known = self._opinions[left.id, right.id] = self._recall(left, right)
        return known

    def _recall(self, left: Bearer, right: Bearer) -> Opinion:
        pair = self._keys[left.id], self._keys[right.id]
        points = self._recalled.get(pair)
        if points is None:
            opinion = weigh(left, right)
            told = _DATES * opinion.has_dates | _SURNAME * opinion.has_surname
            points = (round(opinion.name_points * 10), round(opinion.life_points * 10), told)
            self.has_learnt = True
        else:
            names, life, told = points
            opinion = opinion_of(
                left,
                right,
                (names / 10, life / 10),
                has_dates=bool(told & _DATES),
                has_surname=bool(told & _SURNAME),
            )
        self._used[pair] = points
        return opinion

    def kept(self) -> bytes:
        """Return the pairs that were asked for, so that another process can recall them."""
        return _packed(self._used.items())


def _are_the_same(known: Sequence[Bearer], wanted: Sequence[Bearer]) -> bool:
    return len(known) == len(wanted) and all(map(is_, known, wanted))


def _key_of(found: PersonaInSource) -> int:
    """Return a number that another persona, or the same told of otherwise, does not have."""
    persona = found.persona
    told = repr((persona.id, persona.name, persona.forms, persona.gender, persona.is_named, found.traces))
    return int.from_bytes(blake2b(told.encode(), digest_size=8).digest(), "little")


def _packed(pairs: Iterable[tuple[tuple[int, int], Points]]) -> bytes:
    rows = np.array(sorted((*pair, *points) for pair, points in pairs), dtype=_COLUMNS)
    columns = (rows[name].tobytes() for name in _COLUMNS.names or ())
    return zlib.compress(b"".join(columns), level=1)


def _unpacked(kept: bytes) -> dict[tuple[int, int], Points]:
    if not kept:
        return {}
    data = zlib.decompress(kept)
    count, start = len(data) // _COLUMNS.itemsize, 0
    columns = []
    for name in _COLUMNS.names or ():
        kind = _COLUMNS[name]
        columns.append(np.frombuffer(data, dtype=kind, count=count, offset=start).tolist())
        start += count * kind.itemsize
    left, right, *points = columns
    return dict(zip(zip(left, right, strict=True), zip(*points, strict=True), strict=True))
