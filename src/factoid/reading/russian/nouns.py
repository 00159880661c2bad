"""Nouns for people: which list has a noun, and whether it is a rank where it stands."""

from __future__ import annotations

from collections.abc import Container

from factoid.reading.grammar.words import Word
from factoid.reading.russian.lexicon import masculine, plain, words

_MARKS = frozenset([",", "(", ")", "—", "–", "-", "«", "»"])
_KINDS = ("party_people", "nations", "faiths", "ranks", "offices", "trades")


def kind_of(word: Word) -> str | None:
    """Return which list of nouns for people has the word; a court rank is one where an adjective makes it one."""
    lemma, shown = plain(word.lemma), plain(word.shown)
    if not word.text[:1].isalpha() or (lemma == "глава" and _heads_chapter(word)):
        return None
    for kind in _KINDS:
        listed = words(kind)
        for key in (lemma, shown, masculine(lemma)):
            if key in listed:
                if (
                    kind == "ranks"
                    and key
                    in ("советник", "секретарь", "регистратор", "асессор", "комиссар", "старшина", "урядник")
                    and not is_rank(word)
                ):
                    continue
                if kind == "nations" and word.pos == "ADJ" and not _alone(word):
                    continue
                return kind
    first = lemma.split("-")[0]
    return "trades" if "-" in lemma and first in words("trades") else None


def _heads_chapter(word: Word) -> bool:
    """Whether *глава* is one of a book: *Глава вторая*, *Глава IV*."""
    after = word.beside(1)
    return after is not None and (after.pos in ("ADJ", "NUM") or after.text.isdigit() or after.text.isupper())


def _alone(word: Word) -> bool:
    """Whether an adjective of nation stands for the person: *русский, беспартийный*."""
    after = word.beside(1)
    return after is None or after.text in (",", ".", ";", ")")


def in_nominative(word: Word) -> bool:
    """Whether the word has the form of the nominative, whatever the model took it for in a note without a verb."""
    return word.case in ("nom", "") or plain(word.lemma) == plain(word.shown)


def noun_before(name: Word, names: Container[Word]) -> Word | None:
    """Return the noun that stands before a name and tells who its bearer is: *начальник разведотдела Исай*."""
    at = name.beside(-1)
    for _ in range(6):
        if at is None or at in names or at.text in _MARKS or at.pos in ("VERB", "ADP", "CCONJ"):
            return None
        if kind_of(at) is not None and at.pos in ("NOUN", "PROPN", "ADJ", "X") and not at.is_plural:
            agrees = at.case == name.case or not name.case or at.case == "" or at.i == name.i - 1
            return at if agrees or name.rel in ("appos", "flat:name", "flat") else None
        at = at.beside(-1)
    return None


def is_rank(word: Word) -> bool:
    """Whether the noun is a rank where it stands: *комиссар ГБ 3-го ранга*, *действительный тайный советник*."""
    lemma = plain(word.lemma)
    if lemma in ("советник", "секретарь", "регистратор", "асессор", "старшина"):
        return any(
            plain(c.lemma) in words("court_ranks")
            for c in (word.beside(-1), word.beside(-2))
            if c is not None
        )
    if lemma == "комиссар":
        return any(
            w is not None
            and (w.text == "ГБ" or plain(w.lemma) in ("ранг", "госбезопасность", "безопасность"))
            for w in (word.beside(1), word.beside(2), word.beside(3))
        )
    return lemma in words("ranks") or lemma.split("-")[0] in words("ranks")
