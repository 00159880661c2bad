"""A language, as the reader needs it: one adapter that turns a part of a document into persons and statements."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from factoid.dates import TimePhrase
from factoid.model import Document, Factoid, Organisation, Persona, Place, Span

Share = Callable[[float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRead:
    """What a part of a document says. Every factoid is still to pass `factoid.reading.grounding`."""

    times: tuple[TimePhrase, ...] = ()
    personas: tuple[Persona, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    places: tuple[Place, ...] = ()
    factoids: Iterable[Factoid] = ()  #: may be read while it is taken
    narrator: str | None = None  #: id of the persona that says "I"


class Language(Protocol):
    """What knows how to read one language."""

    @property
    def code(self) -> str:
        """The language, ISO 639-1."""

    @property
    def model(self) -> str:
        """The language model and its version: what each factoid names as its model."""

    def forgetting(self) -> AbstractContextManager[object]:
        """Let what is parsed within a block be forgotten at its end."""

    def read_part(self, document: Document, part: Span, share: Share) -> PartRead:
        """Return what a stretch of whole segments says. ``share`` is told how much of the work is done, 0 to 1."""
