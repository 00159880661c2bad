"""The words of ``resources/russian``, as sets and tables."""

from __future__ import annotations

from functools import cache

from factoid.reading.grammar.lexicon import Lexicon
from factoid.resources import load


def plain(word: str) -> str:
    """Return the word in lower case with *е* for *ё*: texts write either."""
    return word.lower().replace("ё", "е")


_LEXICON = Lexicon("russian", plain)
words, people = _LEXICON.words, _LEXICON.people
bodies, kin, ties, descriptions = _LEXICON.bodies, _LEXICON.kin, _LEXICON.ties, _LEXICON.descriptions
frames = _LEXICON.frames

_FEMININE = (
    ("истка", "ист"), ("тельница", "тель"), ("щица", "щик"), ("чица", "чик"), ("ница", "ник"), ("орка", "ор"),
)  # fmt: skip


@cache
def labels() -> dict[str, str]:
    """Return for words of labels the type of statement that they announce, or nothing for what is not read."""
    rows: dict[str, list[str]] = load("russian/labels")["labels"]
    return {plain(word): type_ for type_, words_ in rows.items() for word in words_}


@cache
def lasting_labels() -> frozenset[str]:
    """Return what a label announces until the next one, not for its sentence only."""
    return frozenset(load("russian/labels")["lasting"])


@cache
def person_nouns() -> frozenset[str]:
    """Return nouns for people: posts, ranks, trades, nations, parties."""
    names = ("offices", "ranks", "trades", "party_people", "members", "nations")
    return frozenset().union(*map(words, names))


@cache
def masculine(lemma: str) -> str:
    """Return the noun for a man where only that is listed: *телеграфистка* is a *телеграфист*."""
    if lemma in person_nouns():
        return lemma
    for ending, of_men in _FEMININE:
        if lemma.endswith(ending) and (found := lemma.removesuffix(ending) + of_men) in person_nouns():
            return found
    return lemma
