"""A statement of a model to a factoid: every part of it found in the text by us, or refused with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from factoid.dates import TimePhrase
from factoid.model import SLOTS, Certainty, Document, Factoid, Persona, Span, When
from factoid.reading.own_model.cast import Cast
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
    stretch: Span  #: the passage
    cast: Cast
    times: Sequence[TimePhrase]  #: of the passage
    reader: str
    model: str

    def factoid(self, told: dict[str, Any]) -> Factoid:
        """Return the factoid; `Declined` says why there is none."""
        content = self.document.text.content
        words = _words_of(told)
        quote, person, related = self._who(words["quote"], words["person"], _others_of(told))
        quoted = quote.of(content)
        spans: dict[str, Span] = {}
        inference: dict[str, str] = {}
        if not shows_type(quoted, words["type"]):
            raise Declined("type")
        for slot in SLOTS:
            if words[slot]:
                self._ground(slot, words, quote, spans, inference)
        certainty = self._commitment(words, quote, spans)
        spans["person"] = self._meant_at(person, quote, related)
        if not quote.holds(spans["person"]):
            inference["person"] = "left out in the quote: named or meant beside it"
        when = self._when(words["date"], quote, spans, inference)
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
            related_spans=tuple(mention_within(p, quote) for p in related),
            when=when,
            certainty=certainty,
            said_by=words["said_by"] or None,
            spans=spans,
            inference=inference,
            reader=self.reader,
            model=self.model,
            confidence=CONFIDENCE,
        )

    def _who(
        self, quoted: str, called: str, others: Sequence[str]
    ) -> tuple[Span, Persona, tuple[Persona, ...]]:
        """Return where the quote stands, who is meant and who is related; of several places, where the person is."""
        if len(quoted) > LONGEST_QUOTE:
            raise Declined("quote too long")
        places = list(places_of(self.document.text.content, quoted, self.stretch, whole=True))
        if not places:
            is_copied = " ".join(quoted.split()) in words_of_example() or called in names_of_example()
            raise Declined("copied example" if is_copied else "quote")
        why = Declined("person")
        for place in sorted(places, key=lambda place: self._is_elsewhere(called, place)):
            try:
                related = self._related(others, place)
                return place, self._person(called, place, related), related
            except Declined as error:
                why = error
        raise why

    def _is_elsewhere(self, called: str, place: Span) -> bool:
        return not any(mention_within(p, place) for p in self.cast.called(called, place))

    def _person(self, called: str, quote: Span, related: Sequence[Persona]) -> Persona:
        found = [p for p in self.cast.called(called, quote) if p not in related]
        within = [p for p in found if mention_within(p, quote)]
        ids = {p.id for p in related}
        found = within or [p for p in found if self.cast.beside(p, quote, ids)]
        if len(found) != 1:
            raise Declined("person not clear" if found else "person")
        return found[0]

    def _related(self, others: Sequence[str], quote: Span) -> tuple[Persona, ...]:
        """Return the other persons: each one of its own, and mentioned in the quote."""
        out: list[Persona] = []
        for other in others:
            found = [p for p in self.cast.called(other, quote) if mention_within(p, quote)]
            if len(found) != 1 or found[0] in out:
                raise Declined("person")
            out.append(found[0])
        return tuple(out)

    def _meant_at(self, person: Persona, quote: Span, related: Sequence[Persona]) -> Span:
        within = mention_within(person, quote)
        return within or self.cast.beside(person, quote, {p.id for p in related}) or quote

    def _ground(
        self, slot: str, words: dict[str, str], quote: Span, spans: dict[str, Span], inference: dict[str, str]
    ) -> None:
        """Note where the words of a field stand in the quote, or what they follow from."""
        content, type_ = self.document.text.content, words["type"]
        if slot == "role" and slot not in load("statement_types")["types"][type_]["slots"]:
            raise Declined("field")
        span = self._place_of(words[slot], quote)
        if span is None:
            why = why_value(quote.of(content), type_, slot, words[slot])
            if not why:
                raise Declined("field")
            inference[slot] = why
        elif slot != "value" and slot != "role" and self.cast.is_name(span):
            raise Declined("field")  # a person is no place
        else:
            spans[slot] = span
            words[slot] = " ".join(span.of(content).split())

    def _place_of(self, words: str, quote: Span) -> Span | None:
        """Return where words stand in the quote, with a capital or without."""
        for form in (words, words[0].swapcase() + words[1:]):
            for place in places_of(self.document.text.content, form, quote, whole=True):
                return place
        return None

    def _commitment(self, words: dict[str, str], quote: Span, spans: dict[str, Span]) -> Certainty:
        content = self.document.text.content
        try:
            certainty = Certainty(words["certainty"] or "asserted")
        except ValueError:
            raise Declined("shape") from None
        if (certainty is Certainty.ATTRIBUTED) != bool(words["said_by"]):
            raise Declined("certainty")
        if words["said_by"]:
            span = self._place_of(words["said_by"], quote)
            if span is None:
                raise Declined("field")
            spans["said_by"] = span
            words["said_by"] = " ".join(span.of(content).split())
        if not is_committed_so(quote.of(content), certainty, self.document.source.language):
            raise Declined("certainty")
        return certainty

    def _when(
        self, words: str, quote: Span, spans: dict[str, Span], inference: dict[str, str]
    ) -> When | None:
        """Return the time that words of the quote tell, as our own grammar reads them where they stand."""
        if not words:
            return None
        content = self.document.text.content
        span = self._place_of(words, quote)
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
    if words["type"] not in load("statement_types")["types"]:
        raise Declined("type")
    return words


def _others_of(told: dict[str, Any]) -> list[str]:
    others = told.get("related") or []
    if not isinstance(others, list) or not all(isinstance(other, str) for other in others):
        raise Declined("shape")
    return others


def _check_says_something(words: dict[str, str], *, has_related: bool) -> None:
    needs = load("own_model")["needs"].get(words["type"], ())
    if needs and not any(has_related if name == "related" else words[name] for name in needs):
        raise Declined("empty")


def _reach(times: Iterable[TimePhrase]) -> Span:
    ends = [span for t in times for span in (t.span, t.whole or t.span)]
    return Span(min(span.start for span in ends), max(span.end for span in ends))


def _digits(words: str) -> set[str]:
    return set(_DIGITS.findall(words))
