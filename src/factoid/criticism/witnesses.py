"""How many independent witnesses a claim has: five pages that copy one another are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from factoid.criticism.dependence import ONE_WITNESS, Dependence
from factoid.model import Span


class Assertion(NamedTuple):
    """A claim as one source makes it: where its words stand."""

    source: str
    span: Span


def witness_groups(sources: Iterable[str], dependences: Iterable[Dependence]) -> Mapping[str, str]:
    """Return, for each source, the name of its witness: the first by name of those that depend on one another."""
    groups = _Groups(sources)
    for dependence in dependences:
        if dependence.strength >= ONE_WITNESS:
            groups.join(dependence.left, dependence.right)
    return groups.by_member()


def witnesses_of(
    assertions: Sequence[Assertion], dependences: Sequence[Dependence]
) -> tuple[tuple[Assertion, ...], ...]:
    """Put the assertions of one claim together by independent witness, ordered by source.

    Sources that depend on one another as wholes are one witness, whichever their words. Others are one witness for
    this claim where its words lie in a passage, a wording or an error that they share.
    """
    groups = _Groups(witness_groups((a.source for a in assertions), dependences).values())
    whole = witness_groups((a.source for a in assertions), dependences)
    here = {a.source: a.span for a in assertions}
    for dependence in dependences:
        mine, other = here.get(dependence.left), here.get(dependence.right)
        if mine and other and any(a.overlaps(mine) and b.overlaps(other) for a, b in dependence.spans):
            groups.join(whole[dependence.left], whole[dependence.right])
    found = groups.by_member()
    together: dict[str, list[Assertion]] = defaultdict(list)
    for assertion in sorted(assertions):
        together[found[whole[assertion.source]]].append(assertion)
    return tuple(tuple(group) for _, group in sorted(together.items()))


class _Groups:
    """Names put together, by union and find; a group is called by its first name."""

    def __init__(self, names: Iterable[str]) -> None:
        self._above = {name: name for name in names}

    def join(self, one: str, other: str) -> None:
        """Put two together. Names that are not among ours join them too: they may tie others."""
        first, last = sorted((self._find(one), self._find(other)))
        self._above[last] = first

    def by_member(self) -> dict[str, str]:
        """Return the name of the group of each."""
        return {name: self._find(name) for name in sorted(self._above)}

    def _find(self, name: str) -> str:
        self._above.setdefault(name, name)
        while self._above[name] != name:
            self._above[name] = name = self._above[self._above[name]]
        return name
