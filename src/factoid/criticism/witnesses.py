"""Which sources are one witness: five pages that copy one another are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factoid.criticism.dependence import ONE_WITNESS, Dependence


def witness_groups(sources: Iterable[str], dependences: Iterable[Dependence]) -> Mapping[str, str]:
    """Return, for each source, the name of its witness: the first by name of those that depend on one another."""
    groups = _Groups(sources)
    for dependence in dependences:
        if dependence.strength >= ONE_WITNESS:
            groups.join(dependence.left, dependence.right)
    return groups.by_member()


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
