"""Typing: which statement a clause makes of each person in it, by the class of its predicate."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from factoid.reading.parse import Token
from factoid.reading.statements.clauses import Clause
from factoid.reading.statements.lexicon import PredicateClass, bodies, patterns, role_words, verbs
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.phrases import has_head, is_organisation, is_place

_TO = frozenset(
    "to into for towards toward from through across via over aboard onto in at back on out near by around as up down until".split()
)
_DIRECTIONS = frozenset(
    "home abroad back away here there thither hither thence whence overseas north south east west ashore upriver downriver inland".split()
)


@dataclass(frozen=True, slots=True)
class Typed:
    """One type of statement that a clause makes of one person."""

    type: str
    person: str
    token: Token | None  #: where the person is meant; None where left out
    side: str  #: doer or sufferer
    kind: PredicateClass | None


def classes_of(clause: Clause, passage: Passage) -> list[PredicateClass]:
    """Return the predicate classes whose words and needs the clause meets, the likeliest first."""
    found: list[PredicateClass] = []
    for pattern in patterns().get(clause.lemma, ()):
        if pattern.words and not pattern.words <= clause.words:
            continue
        kind = pattern.of
        if kind in found or kind.only_passive and not clause.passive:
            continue
        if kind.needs is None or _NEEDS[kind.needs](clause, passage):
            found.append(kind)
    return found


def hinted(clause: Clause, passage: Passage) -> list[PredicateClass]:
    """Return what the clause's arguments allow whatever its verb: a place, a school, a fighting force, a thing made."""
    found = [_HINTS[kind] for kind in ("school", "force", "prison", "award") if _NEEDS[kind](clause, passage)]
    if _has_place(clause, passage):
        found += [_HINTS["travel"], _HINTS["residence"]]
    if _has_thing(clause, passage) and not (clause.passive and not clause.agents):
        found.append(_HINTS["work"])
    if _has_organisation(clause, passage):
        found += [_HINTS["office"], _HINTS["membership"]]
    if clause.lemma not in ("be", "have"):
        found.append(_HINTS["occupation"])
    return found


def _hint(type_: str) -> PredicateClass:
    return PredicateClass(
        name=f"hint {type_}", active=type_, passive=None if type_ == "work" else type_, needs=None
    )


_HINTS = {
    "school": _hint("education"),
    "force": _hint("service"),
    "prison": _hint("imprisonment"),
    "award": _hint("award"),
    "travel": _hint("travel"),
    "residence": _hint("residence"),
    "work": _hint("work"),
    "office": _hint("office"),
    "membership": _hint("membership"),
    "occupation": _hint("occupation"),
}


def companions(clause: Clause, passage: Passage) -> list[tuple[str, Token]]:
    """Return the persons who do it together with the subject."""
    return passage.persons(
        clause.prep_objects("with", "together with", "alongside", "beside", "accompanied by")
    )


def owners_of_subject(clause: Clause, passage: Passage) -> list[tuple[str, Token]]:
    """Return those whose head, house, ship does or suffers it."""
    return passage.persons(
        [c for s in clause.subjects if passage.person(s) is None for c in s.children if c.dep_ == "poss"]
    )


def statements_of(clause: Clause, passage: Passage, kind: PredicateClass | None) -> Iterator[Typed]:
    """Yield what the clause says of its doers and of those it is done to."""
    doers = passage.doers(clause)
    agents = passage.persons(clause.agents)
    if clause.passive:
        sufferers: list[tuple[str, Token | None]] = doers
        doers = [(p, t) for p, t in agents]
    else:
        sufferers = [(p, t) for p, t in passage.persons([*clause.objects, *clause.datives])]
    if kind is None:
        yield from _untyped(clause, passage, doers, sufferers)
        return
    if kind.active is not None:
        for person, token in doers:
            yield Typed(kind.active, person, token, "doer", kind)
        if kind.active in ("travel", "residence", "service", "work", "event", "imprisonment"):
            for person, token in companions(clause, passage):
                yield Typed(kind.active, person, token, "companion", kind)
    if kind.passive is not None:
        for person, token in sufferers:
            if not any(person == d for d, _ in doers):
                yield Typed(kind.passive, person, token, "sufferer", kind)
    elif clause.passive and kind.active not in ("work", "name"):
        for person, token in sufferers:
            yield Typed("event", person, token, "sufferer", None)


def _untyped(
    clause: Clause,
    passage: Passage,
    doers: list[tuple[str, Token | None]],
    sufferers: list[tuple[str, Token | None]],
) -> Iterator[Typed]:
    for person, token in doers:
        yield Typed("action", person, token, "doer", None)
        yield Typed("event", person, token, "doer", None)
    for person, token in sufferers:
        if not any(person == d for d, _ in doers):
            yield Typed("event", person, token, "sufferer", None)
    for person, token in owners_of_subject(clause, passage):
        yield Typed("event", person, token, "owner", None)


