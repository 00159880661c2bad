"""Statements that a verb makes: lives, movements, schooling, justice, works, deeds and events."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.model import Span
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.certainty import is_question, is_wish
from factoid.reading.statements.clauses import Clause, clause_span, clause_tokens
from factoid.reading.statements.drafts import Draft, Inferred, Words
from factoid.reading.statements.evidence import clause_features, party_features
from factoid.reading.statements.judging import ClauseWeights
from factoid.reading.statements.lexicon import bodies, verbs
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
from factoid.reading.statements.typing import Party, classes_of, parties

_PLACED = frozenset(
    (
        "birth",
        "death",
        "burial",
        "travel",
        "residence",
        "arrest",
        "meeting",
        "service",
        "imprisonment",
        "release",
        "work",
        "action",
        "event",
    )
)
_WITH_OTHERS = frozenset(("action", "event", "meeting", "education", "work", "travel"))


def read_deeds(passage: Passage, weights: ClauseWeights) -> Iterator[Draft]:
    """Yield what the clauses of a passage say of the persons in them, typed by what is likeliest."""
    for party, features in weighable(passage):
        typed = weights.likely(features)
        for type_, likelihood in typed:
            yield _draft(party, type_, passage, likelihood)
    for clause in passage.clauses.values():
        if _is_plan(clause) and not is_question(clause.verb):
            yield from _wishes(clause, passage)


def weighable(passage: Passage) -> Iterator[tuple[Party, list[str]]]:
    """Yield everybody in every clause that tells something, with what speaks for its type."""
    for clause in passage.clauses.values():
        if is_question(clause.verb) or is_wish(clause, passage.clauses) or _is_plan(clause):
            continue
        found = parties(clause, passage)
        if found:
            shared = clause_features(clause, passage)
            for party in found:
                yield party, party_features(party, shared, passage)


def _is_plan(clause: Clause) -> bool:
    return clause.lemma in verbs("wish") and any(c.dep_ == "xcomp" for c in clause.verb.children)


def _wishes(clause: Clause, passage: Passage) -> Iterator[Draft]:
    for person, token in passage.doers(clause):
        span = clause_span(clause)
        value = _predicate_span(clause, with_complement=True)
        yield Draft(
            person=person,
            type="event",
            rule="event.plan",
            quote=Span(min(span.start, value.start), max(span.end, value.end)),
            anchor=clause.verb,
            who=passage.mention(token) if token is not None else None,
            slots={"value": value},
            clause=clause,
            side="doer",
        )


def _draft(party: Party, type_: str, passage: Passage, likelihood: float) -> Draft:
    clause = party.clause
    slots: dict[str, Words] = {}
    if type_ in _PLACED:
        slots.update(_places(clause, passage, loose=type_ in ("death", "burial", "birth", "imprisonment")))
    filler = _FILLERS.get(type_)
    if filler is not None:
        slots.update(filler(clause, passage))
    if type_ == "action" and clause.passive and party.side == "doer":
        slots["value"] = _done_by(clause, passage)
    return Draft(
        person=party.person,
        type=type_,
        rule=f"{type_}.clause",
        quote=clause_span(clause),
        anchor=clause.verb,
        who=passage.mention(party.token) if party.token is not None else None,
        slots=slots,
        related=_others(party, passage) if type_ in _WITH_OTHERS else (),
        clause=clause,
        side=party.side,
        likelihood=likelihood,
    )


def _others(party: Party, passage: Passage) -> tuple[tuple[str, Span | None], ...]:
    clause = party.clause
    tokens = [
        *clause.objects,
        *clause.datives,
        *clause.agents,
        *clause.prep_objects("with", "to", "under", "by", "on", "against", "for"),
    ]
    if party.side != "doer" or clause.passive:
        tokens = [*clause.subjects, *tokens] if not clause.passive else tokens
    tokens += [
        c for t in (*clause.objects, *(h for _, h in clause.preps)) for c in t.children if c.dep_ == "poss"
    ]
    return tuple((p, passage.mention(t)) for p, t in passage.persons(tokens) if p != party.person)[:3]


# --- slots ---


def _places(clause: Clause, passage: Passage, *, loose: bool = False) -> dict[str, Words]:
    """Return the place of a clause: among its own prepositions, else those of its objects."""
    own = [(p, h) for p, h in clause.preps if not passage.dates.is_time(h) and passage.person(h) is None]
    place = first_place(own, passage.entities)
    if place is None:
        nouns = [*clause.objects, *clause.complements, *(h for _, h in own)]
        within = (
            (h.head.lower_, h)
            for noun in nouns
            for h in heads_of_prepositions(noun, "in", "at", "near", "of")
        )
        place = first_place(within, passage.entities)
    if place is None and loose:
        place = first_place(own, passage.entities, loose=True)
    return {"place": name_span(place, passage.entities)} if place is not None else {}


def _predicate_span(clause: Clause, *, with_complement: bool = False) -> Span:
    """Return verb and what follows it in the clause, without its dates: a short description of the deed."""
    verb = clause.verb
    tokens = [t for t in clause_tokens(verb) if t.i >= verb.i]
    doc = verb.doc
    last = verb.i
    parts = {t.i for t in tokens}
    while last + 1 in parts and last - verb.i < 14:
        last += 1
    if with_complement:
        last = max([last, *(c.right_edge.i for c in verb.children if c.dep_ in ("xcomp",))])
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
    return Inferred(f"{clause.verb.text} {phrase(subject).of(passage.content)}", "the subject of the passive")


def _verb_words(clause: Clause) -> Span:
    verb = clause.verb
    particle = next((c for c in verb.children if c.dep_ == "prt" and c.i == verb.i + 1), None)
    return span_of(verb.doc[verb.i : verb.i + 2]) if particle is not None else span_of(verb)


def _travel(clause: Clause, passage: Passage) -> dict[str, Words]:
    slots: dict[str, Words] = {"value": _verb_words(clause)}
    goals = clause.prep_objects(
        "to", "into", "for", "towards", "toward", "onto", "back to", "in", "at", "aboard", "across", "over"
    )
    if clause.lemma in ("visit", "reach", "enter", "cross", "regain", "tour", "make", "leave"):
        goals = [*clause.objects, *goals]
    goals = [g for g in goals if passage.person(g) is None and not passage.dates.is_time(g)]
    goal = next((g for g in goals if is_place(g, passage.entities)), goals[0] if goals else None)
    if clause.lemma == "leave" and goal is not None and goal in clause.objects:
        return {"value": _predicate_span(clause)}
    return slots | ({"place": name_span(goal, passage.entities)} if goal is not None else {})


def _imprisonment(clause: Clause, passage: Passage) -> dict[str, Words]:
    prison = next(
        (h for _, h in clause.preps if has_head(h, "prison") and not passage.dates.is_time(h)), None
    )
    return {"place": phrase(prison)} if prison is not None and "place" not in _places(clause, passage) else {}


def _residence(clause: Clause, passage: Passage) -> dict[str, Words]:
    place = first_place(clause.preps, passage.entities, loose=True)
    if place is None:
        place = next((o for o in clause.objects if is_place(o, passage.entities)), None)
    return {"place": name_span(place, passage.entities)} if place is not None else {}


def _death(clause: Clause, passage: Passage) -> dict[str, Words]:
    causes = clause.prep_objects("of", "from")
    if clause.lemma == "die":
        cause = next(
            (c for c in causes if not is_place(c, passage.entities) and not passage.dates.is_time(c)), None
        )
        return {"value": phrase(cause)} if cause is not None else {}
    return {"value": _verb_words(clause)}


def _education(clause: Clause, passage: Passage) -> dict[str, Words]:
    slots: dict[str, Words] = {}
    everything = [*clause.objects, *(h for _, h in clause.preps), *clause.complements]
    school = next(
        (t for t in everything if is_organisation(t, passage.entities) or has_head(t, "school")), None
    )
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
    if subject is not None and clause.lemma in (
        "study",
        "learn",
        "read",
        "graduate",
        "receive",
        "take",
        "teach",
        "obtain",
        "get",
        "train",
        "qualify",
        "gain",
        "earn",
        "instruct",
        "finish",
    ):
        slots["value"] = phrase(subject)
    place = first_place(clause.preps, passage.entities)
    if place is not None:
        slots["place"] = name_span(place, passage.entities)
    return slots


def _membership(clause: Clause, passage: Passage) -> dict[str, Words]:
    everything = [*clause.objects, *(h for _, h in clause.preps), *clause.complements]
    body = next((t for t in everything if is_organisation(t, passage.entities)), None)
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
    everything = [*clause.objects, *(h for _, h in clause.preps)]
    slots: dict[str, Words] = {}
    body = next((t for t in everything if is_organisation(t, passage.entities)), None)
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
    if kind in ("reign", "employed"):
        slots["role"] = _verb_words(clause)
    slots["value"] = Inferred(how, f"the verb {clause.verb.text}")
    return slots


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
        t
        for t in [
            *clause.prep_objects("to", "for", "of", "with"),
            *(clause.objects if clause.passive else ()),
        ]
        if not passage.dates.is_time(t) or True
    ]
    if terms and clause.lemma not in ("exile", "banish"):
        return {"value": phrase(terms[0])}
    return {"value": _verb_words(clause)}


def _service(clause: Clause, passage: Passage) -> dict[str, Words]:
    slots: dict[str, Words] = {}
    heads = [h for p, h in clause.preps if has_head(h, "force")] + [
        o for o in clause.objects if passage.person(o) is None
    ]
    for head in heads:
        if head.lemma_.lower() in (
            "war",
            "battle",
            "campaign",
            "uprising",
            "siege",
            "revolt",
            "revolution",
            "rebellion",
            "expedition",
        ):
            slots.setdefault("value", phrase(head))
        elif is_organisation(head, passage.entities) or has_head(head, "force"):
            slots.setdefault("organisation", phrase(head))
        elif is_place(head, passage.entities):
            slots.setdefault("place", name_span(head, passage.entities))
    slots.setdefault("value", _predicate_span(clause))
    return slots


def _work(clause: Clause, passage: Passage) -> dict[str, Words]:
    things = clause.subjects if clause.passive else clause.objects
    things = [t for t in things if passage.person(t) is None]
    return {"value": phrase(things[0], apposition=True)} if things else {"value": _predicate_span(clause)}


def _description(clause: Clause, passage: Passage) -> dict[str, Words]:
    return {"value": _predicate_span(clause)}


def _work_place(clause: Clause, passage: Passage) -> dict[str, Words]:
    return {"value": _predicate_span(clause)} | _places(clause, passage)


_FILLERS = {
    "travel": _travel,
    "residence": _residence,
    "imprisonment": _imprisonment,
    "death": _death,
    "education": _education,
    "membership": _membership,
    "office": _office,
    "award": _award,
    "sentence": _sentence,
    "service": _service,
    "work": _work,
    "action": _description,
    "event": _description,
    "occupation": _work_place,
}


def is_group(token: Token) -> bool:
    """Whether the noun means several people."""
    return token.lemma_.lower() in bodies("group")
