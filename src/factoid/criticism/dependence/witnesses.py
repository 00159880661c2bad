"""Which sources are one witness: as wholes, and for one thing told in a passage that they share."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from factoid.criticism.dependence.dependence import ONE_WITNESS, Dependence, DependenceKind
from factoid.model import Span

_SHARES_WORDS = frozenset(
    {DependenceKind.SHARED_PASSAGE, DependenceKind.SHARED_WORDING, DependenceKind.SHARED_ERROR}
)
#: the words that two sources share, as they stand in either: by the names of both, in their order
Passages = Mapping[tuple[str, str], Sequence[tuple[Span, Span]]]


@dataclass(frozen=True, slots=True)
class Witnesses:
    """What is known of the sources of a library as witnesses. Five pages that copy one another are one.

    Sources that depend on one another as wholes are one witness for whatever they tell. Others, of which one took a
    paragraph from the other, are one for what that paragraph tells, and two for the rest.
    """

    #: for a source that depends on others: the first of them by name
    groups: Mapping[str, str] = field(default_factory=dict)
    passages: Passages = field(default_factory=dict)

    def of(self, source: str) -> str:
        """Return which witness a source is as a whole: the first by name of those that depend on one another."""
        return self.groups.get(source, source)

    def share_words(self, sources: Iterable[str]) -> bool:
        """Say whether any two of the sources share a passage and are two witnesses all the same."""
        return bool(self.passages) and any(pair in self.passages for pair in combinations(sorted(sources), 2))

    def of_claim(self, told: Mapping[str, Collection[Span]]) -> dict[str, str]:
        """Return which witness each source is for one thing, told in these words of each."""
        groups = _Groups(self.of(source) for source in told)
        for left, right in combinations(sorted(told), 2):
            for mine, other in self.passages.get((left, right), ()):
                if any(mine.overlaps(s) for s in told[left]) and any(other.overlaps(s) for s in told[right]):
                    groups.join(self.of(left), self.of(right))
        found = groups.by_member()
        return {source: found[self.of(source)] for source in told}


def witnesses_by(dependences: Iterable[Dependence]) -> Witnesses:
    """Return what the dependences of sources make of them as witnesses."""
    groups = _Groups(())
    passages: dict[tuple[str, str], list[tuple[Span, Span]]] = {}
    for dependence in dependences:
        left, right = dependence.left, dependence.right
        if dependence.strength >= ONE_WITNESS:
            groups.join(left, right)
        elif dependence.kind in _SHARES_WORDS and dependence.spans:
            spans = dependence.spans if left < right else [(other, mine) for mine, other in dependence.spans]
            passages.setdefault((min(left, right), max(left, right)), []).extend(spans)
    named = {source: witness for source, witness in groups.by_member().items() if source != witness}
    return Witnesses(named, passages)


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
