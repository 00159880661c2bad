"""A reading with what criticism finds in its text: marks of translation, copying and carelessness."""

from __future__ import annotations

from dataclasses import replace

from factoid.criticism import find_damage
from factoid.model import Document, Reading


def examined(document: Document, reading: Reading) -> Reading:
    """Return the reading with the findings of criticism behind its own."""
    return replace(reading, findings=(*reading.findings, *find_damage(document, reading.personas)))
