"""How a French source commits itself: doubt, hearsay, the conditional, denial."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factoid.model import Certainty, Span
from factoid.reading.french.lexicon import plain, verbs
from factoid.reading.french.phrases import words_of_phrase
from factoid.reading.grammar.read import Commitment
from factoid.reading.grammar.words import Word, span_of
from factoid.resources import load


@cache
def _pattern(name: str) -> re.Pattern[str]:
    phrases = sorted((plain(p) for p in load("french/hedges")[name]), key=len, reverse=True)
    return re.compile(r"(?<![\w'])(?:" + "|".join(map(re.escape, phrases)) + r")(?![\w])")


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(load("french/hedges")[name])


def commitment_of(verb: Word, clause: Sequence[Word]) -> Commitment:
    """Return how the source commits itself to what a verb or noun says; ``clause``: the words that belong to it."""
    if is_denied(verb):
        return Commitment(Certainty.DENIED)
    said = _said_by(verb)
    if said is not None:
        return said
    row = verb.sentence.words
    first = min((w.i for w in clause), default=verb.i)
    near = _joined([w for w in row[first : verb.i + 4] if w in clause or w.i <= verb.i + 1])
    if _pattern("hearsay").search(_joined(row[max(0, verb.i - 12) : verb.i + 8])):
        return Commitment(Certainty.ATTRIBUTED)
    is_conditional = any(c.mood == "cnd" and c.rel.startswith(("aux", "cop")) for c in verb.children)
    if _pattern("hedged").search(near) or is_conditional:
        return Commitment(Certainty.HEDGED)
    return Commitment()


def is_denied(verb: Word) -> bool:
    """Whether *ne … pas*, *n'… jamais* stands with the verb."""
    negated = [c for c in verb.children if plain(c.text) in _set("denied") and c.i <= verb.i + 1]
    if not negated:
        return False
    return any(
        plain(w.text) in _set("really_denied") for w in verb.sentence.words[negated[0].i : verb.i + 5]
    ) and not any(plain(w.text) in ("que", "qu'") for w in verb.sentence.words[verb.i + 1 : verb.i + 3])


def _joined(row: Sequence[Word]) -> str:
    return " ".join(plain(w.text) for w in row).replace("' ", "'").replace(" - ", "-").replace(" -", "-")


def _said_by(verb: Word) -> Commitment | None:
    """Return who says it: *selon sa fille Hélène, …*, *l'historien Karpov affirme que …*."""
    row = verb.sentence.words
    for at in range(verb.i):
        for size in (5, 4, 3, 2, 1):
            head = _joined(row[at : at + size])
            if at + size < verb.i and _pattern("attributed").fullmatch(head) and head != "pour":
                if at and row[at - 1].text not in (",", ";", "(", "et", "mais"):
                    continue
                speaker = _speaker(row[at + size :])
                if speaker is not None and speaker.start <= verb.start < speaker.end:
                    return None
                return Commitment(Certainty.ATTRIBUTED, speaker)
    child, parent = verb, verb.parent
    while parent is not None:
        if child.rel in ("ccomp", "parataxis") and parent.lemma in verbs("saying"):
            subject = next((c for c in parent.children if c.rel.startswith("nsubj")), None)
            if subject is not None and child.i > parent.i:
                return Commitment(Certainty.ATTRIBUTED, words_of_phrase(subject))
            return None
        if child.rel not in ("conj", "xcomp", "advcl", "acl", "acl:relcl", "ccomp", "obj"):
            return None
        child, parent = parent, parent.parent
    return None


def _speaker(row: Sequence[Word]) -> Span | None:
    """Return the words of a speaker up to the comma or the subject."""
    words = []
    for word in row:
        if word.text == "," or word.rel.startswith("nsubj") or word.form == "fin":
            break
        words.append(word)
    return span_of(words) if words else None
