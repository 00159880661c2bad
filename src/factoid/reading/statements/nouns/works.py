"""Works that nouns tell of: *her novel*, *a poem by Ann Low*, *author of The Mill*, *her books include The Mill*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factoid.model import Span
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.clauses.clauses import with_conjuncts
from factoid.reading.statements.clauses.phrases import heads_of_prepositions, phrase
from factoid.reading.statements.clauses.places import place_of
from factoid.reading.statements.deeds.nominal import sufferers
from factoid.reading.statements.drafts import Draft, Words
from factoid.reading.statements.lexicon import bodies, word_list
from factoid.reading.statements.nouns.bearers import bearers
from factoid.reading.statements.passage import Passage

_LONGEST = 220


def read_works(passage: Passage) -> Iterator[Draft]:
    """Yield the works of persons that are told by a noun for a work or for who makes one."""
    for token in passage.segment.doc:
        if token.pos_ not in ("NOUN", "PROPN"):
            continue
        word = token.lemma_.lower()
        if word in bodies("maker"):
            yield from _of_maker(token, passage)
        elif word in bodies("work") and token.lower_ != "studies":
            listed = list(_listed(token, passage))
            yield from listed
            if not listed and word not in bodies("no_own_work"):
                yield from _of_thing(token, passage)


def _makers(token: Token, passage: Passage) -> Iterator[tuple[str, Token]]:
    """Yield whose the thing is; a *portrait of Ann* is not hers."""
    if (
        token.dep_ == "dobj"
        and token.lemma_.lower() in word_list("papers")
        and token.head.lemma_ not in word_list("making")
    ):
        return  # seized her letters
    shown = token.lemma_.lower() in bodies("likeness")
    for person, said in sufferers(token, passage):
        if not (shown and said.dep_ == "pobj" and said.head.lower_ == "of"):
            yield person, said


def _of_thing(token: Token, passage: Passage) -> Iterator[Draft]:
    titled = _title_behind(token, passage)
    for person, said in _makers(token, passage):
        where = passage.mention(said)
        draft = _draft(person, where, titled or phrase(token, apposition=True), token, "work.nominal", 0.4)
        yield replace(draft, slots={**_made_at(token, passage), **draft.slots})


def _made_at(token: Token, passage: Passage) -> dict[str, Words]:
    """Return where the thing was made, if its clause says so: *printed his Opera at Bassano*."""
    clause = passage.clauses.get(token.head.i)
    is_made = token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_ in word_list("making")
    return place_of(clause, passage) if is_made and clause is not None else {}


_SMALL = frozenset(("of", "the", "a", "an", "and", "in", "on", "to", "for", "from", "with", "at", "by", "or"))


def _title_behind(token: Token, passage: Passage) -> Span | None:
    """Return the title right behind the noun, whatever the parser makes of its words: *his book Feeding the Child*."""
    doc, last = token.doc, token.i
    for word in doc[token.i + 1 : token.i + _LONGEST_TITLE]:
        if word.text[:1].isupper() and not word.is_punct and passage.person(word) is None:
            last = word.i
        elif word.lower_ not in _SMALL or last == token.i:
            break
    if last < token.i + 2 or passage.dates.is_time(doc[token.i + 1]):
        return None
    return Span(span_of(doc[token.i + 1]).start, span_of(doc[last]).end)


_LONGEST_TITLE = 12  #: words


def _of_maker(token: Token, passage: Passage) -> Iterator[Draft]:
    """Yield what the *author*, *inventor*, *composer of* something made; *author of note* tells of no work."""
    things = [
        n
        for n in heads_of_prepositions(token, "of")
        if passage.person(n) is None and (n.pos_ == "PROPN" or any(n.children))
    ]
    for borne in bearers(token, passage) if things else ():
        for thing in things:
            value = phrase(thing, apposition=True)
            yield _draft(borne.person, borne.where, value, token, "work.maker", 0.6)


def _listed(token: Token, passage: Passage) -> Iterator[Draft]:
    """Yield what somebody's works *include*, *are*: each by itself."""
    is_one = token.dep_ == "nsubj" and token.head.lemma_ == "be" and token.i < token.head.i
    if token.tag_ not in ("NNS", "NNPS") and not is_one:
        return
    top = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "among" else token.head
    clause = passage.clauses.get(top.i)
    if clause is None or clause.lemma not in ("include", "be", "comprise"):
        return
    named = [*clause.objects, *clause.complements]
    named += clause.subjects if token not in clause.subjects else []
    for person, said in _makers(token, passage):
        for thing in dict.fromkeys(t for n in named for t in with_conjuncts(n)):
            if (
                thing.text[:1].isupper()
                and passage.person(thing) is None
                and not passage.dates.is_time(thing)
            ):
                yield _draft(person, passage.mention(said), phrase(thing), thing, "work.list", 0.6)


def _draft(
    person: str, where: Span | None, value: Span, anchor: Token, rule: str, confidence: float
) -> Draft:
    spans = [value, span_of(anchor), *([where] if where is not None else [])]
    quote = Span(min(s.start for s in spans), max(s.end for s in spans))
    return Draft(
        person=person,
        type="work",
        rule=rule,
        quote=quote if quote.end - quote.start <= _LONGEST else value,
        anchor=anchor,
        who=where,
        slots={"value": value},
        own_date=True,
        confidence=confidence,
    )
