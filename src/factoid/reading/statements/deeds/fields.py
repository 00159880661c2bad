"""What fills the fields of a statement that a clause makes: places, bodies, values, in the text's words."""

from __future__ import annotations

from factoid.model import Span
from factoid.reading.lexicons import gazetteer
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.clauses.arguments import bodies_by_verb, role_heads
from factoid.reading.statements.clauses.clauses import Clause
from factoid.reading.statements.clauses.phrases import (
    first_place,
    has_head,
    heads_of_prepositions,
    is_organisation,
    is_place,
    name_span,
    phrase,
)
from factoid.reading.statements.clauses.places import any_place, place_pointed_at, places
from factoid.reading.statements.clauses.predicate_words import done_by, predicate_span, verb_words
from factoid.reading.statements.deeds.deed_fields import (
    death_fields,
    imprisonment_fields,
    seizure_fields,
    sentence_fields,
    service_fields,
    travel_fields,
)
from factoid.reading.statements.deeds.typing import Party, classes_of
from factoid.reading.statements.drafts import Elsewhere, Inferred, Words
from factoid.reading.statements.lexicon import bodies, role_words, verbs
from factoid.reading.statements.passage import Passage

_PLACED = frozenset(
    (
        "birth", "death", "burial", "travel", "residence", "arrest", "meeting", "service", "imprisonment",
        "release", "work", "action", "event", "sentence", "award", "occupation", "membership", "rank",
    )
)  # fmt: skip
_LOOSE = frozenset(("death", "burial", "birth", "imprisonment"))
_NOT_BEHIND = {"work": "to"}  #: *a letter to Stalin*
_HERE = frozenset(("here", "abroad", "home", "alone", "together", "apart", "underground"))


def fields_of(party: Party, type_: str, passage: Passage) -> dict[str, Words]:
    """Return the fields that a clause gives a statement of some type about one who takes part in it."""
    clause = party.clause
    slots: dict[str, Words] = {}
    if type_ in _PLACED:
        slots.update(places(clause, passage, loose=type_ in _LOOSE, but=_NOT_BEHIND.get(type_, "")))
    filler = _FILLERS.get(type_)
    if filler is not None:
        slots.update(filler(clause, passage))
    if "place" not in slots and type_ != "work":
        place = any_place(clause, passage, type_) or place_pointed_at(clause, passage)
        if place is not None and not (type_ == "education" and _is_field(place, clause)):
            slots["place"] = place
    whole = slots.get("value" if type_ in ("award", "work") else "organisation")  # *a Cross of St. George*
    place = slots.get("place")
    if isinstance(whole, Span) and isinstance(place, Span) and whole.overlaps(place):
        del slots["place"]
    if type_ == "travel" and (origin := _origin(slots, clause, passage)) is not None:
        del slots["place"]  # *returned from Riga*: whereto is not told
        slots["value"] = Span(span_of(clause.verb).start, origin.end)
    if type_ == "action" and clause.passive and party.side == "doer":
        slots["value"] = done_by(clause, passage)
    return slots


def _origin(slots: dict[str, Words], clause: Clause, passage: Passage) -> Span | None:
    """Return the place of a journey where it is that from which it sets out, behind its verb."""
    place = slots.get("place")
    if not isinstance(place, Span):
        return None
    left = [h for p, h in clause.preps if p.split()[-1] == "from" and span_of(h).end <= place.end]
    is_left = any(span_of(h).start >= place.start for h in left)
    return place if is_left and place.start > span_of(clause.verb).start else None


def _residence(clause: Clause, passage: Passage) -> dict[str, Words]:
    place = first_place(clause.preps, passage.entities, loose=True)
    if place is None:
        place = next((o for o in clause.objects if is_place(o, passage.entities)), None)
    if place is None:
        place = next((c for c in clause.verb.children if c.lower_ in _HERE), None)
    return {"place": name_span(place, passage.entities)} if place is not None else {}


def _is_school(token: Token, passage: Passage) -> bool:
    is_named = passage.entities.label_of(token) == "organisation"
    if token.lower_ in bodies("title_of_degree") or (
        token.lemma_.lower() in bodies("degree") and not is_named
    ):
        return False
    return is_organisation(token, passage.entities) or has_head(token, "school")


def education_fields(clause: Clause, passage: Passage) -> dict[str, Words]:
    """Return what a clause of learning tells: the school, what was learnt there, where it was."""
    slots: dict[str, Words] = {}
    everything = [*clause.objects, *(h for p, h in clause.preps if p != "in"), *clause.complements]
    everything += clause.prep_objects("in")  # *a degree in law from Yale*: the school comes first
    field = _field_in(clause)
    school = next((t for t in everything if t != field and _is_school(t, passage)), None)
    if school is None and clause.lemma == "attend":
        school = next(bodies_by_verb(clause, passage), None)
    if school is not None:
        slots["organisation"] = name_span(school, passage.entities)
    subject = next(
        (
            t
            for t in [*clause.objects, *clause.prep_objects("in", "as")]
            if t is not school
            and passage.person(t) is None
            and not is_place(t, passage.entities)
            and not passage.dates.is_time(t)
            and t.pos_ in ("NOUN", "PROPN")
        ),
        None,
    )
    if subject is not None and clause.lemma in verbs("learning"):
        slots["value"] = with_field(subject, passage)
    preps = [(p, h) for p, h in clause.preps if h != field]
    place = first_place(preps, passage.entities)
    if place is not None:
        slots["place"] = name_span(place, passage.entities)
    return slots


