"""Records of other programs as sources: each record becomes a line of text, and what it says stands in that line.

An imported record is evidence by its source like any other, so every statement quotes words at offsets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from factoid.errors import RecordError
from factoid.model import (
    SLOTS,
    Certainty,
    Document,
    Factoid,
    Mention,
    MentionForm,
    Page,
    Persona,
    Place,
    Reading,
    Segment,
    SegmentKind,
    Source,
    Span,
    Text,
    When,
    digest,
    persona_id,
)

MEDIA_TYPE = "text/x-factoid-records"  #: of a text that was made of records


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """A person as a record has them."""

    key: str  #: what the records of one source call the person
    name: str
    forms: tuple[str, ...] = ()  #: other forms of the name
    gender: str | None = None
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What a record says of a person."""

    who: str  #: key
    type: str
    fields: Mapping[str, str] = field(default_factory=dict, hash=False)  #: role, organisation, place, value
    related: tuple[str, ...] = ()  #: keys
    when: When | None = None
    certainty: Certainty = Certainty.ASSERTED
    said_by: str | None = None
    page: str = ""  #: where the record has it from, as it is cited
    words: str = ""  #: what the record quotes; without it the whole line is the quote
    more: tuple[str, ...] = ()  #: whatever else the record says
    reader: str = ""
    model: str = ""
    confidence: float = 1.0
    place_address: str = ""
    addresses: tuple[str, ...] = ()


@dataclass(slots=True)
class _Held:
    """A persona while its mentions grow."""

    persona: Persona
    mentions: list[Mention]


