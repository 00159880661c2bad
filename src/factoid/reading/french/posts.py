"""The words of a post: the post itself, the body, the place."""

from __future__ import annotations

from factoid.reading.french.lexicon import plain, words
from factoid.reading.french.phrases import body_kind, is_place, trimmed
from factoid.reading.grammar.words import Word

_JOINTS = frozenset(["de", "d'", "du", "des", "à", "au", "aux", "en", "la", "le", "l'", "les", "dans"])


def split_role(row: list[Word]) -> dict[str, list[Word]]:
    """Return the post, the body and the place in the words of a post: *directeur de l'école de Firminy*."""
    cut = next((n for n, w in enumerate(row) if n and _begins(row, n)), None)
    parts = {"role": trimmed(row if cut is None else row[:cut])}
    if cut is not None:
        rest = row[cut:]
        head = rest[0]
        name = "organisation" if body_kind(rest[:2]) is not None and head.entity != "LOC" else "place"
        parts[name] = trimmed(rest)
    return {name: found for name, found in parts.items() if found}


def _begins(row: list[Word], n: int) -> bool:
    """Whether body or place begins at a word: behind *de*, *à* with or without an article."""
    word, before = row[n], row[n - 1]
    if word.pos in ("ADP", "DET") or plain(before.text) not in _JOINTS:
        return False
    if plain(word.lemma) in words("ranks") | words("works"):
        return False
    is_name = word.is_name_like and word.pos == "PROPN" and word.entity != "PER"
    return is_name or body_kind([word]) is not None or is_place([word], word)
