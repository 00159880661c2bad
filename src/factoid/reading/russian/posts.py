"""The words of a post: the post itself, the body, the place."""

from __future__ import annotations

from factoid.reading.grammar.words import Word
from factoid.reading.russian.lexicon import plain
from factoid.reading.russian.phrases import body_kind, trimmed


def split_role(row: list[Word]) -> dict[str, list[Word]]:
    """Return the post, the body and the place in the words of a post: *начальник УНКВД по Одесской области*."""
    parts: dict[str, list[Word]] = {}
    cut = next((n for n, w in enumerate(row) if n and _begins_body(row, n)), None)
    role = row if cut is None else row[:cut]
    parts["role"] = trimmed(role)
    rest = [] if cut is None else row[cut:]
    place = next((n for n, w in enumerate(rest) if w.entity == "LOC" and n), None)
    if rest and rest[0].entity == "LOC":
        parts["place"] = trimmed(rest)
    elif rest and place is not None and rest[0].is_acronym:
        start = place - 1 if rest[place - 1].pos in ("ADJ",) and rest[place - 1].entity == "LOC" else place
        body = trimmed(rest[:start])
        if body:
            parts["organisation"] = body
            parts["place"] = trimmed(rest[start:])
    elif rest:
        parts["organisation"] = trimmed(rest)
    return {name: words_ for name, words_ in parts.items() if words_}


def _begins_body(row: list[Word], n: int) -> bool:
    word = row[n]
    if word.pos == "ADP":
        return False
    if word.is_acronym or word.entity in ("ORG", "LOC"):
        return True
    if plain(word.lemma) in ("штаб", "отдел", "отделение", "отряд", "кафедра"):
        return n > 1
    following = next((w for w in row[n:] if w.pos in ("NOUN", "PROPN")), None)
    return (
        following is not None
        and body_kind([following]) is not None
        and (word.pos == "ADJ" or word is following)
    )
