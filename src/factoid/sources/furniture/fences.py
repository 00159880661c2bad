"""Publishers' fences: lines between which the work stands, with licences and notices outside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factoid.model import SegmentKind
from factoid.resources import load
from factoid.sources.plain.pieces import Piece

_LONGEST_FENCE = 200


def judge_outside_fences(content: str, pieces: Sequence[Piece]) -> None:
    """Label as furniture what stands before the line that begins a work and after the line that ends it."""
    begin, end = -1, len(pieces)
    for i, piece in enumerate(pieces):
        if piece.end - piece.start > _LONGEST_FENCE or not content.startswith(_signs(), piece.start):
            continue
        words = piece.words(content)
        if begin < 0 and _fence("begin").match(words):
            begin = i
        elif _fence("end").match(words):
            end = i
            break
    for piece in (*pieces[: begin + 1], *pieces[end:]):
        piece.judge(SegmentKind.FURNITURE, "furniture: outside the work")


@cache
def _fence(which: str) -> re.Pattern[str]:
    return re.compile("|".join(load("furniture")["fences"][which]), re.I)


@cache
def _signs() -> tuple[str, ...]:
    return tuple(load("furniture")["fences"]["signs"])
