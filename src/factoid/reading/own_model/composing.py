"""A statement of a model to a factoid: every part of it found in the text by us, or refused with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from factoid.dates import TimePhrase
from factoid.model import SLOTS, Certainty, Document, Factoid, Persona, Span, When
from factoid.reading.own_model.passages import Passage
from factoid.reading.own_model.prompt import names_of_example, words_of_example
from factoid.reading.own_model.shown import is_committed_so, shows_type, why_value
from factoid.reading.wording import mention_within, places_of
from factoid.resources import load

LONGEST_QUOTE = 600  #: characters; a whole page proves nothing
CONFIDENCE = 0.5  #: of what only a model says: such statements wait to be checked

_DIGITS = re.compile(r"\d+")


class Declined(Exception):
    """A statement that the text does not bear out, with the reason under which it is counted."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Composer:
    """Makes factoids of what a model says of one passage."""

    document: Document
    passage: Passage
    personas: Sequence[Persona]  #: who is spoken of in the passage
    times: Sequence[TimePhrase]  #: of the passage
    reader: str
    model: str

    def factoid(self, told: dict[str, Any]) -> Factoid:
        """Return the factoid; `Declined` says why there is none."""
        content = self.document.text.content
        words, kind = _words_of(told), _kind_of(told)
        quote, person = self._quote_and_person(words["quote"], words["person"])
        quoted = quote.of(content)
        spans: dict[str, Span] = {}
        inference: dict[str, str] = {}
        if not shows_type(quoted, words["type"]):
            raise Declined("type")
        for slot in SLOTS:
            if words[slot]:
                self._ground(slot, words, quote, spans, inference)
        certainty = self._commitment(words, quote, spans)
        spans["person"], near = self._meant_at(person, quote)
        if near:
            inference["person"] = "left out in the quote: named or meant beside it"
        related = tuple(self._related(told, person, quote))
        when = self._when(words["date"], quote, spans, inference)
        if (words["date"] and "date" not in kind["slots"]) or (related and "related" not in kind["slots"]):
            raise Declined("field")
        _check_says_something(words, has_related=bool(related))
        return Factoid(
            source=self.document.source.id,
            person=person.id,
            type=words["type"],
            quote=quoted,
            start=quote.start,
            end=quote.end,
            role=words["role"] or None,
            organisation=words["organisation"] or None,
            place=words["place"] or None,
            value=words["value"] or None,
            related=tuple(p.id for p in related),
            related_spans=tuple(self._meant_at(p, quote)[0] for p in related),
            when=when,
            certainty=certainty,
            said_by=words["said_by"] or None,
            spans=spans,
            inference=inference,
            reader=self.reader,
            model=self.model,
            confidence=CONFIDENCE,
        )

    def _quote_and_person(self, quoted: str, called: str) -> tuple[Span, Persona]:
        """Return where the quote stands and who is meant; of several places, one where the person is."""
        content = self.document.text.content
        if len(quoted) > LONGEST_QUOTE:
            raise Declined("quote too long")
        places = list(places_of(content, quoted, self.passage.span, whole=True))
        if not places:
            raise Declined("copied example" if self._is_of_example(quoted, called) else "quote")
        found = [(place, person) for place in places for person in self._called(called, place)]
        if not found:
            raise Declined("person")
        place, person = min(found, key=lambda pair: mention_within(pair[1], pair[0]) is None)
        rivals = {
            p.id
            for at, p in found
            if at == place and (mention_within(p, at) is None) == (mention_within(person, at) is None)
        }
        if len(rivals) > 1:
            raise Declined("person not clear")
        return place, person

    def _is_of_example(self, quoted: str, called: str) -> bool:
        return " ".join(quoted.split()) in words_of_example() or called in names_of_example()

    def _called(self, words: str, quote: Span) -> Iterator[Persona]:
        """Yield who may be meant by a name, or by words of the quote, and is meant in or beside the quote."""
        content, wanted = self.document.text.content, _folded(words)
        named = [p for p in self.personas if wanted in {_folded(form) for form in (p.name, *p.forms)}]
        if not named:
            at = set(places_of(content, words, quote, whole=True))
            named = [p for p in self.personas if any(m.span in at for m in p.mentions)]
        for persona in named:
            if mention_within(persona, quote) or self._beside(persona, quote):
                yield persona

    def _beside(self, persona: Persona, quote: Span) -> Span | None:
        """Return the nearest mention before the quote in its segment or the one before, if the quote is of nobody else.

        Without one before it, the first after it in its own segment.
        """
        if any(mention_within(p, quote) for p in self.personas):
            return None
        at = next((n for n, s in enumerate(self.passage.stretches) if s.overlaps(quote)), None)
        if at is None:
            return None
        own = self.passage.stretches[at]
        near = Span(self.passage.stretches[max(0, at - 1)].start, own.end)
        inside = [m.span for m in persona.mentions if near.holds(m.span)]
        before = [span for span in inside if span.end <= quote.start]
        return before[-1] if before else next((span for span in inside if own.holds(span)), None)

    def _meant_at(self, persona: Persona, quote: Span) -> tuple[Span, bool]:
        """Return the mention that means the person, and whether it stands beside the quote."""
        within = mention_within(persona, quote)
        beside = None if within else self._beside(persona, quote)
        if within is None and beside is None:
            raise Declined("person")
        return within or beside or quote, within is None

    def _ground(
        self, slot: str, words: dict[str, str], quote: Span, spans: dict[str, Span], inference: dict[str, str]
    ) -> None:
        """Note where the words of a field stand in the quote, or what they follow from."""
        content, type_ = self.document.text.content, words["type"]
        if slot not in load("statement_types")["types"][type_]["slots"]:
            raise Declined("field")
        span = next(places_of(content, words[slot], quote, whole=True), None)
        if span is None:
            why = why_value(quote.of(content), type_, slot, words[slot])
            if not why:
                raise Declined("field")
            inference[slot] = why
        elif slot != "value" and slot != "role" and self._is_name(span):
            raise Declined("field")  # a person is no place
        else:
            spans[slot] = span
            words[slot] = " ".join(span.of(content).split())

    def _is_name(self, span: Span) -> bool:
        return any(m.span == span for p in self.personas for m in p.mentions)

    def _commitment(self, words: dict[str, str], quote: Span, spans: dict[str, Span]) -> Certainty:
        content = self.document.text.content
        try:
            certainty = Certainty(words["certainty"] or "asserted")
        except ValueError:
            raise Declined("shape") from None
        if (certainty is Certainty.ATTRIBUTED) != bool(words["said_by"]):
            raise Declined("certainty")
        if words["said_by"]:
            span = next(places_of(content, words["said_by"], quote, whole=True), None)
            if span is None:
                raise Declined("field")
            spans["said_by"] = span
            words["said_by"] = " ".join(span.of(content).split())
        if not is_committed_so(quote.of(content), certainty, self.document.source.language):
            raise Declined("certainty")
        return certainty

    def _related(self, told: dict[str, Any], person: Persona, quote: Span) -> Iterator[Persona]:
        others = told.get("related") or []
        if not isinstance(others, list) or not all(isinstance(other, str) for other in others):
            raise Declined("shape")
        seen = {person.id}
        for other in others:
            found = [p for p in self._called(other, quote) if mention_within(p, quote)]
            if len(found) != 1 or found[0].id in seen:
                raise Declined("person")
            seen.add(found[0].id)
            yield found[0]

    def _when(
        self, words: str, quote: Span, spans: dict[str, Span], inference: dict[str, str]
    ) -> When | None:
        """Return the time that words of the quote tell, as our own grammar reads them where they stand."""
        if not words:
            return None
        content = self.document.text.content
        span = next(places_of(content, words, quote, whole=True), None)
        told = [t for t in self.times if t.span.overlaps(span or quote)]
        if span is None:  # the model worked the date out: good if our grammar reads the same in the quote
            told = [t for t in told if words in {w.edtf for w in (t.when, t.meant) if w is not None}]
        meant = {t.meant.edtf: (t, t.meant) for t in told if t.meant is not None}
        if len(meant) != 1:
            raise Declined("date")
        time, when = next(iter(meant.values()))
        if span is not None and _digits(span.of(content)) - _digits(_reach(told).of(content)):
            raise Declined("date")
        spans["date"] = span or time.span
        if time.hangs_on is not None:
            inference["date"] = f"with “{time.hangs_on.of(content)}”"
        return when


def _words_of(told: dict[str, Any]) -> dict[str, str]:
    words = {}
    for name in ("quote", "person", "type", *SLOTS, "date", "certainty", "said_by"):
        value = told.get(name)
        if value is not None and not isinstance(value, str):
            raise Declined("shape")
        words[name] = " ".join((value or "").split())
    if not words["quote"] or not words["person"]:
        raise Declined("shape")
    return words


def _kind_of(told: dict[str, Any]) -> dict[str, Any]:
    kind: dict[str, Any] | None = load("statement_types")["types"].get(told.get("type") or "")
    if kind is None:
        raise Declined("type")
    return kind


def _check_says_something(words: dict[str, str], *, has_related: bool) -> None:
    needs = load("own_model")["needs"].get(words["type"], ())
    if needs and not any(has_related if name == "related" else words[name] for name in needs):
        raise Declined("empty")


def _reach(times: Iterable[TimePhrase]) -> Span:
    ends = [span for t in times for span in (t.span, t.whole or t.span)]
    return Span(min(span.start for span in ends), max(span.end for span in ends))


def _digits(words: str) -> set[str]:
    return set(_DIGITS.findall(words))


def _folded(words: str) -> str:
    return " ".join(words.casefold().replace("\u2019", "'").split())
