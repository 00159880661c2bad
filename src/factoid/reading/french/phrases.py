"""Noun phrases: where a post, a body, a place begins and ends, and which of them it is."""

from __future__ import annotations

import re
from collections.abc import Collection

from factoid.model import Span
from factoid.reading.french.lexicon import bodies, person_nouns, plain, words
from factoid.reading.grammar.words import Word, last_of_phrase, span_of

_OF = frozenset(["de", "d'", "du", "des", "de la"])
_AFTER_OF = frozenset(["NOUN", "PROPN", "DET", "ADJ", "NUM", "X", "VERB"])
_STOP = frozenset(["qui", "que", "qu'", "dont", "où", "puis", "ensuite", "enfin", "alors", "désormais"])
_TO = frozenset(["au", "aux", "à"])
_CONTRACTED = {"du": "de", "des": "de", "d'": "de", "au": "à", "aux": "à", "lès": "près de"}
_LONG = (
    ("près", "de"), ("auprès", "de"), ("chez", ""), ("sous", "la direction de"), ("à la tête", "de"),
    ("au service", "de"), ("lors", "de"), ("jusqu'", "à"), ("jusque", "à"),
    ("à la suite", "de"), ("au poste", "de"), ("au grade", "de"),
    ("en qualité", "de"), ("en tant", "que"), ("au rang", "de"), ("au siège", "de"),
)  # fmt: skip


def phrase_of(head: Word, timed: Collection[int] = ()) -> list[Word]:
    """Return the noun with what follows it and identifies it. ``timed``: starts of words of time."""
    first, row = head, head.sentence.words
    while (before := first.beside(-1)) is not None and before.start not in timed:
        if not (before.pos in ("ADJ", "NUM") and before.head == head.i) and before.text not in ("«", '"'):
            break
        first = before
    return row[first.i : last_of_phrase(head, lambda after, last: _goes_on(after, last, head, timed)).i + 1]


def _goes_on(after: Word, last: Word, head: Word, timed: Collection[int]) -> bool:
    """Whether the word still belongs to the phrase."""
    lower = plain(after.text)
    if after.start in timed or lower in _STOP or last.text == ")":
        return False
    if "(" in (after.text, last.text) or after.text == ")":
        return _is_in_bracket(after, last, timed)
    if lower in _OF | _TO:
        following = after.beside(1)
        if following is None or following.start in timed:
            return False
        return lower in _OF or (after.rel == "case" and _names_within(head, following))
    if plain(last.text) in _OF | _TO or last.pos == "DET":
        return after.pos in _AFTER_OF and lower not in ("lui", "elle", "eux")
    return _is_more(after, last, head)


def _is_in_bracket(after: Word, last: Word, timed: Collection[int]) -> bool:
    """Whether a bracket of one name goes on: *Vesoul (Haute-Saône)*."""
    if after.text == "(":
        inside, closed = after.beside(1), after.beside(2)
        is_name = inside is not None and inside.is_name_like and inside.start not in timed
        return is_name and last.is_name_like and closed is not None and closed.text == ")"
    opened = after.beside(-2)
    return last.text == "(" or (opened is not None and opened.text == "(")


def _is_more(after: Word, last: Word, head: Word) -> bool:
    """Whether a word without a preposition goes on with the noun: an adjective, a name, a number."""
    hangs = after.head in (last.i, head.i)
    if after.pos == "ADJ" and not after.text[:1].isupper():
        return True
    if after.pos == "VERB" and after.form == "part" and hangs and after.rel == "amod":
        return True
    if after.is_name_like and after.text[:1].isalpha():
        return after.pos in ("PROPN", "NOUN", "ADJ", "X") and (last.is_name_like or hangs)
    if after.pos == "NOUN" and after.rel in ("nmod", "fixed", "amod", "appos", "flat:name"):
        return hangs and last.pos in ("NOUN", "PROPN")
    return bool(re.fullmatch(r"[-–]|\d{1,3}(?:e|er)?|[IVX]+(?:e|er)?", after.text)) and last.pos != "PUNCT"


