"""Words with their boxes into lines, columns and their reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from statistics import median
from typing import NamedTuple

_MOST_COLUMNS_DEEP = 2  #: halves of halves
_GAP = 1.0  #: of the height of the letters; words further apart may stand in two columns
_WIDE_GAP = 2.2  #: likewise; words further apart stand in two cells
_ALIGNED = 1.5  #: points; cells of a column of a table begin or end no further apart
_ROWS_OF_NARROW = 3  #: lines, at least, whose words stand below one another, for a table with narrower gaps
_LIKE_SIZE = 0.1  #: letters of one size differ no more
_FEWEST_LINES = 4  #: in each of two columns
_MOST_ACROSS = 0.2  #: of the lines run across a gutter
_FULL_COLUMN = 0.75  #: of a column its lines fill, for a gutter that another page has
_NARROWEST_COLUMN = 0.5  #: how much of a column its lines fill; cells of a table fill less


class Word(NamedTuple):
    """A word of a page: its place counts from the lower left corner."""

    text: str
    line: int  #: the line that the file has it in
    left: float
    right: float
    bottom: float
    top: float

    @property
    def size(self) -> float:
        """The height of its letters' room."""
        return self.top - self.bottom


class Run(NamedTuple):
    """Words that stand together in a line."""

    words: tuple[Word, ...]
    is_row: bool = False  #: of a ruled table: each of its words is a whole cell

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(word.right for word in self.words)

    @property
    def middle(self) -> float:
        """How high it stands."""
        return (self.words[0].bottom + self.words[0].top) / 2

    @property
    def size(self) -> float:
        """The height of its letters."""
        return max(0.1, median(word.size for word in self.words))


@dataclass(slots=True)
class Row:
    """A line of a column, with the room it had."""

    cells: list[str]
    spans: list[tuple[float, float]]  #: from where to where each cell stands
    left: float
    right: float
    middle: float
    size: float
    first_word: float  #: its width
    column: int
    edges: tuple[float, float] = field(default=(0.0, 0.0))  #: of its column
    is_ruled: bool = False  #: a row of a ruled table

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(self.cells)


def runs_of(words: Sequence[Word]) -> list[Run]:
    """Join the words of a line that no wide gap divides."""
    runs: list[Run] = []
    for _, line in groupby(words, key=lambda word: word.line):
        run: list[Word] = []
        for word in line:
            if run and not -0.5 * word.size <= word.left - run[-1].right <= _GAP * max(
                word.size, run[-1].size
            ):
                runs.append(Run(tuple(run)))
                run = []
            run.append(word)
        if run:
            runs.append(Run(tuple(run)))
    return runs


def levels_of(runs: Sequence[Run]) -> list[list[Run]]:
    """Put the runs that stand at one height together, from the top down, each from left to right."""
    levels: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (-run.middle, run.left)):
        if levels and abs(levels[-1][0].middle - run.middle) < 0.45 * min(levels[-1][0].size, run.size):
            levels[-1].append(run)
        else:
            levels.append([run])
    for level in levels:
        level.sort(key=lambda run: run.left)
    return levels


def rows_in_order(runs: Sequence[Run], gutters: Iterable[float] = ()) -> list[Row]:
    """Return the lines of a page in the order in which they are read.

    ``gutters``: where other pages of the document are divided; a page that shows no gutter may have one of these.
    """
    rows: list[Row] = []
    for number, column in enumerate(_columns(list(runs), 0, gutters)):
        edges = _edges(column)
        levels = levels_of(column)
        close = [_row(level, number, edges, gap=_GAP) for level in levels]
        narrow = set(_narrow_table(close))
        found = [close[at] if at in narrow else _row(level, number, edges) for at, level in enumerate(levels)]
        in_table = [
            any(_is_table(row, other) for other in (*found[max(at - 1, 0) : at], *found[at + 1 : at + 2]))
            for at, row in enumerate(found)
        ]
        rows += [
            row if table or row.is_ruled else _as_line(row)
            for row, table in zip(found, in_table, strict=True)
        ]
    return rows


def _edges(column: Sequence[Run]) -> tuple[float, float]:
    """Return from where to where the lines of a column reach; a wider heading or foot is none of them."""
    usual = median(run.size for run in column)
    lines = [run for run in column if abs(run.size - usual) <= _LIKE_SIZE * usual]
    return min(run.left for run in lines), max(run.right for run in lines)


def _narrow_table(rows: Sequence[Row]) -> Iterator[int]:
    """Yield the lines, by number, that are rows of a table though the gaps are narrow: several in a row."""
    begin = 0
    for at in range(1, len(rows) + 1):
        if at < len(rows) and _is_table(rows[at - 1], rows[at]):
            continue
        if at - begin >= _ROWS_OF_NARROW:
            yield from range(begin, at)
        begin = at


