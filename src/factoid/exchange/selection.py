"""A library seen through a sieve: only what a person accepted, or only what nobody rejected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Protocol

from factoid.exchange.base import Shelf
from factoid.model import Document, Dossier, Judgement, Page, PersonSummary, Reading, Verdict


class Only(StrEnum):
    """Which statements leave."""

    ALL = "all"
    STANDING = "standing"  #: all but those that a person rejected
    ACCEPTED = "accepted"  #: those alone that a person accepted


class _Sieve:
    """A library of which less leaves: of the sources themselves, all."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def document(self, name: str) -> Document:
        """The document behind a reading."""
        return self._shelf.document(name)

    def pages(self, name: str) -> tuple[Page, ...]:
        """Where the pages of a source begin."""
        return self._shelf.pages(name)


class SelectedShelf(_Sieve):
    """Shows an exporter the library without the statements that are not wanted."""

    def __init__(self, shelf: Shelf, only: Only) -> None:
        super().__init__(shelf)
        self._only = only
        judged = [j for j in shelf.judgements(active_only=True) if j.factoid]
        self._accepted = {j.factoid for j in judged if j.verdict in (Verdict.ACCEPTED, Verdict.STATED)}
        self._rejected = {j.factoid for j in judged if j.verdict is Verdict.REJECTED}

    def readings(self) -> Iterator[Reading]:
        """Every reading, with the statements that are wanted."""
        for reading in self._shelf.readings():
            yield replace(reading, factoids=tuple(f for f in reading.factoids if self._is_wanted(f.id)))

    def people(
        self, query: str | None = None, *, limit: int | None = None, offset: int = 0
    ) -> list[PersonSummary]:
        """The persons, those without a wanted statement too: others may be tied to them."""
        return self._shelf.people(query, limit=limit, offset=offset)

    def dossier(self, person: str) -> Dossier:
        """What is wanted about one person."""
        dossier = self._shelf.dossier(person)
        return replace(dossier, lines=tuple(x for x in dossier.lines if self._is_wanted(x.factoid.id)))

    def judgements(self, *, active_only: bool = True) -> list[Judgement]:
        """What people decided."""
        return self._shelf.judgements(active_only=active_only)

    def _is_wanted(self, factoid: str) -> bool:
        if self._only is Only.ACCEPTED:
            return factoid in self._accepted
        return self._only is Only.ALL or factoid not in self._rejected


class Archive(Shelf, Protocol):
    """A library that finds one reading without looking through the others."""

    def reading(self, name_or_id: str) -> Reading:
        """Everything that was read in a source."""


class LifeShelf(_Sieve):
    """Shows an exporter one life: its dossier, and of its sources the statements about it."""

    def __init__(self, shelf: Archive, person: str) -> None:
        super().__init__(shelf)
        self._archive, self._dossier = shelf, shelf.dossier(person)
        self._own = {found.persona.id for found in self._dossier.personas}

    def readings(self) -> Iterator[Reading]:
        """The readings that speak of the person, with what they say of it and whom that names."""
        for source in sorted({found.source for found in self._dossier.personas}):
            reading = self._archive.reading(source)
            told = tuple(f for f in reading.factoids if f.person in self._own)
            named = self._own.union(*(f.related for f in told))
            people = tuple(p for p in reading.personas if p.id in named)
            yield replace(reading, factoids=told, personas=people)

    def people(
        self, query: str | None = None, *, limit: int | None = None, offset: int = 0
    ) -> list[PersonSummary]:
        """The one person."""
        return [self._dossier.summary][offset : None if limit is None else offset + limit]

    def dossier(self, person: str) -> Dossier:
        """The dossier of the person; of others no more than their names are needed."""
        if person == self._dossier.summary.id:
            return self._dossier
        return replace(self._shelf.dossier(person), lines=())

    def judgements(self, *, active_only: bool = True) -> list[Judgement]:
        """What people decided about the person's statements."""
        told = {line.factoid.id for line in self._dossier.lines}
        return [j for j in self._shelf.judgements(active_only=active_only) if j.factoid in told]
