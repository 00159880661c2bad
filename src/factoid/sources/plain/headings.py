"""Titles, headings and captions among the pieces of a plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factoid.model import SegmentKind
from factoid.resources import load
from factoid.sources.furniture.judging import Judged
from factoid.sources.furniture.lexicon import flatten
from factoid.sources.plain.lines import ends_sentence, fold
from factoid.sources.plain.pieces import Piece, is_prose

_LONGEST_HEADING = 130
_LONGEST_CAPTION = 400
_LABEL = re.compile(r"\(?([^\W\d_][\w\s]{1,24}?)\)?\s*(?:\d{1,3}\s*)?[.:)]\s+")
_NUMERAL = re.compile(r"\d{1,3}|[ivxlc]{1,7}")
_SIDE = re.compile(r"[\[(]\s*([\w\s]{1,24}?)\s*[\])]")


def label_pieces(content: str, pieces: Sequence[Piece], judged: Judged) -> None:
    """Tell the title, the headings and the captions from the paragraphs."""
    title = judged.title
    if title is not None and title.kind in (SegmentKind.PARAGRAPH, SegmentKind.HEADING):
        title.judge(SegmentKind.TITLE, "first line of the text")
    for i, piece in enumerate(pieces):
        if piece.kind is not SegmentKind.PARAGRAPH or piece.is_fixed:
            continue
        words = content[piece.start : min(piece.end, piece.start + _LONGEST_CAPTION + 1)]
        if _is_caption(words):
            piece.judge(SegmentKind.CAPTION, "labelled as the caption of a picture")
        elif _is_heading(content, pieces, i, words):
            piece.judge(SegmentKind.HEADING, "short line without a stop")


def _is_caption(words: str) -> bool:
    if len(words) > _LONGEST_CAPTION:
        return False
    labelled = _LABEL.match(words)
    if labelled and fold(labelled[1]) in _caption_labels():
        return True
    return len(words) <= 200 and any(fold(side) in _caption_labels() for side in _SIDE.findall(words))


def _is_heading(content: str, pieces: Sequence[Piece], at: int, words: str) -> bool:
    """Say whether a line heads what follows: alone, short, without a stop, and something comes after it."""
    piece = pieces[at]
    if len(words) > _LONGEST_HEADING or at + 1 >= len(pieces):
        return False
    if piece.is_lone and _is_chapter(words):
        return True
    if ends_sentence(words.rstrip("?!")) or words[-1] in ",;:—–-":
        return False
    if not any(c.isalpha() for c in words) or words[0].islower():
        return False
    if not piece.is_lone and len(words.splitlines()) > 1:
        return False  # a verse
    follows = pieces[at + 1]
    stands_first = at == 0 or pieces[at - 1].block != piece.block
    return stands_first and (piece.is_lone or is_prose(follows.words(content)[:1000]))


def _is_chapter(words: str) -> bool:
    """Say whether a line begins as `Chapter III` does: such a heading may end in a stop."""
    first_words = fold(words).split(" ", 2)[:2]
    return (
        len(first_words) == 2
        and words[:1].isupper()
        and first_words[0] in _chapter_words()
        and _NUMERAL.fullmatch(first_words[1]) is not None
    )


@cache
def _caption_labels() -> frozenset[str]:
    return frozenset(map(fold, flatten(load("furniture")["captions"]["labels"])))


@cache
def _chapter_words() -> frozenset[str]:
    return frozenset(map(fold, flatten(load("furniture")["chapters"])))
