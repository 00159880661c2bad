"""Ranks within a service and beside those of other services."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from factoid.bodies.words import words_of
from factoid.model import Bounds
from factoid.model.when import bounds_of_life
from factoid.resources import load

_TABLES = ("ranks", "ranks_west", "ranks_other")
_NEAR = 2  #: levels that apart are equivalents


@dataclass(frozen=True, slots=True)
class RankRelation:
    """What the first of two ranks is to the second, and why.

    ``kind``: ``same``; ``equivalent`` (in another service, or one is a wide word such as *general*); ``higher``;
    ``lower``; ``different`` (above the other in one service, below it in another); ``unknown``.
    """

    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank of one service."""

    service: str
    name: str
    level: int


@dataclass(frozen=True, slots=True)
class _Service:
    name: str
    words: frozenset[str]
    founded: Bounds
    dissolved: Bounds

    def existed(self, when: Bounds | None) -> bool:
        return when is None or not Bounds(self.founded.earliest, self.dissolved.latest).gap(when)


@dataclass(frozen=True, slots=True)
class _Ranks:
    services: Mapping[str, _Service]
    forms: Mapping[tuple[str, ...], Sequence[Rank]]
    wide: Mapping[tuple[str, ...], tuple[int, int]]
    longest: int


@cache
def _ranks() -> _Ranks:
    services: dict[str, _Service] = {}
    forms: dict[tuple[str, ...], list[Rank]] = {}
    for table in _TABLES:
        for id_, told in load(table)["services"].items():
            words = frozenset(word for phrase in told["words"] for word in words_of(phrase))
            services[id_] = _Service(told["name"], words, *bounds_of_life(told["life"]))
            for level, names in told["ranks"].items():
                for name in names:
                    forms.setdefault(words_of(name), []).append(Rank(id_, names[0], level))
    wide = {words_of(word): (low, high) for word, (low, high) in load("ranks")["wide"].items()}
    return _Ranks(services, forms, wide, max(map(len, forms)))


@lru_cache(maxsize=4096)
def ranks_of(text: str, when: Bounds | None = None) -> tuple[Rank, ...]:
    """Return the ranks that the words may mean, in every service that had them (and existed then)."""
    table, words = _ranks(), words_of(text)
    found = _longest_form(table, words)
    if found is None:
        return ()
    ranks, rest = found
    meant = [rank for rank in ranks if table.services[rank.service].existed(when)]
    named = [len(rest & table.services[rank.service].words) for rank in meant]
    return tuple(rank for rank, words in zip(meant, named, strict=True) if words == max(named))


@lru_cache(maxsize=4096)
def compare_ranks(a: str, b: str) -> RankRelation:
    """Return what rank ``a`` is to rank ``b``.

    >>> compare_ranks("commissar of state security 3rd rank", "komkor").kind
    'equivalent'
    >>> compare_ranks("major", "colonel").kind
    'lower'
    """
    if words_of(a) == words_of(b):
        return RankRelation("same", "the same words")
    these, those = ranks_of(a), ranks_of(b)
    wide = _of_wide_words(a, b, these, those)
    if wide is not None:
        return wide
    if not these or not those:
        return RankRelation("unknown", f"{a if not these else b} is in no table of ranks")
    shared = [(x, y) for x in these for y in those if x.service == y.service]
    return _within(shared) if shared else _across(these, those)


def _longest_form(table: _Ranks, words: tuple[str, ...]) -> tuple[Sequence[Rank], frozenset[str]] | None:
    """Return the ranks named by the longest known phrase, and the words beside it."""
    for length in range(min(table.longest, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            ranks = table.forms.get(words[start : start + length])
            if ranks:
                return ranks, frozenset(words[:start] + words[start + length :])
    return None


def _of_wide_words(a: str, b: str, these: Sequence[Rank], those: Sequence[Rank]) -> RankRelation | None:
    """Compare where one side is a wide word: *general*, *officer*."""
    wide = _ranks().wide
    for word, other in ((a, those), (b, these)):
        span = wide.get(words_of(word))
        if span and other:
            if any(span[0] <= rank.level <= span[1] for rank in other):
                return RankRelation("equivalent", f"{word} may stand for it")
            above = other[0].level > span[1]
            kind = "lower" if above == (word == a) else "higher"
            return RankRelation(kind, f"whatever {word} stands for")
    return None


def _within(pairs: Sequence[tuple[Rank, Rank]]) -> RankRelation:
    """Compare in the services that have both ranks."""
    kinds = {"higher" if x.level > y.level else "lower" if x.level < y.level else "same" for x, y in pairs}
    service = _ranks().services[pairs[0][0].service].name
    if len(kinds) > 1:
        return RankRelation("different", "which is higher depends on the service")
    return RankRelation(kinds.pop(), f"in the {service}")


def _across(these: Sequence[Rank], those: Sequence[Rank]) -> RankRelation:
    """Compare by level where no service has both ranks."""
    x, y = min(((x, y) for x in these for y in those), key=lambda pair: abs(pair[0].level - pair[1].level))
    names = _ranks().services
    told = f"{x.name} ({names[x.service].name}) and {y.name} ({names[y.service].name})"
    if abs(x.level - y.level) <= _NEAR:
        return RankRelation("equivalent", told)
    if all(a.level > b.level for a in these for b in those):
        return RankRelation("higher", told)
    if all(a.level < b.level for a in these for b in those):
        return RankRelation("lower", told)
    return RankRelation("different", f"which is higher depends on the service: {told}")
