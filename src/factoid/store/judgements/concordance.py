"""Where the words of one edition of a source stand in another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from factoid.model import Document, Span

_END_OF_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’»)\]]*\s+|\n\s*")
_LETTER = re.compile(r"\w")
_WORD = re.compile(r"\w+")
_RUN = 3  #: words that hardly ever follow one another in two texts by chance
#: of the runs: what misreads every fourth word is still an edition, a form filled in anew is none
_LEAST_SHARED = 1 / 3


class Concordance:
    """Two editions of a text. What stands once in each, or as often, is held to be the same place."""

    def __init__(self, old: Document, new: Document) -> None:
        self._old, self._new = old.text.content, new.text.content
        self._segments = sorted(Span(segment.start, segment.end) for segment in old.text.segments)
        self._found: dict[str, tuple[list[int], list[int]]] = {}

    def quoted(self, span: Span) -> Span | None:
        """Return where the words of a quotation stand in the new edition; None where they are changed."""
        return self.mentioned(span) or self._place(span, span)

    def mentioned(self, span: Span) -> Span | None:
        """Return where words stand that are found by their paragraph or sentence: *Anna* is no place in itself."""
        around = self._segment(span)
        return (
            (self._place(span, around) or self._place(span, self._sentence(span, around))) if around else None
        )

    def _place(self, span: Span, around: Span) -> Span | None:
        """Return where a span lies in the new edition, by words around it that stand as often in both."""
        ours, theirs = self._places(self._old[around.start : around.end])
        if len(ours) != len(theirs) or around.start not in ours:
            return None
        moved = theirs[ours.index(around.start)] - around.start
        return Span(span.start + moved, span.end + moved)

    def _places(self, words: str) -> tuple[list[int], list[int]]:
        if words not in self._found:
            self._found[words] = occurrences(words, self._old), occurrences(words, self._new)
        return self._found[words]

    def _segment(self, span: Span) -> Span | None:
        at = bisect_right(self._starts, span.start) - 1
        held = self._segments[at] if at >= 0 else None
        return held if held and held.holds(span) else None

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [segment.start for segment in self._segments]

    def _sentence(self, span: Span, within: Span) -> Span:
        ends = [found.span() for found in _END_OF_SENTENCE.finditer(self._old, within.start, within.end)]
        start = max((end for _, end in ends if end <= span.start), default=within.start)
        end = min((start for start, _ in ends if start >= span.end), default=within.end)
        return Span(start, end)


def are_editions(one: str, other: str) -> bool:
    """Say whether two texts are editions of one: a third of what the shorter says stands in the other, word by word.

    A name of a file does not tell: *letter.txt* lies in many folders.
    """
    shorter, longer = sorted((_WORD.findall(text.casefold()) for text in (one, other)), key=len)
    run = min(_RUN, len(shorter))
    ours, theirs = _runs(shorter, run), _runs(longer, run)
    return len(ours & theirs) >= _LEAST_SHARED * len(ours)


def _runs(words: Sequence[str], length: int) -> set[tuple[str, ...]]:
    return set(zip(*(words[at:] for at in range(length)), strict=False))


def occurrences(words: str, text: str) -> list[int]:
    """Return where words stand in a text as whole words."""
    found: list[int] = []
    at = text.find(words) if words else -1
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(words) : at + len(words) + 1]
        if not (_LETTER.match(words) and _LETTER.match(before)) and not (
            _LETTER.match(words[-1]) and _LETTER.match(after)
        ):
            found.append(at)
        at = text.find(words, at + 1)
    return found
