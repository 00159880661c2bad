"""The words of ``resources/french``, as sets and tables."""

from __future__ import annotations

from functools import cache

from factoid.reading.grammar.lexicon import Lexicon
from factoid.resources import load


def plain(word: str) -> str:
    """Return the word in lower case, with one kind of apostrophe."""
    return word.lower().replace("’", "'").replace("œ", "oe")


_LEXICON = Lexicon("french", plain)
words, people = _LEXICON.words, _LEXICON.people
bodies, kin, ties, descriptions = _LEXICON.bodies, _LEXICON.kin, _LEXICON.ties, _LEXICON.descriptions
frames = _LEXICON.frames


@cache
def forms(name: str) -> frozenset[str]:
    """Return a set of words of ``resources/french/forms.yaml``: titles, female_titles."""
    return _LEXICON.set_of(load("french/forms")[name])


@cache
def labels() -> dict[str, str]:
    """Return what the labels of personnel files announce: a statement type, or nothing."""
    return {plain(label): type_ for label, type_ in load("french/forms")["labels"].items()}


@cache
def verbs(name: str) -> frozenset[str]:
    """Return a set of verbs of ``resources/french/verbs.yaml``: empty, wishing, saying."""
    return frozenset(load("french/verbs")[name])


@cache
def person_nouns() -> frozenset[str]:
    """Return nouns for people: posts, ranks, trades."""
    return words("offices") | words("ranks") | words("trades")
