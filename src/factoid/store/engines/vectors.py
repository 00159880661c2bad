"""Full text on PostgreSQL that finds, ranks and shows what SQLite's FTS5 does.

FTS5 itself cuts the words, in memory: PostgreSQL's own parser takes addresses, paths and numbers with signs for
single words, and lower case depends on the server. A segment's words are kept as they were cut, each between two
blanks, so that a run of words is a run of characters; a vector of them is generated and indexed. What fits best comes
first by the same measure as in FTS5 (BM25), and the extracts of the page that is shown are FTS5's.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import BindParameter, ColumnElement, Connection, bindparam, text

from factoid.model import SegmentKind
from factoid.store.engines.columns import unescaped
from factoid.store.engines.search import OPEN, SHUT, WORDS_SHOWN, fts5_query, pieces_of, terms_of
from factoid.store.evidence.rows import chunks
from factoid.store.kept.revisions import read_mark, set_mark
from factoid.store.results import Passage
from factoid.store.schema import tables

COUNTED = "passages"  #: the mark that keeps how many segments there are, and how many words they have
_TABLE = "CREATE VIRTUAL TABLE cut USING fts5(words, tokenize='unicode61 remove_diacritics 2')"
_RUN = 500  # segments cut together
_LONGEST_WORD = 500  # characters; a vector takes 2 KB
_MOST_BYTES = 900_000  # of different words in a segment; a vector takes 1 MB
_K1, _B = 1.2, 0.75  # as FTS5 has them


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words, cut, that must follow one another; the last may be but a beginning."""

    words: tuple[str, ...]
    is_beginning: bool

    @property
    def run(self) -> str:
        """The phrase as it stands among the words of a segment."""
        run = "".join(f" {word} " for word in self.words)
        return run[:-1] if self.is_beginning else run

    @property
    def query(self) -> str:
        """What finds the segments that may hold it."""
        *words, last = (f"'{word}'" for word in self.words)
        return " & ".join([*words, f"{last}:*" if self.is_beginning else last])

    def condition(self, place: int) -> str:
        """Return SQL that a row holds it: the index has no order of words."""
        found = f"held.vector @@ CAST(:query_{place} AS tsquery)"
        return found if len(self.words) == 1 else f"{found} AND strpos(held.words, :run_{place}) > 0"

    def parameters(self, place: int) -> dict[str, object]:
        """Return what stands for the names in the condition."""
        run = {} if len(self.words) == 1 else {f"run_{place}": self.run}
        return {f"query_{place}": self.query, **run}


class VectorIndex:
    """A table of the segments' words beside the segments. ``only``: as for `Fts5Index`."""

    def __init__(self, only: str = "1 = 1") -> None:
        self._only = only

    def add(self, connection: Connection, source_pk: int) -> None:
        """Take up the segments of a source that were just written."""
        rows = connection.execute(_WORDS, {"source_pk": source_pk}).all()
        segments = words = 0
        for run in chunks(rows, _RUN):
            held = [
                {"pk": pk, "words": "".join(f" {word} " for word in fitting(cut)), "length": len(cut)}
                for pk, cut in cut_words((row.pk, row.words) for row in run)
            ]
            connection.execute(_ADD, held)
            segments, words = segments + len(held), words + sum(int(str(row["length"])) for row in held)
        _count(connection, segments, words)

    def remove(self, connection: Connection, source_pk: int) -> None:
        """Forget the segments of a source that are about to be deleted."""
        gone = connection.execute(_SIZE, {"source_pk": source_pk}).one()
        connection.execute(_REMOVE, {"source_pk": source_pk})
        _count(connection, -gone.segments, -gone.words)

    def find(self, connection: Connection, words: str, *, limit: int, offset: int) -> Iterator[Passage]:
        """Yield the segments that hold all the words, best first, without furniture and repetitions."""
        phrases = phrases_in(words)
        segments, total = _counted(connection)
        if not phrases or not segments or not total:
            return
        sums: list[str] = []
        values: dict[str, object] = {"average": total / segments, "limit": limit, "offset": offset}
        for place, phrase in enumerate(phrases):
            own = phrase.parameters(place)
            # Of one phrase alone it changes no order, and need not be counted.
            rarity = _rarity(connection, phrase, segments) if len(phrases) > 1 else 1.0
            values |= {**own, f"run_{place}": phrase.run, f"rarity_{place}": rarity}
            values |= {f"bytes_{place}": len(phrase.run.encode())}
            sums.append(_WEIGHT.format(place=place))
        conditions = " AND ".join(phrase.condition(place) for place, phrase in enumerate(phrases))
        statement = text(_FIND.format(score=" + ".join(sums), conditions=conditions, only=self._only))
        found = connection.execute(statement, values).all()
        extracts = extracts_of([unescaped(row.words) for row in found], fts5_query(words))
        for row, extract in zip(found, extracts, strict=True):
            yield Passage(
                source=unescaped(row.name),
                source_id=row.id,
                kind=SegmentKind(row.kind),
                start=row.start,
                end=row.end,
                pieces=tuple(pieces_of(extract)),
            )

    def begins_beside(self, words: str) -> ColumnElement[bool] | None:
        """Return that a factoid's quote begins in a segment with all the words; None if they ask for nothing."""
        phrases = phrases_in(words)
        if not phrases:
            return None
        conditions = " AND ".join(phrase.condition(place) for place, phrase in enumerate(phrases))
        values = {
            name: value for n, phrase in enumerate(phrases) for name, value in phrase.parameters(n).items()
        }
        pk = tables.factoid.c.pk
        given: list[BindParameter[object]] = [
            bindparam(name, value, unique=True) for name, value in values.items()
        ]
        return pk.in_(text(_BESIDE.format(conditions=conditions)).bindparams(*given).columns(pk))


