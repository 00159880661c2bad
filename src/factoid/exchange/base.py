"""What an exporter promises, what it may ask of a library, and how exporters are found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import BinaryIO, Protocol

from factoid.exchange.plugins import find_plugin, plugin_names
from factoid.model import Document, Dossier, DossierLine, Judgement, Page, PersonSummary, Reading, page_at

GROUP = "factoid.exporters"  #: the entry points under which exporters are installed, ours like anybody's
PAGE = 500


class Shelf(Protocol):
    """What an exporter may ask of a library."""

    def readings(self) -> Iterator[Reading]:
        """Every reading, one at a time."""

    def document(self, name: str) -> Document:
        """The document behind a reading."""

    def pages(self, name: str) -> tuple[Page, ...]:
        """Where the pages of a source begin, without its text."""

    def people(
        self, query: str | None = None, *, limit: int | None = None, offset: int = 0
    ) -> list[PersonSummary]:
        """The persons, in an order that does not change."""

    def dossier(self, person: str) -> Dossier:
        """Everything about one person."""

    def judgements(self, *, active_only: bool = True) -> list[Judgement]:
        """What people decided."""


class Exporter(Protocol):
    """A format that factoids leave in."""

    name: str  #: what the user types: ``--to csv``
    suffix: str
    about: str  #: one line for the list of formats

    def write(self, shelf: Shelf, out: BinaryIO) -> Counter[str]:
        """Write everything, holding one source or one person at a time.

        Returns, by kind, how much the format could not carry. A date is never written more precisely than
        the source has it.
        """


def exporter_names() -> list[str]:
    """Return what ``--to`` takes."""
    return plugin_names(GROUP)


def find_exporter(name: str) -> Exporter:
    """Return the exporter of that name; `UsageError` lists the names there are."""
    exporter: Exporter = find_plugin(GROUP, name, what="export format")
    return exporter


def every_person(shelf: Shelf) -> Iterator[Dossier]:
    """Yield the dossiers, one at a time."""
    offset = 0
    while page := shelf.people(limit=PAGE, offset=offset):
        for summary in page:
            yield shelf.dossier(summary.id)
        offset += len(page)


def every_line(shelf: Shelf) -> Iterator[tuple[Dossier, DossierLine]]:
    """Yield every factoid with the dossier it stands in, person by person, each life in order."""
    for dossier in every_person(shelf):
        for line in dossier.lines:
            yield dossier, line


class Places:
    """On which pages of their sources statements stand."""

    def __init__(self, shelf: Shelf) -> None:
        self._pages = cache(shelf.pages)

    def page_of(self, line: DossierLine) -> str:
        """Return what the page is called; nothing where the source has none."""
        return page_at(self._pages(line.source), line.factoid.start) or ""


def left_behind(readings: Iterable[Reading]) -> Counter[str]:
    """Count what stands in readings but in no single factoid."""
    lost: Counter[str] = Counter()
    for reading in readings:
        lost["texts"] += 1
        lost["segments"] += len(reading.segments)
        lost["mentions"] += sum(len(persona.mentions) for persona in reading.personas)
        lost["organisations and places as entities"] += len(reading.organisations) + len(reading.places)
        lost["time expressions"] += len(reading.times)
        lost["findings"] += len(reading.findings)
    return +lost


def left_behind_by_lines(shelf: Shelf) -> Counter[str]:
    """Count what stands in no table of statements: what `left_behind` counts, and who was judged to be who."""
    lost = left_behind(shelf.readings())
    lost["judgements of identity"] += sum(j.factoid is None for j in shelf.judgements(active_only=True))
    return +lost


def with_left_behind(shelf: Shelf, lost: Counter[str]) -> Counter[str]:
    """Return what a format lost of the statements, with what stands in the readings but in no statement."""
    return lost + left_behind(shelf.readings())
