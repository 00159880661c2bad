"""Statements that a noun of doing makes: *after his arrest*, *the death of X*, *his return to Y*.

Also where a person is from: *Ann, of Ely*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factoid.model import Span
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.clauses.clauses import with_conjuncts
from factoid.reading.statements.clauses.phrases import heads_of_prepositions, is_place, name_span, phrase
from factoid.reading.statements.drafts import Draft, Words
from factoid.reading.statements.lexicon import is_kind, nominal_types, role_words
from factoid.reading.statements.nouns.role_nouns import role_kind
from factoid.reading.statements.nouns.topic_holders import holders
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.when.dated import Dated, dated


def read_nominal(passage: Passage) -> Iterator[Draft]:
    """Yield what nouns of doing and origins say of persons."""
    for token in passage.segment.doc:
        if token.pos_ not in ("NOUN", "PROPN"):
            continue
        type_ = nominal_types().get(token.lemma_.lower())
        if type_ is not None:
            yield from _of_deed(token, type_, passage)
        if token.text in ("native", "natives", "resident", "residents"):
            yield from _of_native(token, passage)
        if passage.person(token) is not None:
            yield from _of_origin(token, passage)
    yield from _from_the_first(passage)


def sufferers(token: Token, passage: Passage) -> Iterator[tuple[str, Token]]:
    """Yield whose a deed or a thing is: possessors, after *of* or *by*."""
    for child in token.children:
        if child.dep_ == "poss":
            yield from passage.persons(with_conjuncts(child))
    for head in heads_of_prepositions(token, "of", "by"):
        yield from passage.persons([head])


def _of_deed(token: Token, type_: str, passage: Passage) -> Iterator[Draft]:
    place = _place_of_deed(token, passage)
    if place is None and token.lemma_.lower() in ("transfer", "removal"):
        return  # to another post, perhaps
    slots = _fields(token, type_, passage)
    if place is not None:
        slots["place"] = name_span(place, passage.entities)
    parts = _parts(token, type_, passage)
    for person, said in parts:
        where = passage.mention(said)
        quote = _hull([span_of(token), where, *(s for s in slots.values() if isinstance(s, Span))])
        yield Draft(
            person=person,
            type=type_,
            rule=f"{type_}.nominal",
            quote=quote,
            anchor=token,
            who=where,
            slots=slots,
            related=_others(person, token, type_, parts, passage),
            dated=_date_put_behind(token, passage) if type_ == "death" else None,
            undated=type_ == "death" and _is_dated_by_another(token, passage),
            side="sufferer",
            confidence=0.5,
        )


def _fields(token: Token, type_: str, passage: Passage) -> dict[str, Words]:
    """Return the fields that the noun and the words around it fill, but for a named place."""
    if type_ in ("event", "work"):
        return {"value": phrase(token)}
    if type_ == "action":
        return {"value": Span(span_of(token).start, max(phrase(token).end, span_of(token).end))}
    if type_ == "sentence":
        return _sentenced_to(token, passage)
    if type_ in ("travel", "death") and token.lemma_.lower() != "death":
        return {"value": span_of(token)}
    if type_ == "burial":
        ground = _burial_ground(token, passage)
        return {"place": ground} if ground is not None else {}
    if type_ == "residence" and any(t.pos_ == "PROPN" for t in token.subtree):
        return {"place": phrase(token)}
    subject = next(iter(heads_of_prepositions(token, "of", "in")), None)
    if type_ == "education" and subject is not None and passage.person(subject) is None:
        return {"value": phrase(subject)}
    return {}


_LIGHT = frozenset(("be", "take", "occur", "happen", "follow", "come", "begin", "end"))


def _parts(token: Token, type_: str, passage: Passage) -> list[tuple[str, Token]]:
    """Return of whom a noun of doing tells: who met, who did it, or who suffered it."""
    owners = list(sufferers(token, passage))
    if type_ == "meeting":
        heads = [
            h for head in heads_of_prepositions(token, "with", "between", "of") for h in with_conjuncts(head)
        ]
        met = list(dict((*owners, *passage.persons(heads))).items())
        return met if len(met) > 1 or owners else []  # *had an interview with her*: the clause tells it
    suffered = passage.persons(list(heads_of_prepositions(token, "of")))
    by = passage.persons(list(heads_of_prepositions(token, "by")))
    own = passage.persons([c for c in token.children if c.dep_ == "poss"])
    if type_ == "action" and (suffered or by):  # *Ann's denunciation of Karl*, *his betrayal by Karl*
        return by or own
    return owners


def _others(
    person: str, token: Token, type_: str, parts: list[tuple[str, Token]], passage: Passage
) -> tuple[tuple[str, Span | None], ...]:
    """Return who else has a part in it."""
    if type_ == "meeting":
        others = parts
    elif type_ == "action":
        others = list(sufferers(token, passage))
    else:
        return ()
    return tuple((other, passage.mention(said)) for other, said in others if other != person)[:2]


def _place_of_deed(token: Token, passage: Passage) -> Token | None:
    """Return where it was, beside the noun or where it is said to have been: *the meeting took place at Basel*."""
    heads = [*heads_of_prepositions(token, "in", "at", "to", "from", "near", "for")]
    clause = passage.clauses.get(token.head.i)
    if clause is not None and clause.lemma in _LIGHT and token.dep_ == "nsubj":
        heads += clause.prep_objects("in", "at", "near")
    return next((t for t in heads if is_place(t, passage.entities)), None)


def _burial_ground(token: Token, passage: Passage) -> Span | None:
    """Return where a grave is said to be: *her grave is in the Jewish cemetery in Prague*."""
    clause = passage.clauses.get(token.head.i)
    if clause is None or token not in clause.subjects:
        return None
    ground = next((t for t in clause.prep_objects("in", "at", "on") if not passage.dates.is_time(t)), None)
    if ground is None or passage.person(ground) is not None:
        return None
    where = next(
        (t for t in heads_of_prepositions(ground, "in", "at") if is_place(t, passage.entities)), None
    )
    end = phrase(ground).end if where is None else name_span(where, passage.entities).end
    return Span(phrase(ground).start, end)


def _sentenced_to(token: Token, passage: Passage) -> dict[str, Words]:
    """Return to what somebody's sentence was, or to what it was changed: *commuted to exile*."""
    clause = passage.clauses.get(token.head.i)
    if clause is not None and token in clause.subjects and clause.passive:
        changed = next(
            (t for t in clause.prep_objects("to", "into") if not is_place(t, passage.entities)), None
        )
        # taken for a verb
        exile = next((c for c in clause.verb.rights if c.dep_ in ("xcomp", "advcl")), None)
        if exile is not None:
            return {"value": Span(span_of(clause.verb).start, span_of(exile).end)}
        if changed is not None:
            return {"value": Span(span_of(clause.verb).start, phrase(changed).end)}
    of = next((h for h in heads_of_prepositions(token, "of", "to", "for") if passage.person(h) is None), None)
    return {"value": phrase(of)} if of is not None else {}


