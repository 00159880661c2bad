"""The reader by rules: one document in, one reading out, everything in it proved by the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from factoid.dates import TimePhrase
from factoid.model import Document, Factoid, Finding, Packing, Reading, Span, TimeExpression, packed
from factoid.places import Gazetteer
from factoid.reading.entities import find_entities
from factoid.reading.grounding import Ground, sift
from factoid.reading.parse import Parser
from factoid.reading.parts import PART, Joined, parts_of, rename
from factoid.reading.people import find_people
from factoid.reading.places import on_the_map
from factoid.reading.statements import read_statements
from factoid.reading.times import times_in

Progress = Callable[[int], None]


class Reader(Protocol):
    """Whatever makes readings of documents."""

    @property
    def version(self) -> str:
        """Name and version: another version may find other statements in the same text."""

    def read(self, document: Document, *, progress: Progress | None = None) -> Reading:
        """Return what the document says. ``progress`` is told the characters done so far."""


class RuleReader:
    """Reads by rules over a parse. The same document always gives the same reading.

    ``part``: how many characters are read together. No more than that is held in memory as parses and
    factoids; persons are known again from part to part by their names.
    """

    def __init__(
        self, model: str | None = None, *, part: int = PART, gazetteers: Sequence[Gazetteer] = ()
    ) -> None:
        self._parser = Parser(model)
        self._part = part
        self._gazetteers = gazetteers
        own = "".join(f"+{gazetteer.version}" for gazetteer in gazetteers)
        self.version = f"rules@2+{self._parser.model}{own}"

    def read(self, document: Document, *, progress: Progress | None = None) -> Reading:
        """Return what the document says; of one in a language that is not read, its segments."""
        bare = Reading(
            source=document.source,
            text_sha256=document.text.sha256,
            reader=self.version,
            segments=document.text.segments,
        )
        language = document.source.language
        if language is not None and language != self._parser.language:
            return replace(bare, findings=(_unread(language),))
        return self._read(document, bare, progress or _unwatched)

    def _read(self, document: Document, bare: Reading, progress: Progress) -> Reading:
        found = _Found(Ground(document.text, {}))
        for part in parts_of(document.text, self._part):
            with self._parser.forgetting():
                self._read_part(document, part, found, progress)
            progress(part.end)
        personas, names = found.joined.personas()
        factoids, times = found.factoids.done(), found.times.done()
        return replace(
            bare,
            personas=personas,
            organisations=found.joined.organisations(),
            places=on_the_map(found.joined.places(), document.text.content, times, self._gazetteers),
            times=times,
            factoids=packed(rename(factoids, names)) if names else factoids,
            declined=dict(sorted(found.declined.items())),
        )

    def _read_part(self, document: Document, part: Span, found: _Found, progress: Progress) -> None:
        """Add what a part says; nothing that holds its parse lives on."""
        source, length = document.source.id, part.end - part.start
        times = times_in(document.text, part)
        parsed = self._parser.parse(document.text, within=part)
        progress(part.start + length * 6 // 10)
        entities = find_entities(parsed, source=source)
        people = find_people(parsed, entities, source=source, author=document.source.creator)
        progress(part.start + length * 8 // 10)
        told = read_statements(parsed, entities, people, times, document)
        found.ground.go_on_to(people.personas, times)
        factoids = (replace(f, model=self._parser.model) for f in told)
        found.factoids.add(sift(factoids, found.ground, found.declined))
        found.times.add(_on_the_calendar(times))
        found.joined.add(people.personas, entities.organisations, entities.places, narrator=people.narrator)


@dataclass(slots=True)
class _Found:
    """What the parts read so far have said."""

    ground: Ground
    joined: Joined = field(default_factory=Joined)
    factoids: Packing[Factoid] = field(default_factory=Packing)
    times: Packing[TimeExpression] = field(default_factory=Packing)
    declined: Counter[str] = field(default_factory=Counter)


def make_reader(model: str | None = None, gazetteers: Sequence[Gazetteer] = ()) -> Reader:
    """Return the reader on a language model, by default the bundled one; `ModelMissing` if there is none.

    The places of the gazetteers are preferred to those that come with Factoid.
    """
    return RuleReader(model, gazetteers=gazetteers)


def _unread(language: str) -> Finding:
    """Return a finding that rests on no particular words, but concerns the source as a whole."""
    note = f"The text is in a language that cannot be read yet ({language}). It is kept and can be searched."
    return Finding(kind="unread-language", note=note)


def _on_the_calendar(times: Sequence[TimePhrase]) -> Iterator[TimeExpression]:
    for time in times:
        if time.when is not None:
            yield TimeExpression(time.start, time.end, time.words, time.when)


def _unwatched(position: int) -> None:
    """Let it pass."""
