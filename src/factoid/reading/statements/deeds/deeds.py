"""Statements that a verb makes: lives, movements, schooling, justice, works, deeds and events."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from factoid.model import Certainty, Span
from factoid.reading.lexicons import kin_terms
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.certainty import is_question, is_wish
from factoid.reading.statements.clauses.clauses import Clause, steps_down
from factoid.reading.statements.clauses.extent import clause_span
from factoid.reading.statements.clauses.phrases import has_head, heads_of_prepositions, is_place
from factoid.reading.statements.clauses.predicate_words import predicate_span
from factoid.reading.statements.deeds.fields import fields_of
from factoid.reading.statements.deeds.plain import NOTHING, excluded_types, plain_type
from factoid.reading.statements.deeds.typing import (
    DEEDS,
    ENDS_OF_LIFE,
    Party,
    companions,
    impossible_types,
    is_only_tried,
    parties,
)
from factoid.reading.statements.drafts import Draft
from factoid.reading.statements.lexicon import verbs, war_words
from factoid.reading.statements.nouns.role_nouns import role_kind
from factoid.reading.statements.passage import Passage, opens_bracket
from factoid.reading.statements.weighing.evidence import clause_features, clause_words, party_features
from factoid.reading.statements.weighing.judging import ClauseWeights
from factoid.reading.statements.when.dated import Dated, dated

Weighable: TypeAlias = tuple[Party, list[str]]  #: somebody in a clause, and what speaks for its type
_PLAIN = 0.8  #: how likely a statement is that the words admit no doubt of
# What a source troubles to deny is mostly worth a line, however little the deed itself would be: two in three of the
# clauses denied between this likelihood and the usual threshold.
_DENIED, _WORTH_DENYING = 0.15, 0.56
_IN_BRACKET = 80  #: characters
_WITH_OTHERS = frozenset(("action", "event", "meeting", "education", "work", "travel"))


def read_deeds(
    passage: Passage,
    concerned: Sequence[Weighable],
    weights: ClauseWeights,
    heard: Callable[[Party], Sequence[float] | None],
) -> Iterator[Draft]:
    """Yield what the clauses of a passage say of the persons in them, typed by what is likeliest.

    ``concerned``: who is `weighable` in it. ``heard``: what is known of the types besides, if anything is.
    """
    clause, but = None, frozenset[str]()
    for party, features in concerned:
        if party.clause is not clause:
            clause = party.clause
            but = impossible_types(clause, passage) | excluded_types(clause, passage)
        is_denied = f"{party.side} certainty={Certainty.DENIED}" in features
        least = _DENIED if is_denied and party.side in ("doer", "sufferer") else None
        likely = weights.likely(features, but=but | _not_of(party), least=least, heard=heard(party))
        if least is not None:
            likely = _denied(likely, weights.threshold)
        plain = plain_type(party, passage)
        if plain == NOTHING:
            continue
        if plain is not None:
            likely = [(plain, max([_PLAIN, *(p for t, p in likely if t == plain)]))]
        for type_, likelihood in _put_right(likely, party, passage):
            yield _draft(party, type_, passage, likelihood)
    for plan in passage.clauses.values():
        if _is_plan(plan) and not is_question(plan.verb):
            yield from _wishes(plan, passage)


def _put_right(likely: list[tuple[str, float]], party: Party, passage: Passage) -> list[tuple[str, float]]:
    """Return the types as the words bear them out.

    Who is sent to a regiment serves; *founded a society* made something, and acts on nobody.
    """
    clause = party.clause
    goals = clause.prep_objects("to", "into")
    if any(_is_unit(g, passage) for g in goals):
        likely = [("service" if t == "travel" else t, p) for t, p in likely]
    if {"action", "work"} <= {t for t, _ in likely} and not passage.persons(clause.objects):
        return [(t, p) for t, p in likely if t != "action"]
    return likely


def _is_unit(noun: Token, passage: Passage) -> bool:
    """Whether somebody can be sent into it to serve: a regiment, not *the front*."""
    is_body = has_head(noun, "force") and noun.lower_ != "service" and noun.lemma_.lower() not in war_words()
    return is_body and not is_place(noun, passage.entities)


def _denied(likely: list[tuple[str, float]], threshold: float) -> list[tuple[str, float]]:
    """Return what is denied: an event, where nothing more special is likely enough by itself."""
    types = ((t if p >= threshold or t in DEEDS else "event", p) for t, p in likely)
    return [(t, max(p, _WORTH_DENYING) if t in DEEDS else p) for t, p in types]


_BORN = frozenset(("birth",))
_DONE = frozenset(("birth", "death", "burial", "travel", "office", "rank", "residence", "release", "award"))
_ALONE = frozenset(("birth", "action", "event", "office", "education"))


def _not_of(party: Party) -> frozenset[str]:
    """Return what the clause cannot state of this one in it: nobody is born but who does or suffers it."""
    if party.token is None and not party.clause.left_out:
        return _ALONE  # *They took her cousin away*: whoever they are, hardly the two named last
    if is_only_tried(party.clause):
        return _DONE
    if party.side == "doer" and _teaches(party.clause):
        return _LEARNT
    if party.side == "doer" and _sends(party.clause):
        return _JOURNEY
    if party.side == "beside" and (party.clause.lemma in verbs("resigning") or steps_down(party.clause)):
        return _POST  # *resigned as secretary to Karl Low*
    bears = party.clause.lemma == "bear" and not party.clause.passive
    beside = _BORN if bears or party.side not in ("doer", "sufferer") else frozenset[str]()
    if party.side == "owner" and any(s.lemma_.lower() in kin_terms() for s in party.clause.subjects):
        beside |= ENDS_OF_LIFE  # *whose parents had died*
    return beside | ENDS_OF_LIFE if _outlives(party) else beside


_LEARNT = frozenset(("education",))
_JOURNEY = frozenset(("travel",))
_POST = frozenset(("office", "birth"))


def _sends(clause: Clause) -> bool:
    """Whether another sets out by it: *sent the monk to Rome*; who sends stays."""
    return clause.lemma in verbs("sending") and not clause.passive and bool(clause.objects)


def _teaches(clause: Clause) -> bool:
    """Whether others learn by it: *taught Greek at the gymnasium*; who teaches himself learns."""
    is_of_oneself = any(o.lower_.endswith(("self", "selves")) for o in clause.objects)
    return clause.lemma in verbs("practising") and not (clause.passive or is_of_oneself)


def _outlives(party: Party) -> bool:
    """Whether somebody loses another: *lost a brother in the war* tells of the brother's death alone."""
    clause = party.clause
    return (
        party.side == "doer"
        and clause.lemma == "lose"
        and all(o.lemma_.lower() != "life" for o in clause.objects)
    )


