"""Tables that are ruled on the page: lines drawn across and down, and the words in the cells between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from factoid.sources.printed.boxes import Run, Word
from factoid.sources.printed.letters import Box

_THIN = 2.5  #: points; what is drawn no wider is a line
_TOUCH = 3.0  #: points; lines that end no further apart meet
_SHORTEST = 5.0  #: points
_FEWEST = 3  #: lines across and down: two rows of two cells
_MOST = 400  #: lines on a page, once those in one are joined; a drawing has more
_MOST_LINES = 30  #: of words in a cell; longer ones are columns of text with lines between them


class Rule(NamedTuple):
    """A line: where it is, and from where to where it goes, across or down."""

    place: float
    begin: float
    end: float


def with_tables(words: Sequence[Word], drawn: Sequence[Box]) -> tuple[list[Word], list[Run]]:
    """Return the words outside ruled tables, and each row of these as a run whose words are whole cells.

    ``drawn`` are the boxes of what is drawn on the page. The lines of a cell are divided by line breaks.
    """
    across, down = _rules(drawn)
    if len(across) < _FEWEST or not _FEWEST <= len(across) + len(down) <= _MOST:
        return list(words), []
    outside, rows = list(words), []
    for grid in _grids(across, down):
        inside = [word for word in outside if grid.holds(word)]
        found = grid.rows(inside)
        if found:
            taken = set(map(id, inside))
            outside = [word for word in outside if id(word) not in taken]
            rows += found
    return outside, rows


def _rules(drawn: Sequence[Box]) -> tuple[list[Rule], list[Rule]]:
    """Return the lines across and down, those in one joined. The sides of a box are lines."""
    across: list[Rule] = []
    down: list[Rule] = []
    for left, right, bottom, top in drawn:
        flat, upright = top - bottom <= _THIN, right - left <= _THIN
        if flat and not upright:
            across.append(Rule((bottom + top) / 2, left, right))
        elif upright and not flat:
            down.append(Rule((left + right) / 2, bottom, top))
        elif not flat:
            across += [Rule(bottom, left, right), Rule(top, left, right)]
            down += [Rule(left, bottom, top), Rule(right, bottom, top)]
    return _in_one(across), _in_one(down)


def _in_one(rules: Sequence[Rule]) -> list[Rule]:
    """Join lines that lie on one another or go on in one another."""
    level: list[list[Rule]] = []
    for rule in sorted(rules):
        if level and rule.place - level[-1][0].place <= _TOUCH:
            level[-1].append(rule)
        else:
            level.append([rule])
    joined: list[Rule] = []
    for lines in level:
        place = median(rule.place for rule in lines)
        for rule in sorted(lines, key=attrgetter("begin")):
            last = joined[-1] if joined else None
            if last and last.place == place and rule.begin - last.end <= _TOUCH:
                joined[-1] = last._replace(end=max(last.end, rule.end))
            else:
                joined.append(rule._replace(place=place))
    return [rule for rule in joined if rule.end - rule.begin >= _SHORTEST]


def _grids(across: list[Rule], down: list[Rule]) -> Iterator[_Grid]:
    """Yield the groups of lines that meet."""
    left = list(down)
    while left:
        group_down, group_across = [left.pop()], []
        waiting = list(group_down)
        rest = list(across)
        while waiting:
            rule = waiting.pop()
            meeting = [other for other in rest if _meet(other, rule)]
            rest = [other for other in rest if other not in meeting]
            group_across += meeting
            reached = [other for other in left if any(_meet(line, other) for line in meeting)]
            left = [other for other in left if other not in reached]
            group_down += reached
            waiting += reached
        grid = _Grid(sorted(group_across), sorted(group_down))
        if min(len(grid.heights), len(grid.sides)) >= _FEWEST:
            yield grid


def _meet(across: Rule, down: Rule) -> bool:
    return (
        across.begin - _TOUCH <= down.place <= across.end + _TOUCH
        and down.begin - _TOUCH <= across.place <= down.end + _TOUCH
    )


class _Grid:
    """Lines that meet, and the cells between them."""

    def __init__(self, across: list[Rule], down: list[Rule]) -> None:
        self._across, self._down = across, down
        self.heights = sorted({rule.place for rule in across}, reverse=True)  #: from the top
        self.sides = sorted({rule.place for rule in down})

    def holds(self, word: Word) -> bool:
        """Say whether a word stands within the outer lines."""
        x, y = _middle(word)
        return self.sides[0] <= x <= self.sides[-1] and self.heights[-1] <= y <= self.heights[0]

    def rows(self, words: Sequence[Word]) -> list[Run]:
        """Return the rows that hold words; none where the lines only divide columns of text."""
        cells: defaultdict[tuple[int, int], list[Word]] = defaultdict(list)
        for word in words:
            cells[self._cell_of(word)].append(word)
        lines = {place: _lines(inside) for place, inside in cells.items()}
        columns = {column for _, column in lines}
        if len(columns) < 2 or max(map(len, lines.values())) > _MOST_LINES:
            return []
        size = median(word.size for word in words)
        rows = []
        for row, group in groupby(sorted(lines), key=lambda place: place[0]):
            middle = (self.heights[row] + self.heights[row + 1]) / 2
            low, high = middle - size / 2, middle + size / 2
            found = [
                Word("\n".join(lines[place]), -1, self.sides[place[1]], self._right(*place), low, high)
                for place in group
            ]
            rows.append(Run(tuple(found), is_row=True))
        return rows

    def _cell_of(self, word: Word) -> tuple[int, int]:
        """Return the row and the column in which the cell of a word begins: the lines around it may be missing."""
        x, y = _middle(word)
        row = max(n for n, height in enumerate(self.heights[:-1]) if y <= height)
        column = max(n for n, side in enumerate(self.sides[:-1]) if side <= x)
        while column and not self._is_ruled(self._down, self.sides[column], y):
            column -= 1
        middle = (self.sides[column] + self._right(row, column)) / 2
        while row and not self._is_ruled(self._across, self.heights[row], middle):
            row -= 1
        return row, column

    def _right(self, row: int, column: int) -> float:
        y = (self.heights[row] + self.heights[row + 1]) / 2
        beyond = (side for side in self.sides[column + 1 :] if self._is_ruled(self._down, side, y))
        return next(beyond, self.sides[-1])

    @staticmethod
    def _is_ruled(rules: Sequence[Rule], place: float, at: float) -> bool:
        return any(rule.place == place and rule.begin - 1 <= at <= rule.end + 1 for rule in rules)


def _middle(word: Word) -> tuple[float, float]:
    return (word.left + word.right) / 2, (word.bottom + word.top) / 2


def _lines(words: Sequence[Word]) -> list[str]:
    """Return the lines of a cell, from the top."""
    ordered = sorted(words, key=lambda word: -(word.bottom + word.top))
    lines: list[list[Word]] = [[ordered[0]]]
    for before, word in pairwise(ordered):
        if _middle(before)[1] - _middle(word)[1] > 0.45 * min(before.size, word.size):
            lines.append([])
        lines[-1].append(word)
    return [" ".join(word.text for word in sorted(line, key=attrgetter("left"))) for line in lines]
