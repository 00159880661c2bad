"""The reader by rules: one document in, one reading out, everything in it proved by the text."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from factoid.dates import TimePhrase, find_time_phrases
from factoid.model import Document, Factoid, Finding, Reading, Span, TimeExpression
from factoid.reading.entities import Entities, find_entities
from factoid.reading.grounding import Ground, sift
from factoid.reading.parse import Parser
from factoid.reading.parts import Joined, parts_of, rename
from factoid.reading.people import People, find_people
from factoid.reading.statements import read_statements

Progress = Callable[[int], None]


class Reader(Protocol):
    """Whatever makes readings of documents."""

    @property
    def version(self) -> str:
        """Name and version: another version may find other statements in the same text."""

    def read(self, document: Document, *, progress: Progress | None = None) -> Reading:
        """Return what the document says. ``progress`` is told the characters done so far."""


class RuleReader:
    """Reads by rules over a parse. The same document always gives the same reading."""

    def __init__(self, model: str | None = None) -> None:
        self._parser = Parser(model)
        self.version = f"rules@1+{self._parser.model}"

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
        return self._read(document, bare, progress)

    def _read(self, document: Document, bare: Reading, progress: Progress | None) -> Reading:
        text = document.text
        times = find_time_phrases(text.content, [s.span for s in text.segments if s.is_read])
        ground = Ground(text, {}, times)
        joined = Joined()
        factoids: list[Factoid] = []
        declined: Counter[str] = Counter()
        for part in parts_of(text):
            people, entities, told = self._part(document, part, times, progress or _unwatched)
            ground.go_on_to(people.personas)
            factoids += sift(told, ground, declined)
            joined.add(people.personas, entities.organisations, entities.places, narrator=people.narrator)
            del people, entities, told  # nothing that holds a parse may live on into the next part
            if progress is not None:
                progress(part.end)
        personas, names = joined.personas()
        return replace(
            bare,
            personas=personas,
            organisations=joined.organisations(),
            places=joined.places(),
            times=tuple(_on_the_calendar(times)),
            factoids=tuple(rename(factoids, names)),
            declined=dict(sorted(declined.items())),
        )

    def _part(
        self, document: Document, part: Span, times: Sequence[TimePhrase], progress: Progress
    ) -> tuple[People, Entities, Iterator[Factoid]]:
        source, length = document.source.id, part.end - part.start
        parsed = self._parser.parse(document.text, within=part)
        progress(part.start + length * 6 // 10)
        entities = find_entities(parsed, source=source)
        people = find_people(parsed, entities, source=source, author=document.source.creator)
        progress(part.start + length * 8 // 10)
        first, last = (bisect_left(times, place, key=_start_of) for place in part)
        told = read_statements(parsed, entities, people, times[first:last], document)
        return people, entities, (replace(f, model=self._parser.model) for f in told)


def make_reader(model: str | None = None) -> Reader:
    """Return the reader on a language model, by default the bundled one; `ModelMissing` if there is none."""
    return RuleReader(model)


def _unread(language: str) -> Finding:
    """Return a finding that rests on no particular words, but concerns the source as a whole."""
    note = f"The text is in a language that cannot be read yet ({language}). It is kept and can be searched."
    return Finding(kind="unread-language", note=note)


def _on_the_calendar(times: Sequence[TimePhrase]) -> Iterator[TimeExpression]:
    for time in times:
        if time.when is not None:
            yield TimeExpression(time.start, time.end, time.words, time.when)


def _start_of(time: TimePhrase) -> int:
    return time.start


def _unwatched(position: int) -> None:
    """Let it pass."""
