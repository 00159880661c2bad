"""A part of a Russian text to persons and statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factoid.dates import TimeKind, TimePhrase
from factoid.model import (
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
)  # fmt: skip
from factoid.reading.russian.certainty import commitment_of
from factoid.reading.russian.chunks import Chunk, chunks_of, last_label
from factoid.reading.russian.clauses import Clause, ClauseFinder
from factoid.reading.russian.dating import Times, when_and_span, when_of_age
from factoid.reading.russian.drafts import Draft
from factoid.reading.russian.lives import lives_in
from factoid.reading.russian.meaning import Meant, Tie
from factoid.reading.russian.meant import resolve
from factoid.reading.russian.morphology import Morphology
from factoid.reading.russian.names import Known, NameMention, names_in, stem_of
from factoid.reading.russian.notes import NoteReader
from factoid.reading.russian.persons import Person, Register
from factoid.reading.russian.phrases import phrase_of, trimmed
from factoid.reading.russian.roles import RoleReader
from factoid.reading.russian.told import Teller
from factoid.reading.russian.words import Sentence, Word, span_of
from factoid.reading.statements.merge import merged


def names_of(sentences: list[Sentence], morphology: Morphology) -> list[NameMention]:
    """Return the names of persons: a bare surname is one where the text has it in full elsewhere."""
    first = [name for s in sentences for name in names_in(s, morphology, Known())]
    known = Known(
        frozenset(stem_of(n.surname.shown) for n in first if n.is_full and n.surname),
        frozenset(stem_of(n.given.shown) for n in first if n.given and n.surname),
    )
    return [name for s in sentences for name in names_in(s, morphology, known)]


class PartReader:
    """Reads one part of a document."""

    def __init__(
        self,
        document: Document,
        sentences: list[Sentence],
        times: Sequence[TimePhrase],
        morphology: Morphology,
    ) -> None:
        self.document, self.sentences = document, [s for s in sentences if s.words]
        self.times = Times(times)
        names = names_of(self.sentences, morphology)
        register = Register(morphology)
        register.enter(names)
        self.meant: Meant = resolve(self.sentences, names, register)
        self._clauses: dict[int, list[Clause]] = {}

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
        drafts = list(self._drafts())
        births = {
            d.person.number: w
            for d in drafts
            if d.type == "birth" and (w := self._date(d, {})[0]) is not None
        }
        yield from merged(self._factoid(d, births) for d in _without_doubles(drafts))

    def _drafts(self) -> Iterator[Draft]:
        finder = ClauseFinder(self.meant)
        label, segment = "", None
        for sentence in self.sentences:
            self.times.mark(sentence)
            if sentence.segment is not segment:
                label, segment = "", sentence.segment
            chunks = list(chunks_of(sentence, label))
            label = found if (found := last_label(sentence)) is not None else label
            yield from self._of_sentence(sentence, chunks, finder)
        yield from self._of_ties()
        for noun, person in self.meant.trades:
            row = trimmed(phrase_of(noun, self.times.words)) or [noun]
            yield Draft(
                person=person, type="occupation", rule="noun:occupation", quote=span_of(row), anchor=noun,
                who=noun.span, slots={"value": span_of(row)}, confidence=0.8,
            )  # fmt: skip

    def _of_sentence(self, sentence: Sentence, chunks: list[Chunk], finder: ClauseFinder) -> Iterator[Draft]:
        clauses = finder.clauses(sentence)
        self._clauses[sentence.number] = clauses
        yield from lives_in(sentence, self.meant, self.times)
        yield from RoleReader(self.meant, self.times).drafts(sentence, chunks, clauses)
        yield from NoteReader(self.meant, self.times).drafts(sentence, chunks)
        teller = Teller(self.meant, self.times)
        for clause in clauses:
            yield from teller.drafts(clause)

    def _of_ties(self) -> Iterator[Draft]:
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
        if tie.word.pos == "NOUN" and tie.word.lemma not in ("свадьба", "брак"):
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
        commitment = commitment_of(draft.anchor, clause.words if clause else [draft.anchor])
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
            spans=spans, inference=inference, reader=f"rule:ru:{draft.rule}@1", confidence=draft.confidence,
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
