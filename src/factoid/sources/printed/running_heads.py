"""What a printed page says on every page: running heads, and the number of the page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factoid.sources.plain.lines import fold
from factoid.sources.printed.boxes import Run

_AT_EDGE = 2  #: lines at the top and at the foot that may be furniture
_SAME_HEIGHT = 9.0  #: points
_NEAR = 6  #: pages; a running head that is not seen again within so many is none
_LARGER = 1.25  #: than the letters of the page: a heading that comes again, such as `Chapter 3`
_NUMBER = re.compile(r"(?<![\w.,])\d{1,4}(?![\w]|[.,]\d)")
_ONLY_NUMBER = re.compile(
    r"(?:page|pag\.?|p\.|seite|s\.|стр\.?|с\.)?\W{0,3}(\d{1,4})\W{0,3}(?:/\W?\d{1,4})?", re.I
)
_ROMAN = re.compile(r"\W{0,3}[ivxlc]{1,7}\W{0,3}", re.I)
_ROMAN_BESIDE = re.compile(r"([ivxlc]{1,7})\s+\S.*|.*\S\s+([ivxlc]{1,7})|\W{0,3}([ivxlc]{1,7})\W{0,3}")
_LONGEST_HEAD = 90  #: characters of a line that the number of its page shows to be none of the text
_DIGITS = (("c", 100), ("xc", 90), ("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))

_STAMP = r"\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4},? \d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?"
_ADDRESS = r"(?:https?|file)://\S+"
#: what browsers put at the edges of the pages they print: the hour, the title, the address, the page
_BY_BROWSER = re.compile(
    rf"{_STAMP}(?: .*)?|(?:.* )?{_STAMP}|(?:.* )?{_ADDRESS}|{_ADDRESS} (?:\w+ )?\d+(?:/| \w+ )\d+", re.I
)

Level = list[Run]


class Edges(NamedTuple):
    """The lines at the edges of a page that are furniture, by their number from the top."""

    head: frozenset[int]
    foot: frozenset[int]


class _Line(NamedTuple):
    page: int
    level: int
    is_head: bool
    is_outermost: bool
    middle: float
    size: float
    words: str

    @property
    def key(self) -> str:
        """Its words with a sign for each number."""
        if _ROMAN.fullmatch(self.words):
            return "#"
        words = re.sub(r"^[ivxlc]{2,7} | [ivxlc]{2,7}$", " # ", re.sub(r"\d+", "#", fold(self.words)))
        return re.sub(r"#( +#)*", "#", words.strip()) or self.words


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
    printed = _printed(lines, offset, len(pages))
    heads: defaultdict[int, set[int]] = defaultdict(set)
    feet: defaultdict[int, set[int]] = defaultdict(set)
    for line in lines:
        if (
            _is_page_number(line, offset, len(pages))
            or (line.is_outermost and _BY_BROWSER.fullmatch(line.words))
            or (
                line.size <= _LARGER * body
                and (
                    _comes_again(line, by_key[line.is_head, line.key])
                    or _stands_beside_number(line, printed.get(line.page))
                )
            )
        ):
            (heads if line.is_head else feet)[line.page].add(line.level)
    edges = [Edges(frozenset(heads[n]), frozenset(feet[n])) for n in range(len(pages))]
    return edges, printed


def _printed(lines: Sequence[_Line], offset: int | None, pages: int) -> dict[int, str]:
    """Return the numbers of the pages as they are printed: Roman ones in front, if such are shown."""
    printed = {n: str(n + offset) for n in range(pages) if offset is not None and n + offset >= 1}
    votes: Counter[int] = Counter()
    last = -1
    for line in lines:
        found = line.is_outermost and _ROMAN_BESIDE.fullmatch(line.words)
        value = found and _value(next(filter(None, found.groups())))
        if value and str(line.page + (offset or 0)) not in line.words.split():
            votes[value - line.page] += 1
            last = max(last, line.page)
    if votes and offset is not None and all(line.page > last for line in lines if _shows(line, offset)):
        before = votes.most_common(1)[0][0]
        printed |= {n: _roman(n + before) for n in range(last + 1) if n + before >= 1}
    return printed


def _shows(line: _Line, offset: int) -> bool:
    return line.is_outermost and str(line.page + offset) in line.words.split()


def _value(roman: str) -> int | None:
    """Return the number that small letters say; None where they say none."""
    return next((number for number in range(1, 200) if _roman(number) == roman), None)


def _roman(number: int) -> str:
    said = ""
    for letters, value in _DIGITS:
        said += letters * (number // value)
        number %= value
    return said


def _stands_beside_number(line: _Line, number: str | None) -> bool:
    """Say whether the outermost line of a page is the page's number with words beside it."""
    words = line.words.split()
    return (
        line.is_outermost
        and len(line.words) <= _LONGEST_HEAD
        and len(words) > 1
        and number in (words[0].strip("[]-–—|."), words[-1].strip("[]-–—|."))
    )


def _edge_lines(number: int, levels: Sequence[Level]) -> Iterator[_Line]:
    count = len(levels)
    for at, level in enumerate(levels):
        is_head = at < _AT_EDGE and at < (count + 1) // 2
        if is_head or at >= count - _AT_EDGE:
            run = level[0]
            words = words_of(level)
            if len(words) <= 150:
                is_outermost = at in (0, count - 1)
                yield _Line(number, at, is_head, is_outermost, run.middle, run.size, words)


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
