"""The ages that the clauses of a segment give their subjects: *at fourteen he was bound out*."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.dates import TimePhrase
from factoid.reading.parse import Token
from factoid.reading.statements.clauses.clauses import Clause, verb_over
from factoid.reading.statements.when.standing import SAYING_WHEN

_UP = 3  #: clauses from which an age is handed on: *was twelve, sold his books and left*


class ClauseAges:
    """Ages by the verbs of the clauses that tell them."""

    def __init__(self, clauses: dict[int, Clause]) -> None:
        self._clauses = clauses
        self._told: dict[int, list[tuple[Token, TimePhrase]]] = {}

    def add(self, root: Token, age: TimePhrase) -> None:
        """Take up an age by the head of its words."""
        self._told.setdefault(verb_over(root, self._clauses).i, []).append((root, age))

    def __iter__(self) -> Iterator[tuple[Token, TimePhrase]]:
        """Yield each age with the head of its words."""
        for told in self._told.values():
            yield from told

    def at(self, anchor: Token) -> TimePhrase | None:
        """Return the age that dates what a word says, see `told_at`."""
        told = self.told_at(anchor)
        return told[0] if told is not None else None

    def told_at(self, anchor: Token) -> tuple[TimePhrase, Token] | None:
        """Return the age that dates what a word says, with the verb whose subject is of that age.

        That may be the clause that says when: *when he was twelve, his father died*; or the one of which that is
        said: *he was twelve when his father died*.
        """
        verb = verb_over(anchor, self._clauses)
        for _ in range(_UP):
            for teller in (verb, *_saying_when(verb)):
                if teller.i in self._told:
                    return self._told[teller.i][0][1], teller
            clause = self._clauses.get(verb.i)
            if clause is None or clause.parent is None:
                return None
            if _is_of_the_time_of(verb, clause.parent) and clause.parent.i in self._told:
                return self._told[clause.parent.i][0][1], clause.parent
            if verb.dep_ not in ("conj", "xcomp"):
                return None
            verb = clause.parent
        return None

    def own_at(self, anchor: Token) -> Token | None:
        """Return the verb of the word's clause if that itself gives an age: *at seventeen she was married*."""
        told = self.told_at(anchor)
        return told[1] if told is not None and told[1].i == verb_over(anchor, self._clauses).i else None


def _is_of_the_time_of(verb: Token, main: Token) -> bool:
    """Whether a clause says when somebody was so old: *he was twelve when his father died*."""
    return verb.dep_ == "advcl" and main.lemma_ == "be" and any(c.lower_ == "when" for c in verb.children)


def _saying_when(verb: Token) -> Iterator[Token]:
    """Yield the verbs of the clauses that say when."""
    for child in verb.children:
        if child.dep_ == "advcl" and any(word.lower_ in SAYING_WHEN for word in child.children):
            yield child