def _is_table(row: Row, other: Row) -> bool:
    """Say whether the cells of two lines stand below one another; wide gaps in set lines do not."""
    return len(row.spans) == len(other.spans) > 1 and all(
        abs(a[0] - b[0]) < _ALIGNED or abs(a[1] - b[1]) < _ALIGNED
        for a, b in zip(row.spans[1:], other.spans[1:], strict=True)
    )


def _as_line(row: Row) -> Row:
    row.cells = [row.text]
    return row


def _row(level: Sequence[Run], column: int, edges: tuple[float, float], *, gap: float = _WIDE_GAP) -> Row:
    cells: list[str] = []
    spans: list[tuple[float, float]] = []
    for run in level:
        if run.is_row:
            cells += [word.text for word in run.words]
            spans += [(word.left, word.right) for word in run.words]
            continue
        words = " ".join(word.text for word in run.words)
        if cells and run.left - spans[-1][1] <= gap * run.size:
            cells[-1] += " " + words
            spans[-1] = spans[-1][0], run.right
        else:
            cells.append(words)
            spans.append((run.left, run.right))
    first = level[0].words[0]
    return Row(
        cells,
        spans,
        level[0].left,
        max(run.right for run in level),
        level[0].middle,
        median(run.size for run in level),
        first.right - first.left,
        column,
        edges,
        any(run.is_row for run in level),
    )


def _columns(runs: list[Run], depth: int, gutters: Iterable[float] = ()) -> Iterator[list[Run]]:
    """Yield the columns in reading order. What runs across them stands between what is above and below."""
    gutter = gutter_of(runs) if depth < _MOST_COLUMNS_DEEP else None
    if gutter is None:
        gutter = next((place for place in gutters if _fits(runs, place)), None)
    if gutter is None:
        if runs:
            yield runs
        return
    across = sorted((run for run in runs if run.left < gutter < run.right), key=lambda run: -run.middle)
    bands: list[tuple[list[Run], list[Run]]] = [([], []) for _ in range(len(across) + 1)]
    for run in runs:
        if not run.left < gutter < run.right:
            band = sum(other.middle > run.middle for other in across)
            bands[band][run.left >= gutter].append(run)
    waiting: list[Run] = []
    for number, (left, right) in enumerate(bands):
        if left or right:
            if waiting:
                yield waiting
                waiting = []
            yield from _columns(left, depth + 1)
            yield from _columns(right, depth + 1)
        waiting += across[number : number + 1]
    if waiting:
        yield waiting


def gutter_of(runs: Sequence[Run]) -> float | None:
    """Return where a gutter divides two columns of prose; None where there is none."""
    if len(runs) < 2 * _FEWEST_LINES:
        return None
    spans = [(run.left, run.right) for run in runs]
    left, right = min(span[0] for span in spans), max(span[1] for span in spans)
    width = right - left
    places = [left + width * (0.3 + 0.005 * step) for step in range(81)]
    crossed = [sum(begin < place < end for begin, end in spans) for place in places]
    fewest = min(crossed)
    if fewest > _MOST_ACROSS * len(runs):
        return None
    free = [place for place, count in zip(places, crossed, strict=True) if count == fewest]
    longest = max((list(g) for g in _stretches(free, width * 0.0051)), key=len)
    place = longest[len(longest) // 2]
    before = [run for run in runs if run.right <= place]
    after = [run for run in runs if run.left >= place]
    return place if _are_columns(before, after, place - left, right - place) else None


def _fits(runs: Sequence[Run], place: float) -> bool:
    """Say whether a page with less in its columns is divided as another is: the first column is full of lines."""
    before = [run for run in runs if run.right <= place]
    across = sum(run.left < place < run.right for run in runs)
    if len(before) < _FEWEST_LINES or across > _MOST_ACROSS * len(runs):
        return False
    room = place - min(run.left for run in before)
    return median(run.right - run.left for run in before) >= _FULL_COLUMN * room


def _stretches(places: Sequence[float], step: float) -> Iterator[list[float]]:
    run: list[float] = []
    for place in places:
        if run and place - run[-1] > step:
            yield run
            run = []
        run.append(place)
    yield run


def _are_columns(before: list[Run], after: list[Run], room_before: float, room_after: float) -> bool:
    """Say whether two groups of lines are prose side by side, not cells or a margin."""
    if min(len(before), len(after)) < _FEWEST_LINES:
        return False
    for side, room in ((before, room_before), (after, room_after)):
        widths = [max(run.right for run in level) - level[0].left for level in levels_of(side)]
        if len(widths) < _FEWEST_LINES or median(widths) < _NARROWEST_COLUMN * room:
            return False
    tops = min(max(run.middle for run in side) for side in (before, after))
    feet = max(min(run.middle for run in side) for side in (before, after))
    shorter = min(max(r.middle for r in s) - min(r.middle for r in s) for s in (before, after))
    return tops - feet >= 0.5 * shorter
