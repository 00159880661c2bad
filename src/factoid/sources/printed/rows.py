"""Where a paragraph begins among the lines of a column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from factoid.sources.plain.lines import ends_sentence, goes_on
from factoid.sources.printed.boxes import Row

_WIDER = 1.35  #: than the usual distance of lines
_WIDEST = 2.2  #: likewise, within a sentence
_SET_IN = 0.8  #: of the height of letters
_OTHER_SIZE = 0.13
_ITEM = re.compile(r"[•·▪◦‣●○–—*]\s+\S|\(?\d{1,3}[.)]\s+\S")


def leading_of(rows: Sequence[Row], body: float) -> float:
    """Return the usual distance from line to line."""
    steps = [
        a.middle - b.middle
        for a, b in pairwise(rows)
        if a.column == b.column and a.middle > b.middle and abs(a.size - body) < 0.1 * body
    ]
    return median(steps) if steps else 1.3 * body


def starts_block(block: Sequence[Row], row: Row, after: Row | None, leading: float, body: float) -> bool:
    """Say whether a line begins a paragraph of its own after the lines of a block.

    ``leading`` is the usual distance of lines, ``body`` the usual height of letters.
    """
    last = block[-1]
    if row.is_ruled or last.is_ruled:
        return not (row.is_ruled and last.is_ruled)
    if abs(row.size - last.size) > _OTHER_SIZE * max(row.size, last.size):
        return True
    if len(row.cells) >= 2 or len(last.cells) >= 2:
        return len(row.cells) != len(last.cells) or len(block[0].cells) != len(row.cells)
    if row.column != last.column:
        return not _runs_into_next_column(last, row)
    words, next_words = last.text, row.text
    step = (last.middle - row.middle) / max(leading, 1.1 * row.size)
    if step > _WIDER:
        is_cut = goes_on(next_words) and not ends_sentence(words) and not _is_short(last, row)
        return step > _WIDEST or not is_cut
    if words.endswith("-") and next_words[:1].islower():
        return False
    if _ITEM.match(next_words) and (
        ends_sentence(words) or _ITEM.match(block[0].text) or _is_short(last, row)
    ):
        return True
    if _is_set_in(row) and not _is_set_in(last) and not goes_on(next_words):
        return after is None or after.column != row.column or not _is_set_in(after) or ends_sentence(words)
    return _is_short(last, row) and not _is_display(last, row, leading, body)


def _runs_into_next_column(last: Row, row: Row) -> bool:
    words, next_words = last.text, row.text
    if words.endswith("-") or goes_on(next_words):
        return True
    return not ends_sentence(words) and not _is_short(last, row) and not _is_set_in(row)


def _is_set_in(row: Row) -> bool:
    return row.left - row.edges[0] > _SET_IN * row.size


def _is_short(last: Row, row: Row) -> bool:
    """Say whether a line ends though the next line's first word had room."""
    return last.right + 0.35 * last.size + row.first_word < last.edges[1] - 0.3 * last.size


def _is_display(last: Row, row: Row, leading: float, body: float) -> bool:
    """Say whether two short lines are one heading: of large letters, close together."""
    return (
        last.size > max(0.85 * leading, (1 + _OTHER_SIZE) * body)
        and last.middle - row.middle < 1.5 * last.size
    )
