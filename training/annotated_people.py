"""The persons of an annotated text as `People`: who is who by the annotators, to learn from.

Names and descriptions are found by their annotated forms; a pronoun means the person whose annotated quote
holds it, else the nearest before it whose gender fits.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from factoid.model import Mention, MentionForm, Persona, Span
from factoid.reading.parse import ParsedText, Token, offset_of, tokens_of
from factoid.reading.people import People
from factoid.reading.people.persons import people_of

_GENDER = {
    "father": "m", "mother": "f", "son": "m", "daughter": "f",
    "brother": "m", "sister": "f", "husband": "m", "wife": "f",
}  # fmt: skip
_PRONOUNS = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
_FIRST = frozenset(("i", "my", "me", "myself"))

Heads = dict[int, tuple[str, Mention]]


def annotated_people(parsed: ParsedText, gold: dict[str, Any]) -> People:
    """Return the annotated persons with all their mentions; their ids are the annotators'."""
    genders = {
        related: _GENDER[f["role"]]
        for f in gold["factoids"]
        if f["type"] == "kinship" and f["role"] in _GENDER
        for related in f["related"]
    }
    heads = _named(parsed, gold["persons"])
    counted = Counter(person for person, _ in heads.values())
    main = max(counted, key=lambda p: counted[p]) if counted else None
    _add_pronouns(heads, parsed, gold, genders, main)
    mentions: dict[str, set[Mention]] = defaultdict(set)
    for person, mention in heads.values():
        mentions[person].add(mention)
    personas = tuple(
        Persona(
            id=p["id"],
            name=p["name"],
            forms=tuple(dict.fromkeys((p["name"], *p["forms"]))),
            mentions=tuple(sorted(mentions[p["id"]], key=lambda m: m.span)),
            gender=genders.get(p["id"]),
            is_named=" of " not in p["name"],
        )
        for p in gold["persons"]
    )
    return people_of(personas, heads, main=main)


def _named(parsed: ParsedText, persons: Sequence[dict[str, Any]]) -> Heads:
    content = parsed.text.content
    forms = sorted(
        ((form, p["id"]) for p in persons for form in (p["name"], *p["forms"])), key=lambda f: -len(f[0])
    )
    taken: set[int] = set()
    heads: Heads = {}
    for form, person in forms:
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", content):
            if taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                heads.update(_heads(Span(*match.span()), form, person, parsed))
    return heads


def _heads(
    span: Span, form: str, person: str, parsed: ParsedText
) -> Iterator[tuple[int, tuple[str, Mention]]]:
    segment = parsed.segment_at(span.start)
    words = segment.words(span) if segment is not None else None
    if words is None:
        return
    is_name = any(c.isupper() for c in form)
    mention = Mention(span.start, span.end, MentionForm.NAME if is_name else MentionForm.NOMINAL)
    for token in words:
        if token.i == words.root.i or (is_name and token.pos_ == "PROPN"):
            yield offset_of(token), (person, mention)


def _add_pronouns(
    heads: Heads, parsed: ParsedText, gold: dict[str, Any], genders: dict[str, str], main: str | None
) -> None:
    quotes = [
        (match.span(), f)
        for f in gold["factoids"]
        for match in re.finditer(re.escape(f["quote"]), parsed.text.content)
    ]
    recent: list[str] = []
    for token in tokens_of(parsed):
        at, word = offset_of(token), token.lower_
        if at in heads:
            person = heads[at][0]
            recent = [*(p for p in recent if p != person), person]
        elif word in _FIRST:
            heads[at] = (gold["persons"][0]["id"], _pronoun(token))
        elif word in _PRONOUNS:
            meant = _meant(at, word, quotes, genders) or _nearest(word, recent, genders, main)
            if meant is not None:
                heads[at] = (meant, _pronoun(token))


def _pronoun(token: Token) -> Mention:
    return Mention(offset_of(token), offset_of(token) + len(token.text), MentionForm.PRONOUN)


def _meant(
    at: int, word: str, quotes: Sequence[tuple[tuple[int, int], dict[str, Any]]], genders: dict[str, str]
) -> str | None:
    if word not in ("he", "she"):
        return None
    gender = _PRONOUNS[word]
    votes: Counter[str] = Counter()
    for (start, end), factoid in quotes:
        if start <= at < end:
            for person, weight in ((factoid["person"], 2), *((r, 1) for r in factoid["related"])):
                if genders.get(person, gender) == gender:
                    votes[person] += weight
    return max(votes, key=lambda p: votes[p]) if votes else None


def _nearest(word: str, recent: Sequence[str], genders: dict[str, str], main: str | None) -> str | None:
    gender = _PRONOUNS[word]
    fitting = [p for p in reversed(recent) if genders.get(p, gender) == gender]
    return main if main in fitting[:3] else fitting[0] if fitting else None
