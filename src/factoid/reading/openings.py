"""Words that open a sentence and belong to no English: a name the parser does not know, *Gwenllian was born*."""

from __future__ import annotations

from factoid.reading.lexicons import around_names
from factoid.reading.parse import Token
from factoid.reading.word_classes import noun_classes, verb_classes
from factoid.resources import load


def is_no_word(token: Token) -> bool:
    """Whether no word of English opens the sentence and something is told of it: *Gwenllian was*, *Averroes, who*."""
    doc, at, lower = token.doc, token.i + 1, token.lower_
    is_beside = token.pos_ == "NOUN" and at < len(doc) and doc[at].text in (",", "(")
    is_told = token.dep_ in ("nsubj", "nsubjpass") and token.pos_ not in ("PRON", "DET", "NUM")
    if not (is_told or is_beside) or len(lower) < 4 or not lower.isalpha() or not token.text.istitle():
        return False
    is_known = any(noun_classes(word) or verb_classes(word) for word in _stems(lower))
    return not is_known and not _is_formed(lower)


def _stems(word: str) -> tuple[str, ...]:
    return (word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y")


def _is_formed(word: str) -> bool:
    """Whether it is built as adverbs and adjectives are, which the lists of words leave out: *Nevertheless*."""
    return word.endswith(tuple(around_names("word_endings"))) or word in load("common_words")["en"]
