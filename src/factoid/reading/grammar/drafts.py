"""What a family of rules found, before date, doubt and checking make a factoid of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from factoid.dates import TimePhrase
from factoid.model import Span
from factoid.reading.grammar.clauses import Clause
from factoid.reading.grammar.dating import Times
from factoid.reading.grammar.meaning import Meant
from factoid.reading.grammar.persons import Person
from factoid.reading.grammar.quotes import quote_of
from factoid.reading.grammar.words import Word, span_of

Words = Span | tuple[str, str]  #: where the words stand, or a value and what it rests on
Slots = dict[str, Words]


@dataclass(slots=True, kw_only=True)
class Draft:
    """One statement about one person, with where its fields stand."""

    person: Person
    type: str
    rule: str
    quote: Span
    anchor: Word  #: the word that carries the statement: date and doubt are looked up from here
    who: Span | None = None  #: where the person is meant
    slots: Slots = field(default_factory=dict)
    related: list[tuple[Person, Span | None]] = field(default_factory=list)
    time: TimePhrase | None = None  #: the date, where the family found it itself
    confidence: float = 0.6


def draft_of_clause(
    clause: Clause, type_: str, who: tuple[Person, Word | None], meant: Meant, times: Times
) -> Draft:
    """Return what a clause states of somebody, with its date; ``who``: the person, and the word that means them."""
    person, at = who
    return Draft(
        person=person, type=type_, rule=f"verb:{type_}", quote=quote_of(clause), anchor=clause.verb,
        who=where_meant(at, meant), time=times.of_clause(clause),
    )  # fmt: skip


def where_meant(word: Word | None, meant: Meant) -> Span | None:
    """Return where a person is meant: the whole name of which the word is part, or the word."""
    if word is None:
        return None
    mention = meant.names.get(word)
    return span_of(mention.words) if mention is not None else word.span
