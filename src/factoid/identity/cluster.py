"""Personas put together into persons, so that no ruling is broken and no source is folded onto itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from factoid.identity.profile import Bearer, Profile
from factoid.model import Traces


@dataclass(slots=True)
class Group:
    """Personas held to be one person so far."""

    members: list[str]
    sources: set[str]
    names: set[Profile] = field(default_factory=set)
    lives: set[Traces] = field(default_factory=set)  #: what the sources tell of it, where they tell anything
    apart: set[str] = field(default_factory=set)  #: personas that people keep out
    doubted: set[str] = field(default_factory=set)  #: personas that only people may bring in


def _alone(bearer: Bearer) -> Group:
    traces = bearer.found.traces
    tells_when = traces.born or traces.died or traces.active
    return Group([bearer.id], {bearer.source}, {bearer.main}, {traces} if tells_when else set())


class Groups:
    """A partition of personas that only ever grows together.

    Every method that joins says whether it did: it declines where that would break what was said before.
    """

    def __init__(self, bearers: Iterable[Bearer]) -> None:
        self._group = {bearer.id: _alone(bearer) for bearer in bearers}

    def of(self, persona: str) -> Group:
        """Return the group that the persona is in now."""
        return self._group[persona]

    def part(self, a: str, b: str) -> bool:
        """Keep two personas, and all that is one with them, apart for good."""
        left, right = self._group[a], self._group[b]
        if left is right:
            return False
        left.apart.add(b)
        right.apart.add(a)
        return True

    def doubt(self, a: str, b: str) -> None:
        """Let no rule bring these two together."""
        self._group[a].doubted.add(b)
        self._group[b].doubted.add(a)

    def join(self, a: str, b: str) -> bool:
        """Join two groups as a person judged; only what people keep apart stays apart."""
        left, right = self._group[a], self._group[b]
        if left is not right and not _meets(left.apart, right):
            self._merge(left, right)
        return self._group[a] is self._group[b]

    def may_join(self, a: str, b: str) -> bool:
        """Say whether a rule may join the two groups: each source then has but one persona in it."""
        left, right = self._group[a], self._group[b]
        return (
            left is not right
            and left.sources.isdisjoint(right.sources)
            and not _meets(left.apart, right)
            and not _meets(left.doubted, right)
        )

    def _merge(self, left: Group, right: Group) -> None:
        if len(left.members) < len(right.members):
            left, right = right, left
        left.members += right.members
        left.sources |= right.sources
        left.names |= right.names
        left.lives |= right.lives
        left.apart |= right.apart
        left.doubted |= right.doubted
        for persona in right.members:
            self._group[persona] = left

    def all(self) -> Iterable[tuple[str, ...]]:
        """Return every group once, its personas sorted, the groups by their first persona."""
        distinct = {id(group): group for group in self._group.values()}
        return sorted(tuple(sorted(group.members)) for group in distinct.values())


def _meets(kept_out: set[str], group: Group) -> bool:
    return not kept_out.isdisjoint(group.members)
