"""Tables of people: a row of headings, then one person a row. *Name | Rank | Born*, *Karl Weiss | colonel | 1851*.

Or of one person, with a label before each value: *Born | 1851, Graz*.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factoid.model import Segment, SegmentKind, Span, Text
from factoid.reading.labels import Label, label_of
from factoid.resources import load

_PAIR = 2
_FEWEST_KNOWN = 2  #: headings that must be known, the one of the names among them


class Cell(NamedTuple):
    """A cell of such a table."""

    words: Span  #: without the marks that draw the table
    label: Label | None  #: what its heading says, if it says anything known
    bearer: Span | None  #: the cell of the row with the name; None within the headings
    is_of_main: bool = False  #: whether it tells of whom the text is about


def cells_of_people(text: Text) -> dict[int, Cell]:
    """Return the cells of all tables of people, by where they start.

    A row with fewer or more cells than there are headings is left out: nobody can say what its cells mean.
    """
    found: dict[int, Cell] = {}
    for rows in _tables(text):
        if _is_of_one(rows, text):
            found |= {row[0].start: Cell(row[0], None, None) for row in rows}
            told = [(row[1], label_of(row[0].of(text.content))) for row in rows]
            found |= {value.start: Cell(value, label, None, is_of_main=True) for value, label in told}
            continue
        headings = [cell.of(text.content).lower() for cell in rows[0]]
        labels = [label_of(heading) for heading in headings]
        named = next((at for at, heading in enumerate(headings) if heading in _names()), None)
        known = sum(label is not None for label in labels) + (named is not None)
        if named is None or known < _FEWEST_KNOWN:
            continue
        found |= {cell.start: Cell(cell, None, None) for cell in rows[0]}
        for row in rows[1:]:
            if len(row) == len(headings):
                cells = zip(row, labels, strict=True)
                found |= {cell.start: Cell(cell, label, row[named]) for cell, label in cells}
    return found


def _is_of_one(rows: list[list[Span]], text: Text) -> bool:
    """Whether the rows are pairs of a label and a value."""
    known = sum(label_of(row[0].of(text.content)) is not None for row in rows if row)
    return known >= _FEWEST_KNOWN and all(len(row) == _PAIR for row in rows) and 2 * known >= len(rows)


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
            rows[-1].append(cell_at(segment, text.content))
            last = segment
        elif segment.kind is not SegmentKind.FURNITURE:
            if len(rows) > 1:
                yield rows
            rows, last = [], None
    if len(rows) > 1:
        yield rows


def _names() -> Sequence[str]:
    names: list[str] = load("form_labels")["names"]
    return names