def _is_field(place: Words, clause: Clause) -> bool:
    """Whether what looks like a place is what a degree is in."""
    field = _field_in(clause)
    return field is not None and isinstance(place, Span) and place.overlaps(span_of(field))


def _field_in(clause: Clause) -> Token | None:
    """Return what the degree that a clause tells is in."""
    found = (_field_of(t) for t in (*clause.objects, *clause.complements, *(h for _, h in clause.preps)))
    return next((field for field in found if field is not None), None)


def _field_of(degree: Token) -> Token | None:
    """Return what a degree is in, which the tagger may take for a place: *a Ph.D. in Linguistics*."""
    is_degree = degree.lower_ in bodies("title_of_degree") or degree.lemma_.lower() in bodies("degree")
    if not is_degree or degree.i + 2 >= len(degree.doc) or degree.nbor().lower_ != "in":
        return None
    field = next((c for c in degree.nbor().children if c.dep_ == "pobj"), None)
    return field if field is not None and field.text not in gazetteer() and not field.like_num else None


def with_field(degree: Token, passage: Passage) -> Span:
    """Return what was learnt or won, with its field: *a degree in physics*."""
    whole, field = phrase(degree), _field_of(degree)
    if field is None:
        field = next(iter(heads_of_prepositions(degree, "in")), None)
        if field is None or is_place(field, passage.entities):
            return whole
    last = phrase(field, of=False)
    if passage.dates.is_time(field) or not whole.end < last.start <= whole.end + 4:
        return whole
    return Span(whole.start, last.end)


def _membership(clause: Clause, passage: Passage) -> dict[str, Words]:
    everything = [*clause.objects, *(h for _, h in clause.preps), *clause.complements]
    body = next((t for t in everything if is_organisation(t, passage.entities)), None)
    body = body or next(bodies_by_verb(clause, passage), None)
    how = {
        "leave": "left",
        "quit": "left",
        "resign": "left",
        "withdraw": "left",
        "expel": "left",
        "exclude": "left",
        "be": "member",
        "belong": "member",
    }.get(clause.lemma, "joined")
    slots: dict[str, Words] = {"value": Inferred(how, f"the verb {clause.verb.text}")}
    return slots | ({"organisation": name_span(body, passage.entities)} if body is not None else {})


def _office(clause: Clause, passage: Passage) -> dict[str, Words]:
    everything = [*clause.objects, *clause.agents, *(h for p, h in clause.preps if p != "as")]
    slots: dict[str, Words] = {}
    body = next((t for t in everything if is_organisation(t, passage.entities)), None)
    body = body or next(bodies_by_verb(clause, passage), None)
    if body is not None:
        slots["organisation"] = name_span(body, passage.entities)
    place = next((t for t in everything if is_place(t, passage.entities)), None)
    if place is not None:
        slots["place"] = name_span(place, passage.entities)
    kind = next(
        (k.name for k in classes_of(clause, passage) if k.active == "office" or k.passive == "office"), ""
    )
    how = {
        "dismiss": "dismissed",
        "resign": "resigned",
        "appoint": "appointed",
        "appoint_bare": "appointed",
    }.get(kind, "appointed" if kind == "in_post" and clause.lemma == "appoint" else "held")
    if kind == "reign" or (kind == "employed" and clause.lemma in verbs("practising")):
        slots["role"] = verb_words(clause)
        ruled = clause.objects[0] if kind == "reign" and clause.objects and not clause.passive else None
        if ruled is not None and ruled.lower_ == "it":
            slots |= _body_before(ruled, passage)
        elif ruled is not None and passage.person(ruled) is None and "organisation" not in slots:
            if has_head(ruled, "force"):
                slots["organisation"] = phrase(ruled)
            elif not is_place(ruled, passage.entities):  # *chaired the meeting*
                slots["role"] = Span(
                    span_of(clause.verb).start, max(span_of(clause.verb).end, phrase(ruled).end)
                )
    elif kind == "in_post":
        slots |= _post_entered(clause, passage)
    elif (post := _post(clause, passage)) is not None:
        slots["role"] = phrase(post)
    slots["value"] = Inferred(how, f"the verb {clause.verb.text}")
    return slots | _post_left(clause, passage)


