"""Marks of translation, copying, carelessness and recognition: found in each text, and held against its statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from factoid.criticism import damaged_by, find_damage
from factoid.model import Document, DossierLine, Finding, Reading
from factoid.store import LibraryView


def examined(document: Document, reading: Reading) -> Reading:
    """Return the reading with the findings of criticism behind its own, and the conditions of the document."""
    conditions = (Finding(kind=c.kind, note=c.note, start=c.start, end=c.end) for c in document.conditions)
    found = (*reading.findings, *conditions, *find_damage(document, reading.personas))
    return replace(reading, findings=found)


def damage_of(library: LibraryView, lines: Sequence[DossierLine]) -> Mapping[str, tuple[Finding, ...]]:
    """Return, by factoid, the findings that cast doubt on its words; those on sound words are left out."""
    findings = library.findings({line.source for line in lines})
    found = {line.factoid.id: damaged_by(line.factoid, findings[line.source]) for line in lines}
    return {factoid: held for factoid, held in found.items() if held}
