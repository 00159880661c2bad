"""Where a clause says that something was: the place among its words, or the one that *there* points back to."""

from __future__ import annotations

from collections.abc import Iterable

from factoid.reading.lexicons import never_persons
from factoid.reading.parse import Token
from factoid.reading.statements.clauses.clauses import Clause
from factoid.reading.statements.clauses.extent import clause_tokens
from factoid.reading.statements.clauses.phrases import (
    first_place,
    has_head,
    heads_of_prepositions,
    is_place,
    name_span,
    phrase,
)
from factoid.reading.statements.drafts import Elsewhere, Words
from factoid.reading.statements.lexicon import bodies, verbs
from factoid.reading.statements.passage import Passage
from factoid.reading.word_classes import noun_classes

_POINTING = frozenset(("there", "thither", "thence", "where", "whither", "whence"))
_AT = frozenset(("in", "at", "near"))
_ON = frozenset(
    ("in", "at", "near", "on", "upon", "off", "outside", "inside", "behind", "aboard", "beside", "under")
)
_REMEMBERED = 60  #: words back to which *there* reaches


def any_place(clause: Clause, passage: Passage, type_: str) -> Words | None:
    """Return a place named anywhere in the clause, but for the origin of somebody in it."""
    taken = {t.i for s in clause.subjects for t in s.subtree} if not clause.left_out else set()
    for token in clause_tokens(clause.verb):
        if (
            token.i in taken
            or _is_of_somebody(token, clause, passage)
            or not is_place(token, passage.entities)
            or passage.person(token) is not None
        ):
            continue
        if token.dep_ not in ("pobj", "dobj", "appos", "npadvmod") or (
            token.head.dep_ == "prep" and token.head.lower_ not in verbs("place_prepositions")
        ):
            continue
        if type_ == "travel" and (
            token.head.lower_ == "from" or (token.dep_ == "dobj" and clause.lemma in ("leave", "quit"))
        ):
            continue
        return name_span(token, passage.entities)
    unknown = unknown_place(clause, passage) or _taken_to(clause, passage, type_)
    if unknown is not None:
        return name_span(unknown, passage.entities)
    spot = next((h for prep, h in clause.preps if prep in _ON and _is_spot(h, passage)), None)
    return phrase(spot, article=False) if spot is not None else None


def _taken_to(clause: Clause, passage: Passage, type_: str) -> Token | None:
    """Return the name of which nothing is known that somebody is taken to: *carried her off to Wexham*."""
    if type_ != "action" or clause.lemma not in verbs("sending") | verbs("taking_along"):
        return None
    if not passage.persons(clause.subjects if clause.passive else clause.objects):
        return None
    goals = clause.prep_objects("to", "into", "off to", "back to", "away to")
    return next((g for g in goals if is_plain_name(g, passage)), None)


def _is_of_somebody(token: Token, clause: Clause, passage: Passage) -> bool:
    """Whether a place tells of what somebody in the clause is: *freed by his brother, a canon of Ely*."""
    at = token
    while at.i != clause.verb.i and at.head.i != at.i:
        if at.dep_ == "appos" and at.head.i != at.i and passage.person(at.head) is not None:
            return True
        at = at.head
    return False


def unknown_place(clause: Clause, passage: Passage) -> Token | None:
    """Return a name of which nothing is known but that something was in, at or near it."""
    return next(
        (h for prep, h in clause.preps if prep in _AT and _may_be_place(prep, h, clause, passage)), None
    )


def _is_spot(noun: Token, passage: Passage) -> bool:
    """Whether the noun means a kind of place that is told by a name: *at the Amari gate*, *in the Smolensk prison*."""
    return (
        noun.pos_ in ("NOUN", "PROPN")
        and noun.lemma_.lower() not in bodies("no_place")
        and passage.person(noun) is None
        and not passage.dates.is_time(noun)
        and any(c.text[:1].isupper() and c.dep_ in ("poss", "compound", "amod", "nmod") for c in noun.lefts)
        and (noun.lower_ in bodies("spot") or not _SPOTS.isdisjoint(noun_classes(noun.lemma_.lower())))
    )


