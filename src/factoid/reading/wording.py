"""Where words stand that somebody says a source holds: found here, never taken on trust."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factoid.model import Persona, Span

_ALIKE = ("'\u2018\u2019\u201a\u2032\u02bc", '"\u201c\u201d\u201e\u00ab\u00bb')


def places_of(content: str, words: str, stretch: Span, *, whole: bool = False) -> Iterator[Span]:
    """Yield where the words stand in a stretch: the same but for line breaks and the form of quotation marks.

    ``whole``: only where no word goes on before or after them.
    """
    parts = [_pattern(word) for word in words.split()]
    if not parts:
        return
    pattern = r"\s+".join(parts)
    if whole:
        pattern = rf"(?<!\w){pattern}(?!\w)" if words[:1].isalnum() else rf"{pattern}(?!\w)"
    for found in re.compile(pattern).finditer(content, stretch.start, stretch.end):
        yield Span(*found.span())


def mention_within(persona: Persona, stretch: Span) -> Span | None:
    """Return the first mention of a persona that lies in a stretch."""
    return next((m.span for m in persona.mentions if stretch.holds(m.span)), None)


def _pattern(word: str) -> str:
    return "".join(next((f"[{same}]" for same in _ALIKE if c in same), re.escape(c)) for c in word)
