"""The language of a text: the one place that uses py3langid."""

from __future__ import annotations

from collections.abc import Iterable

import py3langid

_ENOUGH = 20_000  #: characters; more do not change the answer
_SHORT = 200  #: characters; below, names weigh as much as words: *Anton Kessler died in Bonn* looks German
_LEAD = 20.0  #: how far ahead, in natural logarithms, the likeliest language of a short text must be


def language_of(passages: Iterable[str]) -> str | None:
    """Return the ISO 639-1 code of the most likely language of the passages.

    None where there are no letters, or too few words to tell one language from the next.
    """
    sample: list[str] = []
    size = 0
    for passage in passages:
        sample.append(passage[: _ENOUGH - size])
        size += len(sample[-1]) + 1
        if size >= _ENOUGH:
            break
    words = " ".join(sample)
    if not any(c.isalpha() for c in words):
        return None
    ranked = py3langid.rank(words.encode("utf-8", "replace").decode("utf-8"))
    if len(words) < _SHORT and ranked[0][1] - ranked[1][1] < _LEAD:
        return None
    return next((str(code) for code, _ in ranked if len(code) == 2), None)  # the others are not in ISO 639-1