def _may_be_place(preposition: str, noun: Token, clause: Clause, passage: Passage) -> bool:
    """Whether the noun is a name of which nothing is known: after *in* or *at* it is a place."""
    if (
        passage.entities.label_of(noun) == "organisation"
        and preposition == "at"
        and clause.lemma in _OF_BODIES
    ):
        return False  # *taught at Yale*, but *kept a tavern at Wexham*
    return is_plain_name(noun, passage)


def is_plain_name(noun: Token, passage: Passage) -> bool:
    """Whether it is a name of nobody and no time that looks like no body, though the tagger may guess one."""
    if (
        noun.pos_ != "PROPN"
        or not noun.text[:1].isupper()
        or passage.person(noun) is not None
        or passage.dates.is_time(noun)
        or noun.text in never_persons()
    ):
        return False
    label = passage.entities.label_of(noun)
    if label == "organisation":
        name = passage.entities.span_at(noun)
        return name is not None and len(name) == 1 and noun.text[1:].islower() and not _is_body(noun)
    return label is None and noun.ent_type_ in ("", "GPE", "LOC", "FAC")


def seat(noun: Token, passage: Passage) -> Token | None:
    """Return where a noun says that it stands, though nothing is known of the name: *a bank at Trieste*."""
    heads = list(heads_of_prepositions(noun, *_AT))
    known = next((h for h in heads if is_place(h, passage.entities)), None)
    return known or next((h for h in heads if is_plain_name(h, passage)), None)


#: what is done at a body: *worked at Siemens*
_OF_BODIES = verbs("working") | verbs("learning") | {"be", "become", "serve", "appoint", "join"}


def _is_body(noun: Token) -> bool:
    """Whether the word itself is one for a body: *the Cheka*, *the Academy*."""
    return any(noun.lemma_.lower() in bodies(kind) for kind in ("body", "school", "party", "force", "prison"))


def _is_no_spot(noun: Token) -> bool:
    """Whether it happened, or is a part of the body: *died in the bombing*, *shot in the arm*."""
    return noun.pos_ == "NOUN" and not {"event.0", "body_part.0"}.isdisjoint(
        noun_classes(noun.lemma_.lower())
    )


def _names_something(noun: Token, passage: Passage) -> bool:
    """Whether it is one capitalised name, of no person, time or war: where somebody was born, it is a place."""
    return (
        noun.pos_ == "PROPN"
        and noun.text[:1].isupper()
        and passage.person(noun) is None
        and not passage.dates.is_time(noun)
        and not has_head(noun, "force")
    )


def place_pointed_at(clause: Clause, passage: Passage) -> Words | None:
    """Return the place that *there* or *where* means: the one qualified, else the last one named before."""
    pointing = next((c for c in clause.verb.children if c.lower_ in _POINTING and c.dep_ == "advmod"), None)
    if pointing is None:
        return None
    doc = clause.verb.doc
    is_relative = pointing.lower_ in ("where", "whither", "whence")
    if is_relative and clause.verb.dep_ not in ("relcl", "advcl", "conj", "acl"):
        return None
    basis = f"{pointing.text}: the place named before"
    for token in reversed(doc[max(pointing.i - (15 if is_relative else _REMEMBERED), 0) : pointing.i]):
        label = passage.entities.label_of(token)
        if is_relative and label == "organisation":
            return None  # at the University of Leiden, where
        is_at = token.dep_ == "pobj" and token.head.lower_ in _AT and _names_something(token, passage)
        if (label == "place" or (is_at and label != "organisation")) and passage.person(token) is None:
            return Elsewhere(name_span(token, passage.entities), basis)
        if not is_relative and _is_unnamed_place(token, passage):
            return Elsewhere(phrase(token), basis)
    return None


