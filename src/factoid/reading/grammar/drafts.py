"""What a family of rules found, before date, doubt and checking make a factoid of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from factoid.dates import TimePhrase
from factoid.model import Span
from factoid.reading.grammar.persons import Person
from factoid.reading.grammar.words import Word


@dataclass(slots=True, kw_only=True)
class Draft:
    """One statement about one person, with where its fields stand."""

    person: Person
    type: str
    rule: str
    quote: Span
    anchor: Word  #: the word that carries the statement: date and doubt are looked up from here
    who: Span | None = None  #: where the person is meant
    slots: dict[str, Span | tuple[str, str]] = field(
        default_factory=dict
    )  #: words, or (value, what it rests on)
    related: list[tuple[Person, Span | None]] = field(default_factory=list)
    time: TimePhrase | None = None  #: the date, where the family found it itself
    confidence: float = 0.6
