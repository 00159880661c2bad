"""What kinds of argument a clause has: a place, a body, a school, a role, whatever its verb means."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from factoid.reading.parse import Token
from factoid.reading.statements.clauses.clauses import Clause
from factoid.reading.statements.clauses.phrases import has_head, is_organisation, is_place
from factoid.reading.statements.lexicon import bodies, post_nominals, role_words, verbs, word_list
from factoid.reading.statements.passage import Passage
from factoid.reading.word_classes import noun_classes

_TO = frozenset(
    ["to", "into", "for", "towards", "toward", "from", "through", "across", "via", "over", "aboard", "onto",
     "in", "at", "back", "on", "out", "near", "by", "around", "as", "up", "down", "until"]
)  # fmt: skip


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


def _has_place(clause: Clause, passage: Passage) -> bool:
    arguments = [head for prep, head in clause.preps if prep.split()[-1] in _TO]
    if any(is_place(t, passage.entities) for t in [*arguments, *clause.objects]):
        return True
    if clause.words & word_list("directions"):
        return True
    if clause.lemma in verbs("dwelling") and any(
        _is_spot(t, passage) for t in clause.prep_objects("in", "at", "near", "on")
    ):
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


def _is_spot(noun: Token, passage: Passage) -> bool:
    """Whether somebody may live there: *grew up at the mission*, not *in poverty*, *in 1921*, *in her youth*."""
    return (
        noun.pos_ in ("NOUN", "PROPN")
        and passage.person(noun) is None
        and not passage.dates.is_time(noun)
        and noun.lemma_.lower() not in bodies("no_place")
        and (noun.pos_ == "PROPN" or not _SPOTS.isdisjoint(noun_classes(noun.lemma_.lower())))
    )


_SPOTS = frozenset(("structure.0", "location.0", "region.0", "district.0", "region.1", "organization.0"))


def _has_organisation(clause: Clause, passage: Passage) -> bool:
    return any(
        is_organisation(t, passage.entities)
        for t in [*clause.objects, *clause.agents, *(h for _, h in clause.preps), *clause.complements]
    ) or any(True for _ in bodies_by_verb(clause, passage))


def bodies_by_verb(clause: Clause, passage: Passage) -> Iterator[Token]:
    """Yield names that the verb tells to be bodies, whatever they look like: *worked for Tibco*, *joined the Reds*."""
    told: list[tuple[Token, tuple[str | None, ...]]] = []
    if clause.lemma in verbs("working"):
        told = [
            (n, (None, "place") if p == "for" else (None,))
            for p, n in clause.preps
            if p in ("for", "at", "with")
        ]
    elif clause.lemma in ("join", "rejoin", "attend") and not clause.passive:
        told = [(n, (None, "place", "people")) for n in clause.objects]
    for noun, labels in told:
        if (
            noun.pos_ == "PROPN"
            and noun.text[:1].isupper()
            and passage.entities.label_of(noun) in labels
            and passage.person(noun) is None
            and not passage.dates.is_time(noun)
        ):
            yield noun


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


#: prepositions that make a time of a war or a school: *after the revolution*
WHEN = frozenset(("after", "before", "since", "until", "till"))


def _has_kind(kind: str) -> Callable[[Clause, Passage], bool]:
    def has(clause: Clause, passage: Passage) -> bool:
        return any(
            has_head(t, kind)
            for t in [
                *clause.objects,
                *clause.complements,
                *(h for p, h in clause.preps if p not in WHEN),
                *(clause.subjects if clause.passive else ()),
            ]
        )

    return has


def _has_school(clause: Clause, passage: Passage) -> bool:
    return _has_kind("school")(clause, passage) or (
        clause.lemma == "attend" and any(True for _ in bodies_by_verb(clause, passage))
    )


def _has_victim(clause: Clause, passage: Passage) -> bool:
    return clause.passive or object_kind(clause.objects, passage) in ("person", "group", "pronoun")


_HONOURING = frozenset(("award", "decorate", "bestow", "confer"))  # whatever has a name and is given so


def _has_award(clause: Clause, passage: Passage) -> bool:
    if _has_kind("award")(clause, passage) or any(
        t.text in post_nominals() for t in (*clause.objects, *clause.complements)
    ):
        return True
    given = [*clause.objects, *(clause.subjects if clause.passive else ()), *clause.prep_objects("with")]
    return clause.lemma in _HONOURING and any(
        t.pos_ == "PROPN" and passage.person(t) is None and not is_organisation(t, passage.entities)
        for t in given
    )


def _has_police(clause: Clause, passage: Passage) -> bool:
    doers = clause.agents if clause.passive else clause.subjects
    return any(has_head(t, "police") for t in doers)


#: what a predicate class may ask of a clause
NEEDS: dict[str, Callable[[Clause, Passage], bool]] = {
    "place": _has_place,
    "organisation": _has_organisation,
    "person": _has_person,
    "victim": _has_victim,
    "role": _has_role,
    "thing": _has_thing,
    "school": _has_school,
    "force": _has_kind("force"),
    "prison": _has_kind("prison"),
    "award": _has_award,
    "police": _has_police,
}


def argument_kinds(clause: Clause, passage: Passage) -> list[str]:
    """Return what kinds of argument the clause has whatever its verb: a place, a school, a fighting force."""
    if clause.kinds is None:
        clause.kinds = [kind for kind, has in NEEDS.items() if has(clause, passage)]
    return clause.kinds
