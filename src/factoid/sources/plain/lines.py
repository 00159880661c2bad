"""Lines and blocks: the first cut through a plain text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_NOT_A_WORD = re.compile(r"[\W_]+")
_ENDS_SENTENCE = re.compile(r"""[.!?…。！？؟।]["'”’»«“)\]}*_]*$|[.!?]["'”’)\]]*\s?[\[(]?\d{1,3}[\])]?$""")


class Line(NamedTuple):
    """A line without the white space around it, and how far it is set in."""

    start: int
    end: int
    indent: int

    @property
    def width(self) -> int:
        """Its length in characters."""
        return self.end - self.start


def read_blocks(content: str) -> Iterator[list[Line]]:
    """Yield the runs of lines that no blank line divides, in order."""
    block: list[Line] = []
    behind = 0
    for found in _LINE.finditer(content):
        words = found.group()
        bare = words.strip()
        if not bare:
            continue
        start = found.start() + len(words) - len(words.lstrip())
        if block and _is_blank_between(content, behind, start):
            yield block
            block = []
        behind = start + len(bare)
        block.append(Line(start, behind, start - found.start()))
    if block:
        yield block


def _is_blank_between(content: str, end: int, start: int) -> bool:
    """Say whether more than one line ends between two positions that hold only white space between them."""
    if start - end <= 1:
        return False
    gap = content[end:start]
    if gap == "\r\n":
        return False
    return len(gap.replace("\r\n", "\n").splitlines()) > 1 + (
        gap[-1] not in "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
    )


def fold(words: str) -> str:
    """Return the words without case, punctuation and marks, for comparing lines."""
    return _NOT_A_WORD.sub(" ", unicodedata.normalize("NFKC", words).casefold()).strip()


def ends_sentence(words: str) -> bool:
    """Say whether the words end as a sentence does."""
    return _ENDS_SENTENCE.search(words[-12:]) is not None


def goes_on(words: str) -> bool:
    """Say whether the words begin as the middle of a sentence does: not in upper case, no number, no sign."""
    return words[:1].isalpha() and not words[0].isupper() and words[0].islower()
