"""Lines into one string: words that a line's end cut are made whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_CUT = re.compile(r"(\w+(?:-\w+)*)[-\u00ad\u2010]$")
_FIRST = re.compile(r"\w+")
_NUMERAL = re.compile(
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty-(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|fifth|(?:four|six|seven|eigh|nin)th)\b",
    re.I,
)
_EDGES = re.compile(r"^\W+|\W+$")


class Hyphens:
    """Knows the words of a document, and so which hyphens belong to a word."""

    def __init__(self, words: Iterable[str]) -> None:
        self._known = Counter(_EDGES.sub("", word).casefold() for word in words)

    def joined(self, lines: Sequence[str]) -> tuple[str, list[int]]:
        """Return the lines as one, and where each of them begins in it."""
        text, starts = "", []
        for line in lines:
            cut = _CUT.search(text) if text else None
            if cut is None:
                text += " " if text else ""
            elif not self._keeps_hyphen(cut[1], line):
                text = text[:-1]
            starts.append(len(text))
            text += line
        return text, starts

    def _keeps_hyphen(self, before: str, line: str) -> bool:
        """Say whether the word is written with a hyphen: *Saxe-Coburg*, *1914-1918*, *well-known* known."""
        after = _FIRST.match(line)
        if after is None or not after[0][0].islower() or before[-1].isdigit():
            return True
        compound, whole = f"{before}-{after[0]}".casefold(), f"{before}{after[0]}".casefold()
        if _NUMERAL.match(compound):
            return True
        return self._known[compound] > self._known[whole]
