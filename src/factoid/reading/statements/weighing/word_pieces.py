"""Words cut into the pieces that an encoder knows: the longest first, as its makers cut them (WordPiece)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

UNKNOWN, OPENING, CLOSING = "[UNK]", "[CLS]", "[SEP]"
_LONGEST = 60  #: characters of a word; a longer one is unknown


class WordPieces:
    """The pieces of an encoder. ``pieces``: in the order of their numbers, ``##`` before what goes on in a word."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(pieces)}
        self._known: dict[str, tuple[int, ...]] = {}
        self.opening, self.closing = self._numbers[OPENING], self._numbers[CLOSING]

    def of(self, word: str) -> tuple[int, ...]:
        """Return the numbers of a word's pieces."""
        found = self._known.get(word)
        if found is None:
            found = tuple(number for part in _parts(_plain(word)) for number in self._cut(part))
            if len(self._known) < _REMEMBERED:
                self._known[word] = found
        return found

    def _cut(self, word: str) -> list[int]:
        found: list[int] = []
        start, end = 0, len(word) if len(word) <= _LONGEST else 0
        while start < len(word):
            number = self._numbers.get(word[start:end] if start == 0 else f"##{word[start:end]}")
            if number is not None:
                found.append(number)
                start, end = end, len(word)
            elif end > start + 1:
                end -= 1
            else:
                return [self._numbers[UNKNOWN]]
        return found


_REMEMBERED = 50_000  #: words


def _plain(word: str) -> str:
    """Return the word in small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")


def _parts(word: str) -> Iterator[str]:
    """Yield what stands between marks, and each mark."""
    start = 0
    for at, character in enumerate(word):
        if not character.isalnum():
            if start < at:
                yield word[start:at]
            if not character.isspace():
                yield character
            start = at + 1
    if start < len(word):
        yield word[start:]
