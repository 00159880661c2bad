"""Service that nouns tell: *a gunner in the 5th Regiment*, *Corporal Pell of the Sappers*, *a veteran of Verdun*."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.model import Span
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.clauses.phrases import (
    has_head,
    heads_of_prepositions,
    is_place,
    name_span,
    phrase,
)
from factoid.reading.statements.drafts import Draft, Words
from factoid.reading.statements.lexicon import bodies, is_kind, war_words, word_list
from factoid.reading.statements.nouns.topic_holders import holders
from factoid.reading.statements.passage import Passage

_LIKELIHOOD = 0.65
_FOUGHT_IN = frozenset(("veteran", "defender", "combatant", "participant"))


def read_service_nouns(passage: Passage) -> Iterator[Draft]:
    """Yield in what bodies and wars somebody served whom a noun calls a soldier or a veteran."""
    for token in passage.segment.doc:
        if token.pos_ not in ("NOUN", "PROPN"):
            continue
        lemma = token.lemma_.lower()
        if lemma in _FOUGHT_IN:
            yield from _veteran(token, passage)
        elif (
            lemma in word_list("soldiers")
            or lemma in is_kind("rank")
            or _bears_rank(token, passage)
            or _is_served(token)
        ):
            yield from _of_unit(token, passage)


def _is_served(token: Token) -> bool:
    """Whether it is somebody's service: *his service in the navy*."""
    return token.lemma_.lower() == "service" and any(c.dep_ == "poss" for c in token.children)


def _veteran(token: Token, passage: Passage) -> Iterator[Draft]:
    for head in heads_of_prepositions(token, "of", "in"):
        if head.lemma_.lower() in war_words() or has_head(head, "war"):
            yield from _drafts(token, {"value": phrase(head)}, head, passage)
        elif is_place(head, passage.entities) or _is_unknown_name(head, passage):
            yield from _drafts(token, {"place": name_span(head, passage.entities)}, head, passage)


def _is_unknown_name(noun: Token, passage: Passage) -> bool:
    is_name = noun.pos_ == "PROPN" and noun.text[:1].isupper()
    return is_name and passage.entities.label_of(noun) is None and passage.person(noun) is None


def _bears_rank(token: Token, passage: Passage) -> bool:
    """Whether it is a name with a rank before it: *Corporal Pell*."""
    if token.pos_ != "PROPN" or passage.person(token) is None:
        return False
    words = passage.segment.words(passage.mention(token))
    if words is None or words.start + len(words) - 1 < token.i:
        return False
    first = max(words.start - 1, 0)
    return any(
        t.lemma_.lower().rstrip(".") in is_kind("rank") or t.lower_ in is_kind("rank")
        for t in words.doc[first : token.i]
    )


def _of_unit(token: Token, passage: Passage) -> Iterator[Draft]:
    lemma = token.lemma_.lower()
    for head in heads_of_prepositions(token, "in", "of", "with"):
        is_part_of_rank = head.head.lower_ == "of" and (
            lemma in word_list("commanding") or not head.text[:1].isupper()
        )
        if _is_unit(head, passage) and not is_part_of_rank:
            yield from _drafts(token, {"organisation": phrase(head)}, head, passage)


def _is_unit(noun: Token, passage: Passage) -> bool:
    """Whether people serve in it: *the Tsar's army*, *the Royal Engineers*; no war, no mission."""
    if passage.dates.is_time(noun) or passage.person(noun) is not None:
        return False
    lemma = noun.lemma_.lower()
    if lemma in war_words() or lemma in word_list("no_units") or noun.text == "Legion":
        return False
    is_named = noun.text[:1].isupper() and noun.lower_ in word_list("units")
    is_force = not bodies("force").isdisjoint((lemma, noun.lower_, noun.lower_.removesuffix("s")))
    return is_force or is_named


def _drafts(token: Token, slots: dict[str, Words], head: Token, passage: Passage) -> Iterator[Draft]:
    told = phrase(head)
    meant = passage.person(token)
    persons = (
        [(meant, passage.mention(token))]
        if meant is not None
        else [(holder.person, holder.where) for holder in holders(token, passage)]
    )
    for person, where in persons[:2]:
        near = [span_of(token), told, *([where] if where is not None else [])]
        hull = Span(min(s.start for s in near), max(s.end for s in near))
        yield Draft(
            person=person,
            type="service",
            rule="service.noun",
            quote=hull if hull.end - hull.start <= _LONGEST else Span(near[0].start, near[1].end),
            anchor=head,
            who=where,
            slots=slots,
            own_date=True,
            likelihood=_LIKELIHOOD,
        )


_LONGEST = 200