def _post_entered(clause: Clause, passage: Passage) -> dict[str, Words]:
    """Return the post that somebody is put in, and the body joined: *appointed to the command*, *joined the staff*."""
    if clause.lemma == "join":
        body = next((o for o in clause.objects if o.lemma_.lower() in _STAFFS), None)
        within = (
            []
            if body is None
            else [*heads_of_prepositions(body, "of", "at"), *clause.prep_objects("at", "of")]
        )
        whole = next((h for h in within if is_organisation(h, passage.entities)), body)
        return {"organisation": name_span(whole, passage.entities)} if whole is not None else {}
    nouns = [*clause.objects, *clause.prep_objects("to")]
    post = next((n for n in nouns if n.lemma_.lower() in verbs("posts")), None)
    return {"role": phrase(post) if post is not None else predicate_span(clause, passage)}


_STAFFS = frozenset(("faculty", "staff", "firm"))


def _post_left(clause: Clause, passage: Passage) -> dict[str, Words]:
    """Return how and in which body somebody gives up a post that the verb takes: *left his role at Sandoz*."""
    left = [o for o in clause.objects if clause.lemma in _LEAVING and o.lemma_ in _POSTS]
    seats = (h for o in left for h in heads_of_prepositions(o, "at", "in", "with"))
    body = next((h for h in seats if is_organisation(h, passage.entities)), None)
    slots: dict[str, Words] = {"organisation": name_span(body, passage.entities)} if body is not None else {}
    return slots | ({"value": Inferred("resigned", f"the verb {clause.verb.text}")} if left else {})


_LEAVING = frozenset(("leave", "quit", "vacate", "relinquish"))
_POSTS = frozenset(("post", "office", "position", "job", "role", "seat", "chair"))
_REMEMBERED = 40  #: words back to which *it* reaches


def _body_before(it: Token, passage: Passage) -> dict[str, Words]:
    """Return the body that *it* means, the last named before: *the office was founded in 1983; he headed it*."""
    for token in reversed(it.doc[max(it.i - _REMEMBERED, 0) : it.i]):
        is_told_of = token.dep_ in ("nsubj", "nsubjpass", "dobj") and token.pos_ in ("NOUN", "PROPN")
        if is_told_of and passage.person(token) is None and token.lemma_.lower() not in role_words():
            is_body = is_organisation(token, passage.entities)
            basis = "it: the body named before"
            return {"organisation": Elsewhere(name_span(token, passage.entities), basis)} if is_body else {}
    return {}


def _post(clause: Clause, passage: Passage) -> Token | None:
    """Return the noun that names the post which a clause tells of: *held a chair*, *was made a canon*."""
    heads = [t for t in role_heads(clause) if passage.person(t) is None or t.pos_ == "NOUN"]
    named = next((t for t in heads if t.lemma_.lower() in role_words()), None)
    named = named or next((t for t in heads if t.lemma_.lower() in verbs("posts")), None)
    if named is None and clause.lemma in verbs("resigning"):  # *resigned from her post as clerk*
        posts = [n for n in (*clause.objects, *clause.prep_objects("from")) if n.lemma_ in _POSTS]
        of = [h for post in posts for h in heads_of_prepositions(post, "as", "of")]
        named = next((h for h in (*of, *clause.prep_objects("as")) if h.lemma_.lower() in role_words()), None)
    if named is None and clause.lemma in verbs("appointing"):  # *was elected as MP for Ely*
        named = next((t for t in clause.prep_objects("as") if t.pos_ in ("NOUN", "PROPN")), None)
    return named


def _rank(clause: Clause, passage: Passage) -> dict[str, Words]:
    told = (*role_heads(clause), *clause.objects)
    named = next((t for t in told if passage.person(t) is None), None)
    if named is None and clause.lemma == "be":
        named = next(iter(clause.complements), None)  # *was a general*, who is meant by that later
    return {"value": phrase(named) if named is not None else verb_words(clause)}


def _award(clause: Clause, passage: Passage) -> dict[str, Words]:
    things = [
        t
        for t in [
            *clause.objects,
            *clause.complements,
            *clause.prep_objects("with", "of", "for"),
            *(clause.subjects if clause.passive else ()),
        ]
        if has_head(t, "award")
    ]
    return {"value": phrase(things[0])} if things else {"value": verb_words(clause)}


def _work(clause: Clause, passage: Passage) -> dict[str, Words]:
    things = clause.subjects if clause.passive else clause.objects
    things = [t for t in things if passage.person(t) is None]
    return (
        {"value": phrase(things[0], apposition=True)}
        if things
        else {"value": predicate_span(clause, passage)}
    )


def _description(clause: Clause, passage: Passage) -> dict[str, Words]:
    return {"value": predicate_span(clause, passage, with_complement=True)}


def _work_place(clause: Clause, passage: Passage) -> dict[str, Words]:
    return {"value": predicate_span(clause, passage)} | places(clause, passage)


_FILLERS = {
    "travel": travel_fields,
    "residence": _residence,
    "imprisonment": imprisonment_fields,
    "death": death_fields,
    "education": education_fields,
    "membership": _membership,
    "office": _office,
    "award": _award,
    "rank": _rank,
    "sentence": sentence_fields,
    "service": service_fields,
    "work": _work,
    "action": _description,
    "event": _description,
    "arrest": seizure_fields,
    "release": seizure_fields,
    "occupation": _work_place,
}
