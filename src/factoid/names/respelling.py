"""Rules by which spellings of one name come to one form."""

from __future__ import annotations

import re


class Respelling:
    """Patterns and what stands for them, each tried on what those before it left."""

    def __init__(self, *rules: tuple[str, str]) -> None:
        self._rules = tuple((re.compile(pattern), sound) for pattern, sound in rules)

    def of(self, word: str) -> str:
        """Return the word respelt."""
        for pattern, sound in self._rules:
            word = pattern.sub(sound, word)
        return word
