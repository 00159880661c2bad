"""The sides of a disagreement: which accounts of one thing agree in a field, and which do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from factoid.criticism.accounts.accounts import Account
from factoid.criticism.comparing import compare, value_of
from factoid.criticism.conflicts.relation import Comparison, Relation

_LEAST_OF_SUREST = 0.4
_MOST_VALUES = 40  #: different ones of a field; who is told about in more has the most frequent compared


@dataclass(frozen=True, slots=True)
class Value:
    """What some accounts say in one field, all in the same words."""

    shown: str
    accounts: tuple[Account, ...]

    @property
    def one(self) -> Account:
        """The surest of them, also of its date."""
        return max(self.accounts, key=lambda account: account.sureness * (account.date_sureness or 1.0))


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Sides that cannot all be right on a field."""

    sides: tuple[tuple[Value, ...], ...]
    clashes: tuple[Comparison, ...]  #: why they cannot, one for each pair of sides that clash


class Field:
    """What the accounts of an event say in one field, each value compared with each other."""

    def __init__(self, field: str, how: str, accounts: Sequence[Account]) -> None:
        self.field, self.how = field, how
        self.values = _values(field, how, accounts)[:_MOST_VALUES]
        self._found: dict[tuple[int, int], Comparison] = {}
        for a, b in combinations(range(len(self.values)), 2):
            self._found[a, b] = compare(field, how, self.values[a].one, self.values[b].one)

    def relation(self, a: int, b: int) -> Comparison:
        """Return how two values stand to each other."""
        return self._found[a, b] if a < b else self._found[b, a].turned

    def pairs(self, *relations: Relation) -> Iterator[tuple[Value, Value, Comparison]]:
        """Yield the pairs of values that stand so to each other."""
        for (a, b), found in self._found.items():
            if found.relation in relations:
                yield self.values[a], self.values[b], found

    def disagreements(self, *relations: Relation) -> Iterator[Disagreement]:
        """Yield the sides, if there are any that stand so to each other.

        All of a side can be true together, and a value is on a side only if it fits no other: one that clashes
        with none is on no side, nor is one that fits several (*1919*, where one side says 4 September and another
        the 5th). What clashes beside that is a disagreement of its own: *shot* and *strangled*, where others
        say *executed* and *killed himself*.
        """
        clash = frozenset(relations)
        left = self._clashing(relations)
        while left:
            sides = self._sides(sorted({n for pair in left for n in pair}), clash)
            if len(sides) <= 1 or not self._is_told_outright(sides):
                return
            yield Disagreement(
                tuple(tuple(self.values[n] for n in side) for side in sides), self._clashes_of(sides, clash)
            )
            left = [pair for pair in left if not self._is_told_by(pair, sides)]

    def _clashes_of(self, sides: list[list[int]], clash: frozenset[Relation]) -> tuple[Comparison, ...]:
        found = (self.relation(a, b) for one, other in combinations(sides, 2) for a in one for b in other)
        return tuple(comparison for comparison in found if comparison.relation in clash)

    def _is_told_by(self, pair: tuple[int, int], sides: list[list[int]]) -> bool:
        """Say whether each of two values stands on another side, or for a value that does."""
        ours, theirs = ({n for n, side in enumerate(sides) if self._stands_on(value, side)} for value in pair)
        return bool(ours and theirs) and len(ours | theirs) > 1

    def _stands_on(self, value: int, side: list[int]) -> bool:
        return any(value == n or self.relation(value, n).relation.agrees for n in side)

    def _clashing(self, relations: tuple[Relation, ...]) -> list[tuple[int, int]]:
        """Return the pairs that stand so; a date that was carried on counts only where nothing surer stands so too."""
        found = {pair: c.sureness for pair, c in self._found.items() if c.relation in relations}
        least = max(found.values(), default=0.0) * _LEAST_OF_SUREST if self.how == "date" else 0.0
        return [pair for pair, sureness in found.items() if sureness >= least]

    def _is_told_outright(self, sides: list[list[int]]) -> bool:
        """Say whether any of the accounts is of the event itself; states are compared as such."""
        return any(
            account.is_start_told or not account.is_of_its_start
            for side in sides
            for n in side
            for account in self.values[n].accounts
        )

    def _sides(self, values: list[int], clash: frozenset[Relation]) -> list[list[int]]:
        """Return the sides: values of which each clashes with each other, each with what fits it alone."""
        fits = {
            a: [b for b in values if b != a and self.relation(a, b).relation not in clash] for a in values
        }
        ranked = sorted(values, key=lambda n: self._rank(n, fits[n], clash))
        sides: list[list[int]] = []
        for value in ranked:
            if all(side[0] not in fits[value] for side in sides):
                sides.append([value])
        leading = {side[0] for side in sides}
        for value in ranked:
            open_to = [side for side in sides if side[0] in fits[value]]
            if value not in leading and len(open_to) == 1 and all(n in fits[value] for n in open_to[0]):
                open_to[0].append(value)
        return sides

    def _rank(self, value: int, fitting: list[int], clash: frozenset[Relation]) -> tuple[int, int, int, int]:
        """Order values: the precise first, then what fits none that clash, then what more sources have."""
        coarser = sum(
            self.relation(value, other).relation is Relation.COARSER
            for other in range(len(self.values))
            if other != value
        )
        torn = sum(self.relation(a, b).relation in clash for a, b in combinations(fitting, 2))
        return coarser, torn, -len({account.source for account in self.values[value].accounts}), value


def _values(field: str, how: str, accounts: Sequence[Account]) -> list[Value]:
    grouped: dict[Hashable, list[Account]] = defaultdict(list)
    shown: dict[Hashable, str] = {}
    for account in accounts:
        value = value_of(field, how, account)
        if value is None or account.is_denied:
            continue
        key: Hashable = (account.days, account.step) if how == "date" else value.casefold()
        grouped[key].append(account)
        shown.setdefault(key, value)
    found = [Value(shown[key], tuple(members)) for key, members in grouped.items()]
    return sorted(found, key=lambda v: -len({account.source for account in v.accounts}))
