"""Full text: where words stand in the sources. One interface, one class for each engine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, Protocol

from sqlalchemy import ColumnElement, Connection, bindparam, text

from factoid.model import SegmentKind
from factoid.store.results import Passage, Piece
from factoid.store.schema import tables

OPEN, SHUT = "\ue000", "\ue001"  #: private characters around a hit: no source means anything by them
WORDS_SHOWN = 32
_EDGE = re.compile(f"[{OPEN}{SHUT}]")
_TERM = re.compile(r'"([^"]*)"|(\S+)')


class SearchIndex(Protocol):
    """The index of the segments' words."""

    def add(self, connection: Connection, source_pk: int) -> None:
        """Take up the segments of a source that were just written."""

    def remove(self, connection: Connection, source_pk: int) -> None:
        """Forget the segments of a source that are about to be deleted."""

    def find(self, connection: Connection, words: str, *, limit: int, offset: int) -> Iterator[Passage]:
        """Yield the segments that hold all the words, best first, without furniture and repetitions."""

    def begins_beside(self, words: str) -> ColumnElement[bool] | None:
        """Return that a factoid's quote begins in a segment with all the words; None if they ask for nothing."""


class Fts5Index:
    """SQLite's FTS5 over the segments' own rows: the words are not stored a second time.

    ``only``: a condition, in SQL, that the segments found must fulfil besides.
    """

    def __init__(self, only: str = "1 = 1") -> None:
        self._only = only

    def add(self, connection: Connection, source_pk: int) -> None:
        """Take up the segments of a source that were just written."""
        connection.execute(_ADD, {"source_pk": source_pk})

    def remove(self, connection: Connection, source_pk: int) -> None:
        """Forget the segments of a source that are about to be deleted."""
        connection.execute(_REMOVE, {"source_pk": source_pk})

    def find(self, connection: Connection, words: str, *, limit: int, offset: int) -> Iterator[Passage]:
        """Yield the segments that hold all the words, best first, without furniture and repetitions."""
        query = fts5_query(words)
        if not query:
            return
        found = connection.execute(
            text(_FIND.format(only=self._only)), {"query": query, "limit": limit, "offset": offset}
        )
        for name, source_id, kind, start, end, extract in found:
            yield Passage(
                source=name,
                source_id=source_id,
                kind=SegmentKind(kind),
                start=start,
                end=end,
                pieces=tuple(pieces_of(extract)),
            )

    def begins_beside(self, words: str) -> ColumnElement[bool] | None:
        """Return that a factoid's quote begins in a segment with all the words; None if they ask for nothing."""
        query, pk = fts5_query(words), tables.factoid.c.pk
        return (
            pk.in_(_BESIDE.bindparams(bindparam("words", query, unique=True)).columns(pk)) if query else None
        )


_ADD = text(
    "INSERT INTO segment_words(rowid, words) SELECT pk, words FROM segment WHERE source_pk = :source_pk"
)
_REMOVE = text(
    "INSERT INTO segment_words(segment_words, rowid, words) "
    "SELECT 'delete', pk, words FROM segment WHERE source_pk = :source_pk"
)
_FIND = (
    'SELECT source.name, source.id, segment.kind, segment.start, segment."end", '
    f"snippet(segment_words, 0, '{OPEN}', '{SHUT}', '…', {WORDS_SHOWN}) "
    "FROM segment_words JOIN segment ON segment.pk = segment_words.rowid "
    "JOIN source ON source.pk = segment.source_pk "
    "WHERE segment_words MATCH :query AND segment.kind <> 'furniture' AND segment.repeats IS NULL AND {only} "
    "ORDER BY segment_words.rank, source.name, segment.start LIMIT :limit OFFSET :offset"
)
_BESIDE = text(
    "SELECT quoted.pk FROM segment_words JOIN segment ON segment.pk = segment_words.rowid "
    "JOIN factoid AS quoted ON quoted.source_pk = segment.source_pk "
    'AND quoted.start >= segment.start AND quoted.start < segment."end" '
    "WHERE segment_words MATCH :words"
)


class Term(NamedTuple):
    """Words that must follow one another; whether the last is but a beginning."""

    words: str
    is_beginning: bool


def terms_of(words: str) -> Iterator[Term]:
    """Yield what must occur: each word, and each run of words in double quotation marks; ``Lyush*`` begins."""
    for phrase, word in _TERM.findall(words.replace("\x00", " ")):
        term = phrase or word.rstrip("*")
        if any(character.isalnum() for character in term):
            yield Term(term, word.endswith("*"))


def fts5_query(words: str) -> str:
    """Return the words as an FTS5 query in which nothing is an operator but a closing asterisk."""
    quoted = ((term.words.replace('"', '""'), term.is_beginning) for term in terms_of(words))
    return " ".join(f'"{term}"{"*" if begins else ""}' for term, begins in quoted)


def pieces_of(extract: str) -> Iterator[Piece]:
    """Yield the runs of an extract in which hits stand between `OPEN` and `SHUT`."""
    for position, run in enumerate(_EDGE.split(extract)):
        if run:
            yield Piece(run, position % 2 == 1)