def _is_dated_by_another(token: Token, passage: Passage) -> bool:
    """Whether the noun only bounds what is told: *sat for Devon from 1892 until his death*."""
    return (
        token.dep_ == "pobj"
        and token.head.lower_ in ("until", "till", "after", "before", "following", "since")
        and not any(passage.dates.is_time(t) for t in token.subtree)
        and not _is_dated_by_what_follows(token, passage)
    )


def _is_dated_by_what_follows(token: Token, passage: Passage) -> bool:
    """Whether *in* and a time stand right behind the noun, wherever the parser hangs them: *his death in 1940*."""
    doc = token.doc
    return (
        token.i + 2 < len(doc)
        and doc[token.i + 1].lower_ in ("in", "on")
        and passage.dates.is_time(doc[token.i + 2])
    )


def _date_put_behind(token: Token, passage: Passage) -> Dated | None:
    """Return the date put behind the noun that tells a death, apart from it: *till his death, of fever, in 1891*.

    A comma or an end is to follow it: of *After his death, in 1891 she sold it* the year is that of the sale.
    """
    content, end = passage.content, span_of(token).end
    time = next(iter(passage.dates.story.within(end, end + _REACH)), None)
    if time is None or content[time.end : time.end + 1].strip(_CLOSING):
        return None
    return dated(time) if _BEHIND_A_DEATH.fullmatch(content, end, time.start) else None


