"""What fills the fields of a statement that a clause makes: places, bodies, values, in the text's words."""

from __future__ import annotations

from factoid.model import Span
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.arguments import WHEN, bodies_by_verb, role_heads
from factoid.reading.statements.clause_extent import clause_tokens
from factoid.reading.statements.clause_places import any_place, place_pointed_at, places
from factoid.reading.statements.clauses import Clause
from factoid.reading.statements.drafts import Elsewhere, Inferred, Words
from factoid.reading.statements.lexicon import bodies, role_words, verbs, war_words
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.phrases import (
    first_place,
    has_head,
    heads_of_prepositions,
    is_organisation,
    is_place,
    name_span,
    phrase,
)
from factoid.reading.statements.typing import Party, classes_of

_PLACED = frozenset(
    (
        "birth", "death", "burial", "travel", "residence", "arrest", "meeting", "service", "imprisonment",
        "release", "work", "action", "event", "sentence", "award", "occupation", "membership", "rank",
    )
)  # fmt: skip
_LOOSE = frozenset(("death", "burial", "birth", "imprisonment"))
_LIGHT = frozenset(("be", "have", "do", "get", "make", "take", "let", "go", "come", "keep", "put"))
_HERE = frozenset(("here", "abroad", "home", "alone", "together", "apart", "underground"))


def fields_of(party: Party, type_: str, passage: Passage) -> dict[str, Words]:
    """Return the fields that a clause gives a statement of some type about one who takes part in it."""
    clause = party.clause
    slots: dict[str, Words] = {}
    if type_ in _PLACED:
        slots.update(places(clause, passage, loose=type_ in _LOOSE))
    filler = _FILLERS.get(type_)
    if filler is not None:
        slots.update(filler(clause, passage))
    if "place" not in slots and type_ != "work":
        place = any_place(clause, passage, type_) or place_pointed_at(clause, passage)
        if place is not None:
            slots["place"] = place
    body, place = slots.get("organisation"), slots.get("place")
    if isinstance(body, Span) and isinstance(place, Span) and body.overlaps(place):
        del slots["place"]
    if type_ == "action" and clause.passive and party.side == "doer":
        slots["value"] = _done_by(clause, passage)
    return slots


def predicate_span(clause: Clause, *, with_complement: bool = False) -> Span:
    """Return verb and what follows it in the clause, without its dates: a short description of the deed."""
    verb = clause.verb
    tokens = [t for t in clause_tokens(verb) if t.i >= verb.i]
    doc = verb.doc
    last = verb.i
    parts = {t.i for t in tokens}
    while last + 1 in parts and last - verb.i < 14:
        last += 1
    if with_complement:
        told = (c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i)
        last = max([last, *(c.right_edge.i for c in told)])
        last = min(last, verb.i + 18)
    while last > verb.i and (
        doc[last].is_punct or (doc[last].dep_ in ("cc", "prep", "mark", "det") and last + 1 not in parts)
    ):
        last -= 1
    return span_of(doc[verb.i : last + 1])


def _done_by(clause: Clause, passage: Passage) -> Words:
    """Return what an agent did, where the passive tells it of the one who suffers it."""
    subject = next((t for t in clause.subjects if t.pos_ in ("NOUN", "PROPN")), None)
    if subject is None:
        return _verb_words(clause)
    deed = _verb_words(clause).of(passage.content)
    return Inferred(f"{deed} {phrase(subject).of(passage.content)}", "the subject of the passive")


def _verb_words(clause: Clause) -> Span:
    verb = clause.verb
    particle = next((c for c in verb.children if c.i == verb.i + 1 and _is_particle(c)), None)
    return span_of(verb.doc[verb.i : verb.i + 2]) if particle is not None else span_of(verb)


def _is_particle(word: Token) -> bool:
    return word.dep_ == "prt" or word.lower_ in ("back", "away", "off", "out")