def phrases_in(words: str) -> list[Phrase]:
    """Return what must occur, cut as the words of the segments were; a phrase without a word asks for nothing."""
    terms = list(terms_of(words))
    cut = dict(cut_words(enumerate(term.words for term in terms)))
    return [Phrase(tuple(cut[n]), term.is_beginning) for n, term in enumerate(terms) if cut[n]]


def cut_words(texts: Iterable[tuple[int, str]]) -> Iterator[tuple[int, list[str]]]:
    """Yield the words of each text as FTS5 cuts and folds them, by the number given with it."""
    given = list(texts)
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.execute(_TABLE)
        memory.execute("CREATE VIRTUAL TABLE words USING fts5vocab(cut, instance)")
        memory.executemany("INSERT INTO cut(rowid, words) VALUES (?, ?)", given)
        rows = memory.execute('SELECT doc, term FROM words ORDER BY doc, "offset"')
        found = {
            pk: [term[:_LONGEST_WORD] for _, term in group] for pk, group in groupby(rows, lambda row: row[0])
        }
    for pk, _ in given:
        yield pk, found.get(pk, [])


def fitting(words: Sequence[str]) -> Sequence[str]:
    """Return as many of the words as a vector takes: all, but in a segment that is no text."""
    different: set[str] = set()
    size = 0
    for place, word in enumerate(words):
        if word not in different:
            different.add(word)
            size += len(word.encode())
            if size > _MOST_BYTES:
                return words[:place]
    return words


def extracts_of(texts: Sequence[str], query: str) -> list[str]:
    """Return of each text the extract that FTS5 shows of it, hits between `OPEN` and `SHUT`."""
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.execute(_TABLE)
        memory.executemany("INSERT INTO cut(rowid, words) VALUES (?, ?)", enumerate(texts))
        shown = dict(memory.execute(_SHOW, (query,)).fetchall())
    return [shown.get(number, words[: 8 * WORDS_SHOWN]) for number, words in enumerate(texts)]


_SHOW = f"SELECT rowid, snippet(cut, 0, '{OPEN}', '{SHUT}', '…', {WORDS_SHOWN}) FROM cut WHERE cut MATCH ?"
_WORDS = (
    text("SELECT pk, words FROM segment WHERE source_pk = :source_pk ORDER BY pk")
    .columns(tables.segment.c.pk, tables.segment.c.words)
)  # fmt: skip
_ADD = text("INSERT INTO segment_words (pk, words, length) VALUES (:pk, :words, :length)")
_OWN = "pk IN (SELECT pk FROM segment WHERE source_pk = :source_pk)"
_SIZE = text(
    f"SELECT count(*) AS segments, coalesce(sum(length), 0)::bigint AS words FROM segment_words WHERE {_OWN}"
)
_REMOVE = text(f"DELETE FROM segment_words WHERE {_OWN}")
# not `AS text`: what readers see hides the type behind the view of the table that is called so
_OCCURS = (
    "((octet_length(held.words) - octet_length(replace(held.words, CAST(:run_{place} AS varchar), '')))"
    " / CAST(:bytes_{place} AS double precision))"
)
_WEIGHT = (
    f"CAST(:rarity_{{place}} AS double precision) * ({_OCCURS} * {_K1 + 1}) / "
    f"({_OCCURS} + {_K1} * ({1 - _B} + {_B} * held.length / CAST(:average AS double precision)))"
)
_FIND = (
    'SELECT source.name, source.id, segment.kind, segment.start, segment."end", segment.words '
    "FROM segment_words held JOIN segment ON segment.pk = held.pk JOIN source ON source.pk = segment.source_pk "
    "WHERE {conditions} AND segment.kind <> 'furniture' AND segment.repeats IS NULL AND {only} "
    "ORDER BY {score} DESC, source.name, segment.start LIMIT :limit OFFSET :offset"
)
_BESIDE = (
    "SELECT quoted.pk FROM segment_words held JOIN segment ON segment.pk = held.pk "
    "JOIN factoid AS quoted ON quoted.source_pk = segment.source_pk "
    'AND quoted.start >= segment.start AND quoted.start < segment."end" WHERE {conditions}'
)


def _rarity(connection: Connection, phrase: Phrase, segments: int) -> float:
    """Return how much it tells that a segment holds the phrase, as BM25 has it."""
    counting = f"SELECT count(*) FROM segment_words held WHERE {phrase.condition(0)}"
    hits = connection.scalar(text(counting), phrase.parameters(0)) or 0
    return max(math.log((segments - hits + 0.5) / (hits + 0.5)), 1e-6)


def _counted(connection: Connection) -> tuple[int, int]:
    segments, _, words = read_mark(connection, COUNTED).partition(" ")
    return int(segments or 0), int(words or 0)


def _count(connection: Connection, segments: int, words: int) -> None:
    before = _counted(connection)
    set_mark(connection, COUNTED, f"{before[0] + segments} {before[1] + words}")
