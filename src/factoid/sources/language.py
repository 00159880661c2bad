"""The language of a text: the one place that uses py3langid."""

from __future__ import annotations

from collections.abc import Iterable

import py3langid

_ENOUGH = 20_000  #: characters; more do not change the answer


def language_of(passages: Iterable[str]) -> str | None:
    """Return the ISO 639-1 code of the most likely language of the passages; None without letters."""
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
    return next((str(code) for code, _ in ranked if len(code) == 2), None)  # the others are not in ISO 639-1
