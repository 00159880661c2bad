"""Plain text into pieces: hard-wrapped paragraphs, lines that are paragraphs, lists, tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from factoid.model import SegmentKind
from factoid.resources import load
from factoid.sources.furniture.lexicon import mark_of
from factoid.sources.plain.lines import Line, ends_sentence, fold, goes_on, read_blocks
from factoid.sources.plain.pieces import Piece

_NARROWEST_PAGE = 36
_WIDEST_PAGE = 120
_LIST_ITEM = re.compile(r"(?:[-–—*•·▪◦‣●○]\s+|\(?\d{1,3}[.)]\s+|\(?[a-z][.)]\s+|[ivxlIVXL]{1,6}[.)]\s+)\S")
_STARTS_ENTRY = re.compile(r"[-–—*•·▪◦‣●]\s|\(?\d|[^\s:]{1,20}(?:\s[^\s:]{1,20}){0,2}:\s")
_SPEAKER = re.compile(r"[A-Z][\w.' ]{0,24}:\s")
_FEWEST_TABS = 2  #: in each line of a table, some of whose cells are blank
_COLUMNS = re.compile(r"\t+| {3,}|\s*\|\s*")


def pieces_of_plain_text(content: str) -> list[Piece]:
    """Return the pieces of the text in order; together they hold every character that is not white space."""
    blocks = list(read_blocks(content))
    page = page_width(content, blocks)
    return [piece for number, block in enumerate(blocks) for piece in cut_block(content, block, number, page)]


def page_width(content: str, blocks: Iterable[list[Line]]) -> int | None:
    """Return the width to which the text was wrapped, or None where its lines are not wrapped."""
    widths = sorted(
        max(line.width for line in block)
        for block in blocks
        if len(block) >= 4 and _is_wrapped(content, block, max(line.width for line in block))
    )
    return widths[len(widths) // 2] if widths else None


def _is_wrapped(content: str, lines: list[Line], page: int) -> bool:
    """Say whether the lines break because the page ends: the next line's first word had no room."""
    if not _NARROWEST_PAGE <= page <= _WIDEST_PAGE or max(line.width for line in lines) > page + 8:
        return False
    early = sum(_breaks_early(content, a, b, page) for a, b in pairwise(lines))
    flowing = sum(goes_on(content[b.start : b.end]) for b in lines[1:])
    breaks = len(lines) - 1
    return early <= 0.15 * breaks and flowing >= 0.25 * breaks


def _breaks_early(content: str, line: Line, after: Line, page: int) -> bool:
    first_word = content[after.start : min(after.end, after.start + 40)].split(maxsplit=1)[0]
    return line.indent + line.width + 1 + len(first_word) <= page - 2


def cut_block(content: str, block: list[Line], number: int, page: int | None) -> Iterator[Piece]:
    """Yield the pieces of one block: a paragraph, lines, list items or the cells of a table."""
    columns = _columns_of(content, block)
    if columns:
        for start, end in columns:
            yield Piece(start, end, number, SegmentKind.TABLE_CELL, "cell of a table", is_lone=False)
        return
    groups = [group for part in _at_indents(content, block, page) for group in _join(content, part, page)]
    for group in groups:
        piece = Piece(group[0].start, group[-1].end, number, is_lone=len(groups) == 1)
        if len(group) > 1:
            piece.why = "wrapped lines"
        elif _LIST_ITEM.match(content, piece.start, min(piece.end, piece.start + 20)):
            piece.judge(SegmentKind.LIST_ITEM, "begins as an item")
        yield piece


def _at_indents(content: str, block: list[Line], page: int | None) -> Iterator[list[Line]]:
    """Cut where a line is set in after the end of a sentence: a new paragraph without a blank line."""
    if page is None or len(block) < 2:
        yield block
        return
    margin = min(line.indent for line in block)
    part = [block[0]]
    for line in block[1:]:
        before = part[-1]
        if line.indent > margin and before.indent <= margin + 8 and ends_sentence(_tail(content, before)):
            yield part
            part = []
        part.append(line)
    yield part


def _tail(content: str, line: Line) -> str:
    return content[max(line.start, line.end - 12) : line.end]


