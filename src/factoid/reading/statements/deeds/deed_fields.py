"""What fills the fields of journeys, deaths, justice and war: goals, causes, terms, fighting bodies."""

from __future__ import annotations

from itertools import chain

from factoid.model import Span
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.clauses.arguments import WHEN
from factoid.reading.statements.clauses.clauses import Clause
from factoid.reading.statements.clauses.extent import clause_tokens
from factoid.reading.statements.clauses.phrases import (
    has_head,
    heads_of_prepositions,
    is_organisation,
    is_place,
    name_span,
    phrase,
)
from factoid.reading.statements.clauses.places import places
from factoid.reading.statements.clauses.predicate_words import predicate_span, verb_words
from factoid.reading.statements.deeds.plain_needs import terms
from factoid.reading.statements.drafts import Words
from factoid.reading.statements.lexicon import bodies, verbs, war_words, word_list
from factoid.reading.statements.passage import Passage
from factoid.reading.word_classes import noun_classes

_LIGHT = frozenset(("be", "have", "do", "get", "make", "take", "let", "go", "come", "keep", "put"))


def travel_fields(clause: Clause, passage: Passage) -> dict[str, Words]:
    """Return where a journey went, and what kind of journey the verb tells."""
    light = clause.lemma in _LIGHT - {"go", "come"}
    slots: dict[str, Words] = {"value": predicate_span(clause, passage) if light else verb_words(clause)}
    goals = clause.prep_objects(
        "to", "into", "for", "towards", "toward", "onto", "back to", "in", "at", "aboard", "across", "over"
    )
    goals += [noun for noun in clause.datives if noun.dep_ == "pobj"]  # sent to the front
    goals += [noun for prep, noun in clause.preps if prep in ("from to", "from into")]  # *from Riga to Graz*
    goals += [to for noun in clause.prep_objects("with") for to in heads_of_prepositions(noun, "to", "into")]
    # *across Savoy to England*
    goals.sort(key=lambda noun: noun.head.lower_ not in ("to", "into", "for", "onto"))
    if clause.lemma in ("visit", "reach", "enter", "cross", "regain", "tour", "make", "leave"):
        goals = [*clause.objects, *goals]
    goals += [to for g in goals for to in heads_of_prepositions(g, "to", "into")]  # *for a time to Graz*
    goals = [g for g in goals if _may_be_goal(g, passage) and not _is_on_the_way(g, clause, passage)]
    goal = next((g for g in goals if is_place(g, passage.entities)), goals[0] if goals else None)
    if clause.lemma == "leave" and goal is not None and goal in clause.objects:
        return {"value": Span(span_of(clause.verb).start, name_span(goal, passage.entities).end)}
    if goal is None:
        goal = next((c for c in clause.verb.children if c.lower_ in ("home", "ashore", "abroad")), None)
    return slots | ({"place": name_span(goal, passage.entities)} if goal is not None else {})


def _is_on_the_way(noun: Token, clause: Clause, passage: Passage) -> bool:
    """Whether it is what somebody travels in, or the body sent to: *escaped in a dugout*, *sent to a regiment*."""
    if is_place(noun, passage.entities):
        return False
    is_in = ("in", noun) in clause.preps or (noun.dep_ == "pobj" and noun.head.lower_ == "in")
    is_vehicle = is_in and noun.text[:1].islower()  # *the car in which he returned* too
    return is_vehicle or has_head(noun, "force")


def _may_be_goal(noun: Token, passage: Passage) -> bool:
    if noun.tag_ == "PRP":
        return False  # *came to us*
    if passage.person(noun) is not None or passage.dates.is_time(noun):
        return False
    is_doing = noun.tag_ == "VBG" or (noun.text.islower() and noun.lower_.endswith("ing"))
    if is_doing or (passage.entities.label_of(noun) == "organisation" and noun.text.isupper()):
        return False  # *went back to teaching*, *went over to the RCD*
    return noun.lemma_.lower() not in bodies("no_place") or is_place(noun, passage.entities)


def imprisonment_fields(clause: Clause, passage: Passage) -> dict[str, Words]:
    """Return the prison, where no place is named."""
    prison = next(
        (h for _, h in clause.preps if has_head(h, "prison") and not passage.dates.is_time(h)), None
    )
    return {"place": phrase(prison)} if prison is not None and "place" not in places(clause, passage) else {}


def death_fields(clause: Clause, passage: Passage) -> dict[str, Words]:
    """Return of what somebody died, by their own word or by who or what killed them."""
    if clause.lemma == "die":
        causes = clause.prep_objects("of", "from")
        causes += [  # *died on the 17th of an inflammation*: the parser hangs it on the date
            t
            for t in clause_tokens(clause.verb)
            if t.dep_ == "pobj" and t.head.lower_ == "of" and passage.dates.is_time(t.head.head)
        ]
        cause = next(
            (
                c
                for c in causes
                if c.pos_ != "PRON" and not is_place(c, passage.entities) and not _is_time(c, passage)
            ),
            None,
        )
        return {"value": phrase(cause)} if cause is not None else {}
    if clause.lemma in verbs("outliving"):
        return {}  # *predeceased him* tells no manner of death
    doer = next((t for t in clause.subjects if t.pos_ in ("NOUN", "PROPN")), None)
    if doer is not None and not clause.passive and passage.persons(clause.objects):
        kinds = noun_classes(doer.lemma_.lower())
        is_nobody = passage.person(doer) is None and not {"person.0", "group.0"} & set(kinds)
        is_thing = is_nobody or doer.lower_ in _ILLNESSES
        if is_thing:  # *a stray bullet killed him*
            return {"value": phrase(doer)}
    return seizure_fields(clause, passage)