def object_kind(tokens: list[Token], passage: Passage) -> str:
    """Return what the objects of a clause are: person, group, body, place, thing or none."""
    kinds = {_kind_of(t, passage) for t in tokens}
    return next(
        (k for k in ("person", "group", "body", "pronoun", "role", "place", "thing") if k in kinds), "none"
    )


def _kind_of(token: Token, passage: Passage) -> str:
    label = passage.entities.label_of(token)
    if passage.person(token) is not None:
        return "person"
    if label in ("organisation", "people") or is_organisation(token, passage.entities):
        return "body"
    if token.lemma_.lower() in bodies("group"):
        return "group"
    if token.lower_ in ("them", "him", "her", "us", "me", "whom"):
        return "pronoun"
    if label == "place":
        return "place"
    return "role" if token.lemma_.lower() in role_words() else "thing"


# --- needs -------------------------------------------------------------------------------------------------


def _has_place(clause: Clause, passage: Passage) -> bool:
    arguments = [head for prep, head in clause.preps if prep.split()[-1] in _TO]
    if any(is_place(t, passage.entities) for t in [*arguments, *clause.objects]):
        return True
    if clause.words & _DIRECTIONS:
        return True
    to = clause.prep_objects(
        "to", "into", "for", "from", "aboard", "out of", "back to", "towards", "toward", "across"
    )
    return any(
        passage.entities.label_of(t) in (None, "organisation")
        and t.pos_ in ("NOUN", "PROPN")
        and t.ent_type_ != "PERSON"
        and not passage.dates.is_time(t)
        and passage.person(t) is None
        for t in to
    )


def _has_organisation(clause: Clause, passage: Passage) -> bool:
    return any(
        is_organisation(t, passage.entities)
        for t in [*clause.objects, *(h for _, h in clause.preps), *clause.complements]
    )


def _has_person(clause: Clause, passage: Passage) -> bool:
    return bool(
        passage.persons([*clause.objects, *clause.datives, *clause.agents, *(h for _, h in clause.preps)])
    )


def role_heads(clause: Clause) -> list[Token]:
    """Return the nouns that may say what somebody became or was made."""
    heads = [*clause.complements, *clause.prep_objects("as")]
    if clause.lemma in (
        "hold",
        "take",
        "accept",
        "get",
        "obtain",
        "receive",
        "occupy",
        "assume",
        "resign",
        "leave",
        "fill",
        "be",
        "become",
        "make",
        "name",
        "elect",
        "appoint",
    ):
        heads += clause.objects
        for obj in clause.objects:
            heads += [
                g
                for c in obj.children
                if c.dep_ == "prep" and c.lower_ == "of"
                for g in c.children
                if g.dep_ == "pobj"
            ]
    if clause.lemma in ("promote", "raise", "rise", "advance", "ordain", "elevate", "commission"):
        heads += clause.prep_objects("to")
        heads += [
            g
            for t in clause.prep_objects("to")
            for c in t.children
            if c.dep_ == "prep" and c.lower_ == "of"
            for g in c.children
            if g.dep_ == "pobj"
        ]
    return heads


def _has_role(clause: Clause, passage: Passage) -> bool:
    return any(
        t.lemma_.lower() in role_words() for t in role_heads(clause) if passage.person(t) is None or True
    )


def _is_thing(token: Token, passage: Passage) -> bool:
    return (
        token.pos_ in ("NOUN", "PROPN") and passage.person(token) is None and not passage.dates.is_time(token)
    )


def _has_thing(clause: Clause, passage: Passage) -> bool:
    things = clause.subjects if clause.passive else [*clause.objects, *clause.prep_objects("in", "on")[:0]]
    return any(_is_thing(t, passage) for t in things)


def _has_kind(kind: str) -> Callable[[Clause, Passage], bool]:
    def has(clause: Clause, passage: Passage) -> bool:
        return any(
            has_head(t, kind)
            for t in [
                *clause.objects,
                *clause.complements,
                *(h for _, h in clause.preps),
                *(clause.subjects if clause.passive else ()),
            ]
        )

    return has


_NEEDS: dict[str, Callable[[Clause, Passage], bool]] = {
    "place": _has_place,
    "organisation": _has_organisation,
    "person": _has_person,
    "role": _has_role,
    "thing": _has_thing,
    "school": _has_kind("school"),
    "force": _has_kind("force"),
    "prison": _has_kind("prison"),
    "award": _has_kind("award"),
}
