"""Tables of people: a row of headings, then one person a row. *Name | Rank | Born*, *Karl Weiss | colonel | 1851*.

Or of one person, with a label before each value: *Born | 1851, Graz*.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from factoid.model import Segment, SegmentKind, Span, Text
from factoid.reading.labels import Label, label_of
from factoid.reading.lexicons import around_names
from factoid.resources import load

_PAIR = 2
_SIGNS = "\t|;,"  #: that part cells
_FEWEST_KNOWN = 2  #: headings that must be known, the one of the names among them


class Cell(NamedTuple):
    """A cell of such a table."""

    words: Span  #: without the marks that draw the table
    label: Label | None  #: what its heading says, if it says anything known
    bearers: tuple[Span, ...] = ()  #: the cells of the row with the name; none within the headings
    is_of_main: bool = False  #: whether it tells of whom the text is about
    top: int = 0  #: where the table starts
    age: Span | None = None  #: the cell of the row with the age, for the age itself and the birth
    head: tuple[
        Span, ...
    ] = ()  #: the cells with the name of the head of the household, where a column tells relations


def cells_of_people(text: Text) -> dict[int, Cell]:
    """Return the cells of all tables of people, by where they start.

    Blank cells are known by what stands around them: the signs between cells, or the place in the line. A row of
    which that cannot be told is left out: nobody can say what its cells mean.
    """
    found: dict[int, Cell] = {}
    for rows in _tables(text):
        if _is_of_one(rows, text):
            found |= {row[0].start: Cell(row[0], None) for row in rows}
            told = [(row[1], label_of(row[0].of(text.content))) for row in rows if len(row) == _PAIR]
            found |= {value.start: Cell(value, label, is_of_main=True) for value, label in told}
            continue
        table = _table_of_people(rows, text.content)
        if table is None:
            continue
        found |= {cell.start: Cell(cell, None) for cell in rows[0]}
        found |= {cell.words.start: cell for cell in _cells_of(table, rows[0][0].start, text.content)}
    return found


def _cells_of(table: _Table, top: int, content: str) -> Iterator[Cell]:
    """Yield the cells of the rows that name somebody, each with what the rest of the row adds to it."""
    ages = [at for at, label in table.labels.items() if label.type == "age"]
    relations = [at for at, label in table.labels.items() if label.type == "relation"]
    is_born_told = any(label.type == "birth" for label in table.labels.values())
    head: tuple[Span, ...] = ()
    for row in table.rows:
        bearers = table.bearers(row)
        if any(row[at].of(content).lower().strip(" .") in _HEADS for at in relations if at in row):
            head = bearers
        age = next((row[at] for at in ages if at in row), None)
        for column, words in row.items() if bearers else ():
            label = table.labels.get(column)
            is_told_by_birth = label is not None and label.type == "age" and is_born_told
            yield Cell(words, None if is_told_by_birth else label, bearers, top=top, age=age, head=head)


_HEADS = ("head", "head of family", "head of household", "self")


def names_in_tables(text: Text) -> Iterator[tuple[tuple[Span, ...], str]]:
    """Yield for each row of the tables of people the cells with parts of the name, and the name as it is said."""
    for rows in _tables(text):
        table = None if _is_of_one(rows, text) else _table_of_people(rows, text.content)
        for parts in map(table.bearers, table.rows) if table is not None else ():
            words = [" ".join(part.of(text.content).split()) for part in parts]
            if len(parts) == 1 and words[0].count(",") == 1:
                words = [part.strip() for part in reversed(words[0].split(","))]  # *Lind, Paul*
            if parts:
                yield parts, " ".join(words)


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of people: what its columns are, and its rows, each cell by its column."""

    labels: dict[int, Label]
    named: list[int]  #: the columns of the name: of the whole, or of its parts in the order they are said
    rows: list[dict[int, Span]]

    def bearers(self, row: dict[int, Span]) -> tuple[Span, ...]:
        """Return the cells of a row that have the name, or its parts."""
        return tuple(row[column] for column in self.named if column in row)


