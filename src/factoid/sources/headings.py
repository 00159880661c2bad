"""Titles, headings and captions among the pieces of a plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factoid.model import SegmentKind
from factoid.resources import load
from factoid.sources.furniture import Judged
from factoid.sources.lexicon import flatten
from factoid.sources.lines import ends_sentence, fold
from factoid.sources.pieces import Piece, is_prose

_LONGEST_HEADING = 130
_LONGEST_CAPTION = 400
_LABEL = re.compile(r"\(?([^\W\d_][\w\s]{1,24}?)\)?\s*(?:\d{1,3}\s*)?[.:)]\s+")
_SIDE = re.compile(r"[\[(]\s*([\w\s]{1,24}?)\s*[\])]")


def label_pieces(content: str, pieces: Sequence[Piece], judged: Judged) -> None:
    """Tell the title, the headings and the captions from the paragraphs."""
    if judged.title is not None and not judged.title.is_furniture and not _is_said_twice(judged.title):
        judged.title.judge(SegmentKind.TITLE, "first line of the text")
    for i, piece in enumerate(pieces):
        if piece.kind is not SegmentKind.PARAGRAPH or piece.is_fixed:
            continue
        words = content[piece.start : min(piece.end, piece.start + _LONGEST_CAPTION + 1)]
        if _is_caption(words):
            piece.judge(SegmentKind.CAPTION, "labelled as the caption of a picture")
        elif _is_heading(content, pieces, i, words):
            piece.judge(SegmentKind.HEADING, "short line without a stop")


def _is_said_twice(piece: Piece) -> bool:
    return piece.kind is SegmentKind.CAPTION


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
    first_word = fold(words).split(" ", 1)[0]
    if (
        first_word in _chapter_words()
        and len(words) <= _LONGEST_HEADING
        and piece.is_lone
        and words[:1].isupper()
    ):
        return not is_prose(words)
    if ends_sentence(words.rstrip("?!")) or words[-1] in ",;:—–-":
        return False
    if not any(c.isalpha() for c in words) or words[0].islower():
        return False
    follows = pieces[at + 1]
    stands_first = at == 0 or pieces[at - 1].block != piece.block
    return stands_first and (piece.is_lone or is_prose(follows.words(content)[:1000]))


@cache
def _caption_labels() -> frozenset[str]:
    return frozenset(map(fold, flatten(load("furniture")["captions"]["labels"])))


@cache
def _chapter_words() -> frozenset[str]:
    return frozenset(map(fold, flatten(load("furniture")["chapters"])))
