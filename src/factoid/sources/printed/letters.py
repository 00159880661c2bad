"""Letters of a page set right before they are words: accents printed on letters, numbers of notes set high."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from itertools import groupby

Box = tuple[float, float, float, float]  #: left, right, bottom and top of the room that a letter takes

MARKS = frozenset("0123456789*†‡§")  #: that call a note
_ACCENTS = {
    "´": "\u0301",
    "`": "\u0300",
    "¨": "\u0308",
    "ˆ": "\u0302",
    "˜": "\u0303",
    "ˇ": "\u030c",
    "¯": "\u0304",
    "˘": "\u0306",
    "˙": "\u0307",
    "˚": "\u030a",
    "˝": "\u030b",
    "¸": "\u0327",
    "˛": "\u0328",
}
_DOTLESS = {"ı": "i", "ȷ": "j"}
_NEAR = 60  #: letters before and after, among which an accent's own is looked for
_SMALL, _HIGH = 0.85, 0.1  #: a note's number beside the letters: its size, and how much higher it stands


def with_accents(signs: Sequence[str], box: Callable[[int], Box]) -> dict[int, str]:
    """Return what to put for signs, by their place: a letter with its accent, and nothing for the accent.

    Some programs, old TeX among them, print *é* as an accent and an *e* in one place. ``box`` gives the room of a
    sign, ``signs[n]``. An accent that stands on no letter is left alone.
    """
    changed: dict[int, str] = {}
    for at, sign in enumerate(signs):
        if sign in _ACCENTS and (found := _below(at, signs, box)) is not None:
            letter = _DOTLESS.get(signs[found], signs[found])
            whole = unicodedata.normalize("NFC", letter + _ACCENTS[sign])
            if len(whole) == 1:
                changed |= {found: whole, at: ""}
    return changed


def _below(at: int, signs: Sequence[str], box: Callable[[int], Box]) -> int | None:
    """Return the letter that an accent stands on: the nearest in the text among those in its place."""
    left, right, bottom, top = box(at)
    middle = (left + right) / 2
    size = top - bottom
    around = range(max(at - _NEAR, 0), min(at + _NEAR, len(signs)))
    for other in sorted(around, key=lambda n: (abs(n - at), n < at)):
        if not signs[other].isalpha() or signs[other] in _ACCENTS:
            continue
        begin, end, low, _ = box(other)
        if begin <= middle <= end and abs(low - bottom) < 0.5 * size:
            return other
    return None


def with_notes(signs: Sequence[str], boxes: Sequence[Box]) -> str:
    """Return a word, its numbers of notes in brackets: *Burnsall.[1]*, and *[1] Parish* where the note begins."""
    line_bottom, line_top = max(
        ((low, high) for *_, low, high in boxes), key=lambda edges: edges[1] - edges[0]
    )
    size = line_top - line_bottom

    def is_mark(at: int) -> bool:
        *_, bottom, top = boxes[at]
        return signs[at] in MARKS and is_set_high(bottom, top, line_bottom, size)

    parts = []
    for high, run in groupby(range(len(signs)), key=is_mark):
        places = list(run)
        words = "".join(signs[at] for at in places)
        parts.append(f"[{words}]{' ' * (places[0] == 0)}" if high and len(places) < len(signs) else words)
    return "".join(parts)


def is_set_high(bottom: float, top: float, line_bottom: float, size: float) -> bool:
    """Say whether a sign is smaller than those of its line, and stands higher."""
    return top - bottom <= _SMALL * size and bottom - line_bottom >= _HIGH * size
