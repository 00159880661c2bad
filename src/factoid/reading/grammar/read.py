"""A part of a text to persons and statements: what is the same in every language once its rules have made drafts."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factoid.dates import TimeKind, TimePhrase
from factoid.model import (
    Certainty,
    Document,
    Factoid,
    Mention,
    Organisation,
    Persona,
    Place,
    Span,
    When,
    digest,
    persona_id,
)
from factoid.reading.grammar.clauses import Clause
from factoid.reading.grammar.dating import Times, when_and_span, when_of_age
from factoid.reading.grammar.drafts import Draft
from factoid.reading.grammar.meaning import Meant, Tie
from factoid.reading.grammar.persons import Person
from factoid.reading.grammar.words import Sentence, Word, span_of
from factoid.reading.language import PartRead
from factoid.reading.statements.merge import merged


class Commitment(NamedTuple):
    """How sure a source is, and who says so, where it is somebody else."""

    certainty: Certainty = Certainty.ASSERTED
    said_by: Span | None = None


class PartReader(ABC):
    """Reads one part of a document."""

    code: str  #: of the language, as the rules are named
    meant: Meant
    narrator: Person | None = None  #: who says *I*

    def __init__(self, document: Document, sentences: Sequence[Sentence], times: Times) -> None:
        self.document, self.sentences = document, [s for s in sentences if s.words]
        self.times = times
        self._clauses: dict[int, list[Clause]] = {}

    @abstractmethod
    def drafts(self) -> Iterator[Draft]:
        """Yield what the rules of the language find, and note the clauses of each sentence."""

    @abstractmethod
    def commitment(self, draft: Draft, clause: Sequence[Word]) -> Commitment:
        """Return how the source commits itself to a draft; ``clause``: the words that belong to its anchor."""

    @abstractmethod
    def is_wedding(self, word: Word) -> bool:
        """Whether the word of a tie tells a marriage as what happened, which then has its date."""

    def read(self, times: tuple[TimePhrase, ...]) -> PartRead:
        """Return all that the part says."""
        factoids = tuple(self.factoids())  # first: a draft may note where somebody is mentioned
        source = self.document.source.id
        return PartRead(
            times=times,
            personas=self.personas(),
            organisations=self.organisations(),
            places=self.places(),
            factoids=factoids,
            narrator=persona_id(source, self.narrator.anchor) if self.narrator is not None else None,
        )

    def personas(self) -> tuple[Persona, ...]:
        """Return the persons, those named first first."""
        source = self.document.source.id
        rows = [p for p in self.meant.register.persons if p.mentions]
        return tuple(self._persona(p, source) for p in sorted(rows, key=lambda p: min(p.mentions)))

    def _persona(self, person: Person, source: str) -> Persona:
        mentions = tuple(Mention(s.start, s.end, form) for s, form in sorted(person.mentions.items()))
        return Persona(
            id=persona_id(source, person.anchor), name=person.name, forms=tuple(person.forms), mentions=mentions,
            gender=person.sex or None, is_named=person.is_named,
        )  # fmt: skip

    def factoids(self) -> Iterator[Factoid]:
        """Yield what the part states, each claim once."""
        drafts = list(self.drafts())
        births = {
            d.person.number: w
            for d in drafts
            if d.type == "birth" and (w := self._date(d, {})[0]) is not None
        }
        yield from merged(self._factoid(d, births) for d in _without_doubles(drafts))

    def of_ties(self) -> Iterator[Draft]:
        """Yield kinship, told of both sides."""
        for tie in self.meant.ties:
            time = self._time_of_tie(tie)
            for one, at, other, other_at, role in (
                (tie.one, tie.one_at, tie.other, tie.other_at, tie.role),
                (tie.other, tie.other_at, tie.one, tie.one_at, tie.back),
            ):
                yield Draft(
                    person=one, type="kinship", rule="kinship", quote=tie.quote, anchor=tie.word, who=at,
                    slots={"role": (role, tie.word.text)}, related=[(other, other_at)], time=time, confidence=0.8,
                )  # fmt: skip

    def _time_of_tie(self, tie: Tie) -> TimePhrase | None:
        """Return when a marriage was, where the words of the tie are those of a marriage."""
        if not self.is_wedding(tie.word):
            return None
        for clause in self._clauses.get(tie.word.sentence.number, ()):
            if tie.word in clause.words:
                return self.times.of_clause(clause)
        return None

    # a draft to a factoid

    def _factoid(self, draft: Draft, births: dict[int, When]) -> Factoid:
        content, source = self.document.text.content, self.document.source.id
        when, span, basis = self._date(draft, births)
        clause = next(
            (c for c in self._clauses.get(draft.anchor.sentence.number, ()) if draft.anchor in c.words), None
        )
        commitment = self.commitment(draft, clause.words if clause else [draft.anchor])
        spans: dict[str, Span] = {}
        inference: dict[str, str] = {}
        slots: dict[str, str | None] = {}
        for name, words in draft.slots.items():
            if isinstance(words, Span):
                slots[name], spans[name] = words.of(content), words
            else:
                slots[name], inference[name] = words[0], f"“{words[1]}”"
        if draft.who is not None:
            spans["person"] = draft.who
        else:
            inference["person"] = "the subject is left out"
        if when is not None and span is not None:
            spans["date"] = span
        elif when is not None:
            inference["date"] = basis
        if commitment.said_by is not None:
            spans["said_by"] = commitment.said_by
        quote = _closed(_trim(draft.quote, content), content)
        related = [(p, s) for p, s in draft.related if p is not draft.person and p.mentions]
        return Factoid(
            source=source, person=persona_id(source, draft.person.anchor), type=draft.type, quote=quote.of(content),
            start=quote.start, end=quote.end, role=slots.get("role"), organisation=slots.get("organisation"),
            place=slots.get("place"), value=slots.get("value"),
            related=tuple(persona_id(source, p.anchor) for p, _ in related), related_spans=tuple(s for _, s in related),
            when=when, certainty=commitment.certainty,
            said_by=commitment.said_by.of(content) if commitment.said_by else None,
            spans=spans, inference=inference, reader=f"rule:{self.code}:{draft.rule}@1", confidence=draft.confidence,
        )  # fmt: skip

    def _date(self, draft: Draft, births: dict[int, When]) -> tuple[When | None, Span | None, str]:
        time = draft.time
        if time is None:
            return None, None, ""
        if time.kind is TimeKind.AGE:
            aged = when_of_age(time, births.get(draft.person.number))
            return (aged[0], None, aged[1]) if aged else (None, None, "")
        found = when_and_span(time)
        if found is None:
            return None, None, ""
        return found[0], found[1], ""

    # what else is named

    def organisations(self) -> tuple[Organisation, ...]:
        """Return the bodies that the part names."""
        return tuple(
            Organisation(
                id=digest("o", self.document.source.id, spans[0].start, spans[0].end),
                name=name,
                mentions=tuple(spans),
            )
            for name, spans in self._entities("ORG").items()
        )

    def places(self) -> tuple[Place, ...]:
        """Return the places that the part names, in the nominative as far as the dictionary tells."""
        return tuple(
            Place(
                id=digest("l", self.document.source.id, spans[0].start, spans[0].end),
                name=name,
                mentions=tuple(spans),
            )
            for name, spans in self._entities("LOC").items()
        )

    def _entities(self, kind: str) -> dict[str, list[Span]]:
        found: dict[str, list[Span]] = {}
        for sentence in self.sentences:
            row: list[Word] = []
            for word in [*sentence.words, None]:
                if word is not None and word.entity == kind and word not in self.meant.names:
                    row.append(word)
                    continue
                if row:
                    name = row[0].lemma.title() if len(row) == 1 and not row[0].is_acronym else _words(row)
                    found.setdefault(name, []).append(span_of(row))
                row = []
        return found


def _words(row: list[Word]) -> str:
    return " ".join(w.text for w in row)


def _closed(span: Span, content: str) -> Span:
    """Return the quote with the bracket that it opens and does not close."""
    words, after = span.of(content), content[span.end : span.end + 1]
    is_open = words.count("(") > words.count(")") or words.count("[") > words.count("]")
    return Span(span.start, span.end + 1) if is_open and after in (")", "]") else span


def _trim(span: Span, content: str) -> Span:
    start, end = span
    while start < end and content[start].isspace():
        start += 1
    while end > start and content[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _without_doubles(drafts: list[Draft]) -> list[Draft]:
    """Leave out events and actions whose words a special statement about the same person has already."""
    special = [
        (d.person.number, d.quote)
        for d in drafts
        if d.type not in ("event", "action", "kinship", "rank", "occupation", "ethnicity")
    ]
    kept = []
    told = {(d.person.number, d.type) for d in drafts if d.time is not None or d.slots}
    for draft in drafts:
        if (
            draft.type in ("birth", "death")
            and not (draft.time or draft.slots)
            and (draft.person.number, draft.type) in told
        ):
            continue
        if draft.type in ("event",) and any(
            n == draft.person.number and q.overlaps(Span(draft.anchor.start, draft.anchor.end))
            for n, q in special
        ):
            continue
        kept.append(draft)
    return kept
