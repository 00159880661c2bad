"""What a printed page says on every page: running heads, and the number of the page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factoid.sources.boxes import Run
from factoid.sources.lines import fold

_AT_EDGE = 2  #: lines at the top and at the foot that may be furniture
_SAME_HEIGHT = 9.0  #: points
_NEAR = 6  #: pages; a running head that is not seen again within so many is none
_LARGER = 1.25  #: than the letters of the page: a heading that comes again, such as `Chapter 3`
_NUMBER = re.compile(r"(?<![\w.,])\d{1,4}(?![\w]|[.,]\d)")
_ONLY_NUMBER = re.compile(
    r"(?:page|pag\.?|p\.|seite|s\.|стр\.?|с\.)?\W{0,3}(\d{1,4})\W{0,3}(?:/\W?\d{1,4})?", re.I
)
_ROMAN = re.compile(r"\W{0,3}[ivxlc]{1,7}\W{0,3}", re.I)

Level = list[Run]


class Edges(NamedTuple):
    """The lines at the edges of a page that are furniture, by their number from the top."""

    head: frozenset[int]
    foot: frozenset[int]


class _Line(NamedTuple):
    page: int
    level: int
    is_head: bool
    middle: float
    size: float
    words: str

    @property
    def key(self) -> str:
        """Its words with a sign for each number."""
        if _ROMAN.fullmatch(self.words):
            return "#"
        return re.sub(r"#( #)*", "#", re.sub(r"\d+", "#", fold(self.words)).strip()) or self.words


def words_of(level: Level) -> str:
    """Return the words of all that stands at one height."""
    return " ".join(word.text for run in level for word in run.words)


def find_edges(pages: Sequence[Sequence[Level]], body: float) -> tuple[list[Edges], dict[int, str]]:
    """Return the furniture at the edges of each page, and the printed numbers of the pages that show one.

    ``body`` is the usual height of letters.
    """
    lines = [line for number, levels in enumerate(pages) for line in _edge_lines(number, levels)]
    by_key: defaultdict[tuple[bool, str], list[_Line]] = defaultdict(list)
    for line in lines:
        by_key[line.is_head, line.key].append(line)
    offset = _offset(lines)
    heads: defaultdict[int, set[int]] = defaultdict(set)
    feet: defaultdict[int, set[int]] = defaultdict(set)
    for line in lines:
        if _is_page_number(line, offset, len(pages)) or (
            line.size <= _LARGER * body and _comes_again(line, by_key[line.is_head, line.key])
        ):
            (heads if line.is_head else feet)[line.page].add(line.level)
    edges = [Edges(frozenset(heads[n]), frozenset(feet[n])) for n in range(len(pages))]
    printed = {}
    if offset is not None:
        printed = {n: str(n + offset) for n in range(len(pages)) if n + offset >= 1}
    return edges, printed


def _edge_lines(number: int, levels: Sequence[Level]) -> Iterator[_Line]:
    count = len(levels)
    for at, level in enumerate(levels):
        is_head = at < _AT_EDGE and at < (count + 1) // 2
        if is_head or at >= count - _AT_EDGE:
            run = level[0]
            words = words_of(level)
            if len(words) <= 150:
                yield _Line(number, at, is_head, run.middle, run.size, words)


def _comes_again(line: _Line, same: Sequence[_Line]) -> bool:
    """Say whether a line stands at the same height on another page nearby, but for its numbers."""
    if line.key == "#":
        return False
    return any(
        0 < abs(other.page - line.page) <= _NEAR and abs(other.middle - line.middle) <= _SAME_HEIGHT
        for other in same
    )


def _offset(lines: Sequence[_Line]) -> int | None:
    """Return what to add to the place of a page for its printed number; None where no number is printed."""
    votes: Counter[int] = Counter()
    for page, offset in {
        (line.page, int(n) - line.page) for line in lines for n in _NUMBER.findall(line.words)
    }:
        votes[offset] += page >= 0
    pages = len({line.page for line in lines})
    if not votes:
        return None
    offset, count = votes.most_common(1)[0]
    return offset if count >= max(2, pages // 2) else None


def _is_page_number(line: _Line, offset: int | None, pages: int) -> bool:
    found = _ONLY_NUMBER.fullmatch(line.words.strip())
    if found and offset is not None:
        return int(found[1]) == line.page + offset
    if found:
        return pages == 1 and not line.is_head and int(found[1]) < 1000
    return _ROMAN.fullmatch(line.words) is not None and pages > 1