def _names_within(head: Word, following: Word) -> bool:
    """Whether *à* goes on within the name of a thing: *avocat au Parlement*, *secrétaire d'État aux Postes*."""
    after = following if following.pos != "DET" else following.beside(1)
    return after is not None and (
        (plain(head.lemma) in person_nouns() and after.is_name_like and after.entity != "LOC")
        or plain(head.text) in ("chasseurs", "chasseur", "école", "médaille")
    )


def trimmed(row: list[Word]) -> list[Word]:
    """Return the words without what only joins at either end."""
    while row and row[-1].pos in ("ADP", "CCONJ", "PUNCT", "DET") and row[-1].text not in '»")”':
        row = row[:-1]
    while row and row[0].pos in ("ADP", "CCONJ", "PUNCT", "DET") and row[0].text not in '«"“':
        row = row[1:]
    return row


def row_of(head: Word, timed: Collection[int] = ()) -> list[Word]:
    """Return the words of a noun's phrase, at least the noun."""
    return trimmed(phrase_of(head, timed)) or [head]


def words_of_phrase(head: Word, timed: Collection[int] = ()) -> Span:
    """Return where the phrase of a noun stands."""
    return span_of(row_of(head, timed))


def body_kind(row: list[Word]) -> str | None:
    """Return the kind of body that the words name: school, army, party, security, office; None if they name none."""
    table = bodies()
    for n, word in enumerate(row):
        if n and plain(row[n - 1].text) in _OF and n > 3:
            break
        for key in (plain(word.lemma), plain(word.text)):
            if key in table and not (key in ("ordre", "compagnie", "service") and n):
                kind = table[key]
                if key in ("conseil", "chambre", "cour") or not word.is_plural or kind != "office":
                    return kind
    if any(w.entity == "ORG" for w in row[:2]):
        return "office"
    return None


def is_place(row: list[Word], head: Word) -> bool:
    """Whether the words name a place."""
    if head.entity == "LOC" or plain(head.lemma) in words("places"):
        return True
    if body_kind([head]) is not None:
        return False
    return any(w.entity == "LOC" for w in row[:3]) or (head.is_name_like and head.entity == "MISC")


def is_prison(row: list[Word]) -> bool:
    """Whether the words name a prison, a camp, captivity."""
    return any(plain(w.lemma) in words("prisons") for w in row)


def noun_kind(word: Word) -> str | None:
    """Return which list of nouns for people has the word: offices, ranks, trades; None if none."""
    keys = {plain(word.lemma), plain(word.text)}
    after, second = word.beside(1), word.beside(2)
    if after is not None:
        pair = f"{plain(word.lemma)}_{plain(after.text)}"
        keys |= {pair, f"{pair}{plain(second.text)}" if after.text.endswith(("'", "’")) and second else pair}
        if second is not None:
            keys.add(f"{pair}_{plain(second.text)}")
    for key in keys:
        if "_" in key and key in words("trades"):
            return "trades"
    for kind in ("trades", "ranks", "offices"):
        if keys & words(kind):
            return kind
    first = plain(word.lemma).split("-")[0]
    return next((k for k in ("trades", "offices", "ranks") if "-" in word.lemma and first in words(k)), None)


def marker_of(word: Word) -> str:
    """Return the preposition of a noun: *de*, *près de*; ``obj`` without, ``bare`` without an article too."""
    row = word.sentence.words
    at = word.i - 1
    while (
        at >= 0
        and (row[at].pos in ("ADJ", "DET", "NUM") or row[at].text in '«"')
        and row[at].head in (word.i, at + 1)
    ):
        at -= 1
    has_article = any(row[n].pos == "DET" for n in range(at + 1, word.i))
    if at < 0 or (
        row[at].pos not in ("ADP", "SCONJ", "ADV")
        and plain(row[at].text) not in ("comme", "du", "au", "aux", "des")
    ):
        return "obj" if has_article or word.pos in ("PRON", "PROPN") else "bare"
    lower = plain(row[at].text)
    before = " ".join(plain(w.text) for w in row[max(0, at - 4) : at]).replace("' ", "'")
    short = _CONTRACTED.get(lower, lower)
    if short in ("de", "à", "que"):
        for head, tail in _LONG:
            if tail.endswith(short) and before.endswith(head):
                return f"{head} {tail}".replace("' ", "'")
    if row[at].pos == "ADV":
        return "obj" if has_article or word.pos in ("PRON", "PROPN") else "bare"
    return short
