"""Which words of a text mean whom, and who is kin to whom: what the resolution of names and pronouns comes to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from factoid.model import MentionForm, Span
from factoid.reading.grammar.persons import NameMention, Person, Register
from factoid.reading.grammar.words import Word


class Kin(NamedTuple):
    """A term of kinship: what somebody so called is, their sex, and what the other is to them."""

    role: str
    sex: str
    to_man: str  #: what a man is to somebody so called
    to_woman: str

    def back(self, sex: str) -> str:
        """Return what the other is, of whom the sex is known or not."""
        return self.to_woman if sex == "f" else self.to_man


@dataclass(frozen=True, slots=True)
class Tie:
    """Two persons who are kin, and the words that say so."""

    one: Person
    other: Person
    role: str  #: what the other is to the one
    back: str  #: what the one is to the other
    quote: Span
    word: Word
    one_at: Span | None
    other_at: Span | None


@dataclass(slots=True)
class Meant:
    """Which words mean whom, and who is kin to whom."""

    register: Register
    main: Person | None
    means_both: Callable[[Word], bool]  #: whether a word means the couple: *they*, *the spouses*
    at: dict[Word, Person] = field(default_factory=dict)
    names: dict[Word, NameMention] = field(default_factory=dict)  #: every word of a name
    ties: list[Tie] = field(default_factory=list)
    couples: dict[int, Person] = field(default_factory=dict)  #: number of a person -> husband or wife
    #: nouns by which somebody unnamed is brought in
    trades: list[tuple[Word, Person]] = field(default_factory=list)
    unnamed: dict[tuple[int, str], Person] = field(default_factory=dict)
    subject: Person | None = None  #: of the sentence before

    def person(self, word: Word) -> Person | None:
        """Return whom the word means."""
        return self.at.get(word)

    def persons(self, word: Word) -> list[Person]:
        """Return whom the word means, both of a couple for *they*."""
        found = self.at.get(word)
        if found is not None:
            return [found]
        if not self.means_both(word):
            return []
        both = self.couple()
        for person in both:
            person.add(word.span, word.text, MentionForm.PRONOUN)
        return both

    def couple(self) -> list[Person]:
        """Return the main person and who is married to them."""
        if self.main is None or self.main.number not in self.couples:
            return []
        return [self.main, self.couples[self.main.number]]