class Book:
    """A source that grows record by record; what is written is never changed, only followed by more."""

    def __init__(self, source: Source, *, reader: str) -> None:
        self.source, self.reader = source, reader
        self._content: list[str] = []
        self._length = 0
        self._segments: list[Segment] = []
        self._pages: list[Page] = []
        self._held: dict[str, _Held] = {}  # by key
        self._factoids: dict[str, Factoid] = {}
        self._places: dict[tuple[str, str], list[Span]] = {}
        self._addresses: dict[tuple[str, str], None] = {}

    @classmethod
    def reopened(cls, document: Document, reading: Reading) -> Book:
        """Return the book of a source that was written before; its persons go by the ids of their personas."""
        book = cls(reading.source, reader=reading.reader)
        book._content, book._length = [document.text.content], len(document.text.content)
        book._segments = list(document.text.segments)
        book._pages = list(document.pages)
        book._held = {persona.id: _Held(persona, list(persona.mentions)) for persona in reading.personas}
        book._factoids = {factoid.id: factoid for factoid in reading.factoids}
        book._places = {(p.name, p.uri or ""): list(p.mentions) for p in reading.places}
        book._addresses = dict.fromkeys(reading.addresses)
        return book

    def note(self, words: str, *, kind: SegmentKind = SegmentKind.PARAGRAPH) -> Span:
        """Write a line that is no statement: the title of the source, what was changed."""
        check_text(words)
        line = _Line(self._begin())
        line.words(words)
        return self._end(line, kind)

    def person(self, who: Who) -> str:
        """Write a line on a person, who need not do anything; return the id of the persona."""
        check_text(who.name or who.key, *who.forms, *who.addresses)
        line = _Line(self._begin())
        self._mention(line, who.key, who.name or who.key)
        for form in who.forms:
            line.plain("; also ")
            self._mention(line, who.key, form)
        for address in who.addresses:
            line.plain("; ")
            line.words(address)
        self._end(line, SegmentKind.PARAGRAPH)
        held = self._held[who.key]
        forms = tuple(dict.fromkeys((who.name or who.key, *held.persona.forms, *who.forms)))
        held.persona = replace(
            held.persona, name=who.name or who.key, forms=forms, gender=who.gender or held.persona.gender
        )
        self._add_addresses(held.persona.id, who.addresses)
        return held.persona.id

    def say(self, saying: Saying, names: Mapping[str, str]) -> Factoid:
        """Write a line for what a record says, and keep the statement; ``names`` has those of all its persons.

        `RecordError` for a record that cannot stand as a text: nothing is written then.
        """
        _check_words(saying, names)
        line = _Line(self._begin())
        if saying.page != (self._pages[-1].label if self._pages else ""):
            self._pages.append(Page(line.start, saying.page))
        who = self._mention(line, saying.who, names[saying.who])
        spans: dict[str, Span] = {"person": line.last}
        line.plain(f". {saying.type}.")
        for slot in SLOTS:
            if saying.fields.get(slot):
                spans[slot] = line.part(slot, saying.fields[slot])
        related = self._write_related(line, saying, names)
        if saying.when:
            at = line.part("date", saying.when.words or saying.when.edtf)
            if saying.when.basis == "stated":
                spans["date"] = at
        if saying.said_by:
            spans["said_by"] = line.part("said by", saying.said_by)
        quoted = line.part("words", saying.words) if saying.words else None
        for more in (*saying.more, *saying.addresses):
            line.plain(" ")
            line.words(more)
        whole = self._end(line, SegmentKind.PARAGRAPH)
        if saying.place_address and "place" in spans:
            key = (saying.fields["place"], saying.place_address)
            self._places.setdefault(key, []).append(spans["place"])
        return self._keep(saying, who, spans, related, quoted, (whole, line.text))

    def _keep(
        self, saying: Saying, who: str, spans: dict[str, Span], related: list[Span], quoted: Span | None,
        line: tuple[Span, str],
    ) -> Factoid:  # fmt: skip
        at, quote = (quoted, saying.words) if quoted else line
        factoid = Factoid(
            source=self.source.id,
            person=who,
            type=saying.type,
            quote=quote,
            start=at.start,
            end=at.end,
            **{slot: saying.fields.get(slot) or None for slot in SLOTS},
            related=tuple(self._held[key].persona.id for key in saying.related),
            related_spans=tuple(related),
            when=saying.when,
            certainty=saying.certainty,
            said_by=saying.said_by,
            spans=spans,
            inference={} if not saying.when or "date" in spans else {"date": saying.when.basis},
            reader=saying.reader or self.reader,
            model=saying.model,
            confidence=saying.confidence,
        )
        self._factoids[factoid.id] = factoid
        self._add_addresses(factoid.id, saying.addresses)
        return factoid

    def forget(self, key: str) -> None:
        """Take a statement or a person out of what holds; the words stay."""
        self._factoids.pop(key, None)
        self._held = {k: held for k, held in self._held.items() if held.persona.id != key}
        self._addresses = {pair: None for pair in self._addresses if pair[0] != key}

    def address(self, key: str, uris: Sequence[str]) -> None:
        """Keep other addresses of the source, a persona or a statement."""
        self._add_addresses(key, uris)

    def done(self) -> tuple[Document, Reading]:
        """Return the source and what stands in it."""
        text = Text("".join(self._content), tuple(self._segments))
        self._content = [text.content]
        reading = Reading(
            source=self.source,
            text_sha256=text.sha256,
            reader=self.reader,
            segments=text.segments,
            personas=tuple(
                replace(held.persona, mentions=tuple(held.mentions)) for held in self._held.values()
            ),
            places=tuple(
                Place(
                    id=digest("l", self.source.id, name, uri),
                    name=name,
                    mentions=tuple(spans),
                    uri=uri or None,
                )
                for (name, uri), spans in self._places.items()
            ),
            factoids=tuple(self._factoids.values()),
            addresses=tuple(self._addresses),
        )
        return Document(self.source, text, pages=tuple(self._pages)), reading

    def _write_related(self, line: _Line, saying: Saying, names: Mapping[str, str]) -> list[Span]:
        spans: list[Span] = []
        for key in saying.related:
            line.plain(" with: " if not spans else ", ")
            self._mention(line, key, names[key])
            spans.append(line.last)
        if spans:
            line.plain(".")
        return spans

    def _mention(self, line: _Line, key: str, name: str) -> str:
        """Write a name in the line as a mention of its person; return the id of the persona."""
        span = line.words(name)
        mention = Mention(span.start, span.end, MentionForm.NAME)
        held = self._held.get(key)
        if held is None:
            persona = Persona(id=persona_id(self.source.id, span), name=name, forms=(name,))
            held = self._held[key] = _Held(persona, [])
        held.mentions.append(mention)
        if name not in held.persona.forms:
            held.persona = replace(held.persona, forms=(*held.persona.forms, name))
        return held.persona.id

    def _begin(self) -> int:
        return self._length + (2 if self._content else 0)

    def _end(self, line: _Line, kind: SegmentKind) -> Span:
        if self._content:
            self._content.append("\n\n")
        self._content.append(line.text)
        self._length = line.place
        span = Span(line.start, self._length)
        self._segments.append(Segment(kind=kind, start=span.start, end=span.end, why="a record"))
        return span

    def _add_addresses(self, key: str, uris: Sequence[str]) -> None:
        self._addresses |= {(key, uri): None for uri in uris if uri}


def _check_words(saying: Saying, names: Mapping[str, str]) -> None:
    words = (
        *saying.fields.values(),
        saying.said_by or "",
        saying.page,
        saying.words,
        *saying.more,
        *saying.addresses,
    )
    time = (saying.when.words, saying.when.edtf) if saying.when else ()
    check_text(*words, *time, *(names[key] for key in (saying.who, *saying.related)))


def check_text(*words: str) -> None:
    """Raise `RecordError` for what is no text (half a surrogate pair)."""
    for part in words:
        try:
            part.encode("utf-8")
        except UnicodeEncodeError as error:
            raise RecordError(f"{part[:60]!r} is no text (half a character at {error.start})") from error


class _Line:
    """A line while it is written: where each part of it stands."""

    def __init__(self, start: int) -> None:
        self.start = self.place = start
        self.pieces: list[str] = []
        self.last = Span(start, start)

    @property
    def text(self) -> str:
        """What is written."""
        return "".join(self.pieces)

    def plain(self, words: str) -> None:
        """Write words of ours."""
        self.pieces.append(words)
        self.place += len(words)

    def words(self, words: str) -> Span:
        """Write words of the record; return where they stand."""
        self.last = Span(self.place, self.place + len(words))
        self.plain(words)
        return self.last

    def part(self, name: str, words: str) -> Span:
        """Write a named part of what is said."""
        self.plain(f" {name}: ")
        span = self.words(words)
        self.plain(".")
        return span
