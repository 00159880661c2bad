"""What the rules look at: the statements, who is meant in each, the words around them, and the points in time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from factoid.chronology.constraint import Constraint, Strength
from factoid.chronology.network import ORIGIN
from factoid.chronology.result import Rule, Step
from factoid.chronology.vocabulary import Kind, is_told_by_pronoun, kind_of
from factoid.dates import TimePhrase, find_time_phrases
from factoid.model import Certainty, Extent, Factoid, Span, TimeExpression, When

_LONGEST_QUOTE = 200
EVEN_ODDS = 0.5  #: confidence below which a reading is more likely wrong than right
_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+(?=[\"“‘(]?[A-Z])|\n\s*\n")


class Passage(NamedTuple):
    """A part of a source's text, and where it stands there."""

    start: int
    content: str
    told_before: TimeExpression | None = None  #: the last time that the text tells before the statement
    told_after: TimeExpression | None = None  #: and the next behind it


class Event(NamedTuple):
    """The points at which what a statement tells of starts and ends."""

    start: int
    end: int


@dataclass
class Case:
    """The statements on one person, or on several that are tied to one another."""

    factoids: Sequence[Factoid]
    persons: Mapping[str, str] = field(default_factory=dict)  #: persona -> person
    published: Mapping[str, When] = field(default_factory=dict)  #: by source id
    passages: Mapping[str, Passage] = field(default_factory=dict)  #: the text around a factoid, by its id
    names: Mapping[str, str] = field(default_factory=dict)  #: of persons and sources, for the explanations

    def __post_init__(self) -> None:
        """Give every event its points."""
        self._points = 1
        self._once: dict[tuple[str, str], int] = {}
        self._ids = {id(factoid): factoid.id for factoid in self.factoids}
        self._events = {self.id(factoid): self._event(factoid) for factoid in self.factoids}
        self._phrases: dict[Passage, tuple[TimePhrase, ...]] = {}

    def _event(self, factoid: Factoid) -> Event:
        if kind_of(factoid) is Kind.ONCE:
            point = self.once(factoid.person, factoid.type)
            return Event(point, point)
        start = self._new_point()
        return Event(start, start if _is_one_day(factoid) else self._new_point())

    def _new_point(self) -> int:
        self._points += 1
        return self._points - 1

    def id(self, factoid: Factoid) -> str:
        """Return the id of a factoid of the case, which is a hash and reckoned only once."""
        return self._ids[id(factoid)]

    @property
    def points(self) -> int:
        """How many points there are, the origin included."""
        return self._points

    def person(self, persona: str) -> str:
        """Return the person whom a persona is held to be."""
        return self.persons.get(persona, persona)

    def once(self, persona: str, statement_type: str) -> int:
        """Return the point of what happens once to a person: birth, death, burial."""
        key = (self.person(persona), statement_type)
        if key not in self._once:
            self._once[key] = self._new_point()
        return self._once[key]

    def once_points(self) -> Mapping[tuple[str, str], int]:
        """Return the points of births, deaths and burials by person and type."""
        return self._once

    def event(self, factoid: Factoid) -> Event:
        """Return the points of a statement's event."""
        return self._events[self.id(factoid)]

    def certain(self) -> Iterator[Factoid]:
        """Yield the statements that say that something was; what is denied bounds nothing."""
        return (f for f in self.factoids if f.certainty is not Certainty.DENIED)

    def strength(self, factoid: Factoid) -> Strength:
        """Return what a statement can decide: firm where its source asserts it and it was likely read right.

        Whose birth or death a pronoun tells is the reader's guess: nobody is firmly dead by a *he*.
        """
        is_guessed = kind_of(factoid) is Kind.ONCE and is_told_by_pronoun(factoid) and factoid.confidence < 1
        read_right = factoid.confidence >= EVEN_ODDS and not is_guessed
        return Strength.FIRM if factoid.certainty is Certainty.ASSERTED and read_right else Strength.CARRIED

    @cached_property
    def by_source(self) -> Mapping[str, Sequence[Factoid]]:
        """The statements of each source in the order of its text."""
        found: dict[str, list[Factoid]] = {}
        for factoid in sorted(self.factoids, key=lambda f: (f.source, f.start, f.end)):
            found.setdefault(factoid.source, []).append(factoid)
        return found

    def sentence(self, factoid: Factoid) -> Passage:
        """Return the sentence in which a statement stands; its quote where the text is not at hand."""
        passage = self.passages.get(self.id(factoid))
        at = factoid.start - passage.start if passage else -1
        if passage is None or passage.content[at : at + len(factoid.quote)] != factoid.quote:
            return Passage(factoid.start, factoid.quote)
        start, end = 0, len(passage.content)
        for mark in _SENTENCE_END.finditer(passage.content):
            if mark.end() <= at:
                start = mark.end()
            elif mark.start() + 1 >= at + len(factoid.quote):
                end = mark.start() + 1
                break
        return Passage(passage.start + start, passage.content[start:end])

    def phrases(self, passage: Passage) -> tuple[TimePhrase, ...]:
        """Return the phrases about time in a passage; their offsets count from its beginning."""
        if passage not in self._phrases:
            whole = [Span(0, len(passage.content))]
            self._phrases[passage] = find_time_phrases(passage.content, whole)
        return self._phrases[passage]

    def name(self, identifier: str) -> str:
        """Return what a person or a source is called."""
        return self.names.get(identifier, identifier)

    def step(
        self, rule: Rule, sentence: str, factoid: Factoid | None = None, *, firm: bool = True, words: str = ""
    ) -> Step:
        """Return a link of a chain, with the words of the statement it rests on."""
        if factoid is None:
            return Step(rule=rule, sentence=sentence, is_firm=firm)
        return Step(
            rule=rule,
            sentence=sentence,
            factoid=self.id(factoid),
            source=factoid.source,
            quote=factoid.quote,
            words=words,
            is_firm=firm,
        )

    def quoted(self, factoid: Factoid) -> str:
        """Return a statement's words with its source: ``“arrived in Rome” (vita)``."""
        words = " ".join(factoid.quote.split())
        if len(words) > _LONGEST_QUOTE:
            words = words[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
        return f"“{words}” ({self.name(factoid.source)})"


def is_lasting(factoid: Factoid) -> bool:
    """Say whether the source itself says that it went on from one time to another."""
    when = factoid.when
    return when is not None and when.extent is Extent.THROUGHOUT and "date" not in factoid.inference


def _is_one_day(factoid: Factoid) -> bool:
    return kind_of(factoid) is Kind.MOMENT and not is_lasting(factoid)


def not_before(point: int, day: int, step: Step, strength: Strength, rests_on: tuple[str, ...]) -> Constraint:
    """Return the constraint that a point lies on a day or later."""
    return Constraint(ORIGIN, point, day, step, strength, rests_on)


def not_after(point: int, day: int, step: Step, strength: Strength, rests_on: tuple[str, ...]) -> Constraint:
    """Return the constraint that a point lies on a day or earlier."""
    return Constraint(point, ORIGIN, -day, step, strength, rests_on)