def _travel(clause: Clause, passage: Passage) -> dict[str, Words]:
    light = clause.lemma in _LIGHT - {"go", "come"}
    slots: dict[str, Words] = {"value": predicate_span(clause) if light else _verb_words(clause)}
    goals = clause.prep_objects(
        "to", "into", "for", "towards", "toward", "onto", "back to", "in", "at", "aboard", "across", "over"
    )
    goals += [noun for noun in clause.datives if noun.dep_ == "pobj"]  # sent to the front
    goals += [to for noun in clause.prep_objects("with") for to in heads_of_prepositions(noun, "to", "into")]
    goals.sort(
        key=lambda noun: noun.head.lower_ not in ("to", "into", "for", "onto")
    )  # *across Savoy to England*
    if clause.lemma in ("visit", "reach", "enter", "cross", "regain", "tour", "make", "leave"):
        goals = [*clause.objects, *goals]
    goals += [to for g in goals for to in heads_of_prepositions(g, "to", "into")]  # *for a time to Graz*
    goals = [g for g in goals if _may_be_goal(g, passage) and not _is_on_the_way(g, passage)]
    goal = next((g for g in goals if is_place(g, passage.entities)), goals[0] if goals else None)
    if clause.lemma == "leave" and goal is not None and goal in clause.objects:
        return {"value": Span(span_of(clause.verb).start, name_span(goal, passage.entities).end)}
    if goal is None:
        goal = next((c for c in clause.verb.children if c.lower_ in ("home", "ashore", "abroad")), None)
    return slots | ({"place": name_span(goal, passage.entities)} if goal is not None else {})


def _is_on_the_way(noun: Token, passage: Passage) -> bool:
    """Whether it is what somebody travels in, or the body sent to: *escaped in a dugout*, *sent to a regiment*."""
    if is_place(noun, passage.entities):
        return False
    is_vehicle = noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.text[:1].islower()
    return is_vehicle or has_head(noun, "force")


def _may_be_goal(noun: Token, passage: Passage) -> bool:
    if passage.person(noun) is not None or passage.dates.is_time(noun):
        return False
    return noun.lemma_.lower() not in bodies("no_place") or is_place(noun, passage.entities)


def _imprisonment(clause: Clause, passage: Passage) -> dict[str, Words]:
    prison = next(
        (h for _, h in clause.preps if has_head(h, "prison") and not passage.dates.is_time(h)), None
    )
    return {"place": phrase(prison)} if prison is not None and "place" not in places(clause, passage) else {}


def _residence(clause: Clause, passage: Passage) -> dict[str, Words]:
    place = first_place(clause.preps, passage.entities, loose=True)
    if place is None:
        place = next((o for o in clause.objects if is_place(o, passage.entities)), None)
    if place is None:
        place = next((c for c in clause.verb.children if c.lower_ in _HERE), None)
    return {"place": name_span(place, passage.entities)} if place is not None else {}


def _death(clause: Clause, passage: Passage) -> dict[str, Words]:
    if clause.lemma == "die":
        causes = clause.prep_objects("of", "from")
        causes += [  # *died on the 17th of an inflammation*: the parser hangs it on the date
            t
            for t in clause_tokens(clause.verb)
            if t.dep_ == "pobj" and t.head.lower_ == "of" and passage.dates.is_time(t.head.head)
        ]
        cause = next(
            (c for c in causes if not is_place(c, passage.entities) and not passage.dates.is_time(c)), None
        )
        return {"value": phrase(cause)} if cause is not None else {}
    return _seizure(clause, passage)


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
    school = next((t for t in everything if _is_school(t, passage)), None)
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
        slots["value"] = _with_field(subject, passage)
    place = first_place(clause.preps, passage.entities)
    if place is not None:
        slots["place"] = name_span(place, passage.entities)
    return slots


def _with_field(degree: Token, passage: Passage) -> Span:
    """Return what was learnt or won, with its field: *a degree in physics*."""
    whole = phrase(degree)
    field = next(iter(heads_of_prepositions(degree, "in")), None)
    if field is None or passage.dates.is_time(field) or is_place(field, passage.entities):
        return whole
    last = span_of(field)
    return Span(whole.start, last.end) if whole.end < last.start <= whole.end + 4 else whole


