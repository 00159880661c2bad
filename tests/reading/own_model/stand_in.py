"""A reader in the place of the rules: it knows the persons of a short text, and finds what it is told to."""

from __future__ import annotations

import re
from dataclasses import replace

from factoid.model import (
    Document,
    Factoid,
    Mention,
    MentionForm,
    Persona,
    Reading,
    Span,
    persona_id,
)
from factoid.reading.reader import Progress
from factoid.sources import document_of_text

TEXT = (
    "Maren Holt was born on 3 May 1871 in Silkeborg. In 1894 she married Jens Holt.\n\n"
    "She was arrested in June 1915 by the harbour police\nof Randers. Maren Holt perhaps died in Ribe in 1921. "
    "Jens Holt never left Silkeborg.\n"
)
WHO = {
    "Maren Holt": re.compile(r"Maren Holt|[Ss]he\b"),
    "Jens Holt": re.compile(r"Jens Holt"),
}


class StandInRules:
    """Makes persons of the names in `WHO`, and the statements that it was given."""

    def __init__(self, *factoids: Factoid) -> None:
        self._factoids = factoids
        self.version = "stand-in@1"

    def version_for(self, language: str | None) -> str:
        return self.version

    def read(self, document: Document, *, progress: Progress | None = None) -> Reading:
        return Reading(
            source=document.source,
            text_sha256=document.text.sha256,
            reader=self.version,
            segments=document.text.segments,
            personas=tuple(_personas(document)),
            factoids=self._factoids,
        )


def document(text: str = TEXT) -> Document:
    found = document_of_text(text, name="holt")
    return replace(found, source=replace(found.source, language="en"))


def persona(name: str, text: str = TEXT) -> str:
    """The id of a person."""
    return next(p.id for p in _personas(document(text)) if p.name == name)


def _personas(document: Document) -> list[Persona]:
    out = []
    for name, pattern in WHO.items():
        found = list(pattern.finditer(document.text.content))
        if found:
            mentions = tuple(
                Mention(m.start(), m.end(), MentionForm.NAME if m[0] == name else MentionForm.PRONOUN)
                for m in found
            )
            anchor = persona_id(document.source.id, Span(*found[0].span()))
            out.append(Persona(id=anchor, name=name, forms=(name,), mentions=mentions))
    return out