def _table_of_people(rows: list[list[Span]], content: str) -> _Table | None:
    """Return the table that the rows are; None where the headings do not say that it is one of people."""
    sign = _sign_between(rows[0], content)
    columns = _columns(rows[0], sign, content)
    headings = {at: cell.of(content).lower() for at, cell in zip(columns, rows[0], strict=True)}
    named = _columns_of_names(headings)
    known = {at: label for at, heading in headings.items() if (label := _label_of(heading)) is not None}
    labels = {at: label for at, label in known.items() if at not in named}
    if not named or len(labels) + len(named) < _FEWEST_KNOWN:
        return None
    placed = []
    for row in rows[1:]:
        at = _columns(row, sign, content)
        is_whole = sign is None or _signs(row, sign, content) == _signs(rows[0], sign, content)
        if set(at) <= set(columns) and is_whole:
            placed.append(dict(zip(at, row, strict=True)))
        elif len(row) == len(columns):
            placed.append(dict(zip(columns, row, strict=True)))
    return _Table(labels, named, placed)


def _label_of(heading: str) -> Label | None:
    """Return what a heading says: as a label would, or that its column has ages or relations to a head."""
    columns = load("form_labels")["columns"]
    bare = " ".join(heading.replace(".", " ").split())
    found = next((kind for kind, words in columns.items() if bare in words), None)
    return Label(found) if found is not None else label_of(heading)


def _columns_of_names(headings: dict[int, str]) -> list[int]:
    """Return the columns that have the names, in the order in which their parts are said: first name, surname."""
    given = [at for at, heading in headings.items() if heading in _parts("given_labels") - {"name"}]
    patronymic = [at for at, heading in headings.items() if heading in _parts("patronymic_labels")]
    surname = [at for at, heading in headings.items() if heading in _parts("surname_labels")]
    whole = [at for at, heading in headings.items() if heading in _names()]
    if given and (surname or whole):
        return [*given[:1], *patronymic[:1], *(surname or whole)[:1]]
    return (whole or surname)[:1]


def _sign_between(cells: list[Span], content: str) -> str | None:
    """Return the sign that stands between all cells of a row; None where only blanks do."""
    gaps = [content[a.end : b.start] for a, b in pairwise(cells)]
    return next((sign for sign in _SIGNS if gaps and all(sign in gap for gap in gaps)), None)


def _signs(row: list[Span], sign: str, content: str) -> int:
    """Return how many signs part the cells of a row, the blank ones at its end too."""
    end = content.find("\n", row[-1].end)
    behind = content.count(sign, row[-1].end, end if end >= 0 else len(content))
    return _columns(row, sign, content)[-1] + behind


def _columns(row: list[Span], sign: str | None, content: str) -> list[int]:
    """Return in which column each cell of a row stands: the signs before it, or else the characters of its line."""
    line = content.rfind("\n", 0, row[0].start) + 1
    if sign is None:
        return [cell.start - line for cell in row]
    ends = [line, *(cell.end for cell in row)]
    return list(
        accumulate(content.count(sign, end, cell.start) for end, cell in zip(ends, row, strict=False))
    )


def _is_of_one(rows: list[list[Span]], text: Text) -> bool:
    """Whether the rows are pairs of a label and a value."""
    known = sum(label_of(row[0].of(text.content)) is not None for row in rows)
    are_pairs = all(len(row) <= _PAIR for row in rows) and any(len(row) == _PAIR for row in rows)
    return known >= _FEWEST_KNOWN and are_pairs and 2 * known >= len(rows)


def cell_at(segment: Segment, content: str) -> Span:
    """Return the words of a cell without what draws the table."""
    words = content[segment.start : segment.end]
    start = segment.start + len(words) - len(words.lstrip(" \t|"))
    return Span(start, max(start, segment.start + len(words.rstrip(" \t|"))))


def _tables(text: Text) -> Iterator[list[list[Span]]]:
    """Yield the tables of a text, row by row; a table ends where something else than a cell or a rule stands."""
    rows: list[list[Span]] = []
    last: Segment | None = None
    for segment in text.segments:
        if segment.kind is SegmentKind.TABLE_CELL:
            if last is None or "\n" in text.content[last.end : segment.start]:
                rows.append([])
            cell = cell_at(segment, text.content)
            if cell.start < cell.end:
                rows[-1].append(cell)
            last = segment
        elif segment.kind is not SegmentKind.FURNITURE:
            yield from _of_rows(rows)
            rows, last = [], None
    yield from _of_rows(rows)


def _of_rows(rows: list[list[Span]]) -> Iterator[list[list[Span]]]:
    """Yield the rows with words in them as a table, where there are two or more."""
    filled = [row for row in rows if row]
    if len(filled) > 1:
        yield filled


@cache
def _names() -> frozenset[str]:
    return frozenset(load("form_labels")["names"])


@cache
def _parts(kind: str) -> frozenset[str]:
    return frozenset(label.replace("_", " ") for label in around_names(kind))