def _is_time(noun: Token, passage: Passage) -> bool:
    """Whether it is a time or an age: *died in 1934, in age of 67 years*."""
    return passage.dates.is_time(noun) or noun.lemma_ in ("year", "month", "age")


_ILLNESSES = frozenset(("cholera", "typhus", "tuberculosis", "consumption", "influenza", "plague"))


def sentence_fields(clause: Clause, passage: Passage) -> dict[str, Words]:
    """Return which court sentenced somebody, and to what or of what."""
    slots: dict[str, Words] = {}
    court = next(
        (t for t in (*clause.agents, *clause.subjects) if is_organisation(t, passage.entities)), None
    )
    if court is not None:
        slots["organisation"] = name_span(court, passage.entities)
    if clause.lemma == "acquit":  # acquitted for lack of evidence
        return slots | {"value": verb_words(clause)}
    guilty = next((c for c in clause.verb.children if c.lower_ == "guilty" and c.i > clause.verb.i), None)
    if guilty is not None:
        of = next((c for c in guilty.children if c.dep_ == "prep" and c.lower_ == "of"), guilty)
        return slots | {"value": Span(span_of(guilty).start, span_of(of.doc[of.right_edge.i]).end)}
    told = _punishment(clause, passage)
    if told is not None:
        return slots | {"value": told}
    doc, verb = clause.verb.doc, clause.verb.i
    for word in doc[verb + 3 : verb + 16]:  # *sentenced by the troika on 3 May to be shot*
        if word.tag_ == "VBN" and doc[word.i - 2 : word.i].text.lower() == "to be":
            return slots | {"value": span_of(doc[word.i - 2 : word.i + 1])}
    return slots | {"value": predicate_span(clause, passage)}


def _is_force(noun: Token, passage: Passage) -> bool:
    """Whether it is a body whose name tells of fighting: *the Royal Air Force*."""
    found = passage.entities.span_at(noun)
    return found is not None and any(t.lower_ in bodies("force") or t.lower_ == "force" for t in found)


def _punishment(clause: Clause, passage: Passage) -> Span | None:
    """Return to what, or of what, somebody was sentenced, in one noun phrase; None where more words tell it."""
    if clause.lemma in ("exile", "banish", "transport", "deport"):
        return None
    nouns = clause.prep_objects("to", "for", "of", "with")
    if clause.passive or not passage.persons(clause.objects):
        nouns += clause.objects
    else:  # *convicted him of arson*: the parser may hang it on the person
        nouns += [h for o in clause.objects for h in heads_of_prepositions(o, "of", "for", "to")]
    others = (t for t in nouns if t.pos_ != "PRON" and not passage.dates.is_time(t))
    told = next(chain(terms(clause), others), None)
    return phrase(told) if told is not None else None


def service_fields(clause: Clause, passage: Passage) -> dict[str, Words]:
    """Return in what war, with which body and where somebody fought or served."""
    slots: dict[str, Words] = {}
    heads = [h for p, h in clause.preps if p not in WHEN and has_head(h, "force")] + [
        o for o in clause.objects if passage.person(o) is None
    ]
    beside = [*clause.complements, *(o for o in clause.objects if o.lemma_.lower() in ("service", "action"))]
    heads = [h for h in heads if h not in beside]  # *saw service in the war*
    heads += [h for c in beside for h in heads_of_prepositions(c, "at", "in")]
    heads += [h for p, h in clause.preps if p in ("with", "in") and _is_force(h, passage)]
    for head in heads:
        if head.lemma_.lower() in war_words():
            slots.setdefault("value", phrase(head))
        elif is_organisation(head, passage.entities) or has_head(head, "force"):
            slots.setdefault("organisation", phrase(head))
        elif is_place(head, passage.entities):
            slots.setdefault("place", name_span(head, passage.entities))
        elif head.lemma_.lower() in word_list("strongholds"):
            slots.setdefault("place", phrase(head))
    slots.setdefault("value", predicate_span(clause, passage))
    return slots


def seizure_fields(clause: Clause, passage: Passage) -> dict[str, Words]:
    """Return what was done to somebody: the verb with its words up to the first of when or where."""
    verb = clause.verb
    whole = predicate_span(clause, passage)
    for child in verb.rights:
        heads = [g for g in child.children if g.dep_ == "pobj"] if child.dep_ == "prep" else [child]
        if any(passage.dates.is_time(h) or is_place(h, passage.entities) for h in heads):
            last = verb.doc[child.left_edge.i - 1]
            return {"value": Span(whole.start, min(whole.end, span_of(last).end))}
    return {"value": whole}