def _membership(clause: Clause, passage: Passage) -> dict[str, Words]:
    everything = [*clause.objects, *(h for _, h in clause.preps), *clause.complements]
    body = next((t for t in everything if is_organisation(t, passage.entities)), None)
    body = body or next(bodies_by_verb(clause, passage), None)
    how = {
        "leave": "left",
        "quit": "left",
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
    }.get(kind, "held")
    if kind == "reign" or (kind == "employed" and clause.lemma in verbs("practising")):
        slots["role"] = _verb_words(clause)
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
        slots["role"] = predicate_span(clause)
    elif (post := _post(clause, passage)) is not None:
        slots["role"] = phrase(post)
    slots["value"] = Inferred(how, f"the verb {clause.verb.text}")
    return slots


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
    return named or next((t for t in heads if t.lemma_.lower() in verbs("posts")), None)


def _rank(clause: Clause, passage: Passage) -> dict[str, Words]:
    named = next((t for t in (*role_heads(clause), *clause.objects) if passage.person(t) is None), None)
    return {"value": phrase(named) if named is not None else _verb_words(clause)}


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
    return {"value": phrase(things[0])} if things else {"value": _verb_words(clause)}


def _sentence(clause: Clause, passage: Passage) -> dict[str, Words]:
    terms = [
        *clause.prep_objects("to", "for", "of", "with"),
        *(clause.objects if clause.passive else ()),
    ]
    slots: dict[str, Words] = {}
    court = next(
        (t for t in (*clause.agents, *clause.subjects) if is_organisation(t, passage.entities)), None
    )
    if court is not None:
        slots["organisation"] = name_span(court, passage.entities)
    terms = [t for t in terms if t.pos_ != "PRON"]
    if terms and clause.lemma not in ("exile", "banish"):
        return slots | {"value": phrase(terms[0])}
    doc, verb = clause.verb.doc, clause.verb.i
    for word in doc[verb + 3 : verb + 16]:  # *sentenced by the troika on 3 May to be shot*
        if word.tag_ == "VBN" and doc[word.i - 2 : word.i].text.lower() == "to be":
            return slots | {"value": span_of(doc[word.i - 2 : word.i + 1])}
    return slots | {"value": predicate_span(clause)}


def _service(clause: Clause, passage: Passage) -> dict[str, Words]:
    slots: dict[str, Words] = {}
    heads = [h for p, h in clause.preps if p not in WHEN and has_head(h, "force")] + [
        o for o in clause.objects if passage.person(o) is None
    ]
    for head in heads:
        if head.lemma_.lower() in war_words():
            slots.setdefault("value", phrase(head))
        elif is_organisation(head, passage.entities) or has_head(head, "force"):
            slots.setdefault("organisation", phrase(head))
        elif is_place(head, passage.entities):
            slots.setdefault("place", name_span(head, passage.entities))
    slots.setdefault("value", predicate_span(clause))
    return slots


def _work(clause: Clause, passage: Passage) -> dict[str, Words]:
    things = clause.subjects if clause.passive else clause.objects
    things = [t for t in things if passage.person(t) is None]
    return {"value": phrase(things[0], apposition=True)} if things else {"value": predicate_span(clause)}


def _description(clause: Clause, passage: Passage) -> dict[str, Words]:
    return {"value": predicate_span(clause, with_complement=True)}


def _seizure(clause: Clause, passage: Passage) -> dict[str, Words]:
    """Return what was done to somebody: the verb with its words up to the first of when or where."""
    verb = clause.verb
    whole = predicate_span(clause)
    for child in verb.rights:
        heads = [g for g in child.children if g.dep_ == "pobj"] if child.dep_ == "prep" else [child]
        if any(passage.dates.is_time(h) or is_place(h, passage.entities) for h in heads):
            last = verb.doc[child.left_edge.i - 1]
            return {"value": Span(whole.start, min(whole.end, span_of(last).end))}
    return {"value": whole}


def _work_place(clause: Clause, passage: Passage) -> dict[str, Words]:
    return {"value": predicate_span(clause)} | places(clause, passage)


_FILLERS = {
    "travel": _travel,
    "residence": _residence,
    "imprisonment": _imprisonment,
    "death": _death,
    "education": education_fields,
    "membership": _membership,
    "office": _office,
    "award": _award,
    "rank": _rank,
    "sentence": _sentence,
    "service": _service,
    "work": _work,
    "action": _description,
    "event": _description,
    "arrest": _seizure,
    "release": _seizure,
    "occupation": _work_place,
}
