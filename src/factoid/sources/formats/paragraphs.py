"""Paragraphs of a word processor into one text: numbered, each with its notes behind it."""

from __future__ import annotations

from collections.abc import Sequence

from factoid.model import SegmentKind
from factoid.sources.formats.extract import Extract, Scribe


class Manuscript:
    """Takes paragraphs, tables and notes in order."""

    def __init__(self, name: str) -> None:
        self._scribe = Scribe(name)
        self._number = 0
        self.title: str | None = None

    def add(self, words: str, kind: SegmentKind, why: str) -> None:
        """Write a paragraph of any kind."""
        if not words.strip():
            return
        self._count()
        self._scribe.add(words, kind, why)
        if kind is SegmentKind.TITLE and self.title is None:
            self.title = " ".join(words.split())

    def add_note(self, number: str, words: str) -> None:
        """Write a note behind the paragraph that it belongs to."""
        if words.strip():
            self._scribe.add(f"[{number}] {words.strip()}", SegmentKind.PARAGRAPH, "footnote")

    def add_row(self, cells: Sequence[str]) -> None:
        """Write a row of a table."""
        if any(cell.strip() for cell in cells):
            self._count()
            self._scribe.add_row(cells)

    def extract(self) -> Extract:
        """Return all that was written."""
        found = self._scribe.extract()
        found.title = self.title
        return found

    def _count(self) -> None:
        self._number += 1
        self._scribe.add_page(f"par. {self._number}")


def kind_of_style(style: str) -> tuple[SegmentKind, str] | None:
    """Return what a paragraph is by the English name of its style; None where the style does not tell."""
    name = style.casefold().replace("_20_", " ").strip()
    for start, kind in _STYLES:
        if name.startswith(start):
            return kind, f"style: {style}"
    return None


_STYLES = (
    ("title", SegmentKind.TITLE),
    ("subtitle", SegmentKind.HEADING),
    ("heading", SegmentKind.HEADING),
    ("caption", SegmentKind.CAPTION),
    ("illustration", SegmentKind.CAPTION),
    ("list", SegmentKind.LIST_ITEM),
    ("toc", SegmentKind.FURNITURE),
    ("contents", SegmentKind.FURNITURE),
    ("header", SegmentKind.FURNITURE),
    ("footer", SegmentKind.FURNITURE),
)
