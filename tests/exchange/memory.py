"""A library in memory, for what needs no file: every persona is a person."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from factoid.exchange import find_exporter
from factoid.exchange.importing import Evidence, Notes, Piece, find_importer
from factoid.model import (
    Document,
    Dossier,
    DossierLine,
    Judgement,
    Page,
    PersonaInSource,
    PersonSummary,
    Reading,
)


class Memory:
    """What an exporter asks of a library."""

    def __init__(
        self, evidence: Sequence[tuple[Document, Reading]], judged: Sequence[Judgement] = ()
    ) -> None:
        self._evidence = sorted(evidence, key=lambda pair: pair[0].source.name)
        self._judged = list(judged)
        self._dossiers = {dossier.summary.id: dossier for dossier in self._all()}

    def _all(self) -> Iterator[Dossier]:
        for _, reading in self._evidence:
            names = {persona.id: persona.name for persona in reading.personas}
            for persona in reading.personas:
                lines = tuple(
                    DossierLine(
                        factoid=f, source=reading.source.name, related=tuple((o, names[o]) for o in f.related)
                    )
                    for f in reading.factoids
                    if f.person == persona.id
                )
                summary = PersonSummary(
                    id=persona.id, name=persona.name, names=persona.forms, sources=(reading.source.name,),
                    factoids=len(lines),
                )  # fmt: skip
                found = PersonaInSource(
                    source=reading.source.name, source_id=reading.source.id, persona=persona
                )
                yield Dossier(summary=summary, personas=(found,), lines=lines)

    def readings(self) -> Iterator[Reading]:
        return (reading for _, reading in self._evidence)

    def document(self, name: str) -> Document:
        return next(d for d, _ in self._evidence if name in (d.source.name, d.source.id))

    def pages(self, name: str) -> tuple[Page, ...]:
        return self.document(name).pages

    def people(
        self, query: str | None = None, *, limit: int | None = None, offset: int = 0
    ) -> list[PersonSummary]:
        people = [dossier.summary for dossier in self._dossiers.values()]
        return people[offset : None if limit is None else offset + limit]

    def dossier(self, person: str) -> Dossier:
        return self._dossiers[person]

    def judgements(self, *, active_only: bool = True) -> list[Judgement]:
        return self._judged


def written(shelf: Memory, form: str) -> tuple[bytes, dict[str, int]]:
    """Export."""
    out = io.BytesIO()
    lost = find_exporter(form).write(shelf, out)
    return out.getvalue(), dict(lost)


def taken(path: Path, form: str) -> tuple[list[Piece], Notes, list[str]]:
    """Import; with what was told of bad records."""
    told: list[str] = []
    notes = Notes(told.append)
    return list(find_importer(form).pieces(str(path), notes)), notes, told


def shelf_of(pieces: Sequence[Piece]) -> Memory:
    """Return the library of what was imported."""
    evidence = [(piece.document, piece.reading) for piece in pieces if isinstance(piece, Evidence)]
    return Memory(evidence, [piece for piece in pieces if isinstance(piece, Judgement)])
