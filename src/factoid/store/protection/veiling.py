"""Blacking out: which words of a text speak of protected persons, and what stands in their place.

A veil covers whole sentences and changes no offset: the text keeps its length, so that every quote of a
visible statement still stands where it is said to stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from factoid.model import Span

INK = "█"
_RHYTHM = 9  # a blank now and then, so that lines can be broken and no length of a word shows

# A sentence ends at a full stop and the like before white space. What may be an abbreviation or an initial
# ("Mr. Berg", "A. Berg", "ул. Мира") ends none: rather too much is covered than too little.
_END = re.compile(r"[.!?…]+[)\]»”\"'’]*(?=\s)|[。！？]|\n\s*\n")
_SHORT = re.compile(r"(?<!\w)(?:\w\w?|[^\W\d_a-zа-я]\w{0,2})$")


def sentences_around(words: str, start: int, end: int) -> Span:
    """Return the whole sentences of a paragraph that a stretch touches."""
    first = 0
    for found in _END.finditer(words):
        if found[0].startswith(".") and _SHORT.search(words, max(0, found.start() - 4), found.start()):
            continue
        if found.end() <= start:
            first = found.end()
        elif found.end() >= end:
            return Span(_behind_blanks(words, first, start), found.end())
    return Span(_behind_blanks(words, first, start), len(words))


def _behind_blanks(words: str, first: int, last: int) -> int:
    while first < last and words[first].isspace():
        first += 1
    return first


def joined(spans: Iterable[Span]) -> list[Span]:
    """Return the stretches in order, those that touch made one."""
    out: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        if span.start >= span.end:
            continue
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def blacked_out(content: str, veils: Sequence[Span]) -> str:
    """Return a text of the same length in which the veils hide every word under them."""
    pieces, place = [], 0
    for veil in veils:
        pieces += [content[place : veil.start], *(_ink(at) for at in range(veil.start, veil.end))]
        place = veil.end
    return "".join((*pieces, content[place:]))


def _ink(place: int) -> str:
    return " " if place % _RHYTHM == _RHYTHM - 1 else INK


def pattern_of(names: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds the names as whole words, in any case and however their words are spaced."""
    forms = sorted({name.strip() for name in names if len(name.strip()) > 1}, key=lambda n: (-len(n), n))
    if not forms:
        return None
    alternatives = "|".join(r"\s+".join(map(re.escape, form.split())) for form in forms)
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)


def without(words: str | None, names: re.Pattern[str] | None) -> str | None:
    """Return the words with the names blacked out; how long they are does not show."""
    return words if words is None or names is None else names.sub(INK * 5, words)
