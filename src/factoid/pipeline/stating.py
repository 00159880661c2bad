"""A statement that a person reads in a source: put together from its words, held to the readers' own proof."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from factoid.dates import when_of_edtf
from factoid.errors import UsageError
from factoid.model import (
    SLOTS,
    Anchor,
    Certainty,
    Document,
    Factoid,
    Judgement,
    MentionForm,
    Persona,
    Span,
    TimeExpression,
    Verdict,
    When,
)
from factoid.reading.grounding import Ground
from factoid.reading.wording import places_of
from factoid.resources import load
from factoid.store import LibraryView


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What somebody says that a source says. Fields are in the source's words; an empty one is left out."""

    source: str  #: short name or id
    quote: Span
    person: str  #: id of a persona of the source
    type: str
    fields: Mapping[str, str]  #: of role, organisation, place, value
    related: tuple[str, ...] = ()  #: ids of personas of the source
    date: str = ""  #: words of the quote, or EDTF
    certainty: Certainty = Certainty.ASSERTED
    said_by: str = ""
    because: str = ""  #: what a field rests on whose words do not stand there


def statement_by_hand(library: LibraryView, draft: Draft, *, author: str, made: str) -> Judgement:
    """Return the judgement that states the draft; `UsageError` says which part of it the source does not bear out.

    Nothing is written: hand it to `Library.judge`.
    """
    document = library.document(draft.source)
    reading = library.reading(draft.source)
    personas = {p.id: p for p in reading.personas}
    kind = load("statement_types")["types"].get(draft.type)
    if kind is None:
        raise UsageError(f"type: there is no {draft.type[:40]!r}. Choose one of the list.")
    if not 0 <= draft.quote.start < draft.quote.end <= len(document.text.content):
        raise UsageError("the quote lies outside the text. Select the words again.")
    for who in (draft.person, *draft.related):
        if who not in personas:
            raise UsageError("person: choose somebody whom this source mentions.")
    if strange := [name for name, words in draft.fields.items() if words and name not in kind["slots"]]:
        raise UsageError(f"{', '.join(strange)}: not said by a statement of this kind. Leave it empty.")
    composed = _Composer(document, personas, reading.times, draft, author)
    statement, at = composed.statement(), composed.place_of_person()
    problem = next(Ground(document.text, personas).problems(statement), None)
    if problem is not None:
        raise UsageError(problem.message)
    return Judgement(
        verdict=Verdict.STATED,
        author=author,
        made=made,
        left=Anchor(document.source.id, draft.quote),
        right=Anchor(document.source.id, at),
        factoid=statement.id,
        statement=statement,
    )


@dataclass(frozen=True, slots=True)
class _Composer:
    """Finds the words of each part of a draft."""

    document: Document
    personas: Mapping[str, Persona]
    times: Sequence[TimeExpression]
    draft: Draft
    author: str

    def statement(self) -> Factoid:
        draft, content = self.draft, self.document.text.content
        spans: dict[str, Span] = {}
        inference: dict[str, str] = {}
        fields = {name: " ".join(draft.fields.get(name, "").split()) for name in SLOTS}
        for name, words in {**fields, "said_by": " ".join(draft.said_by.split())}.items():
            if words:
                self._ground(name, words, spans, inference)
        meant = self._mention_in_quote(draft.person)
        if meant:
            spans["person"] = meant
        else:
            inference["person"] = draft.because or f"so understood by {self.author}"
        when = self._when(spans, inference)
        return Factoid(
            source=self.document.source.id,
            person=draft.person,
            type=draft.type,
            quote=draft.quote.of(content),
            start=draft.quote.start,
            end=draft.quote.end,
            role=fields["role"] or None,
            organisation=fields["organisation"] or None,
            place=fields["place"] or None,
            value=fields["value"] or None,
            said_by=" ".join(draft.said_by.split()) or None,
            related=draft.related,
            related_spans=tuple(self._mention_in_quote(who) for who in draft.related),
            when=when,
            certainty=draft.certainty,
            spans=spans,
            inference=inference,
            reader=self.author,
        )

    def place_of_person(self) -> Span:
        """Return a mention of the person: in the quote, or where the text first names it."""
        found = self._mention_in_quote(self.draft.person)
        mentions = self.personas[self.draft.person].mentions
        named = [m.span for m in mentions if m.form is MentionForm.NAME]
        return found or (named or [m.span for m in mentions] or [self.draft.quote])[0]

    def _mention_in_quote(self, who: str) -> Span | None:
        inside = (m.span for m in self.personas[who].mentions if m.span.overlaps(self.draft.quote))
        return next(inside, None)

    def _ground(self, name: str, words: str, spans: dict[str, Span], inference: dict[str, str]) -> None:
        """Note where the words of a field stand, or what the field rests on."""
        span = self._place_of(words)
        if span:
            spans[name] = span
        elif self.draft.because:
            inference[name] = self.draft.because
        else:
            raise UsageError(
                f"{name}: “{words}” does not stand in the passage. "
                "Write it as the source does, or say what it rests on."
            )

    def _place_of(self, words: str) -> Span | None:
        """Return where words stand: in the quote, or else in the segments around it."""
        for stretch in self._stretches():
            for place in places_of(self.document.text.content, words, stretch):
                return place
        return None

    def _stretches(self) -> Iterator[Span]:
        yield self.draft.quote
        for segment in self.document.text.segments:
            if segment.is_read and segment.span.overlaps(self.draft.quote):
                yield segment.span

    def _when(self, spans: dict[str, Span], inference: dict[str, str]) -> When | None:
        words = " ".join(self.draft.date.split())
        if not words:
            return None
        place = self._place_of(words)
        told = self._told_at(place) if place else None
        if place and told:
            spans["date"] = place
            return told
        try:
            when = when_of_edtf(words)
        except ValueError:
            raise UsageError(
                f"date: “{words}” is neither a time that the passage tells nor EDTF. "
                "Write 1938-06-13, 1938-06, 1938, 1936/1938 or 1938~."
            ) from None
        if place:
            spans["date"] = place
            return replace(when, words=words)
        inference["date"] = self.draft.because or f"so dated by {self.author}"
        return replace(when, basis=inference["date"])

    def _told_at(self, place: Span) -> When | None:
        """Return the time that the words were read as, in their place."""
        return next((t.when for t in self.times if Span(t.start, t.end).overlaps(place)), None)