_BEHIND_A_DEATH = re.compile(
    r",\s+(?:(?:of|from|by|at|in)\s+[^\W\d][^,;.()\d]{0,40},\s+)?(?:(?:in|on)\s+)?(?:the\s+)?"
)
_REACH = 60  #: characters between the noun and its date
_CLOSING = ",.;:)"


def _of_origin(token: Token, passage: Passage) -> Iterator[Draft]:
    is_post = _is_post(token, passage)
    of, within = (
        () if is_post else ("of",),
        () if is_post or token.dep_ == "dobj" or role_kind(token)[0] is not None else ("in", "at"),
    )
    if token.lower_ in (
        "native",
        "natives",
        "citizen",
        "citizens",
        "subject",
        "national",
        "member",
        "student",
    ):
        return
    for place in heads_of_prepositions(token, "from", *of, *within):
        if place.head.i > token.i + 2 or _is_of_lifetime(place.head) or passage.dates.is_time(place):
            continue
        named = place.pos_ == "PROPN" and token.pos_ == "PROPN" and passage.entities.label_of(place) is None
        if (is_place(place, passage.entities) or named) and passage.person(place) is None:
            where = passage.mention(token)
            span = name_span(place, passage.entities)
            yield Draft(
                person=passage.person(token) or "",
                type="residence",
                rule="residence.origin",
                quote=_hull([where, span]),
                anchor=place,
                who=where,
                slots={"place": span},
                own_date=True,
                undated=True,
                confidence=0.4,
            )


def _is_of_lifetime(preposition: Token) -> bool:
    """Whether the place is told of a birth or a death: *Tom Low (1741-1809), b. at Ely*, *born Ann Berg in Riga*."""
    doc = preposition.doc
    before = doc[max(preposition.i - 2, 0) : preposition.i]
    name = next((t.i for t in reversed(doc[: preposition.i]) if not t.text[:1].isupper()), -1)
    is_name_at_birth = name >= 0 and any(t.lower_ == "born" for t in doc[max(name - 1, 0) : name + 1])
    return is_name_at_birth or any(
        t.lower_.rstrip(".") in ("b", "d", "bur", "bap", "bapt", "born", "died") for t in before
    )


def _of_native(token: Token, passage: Passage) -> Iterator[Draft]:
    """Yield where somebody was born who is a native of it, *a Denver native*; where a resident lives."""
    before = [
        c for c in token.lefts if is_place(c, passage.entities) and c.dep_ in ("compound", "amod", "nmod")
    ]
    for place in [*before, *heads_of_prepositions(token, "of", "to", "from")]:
        if not is_place(place, passage.entities) or passage.person(place) is not None:
            continue
        span = name_span(place, passage.entities)
        for holder in holders(token, passage):
            born = _born_in(holder.person, holder.where, span, token)
            is_native = token.lower_.startswith("native")
            yield born if is_native else replace(born, type="residence", rule="residence.resident")


def _from_the_first(passage: Passage) -> Iterator[Draft]:
    """Yield where somebody is *originally from*."""
    for token in passage.segment.doc:
        if token.lower_ != "originally":
            continue
        after = token.doc[token.i + 1 : token.i + 4]
        place = next((t for t in after if is_place(t, passage.entities)), None)
        if len(after) > 1 and after[0].lower_ == "from" and place is not None:
            for holder in holders(token, passage):
                yield _born_in(holder.person, holder.where, name_span(place, passage.entities), place)


def _born_in(person: str, where: Span | None, place: Span, anchor: Token) -> Draft:
    return Draft(
        person=person,
        type="birth",
        rule="birth.native",
        quote=_hull([place, span_of(anchor), *([where] if where is not None else [])]),
        anchor=anchor,
        who=where,
        slots={"place": place},
        own_date=True,
        undated=True,
        confidence=0.6,
    )


def _is_post(token: Token, passage: Passage) -> bool:
    """Whether what the person is *of* is ruled, not lived in: *king of*, *King Bela of*."""
    if role_words().get(token.lemma_.lower()) in ("office", "rank", "membership"):
        return True
    words = passage.segment.words(passage.mention(token))
    return words is not None and any(
        t.lower_ in is_kind("territorial") for t in words.doc[max(words.start - 1, 0) : token.i]
    )


def _hull(spans: list[Span]) -> Span:
    hull = Span(min(s.start for s in spans), max(s.end for s in spans))
    return hull if hull.end - hull.start <= 220 else spans[0]