def weighable(passage: Passage) -> Iterator[Weighable]:
    """Yield everybody in every clause that tells something, with what speaks for its type."""
    for clause in passage.clauses.values():
        if is_question(clause.verb) or is_wish(clause, passage.clauses) or _is_plan(clause):
            continue
        if _is_within_a_role(clause) or _is_order(clause):
            continue
        found = parties(clause, passage)
        if found:
            shared, words = clause_features(clause, passage), clause_words(clause)
            for party in found:
                if party.side != "doer" and clause.lemma in verbs("wish"):
                    continue  # *His superiors wanted him to become a lawyer*
                yield party, party_features(party, shared, passage) + words


def _is_order(clause: Clause) -> bool:
    """Whether somebody is told to do it: *"Get the basket," he said*."""
    return (
        clause.subject_from in ("left out", "control")
        and clause.verb.dep_ in ("ROOT", "ccomp", "parataxis")
        and clause.verb.tag_ == "VB"
        and not any(
            c.dep_ in ("auxpass", "nsubj") or (c.dep_ == "aux" and c.lower_ != "do")
            for c in clause.verb.children
        )
    )


def _is_within_a_role(clause: Clause) -> bool:
    """Whether the verb is none: *promoted to rear admiral*."""
    return any(o.i == clause.verb.i + 1 and role_kind(o)[1] <= clause.verb.i for o in clause.objects)


def _is_plan(clause: Clause) -> bool:
    return clause.lemma in verbs("wish") and any(c.dep_ == "xcomp" for c in clause.verb.children)


def _wishes(clause: Clause, passage: Passage) -> Iterator[Draft]:
    for person, token in passage.doers(clause):
        span = clause_span(clause)
        value = predicate_span(clause, passage, with_complement=True)
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
    in_bracket = _in_its_bracket(clause.verb, passage)
    return Draft(
        person=party.person,
        type=type_,
        rule=f"{type_}.clause",
        quote=clause_span(clause),
        anchor=clause.verb,
        who=passage.mention(party.token) if party.token is not None else None,
        slots=fields_of(party, type_, passage),
        related=_others(party, type_, passage) if type_ not in ("birth", "burial") else (),
        clause=clause,
        side=party.side,
        dated=in_bracket,
        undated=in_bracket is None and opens_bracket(clause.verb),
        likelihood=likelihood,
    )


def _in_its_bracket(verb: Token, passage: Passage) -> Dated | None:
    """Return the date that stands in the bracket which a verb opens: *Ida Berg (died 1949)*."""
    if not opens_bracket(verb):
        return None
    start = span_of(verb).end
    end = passage.content.find(")", start, start + _IN_BRACKET)
    return next((dated(t) for t in passage.dates.story.within(start, max(end, start))), None)


def _others(party: Party, type_: str, passage: Passage) -> tuple[tuple[str, Span | None], ...]:
    """Return who else has a part in it: first who does it or suffers it, then whom its words name besides."""
    clause = party.clause
    if opens_bracket(clause.verb) or (type_ == "death" and clause.lemma in verbs("outliving")):
        return ()
    tokens = [*clause.agents, *clause.objects, *clause.datives]
    if party.side != "doer" or clause.passive or type_ == "meeting":
        tokens = [*clause.subjects, *tokens]
    if type_ in _WITH_OTHERS:
        tokens += [head for _, head in clause.preps]
        tokens += [token for _, token in companions(clause, passage)]
        if type_ == "meeting":
            tokens += [h for o in clause.objects for h in heads_of_prepositions(o, "with", "of", "by")]
        tokens += [c for t in tokens for c in t.children if c.dep_ == "poss"]
        tokens += _in_what_is_told(clause, passage)
    else:
        tokens += clause.prep_objects("with", "together with", "under", "by", "against", "alongside")
    found = [(p, passage.mention(t)) for p, t in passage.persons(tokens) if p != party.person]
    return tuple(found[: 2 if type_ in _WITH_OTHERS else 1])


def _in_what_is_told(clause: Clause, passage: Passage) -> Iterator[Token]:
    """Yield who takes part in what the clause's subject says, sees or lets happen."""
    for child in clause.verb.children:
        if child.dep_ in ("ccomp", "xcomp") and child.i in passage.clauses:
            told = passage.clauses[child.i]
            yield from (*told.subjects, *told.objects, *told.datives, *told.agents)
            yield from (head for _, head in told.preps)
