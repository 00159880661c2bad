"""Tables kept as text, a row a line, *name,born,died*: each cell a piece that stands where it stands in the file.

The standard library's reader of such files does not say where a cell stands, and every quote needs that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from factoid.errors import SourceBroken
from factoid.model import SegmentKind
from factoid.sources.plain.pieces import Piece

_DELIMITERS = "\t;|,"  #: the surest first: a comma stands in texts, too
_SAMPLE = 100  #: rows by which the delimiter is known
_EVEN = 0.8  #: share of rows that have as many cells as most
_LONGEST_CELL = 100_000  #: characters in quotation marks; behind more, the mark is a mark and no more
_TELLING = 60  #: characters of a cell that tells the language: names do not


def pieces_of_separated(content: str, name: str) -> list[Piece]:
    """Return the cells with words in them, a row a block. Raises `SourceBroken` for what is no such table."""
    delimiter = _delimiter_of(content)
    if delimiter is None:
        raise SourceBroken(
            name,
            "is no table: its lines have no comma, semicolon, tab or upright stroke in common.",
            "Save it as CSV with one person a row, or give it a name that ends in .txt.",
        )
    pieces = []
    for number, row in enumerate(_rows(content, delimiter)):
        for start, end in row:
            words = content[start:end]
            if bare := words.strip():
                at = start + words.index(bare)
                kind, why = SegmentKind.TABLE_CELL, "cell of a table"
                pieces.append(Piece(at, at + len(bare), number, kind, why, is_lone=False, is_fixed=True))
    return pieces


def telling_cells(content: str, pieces: Sequence[Piece]) -> Iterator[str]:
    """Yield the cells that tell in which language a table is: its headings, and whole sentences."""
    for piece in pieces:
        if piece.block == 0 or piece.end - piece.start >= _TELLING:
            yield piece.words(content)


def _delimiter_of(content: str) -> str | None:
    """Return the sign that parts most rows into equally many cells, two or more."""
    best: tuple[float, int, str] | None = None
    for delimiter in _DELIMITERS:
        counts = Counter[int]()
        for number, row in enumerate(_rows(content, delimiter)):
            if number == _SAMPLE:
                break
            if len(row) > 1 or content[row[0][0] : row[0][1]].strip():
                counts[len(row)] += 1
        if not counts:
            continue
        cells, rows = counts.most_common(1)[0]
        share = rows / counts.total()
        if cells > 1 and share >= _EVEN and (best is None or (share, cells) > best[:2]):
            best = (share, cells, delimiter)
    return best[2] if best is not None else None


def _rows(content: str, delimiter: str) -> Iterator[list[tuple[int, int]]]:
    """Yield the rows, each the places of its cells without their quotation marks; blank lines are left out."""
    row: list[tuple[int, int]] = []
    at = 0
    while at <= len(content):
        cell = _cell(delimiter).match(content, at)
        if cell is None:
            return
        group = "quoted" if cell["quoted"] is not None else "bare"
        row.append(cell.span(group))
        at = cell.end()
        if cell["end"] != delimiter:
            if len(row) > 1 or cell[group].strip():
                yield row
            row = []
            if not cell["end"]:
                return


@cache
def _cell(delimiter: str) -> re.Pattern[str]:
    sign, space = re.escape(delimiter), r"[^\S\t\r\n]*"
    quoted = rf'{space}"(?P<quoted>(?:[^"]|""){{0,{_LONGEST_CELL}}}+)"{space}(?={sign}|[\r\n]|\Z)'
    return re.compile(rf"(?:{quoted}|(?P<bare>[^{sign}\r\n]*+))(?P<end>{sign}|\r\n|\r|\n|\Z)")
