"""The texts of a library: whole, in stretches, and where words stand in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress

from sqlalchemy import select

from factoid.errors import NotInLibrary
from factoid.model import Anchor, Document, Finding, Page, Span, TimeExpression
from factoid.store.engines.indexes import index_of
from factoid.store.evidence.rows import document_of, pages_of
from factoid.store.evidence.stretch import excerpts_of, findings_of, times_within
from factoid.store.lists.shelf import source_row
from factoid.store.part import Part
from factoid.store.results import Excerpt, Passage
from factoid.store.schema import tables


class Texts(Part):
    """The part of a library that gives what its sources say."""

    _searched = "1 = 1"  # the segments that are searched: a condition, in SQL

    def document(self, name_or_id: str) -> Document:
        """Return a source with its text, as it was read."""
        with self._reading() as connection:
            return document_of(connection, source_row(connection, name_or_id))

    def pages(self, name_or_id: str) -> tuple[Page, ...]:
        """Return where the pages of a source begin in its text, without loading the text."""
        with self._reading() as connection:
            text, pk = tables.text, source_row(connection, name_or_id).pk
            return pages_of(connection.scalar(select(text.c.pages).where(text.c.source_pk == pk)) or ())

    def excerpt(self, name_or_id: str, start: int, end: int) -> Excerpt:
        """Return the segments of a text that a range touches, without loading the whole text."""
        return self.excerpts(name_or_id, [Span(start, end)])[0]

    def excerpts(self, name_or_id: str, places: Sequence[Span]) -> list[Excerpt]:
        """Return for each place in a text the segments that it touches, without loading the whole text."""
        with self._reading() as connection:
            return excerpts_of(connection, source_row(connection, name_or_id).pk, places)

    def words_at(self, places: Iterable[Anchor]) -> dict[Anchor, str]:
        """Return the words at each place, as far as its source is here."""
        spans: dict[str, list[Span]] = {}
        for place in places:
            spans.setdefault(place.source, []).append(place.span)
        found: dict[Anchor, str] = {}
        for source, held in spans.items():
            with suppress(NotInLibrary):
                for span, around in zip(held, self.excerpts(source, held), strict=True):
                    words = around.content[span.start - around.start : span.end - around.start]
                    found[Anchor(source, span)] = " ".join(words.split())
        return found

    def findings(self, names: Iterable[str]) -> dict[str, tuple[Finding, ...]]:
        """Return what was found in the texts of these sources, by short name: damage, and other conditions."""
        with self._reading() as connection:
            return findings_of(connection, names)

    def times(self, name_or_id: str, within: Span) -> list[TimeExpression]:
        """Return the times that a source tells within a stretch of its text, in order."""
        with self._reading() as connection:
            return list(times_within(connection, source_row(connection, name_or_id).pk, within))

    def search(self, words: str, limit: int = 20, *, offset: int = 0) -> list[Passage]:
        """Return the passages in which all the words stand, best first.

        Words in double quotation marks must follow one another; ``Lyush*`` finds beginnings.
        """
        with self._reading() as connection:
            return list(
                index_of(connection, only=self._searched).find(connection, words, limit=limit, offset=offset)
            )
