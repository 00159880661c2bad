"""How a Russian source commits itself: doubt, hearsay, denial."""

from __future__ import annotations

import re
from functools import cache

from factoid.model import Certainty
from factoid.reading.grammar.read import Commitment
from factoid.reading.grammar.words import Word
from factoid.reading.russian.lexicon import plain
from factoid.reading.russian.phrases import words_of_phrase
from factoid.resources import load


@cache
def _pattern(name: str) -> re.Pattern[str]:
    phrases = sorted(load("russian/hedges")[name], key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, phrases)) + r")(?!\w)")


@cache
def saying() -> frozenset[str]:
    """Return verbs whose subject is a speaker."""
    return frozenset(map(plain, load("russian/verbs")["saying"]))


def commitment_of(verb: Word, clause: list[Word]) -> Commitment:
    """Return how the source commits itself to what a verb or noun says; ``clause``: the words that belong to it."""
    if any(c.lemma == "не" or c.text.lower() == "никогда" for c in verb.children if c.i < verb.i):
        return Commitment(Certainty.DENIED)
    before = verb.beside(-1)
    if before is not None and before.text.lower() == "не":
        return Commitment(Certainty.DENIED)
    words = " ".join(w.text.lower() for w in verb.sentence.words[: verb.i + 1])
    near = " ".join(w.text.lower() for w in clause if w.i <= verb.i + 2)
    if _pattern("hedged").search(near) or _pattern("hedged").match(words):
        return Commitment(Certainty.HEDGED)
    return _said(verb, words)


def _said(verb: Word, words: str) -> Commitment:
    """Return who says it: *по словам Львова, …*, *историк Карпов считает, что …*."""
    row = verb.sentence.words
    if found := _pattern("attributed").search(words):
        count = len(words[: found.end()].split())
        if (
            count == len(found[0].split()) or row[max(0, count - len(found[0].split()) - 1)].text in ",."
        ) and count < len(row):
            by = row[count] if row[count].pos != "PUNCT" else row[count - 1]
            if not _begins_anew(row[count : verb.i]):
                return Commitment(Certainty.ATTRIBUTED, words_of_phrase(_noun(by)))
    child: Word = verb
    parent = verb.parent
    while parent is not None:
        if child.rel in ("ccomp", "parataxis") and plain(parent.lemma) in saying():
            speaker = next((c for c in parent.children if c.rel.startswith("nsubj")), None)
            if speaker is not None and child.i > parent.i:
                return Commitment(Certainty.ATTRIBUTED, words_of_phrase(speaker))
            return Commitment()
        if child.rel not in ("conj", "xcomp", "advcl", "acl", "acl:relcl", "ccomp"):
            break
        child = parent
        parent = parent.parent
    return Commitment()


def _begins_anew(between: list[Word]) -> bool:
    """Whether another statement has been made since somebody's words began: *по справке, он умер, на деле же …*."""
    verbs = [n for n, w in enumerate(between) if w.pos == "VERB" and w.form == "fin"]
    return any(w.text in (",", ";") for n in verbs for w in between[n:])


def _noun(word: Word) -> Word:
    at = word
    while at.pos in ("ADJ", "DET", "NUM") and (after := at.beside(1)) is not None:
        at = after
    return at
