"""A reading with what criticism finds in its text: marks of translation, copying, carelessness and recognition."""

from __future__ import annotations

from dataclasses import replace

from factoid.criticism import find_damage
from factoid.model import Document, Finding, Reading


def examined(document: Document, reading: Reading) -> Reading:
    """Return the reading with the findings of criticism behind its own, and the conditions of the document."""
    conditions = (Finding(kind=c.kind, note=c.note, start=c.start, end=c.end) for c in document.conditions)
    found = (*reading.findings, *conditions, *find_damage(document, reading.personas))
    return replace(reading, findings=found)