_SPOTS = frozenset(("location.0", "region.0", "structure.0", "district.0", "geographical_area.0", "way.0"))


def _is_unnamed_place(noun: Token, passage: Passage) -> bool:
    """Whether somebody was told to go to, or to be at, a place without a name: *sent to the front. There he ...*."""
    return (
        noun.pos_ == "NOUN"
        and noun.dep_ == "pobj"
        and noun.head.lower_ in ("to", "into", "at")
        and noun.head.head.pos_ == "VERB"
        and passage.person(noun) is None
        and not _SPOTS.isdisjoint(noun_classes(noun.lemma_.lower()))
    )


def _named_beside(home: Token, passage: Passage) -> Token | None:
    """Return what *his home in Deptford* names, whatever is known of the name."""
    if home.lemma_ not in ("home", "house", "residence", "seat", "estate", "cottage", "farm"):
        return None
    named = heads_of_prepositions(home, "in", "at", "near")
    return next((h for h in named if h.pos_ == "PROPN" and _names_something(h, passage)), None)


def place_of(clause: Clause, passage: Passage, beside: Iterable[tuple[str, Token]] = ()) -> dict[str, Words]:
    """Return the place of a clause among its own prepositions, whatever is known of its name.

    ``beside``: prepositions of its nouns, with what they take; of these a known place counts too.
    """
    told = (*clause.preps, *beside)
    own = [(p, h) for p, h in told if not passage.dates.is_time(h) and passage.person(h) is None]
    found = first_place(own, passage.entities) or unknown_place(clause, passage)
    return {"place": name_span(found, passage.entities)} if found is not None else {}


def places(clause: Clause, passage: Passage, *, loose: bool = False, but: str = "") -> dict[str, Words]:
    """Return the place of a clause: among its own prepositions, else those of its objects.

    ``loose``: whatever is known of its name; ``but``: a preposition behind which it is not.
    """
    own = [(p, h) for p, h in clause.preps if not passage.dates.is_time(h) and passage.person(h) is None]
    own = [(p, h) for p, h in own if p != but]
    place = first_place(own, passage.entities)
    if loose:  # *at Effurun, near Warri*: the nearest, though nothing is known of its name
        at = (h for p, h in own if h is place or (p in _AT and _names_something(h, passage)))
        place = next(at, place)
    if place is None:
        nouns = [*clause.objects, *clause.complements, *(h for _, h in own)]
        within = (
            (h.head.lower_, h)
            for noun in nouns
            for h in heads_of_prepositions(noun, "in", "at", "near", "of")
        )
        place = first_place(within, passage.entities)
    if place is None:  # *on 3 March 1869 in Riga*: the parser hangs it on the date
        anywhere = [
            (t.head.lower_, t)
            for t in clause_tokens(clause.verb)
            if t.dep_ == "pobj" and not _is_of_somebody(t, clause, passage) and t.head.lower_ != but
        ]
        place = first_place(anywhere, passage.entities)
        if place is None and loose:
            place = next((t for p, t in anywhere if p in _AT and _names_something(t, passage)), None)
    if place is None and loose:
        own = [
            (p, h)
            for p, h in own
            if h.lemma_.lower() not in bodies("no_place")
            and not _is_no_spot(h)
            and not (p == "to" and clause.lemma == "bear")
        ]  # *born to the couple* says of whom, not where
        place = first_place(own, passage.entities, loose=True)
    if place is not None and place.pos_ == "NOUN":  # *at her home in Riga*
        named = ((h.head.lower_, h) for h in heads_of_prepositions(place, "in", "at", "near"))
        inner = first_place(named, passage.entities) or _named_beside(place, passage)
        behind = ((p, h) for p, h in own if p in _AT and h.i > place.i and h.pos_ == "PROPN")
        inner = inner or first_place(behind, passage.entities)  # *in a house without a stove, at Riga*
        place = inner if inner is not None and inner.pos_ == "PROPN" else place
    return {"place": name_span(place, passage.entities)} if place is not None else {}
