"""A clause: one predicate with its arguments."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from factoid.reading.grammar.persons import Person
from factoid.reading.grammar.words import Word


class Argument(NamedTuple):
    """A noun that hangs on a verb: its preposition and case, its head."""

    marker: str
    word: Word


@dataclass(slots=True, eq=False)
class Clause:
    """One predicate with its arguments."""

    verb: Word
    lemma: str
    subjects: list[tuple[Person, Word | None]] = field(default_factory=list)
    objects: list[tuple[Person, Word]] = field(default_factory=list)
    subject_word: Word | None = None
    arguments: list[Argument] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)  #: its own, without those of clauses within it
    above: Clause | None = None
    is_passive: bool = False
    is_impersonal: bool = False  #: *they arrested him*, where nobody in particular is meant
    is_modal: bool = False  #: *wanted to leave*: not said to have happened

    def take_words_of(self, other: Clause) -> None:
        """Take the words of a clause that only brings this one in: *was able to return*."""
        inside = {w.i for w in self.words}
        self.words = sorted([*self.words, *(w for w in other.words if w.i not in inside)], key=lambda w: w.i)


def depth_of(word: Word) -> int:
    """Return how far down its sentence the word hangs."""
    depth, at = 0, word.parent
    while at is not None:
        depth, at = depth + 1, at.parent
    return depth


def clause_above(verb: Word, found: dict[int, Clause]) -> Clause | None:
    """Return the clause of those found that a verb hangs on."""
    at = verb.parent
    while at is not None:
        if at.i in found:
            return found[at.i]
        at = at.parent
    return None