def _join(content: str, lines: list[Line], page: int | None) -> Iterator[list[Line]]:
    """Group lines into paragraphs: all where they are wrapped, else by their ends."""
    if len(lines) == 1:
        yield lines
        return
    widest = max(line.width for line in lines)
    if not _has_repetition_or_mark(content, lines) and (
        (len(lines) >= 3 and _is_wrapped(content, lines, widest)) or (page and _fills(content, lines, page))
    ):
        yield lines
        return
    group = [lines[0]]
    for line in lines[1:]:
        if not _continues(content, group[-1], line):
            yield group
            group = []
        group.append(line)
    yield group


def _fills(content: str, lines: list[Line], page: int) -> bool:
    """Say whether the lines of a short block run to the edge of a page of known width."""
    return max(line.width for line in lines) <= page + 8 and not any(
        _breaks_early(content, a, b, page - 6) for a, b in pairwise(lines)
    )


def _has_repetition_or_mark(content: str, lines: list[Line]) -> bool:
    if len(lines) > 12:
        return False  # menus and doubled captions are short
    folded = [fold(content[line.start : line.end]) for line in lines]
    if any(a == b for a, b in pairwise(folded)):
        return True
    return mark_of(content[lines[0].start : lines[0].end]) is not None


def _continues(content: str, line: Line, after: Line) -> bool:
    """Say whether a sentence runs on from one unwrapped line into the next, as in verse and inscriptions."""
    if line.width > _WIDEST_PAGE or after.width > 3 * _WIDEST_PAGE:
        return False
    words, next_words = content[line.start : line.end], content[after.start : after.end]
    if words.endswith("?") and _SPEAKER.match(words) and _SPEAKER.match(next_words):
        return words.split(":")[0] != next_words.split(":")[0]  # *Q: When? / A: In 1919*
    if ends_sentence(words) or words[-1] in ":;|" or _STARTS_ENTRY.match(next_words):
        return False
    last = words.rsplit(maxsplit=1)[-1]
    runs_on = (
        goes_on(next_words)
        or words[-1] in ",—–-"
        or last in _joining_words()
        or (last.isalpha() and len(last) == 1 and last.islower())
    )
    if not runs_on or fold(words) == fold(next_words):
        return False
    return mark_of(words) is None and mark_of(next_words) is None


def _joining_words() -> list[str]:
    words: list[str] = load("furniture")["joining_words"]
    return words


def _columns_of(content: str, block: list[Line]) -> list[tuple[int, int]]:
    """Return the cells if every line of the block has the same number of columns, two or more."""
    if len(block) < 2 or not any(c in content[block[0].start : block[0].end] for c in ("\t", "   ", "|")):
        return []
    if (by_tabs := _cells_between_tabs(content, block)) is not None:
        return by_tabs
    cells: list[tuple[int, int]] = []
    wanted = 0
    for line in block:
        row = list(cells_of(content, line))
        if len(row) < 2 or (wanted and len(row) != wanted):
            return []
        wanted = len(row)
        cells.extend(row)
    is_table = len(block) >= 3 or "\t" in content[block[0].start : block[0].end]
    return cells if is_table else []


def _cells_between_tabs(content: str, block: list[Line]) -> list[tuple[int, int]] | None:
    """Return the cells with words, where all lines have equally many tabs, two or more; None of other blocks."""
    ends = [_end_of_line(content, line) for line in block]
    tabs = {content.count("\t", line.start, end) for line, end in zip(block, ends, strict=True)}
    if len(tabs) != 1 or tabs.pop() < _FEWEST_TABS:
        return None
    lines = (re.finditer(r"[^\t]*[^\t\s][^\t]*", content[line.start : line.end]) for line in block)
    cells = ((line.start, cell) for line, found in zip(block, lines, strict=True) for cell in found)
    return [
        (at + cell.start() + len(cell[0]) - len(cell[0].lstrip()), at + cell.start() + len(cell[0].rstrip()))
        for at, cell in cells
    ]


def _end_of_line(content: str, line: Line) -> int:
    end = content.find("\n", line.end)
    return end if end >= 0 else len(content)


def cells_of(content: str, line: Line) -> Iterator[tuple[int, int]]:
    """Yield the cells of a line; a sign between cells belongs to the cell before it."""
    gaps = [gap.end() for gap in _COLUMNS.finditer(content, line.start, line.end) if gap.start() > line.start]
    for start, end in pairwise([line.start, *gaps, line.end]):
        words = content[start:end]
        if bare := words.strip():
            begin = start + words.index(bare)
            yield begin, begin + len(bare)
