"""The reader by rules: one document in, one reading out, everything in it proved by the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from factoid.dates import TimePhrase
from factoid.model import Document, Factoid, Finding, Packing, Reading, Span, TimeExpression, packed
from factoid.places import Gazetteer
from factoid.reading.grounding import Ground, sift
from factoid.reading.language import Language
from factoid.reading.languages import Languages, why_not
from factoid.reading.parts import PART, Joined, parts_of, rename
from factoid.reading.places import on_the_map

Progress = Callable[[int], None]


class Reader(Protocol):
    """Whatever makes readings of documents."""

    @property
    def version(self) -> str:
        """Name and version: another version may find other statements in the same text."""

    def version_for(self, language: str | None) -> str:
        """Name and version for texts of one language: another adapter, another version."""

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
        self._languages = Languages(model)
        self._part = part
        self._gazetteers = gazetteers
        self.version = self.version_for(None)

    def version_for(self, language: str | None) -> str:
        """Return the name and version under which texts of a language are read, loading what reads it."""
        reading = self._languages.reading(language) or self._languages.first
        return f"rules@9+{reading.model}" + "".join(f"+{gazetteer.version}" for gazetteer in self._gazetteers)

    def read(self, document: Document, *, progress: Progress | None = None) -> Reading:
        """Return what the document says; of one in a language that is not read, its segments."""
        code = document.source.language
        bare = Reading(
            source=document.source,
            text_sha256=document.text.sha256,
            reader=self.version_for(code),
            segments=document.text.segments,
        )
        language = self._languages.reading(code)
        if language is None:
            return replace(bare, findings=(Finding(kind="unread-language", note=why_not(str(code))),))
        return self._read(document, language, bare, progress or _unwatched)

    def _read(self, document: Document, language: Language, bare: Reading, progress: Progress) -> Reading:
        found = _Found(Ground(document.text, {}))
        for part in parts_of(document.text, self._part):
            with language.forgetting():
                _read_part(document, part, language, found, progress)
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


def _read_part(document: Document, part: Span, language: Language, found: _Found, progress: Progress) -> None:
    """Add what a part says; nothing that holds its parse lives on."""
    told = language.read_part(
        document, part, lambda share: progress(part.start + int((part.end - part.start) * share))
    )
    found.ground.go_on_to(told.personas, told.times)
    factoids = (replace(f, model=language.model) for f in told.factoids)
    found.factoids.add(sift(factoids, found.ground, found.declined))
    found.times.add(_on_the_calendar(told.times))
    found.joined.add(told.personas, told.organisations, told.places, narrator=told.narrator)


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


def _on_the_calendar(times: Sequence[TimePhrase]) -> Iterator[TimeExpression]:
    for time in times:
        if time.when is not None:
            yield TimeExpression(time.start, time.end, time.words, time.when)


def _unwatched(position: int) -> None:
    """Let it pass."""
