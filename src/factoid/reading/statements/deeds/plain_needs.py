"""What a plain deed asks of its clause: a term of punishment, a court, a war, somebody met."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from factoid.reading.clause import SUBJECTS
from factoid.reading.parse import Token
from factoid.reading.statements.clauses.arguments import NEEDS as KINDS
from factoid.reading.statements.clauses.arguments import WHEN, object_kind
from factoid.reading.statements.clauses.clauses import Clause
from factoid.reading.statements.clauses.phrases import has_head, heads_of_prepositions, is_place
from factoid.reading.statements.lexicon import bodies, word_list
from factoid.reading.statements.passage import Passage
from factoid.reading.word_classes import noun_classes

REFLEXIVE = frozenset(("himself", "herself", "themselves", "myself", "yourself", "itself"))
_SPANS = frozenset(("year", "month", "week", "day"))
_OTHER_CLAUSES = frozenset(("advcl", "relcl", "parataxis", "ccomp", "xcomp", "acl", "nsubj", "nsubjpass"))
_FAR = 3  #: steps from the verb to a word that belongs to its phrase


def words_of(clause: Clause) -> frozenset[str]:
    """Return the words that belong to the verb, as lemmas and as they stand; *oneself* for what is reflexive.

    Prepositions belong to it only near the verb: *tried for theft*, not *tried to pay for it*.
    """
    found: set[str] = set()
    stack = [(clause.verb, 0)]
    while stack:
        token, depth = stack.pop()
        for child in token.children:
            if child.dep_ in _OTHER_CLAUSES or (child.dep_ == "conj" and depth == 0):
                continue
            if child.pos_ == "ADP" and depth > 1:
                continue
            found.update((child.lemma_.lower(), child.lower_))
            if child.lower_ in REFLEXIVE:
                found.add("oneself")
            if depth + 1 < _FAR:
                stack.append((child, depth + 1))
    return frozenset(found)


def terms(clause: Clause) -> Iterator[Token]:
    """Yield the nouns that tell to how much somebody was sentenced: *ten years*, *life*, *death*."""
    nouns = [*clause.objects, *clause.datives, *clause.prep_objects("to", "for")]
    if clause.datives:
        nouns += [c for c in clause.verb.children if c.dep_ == "npadvmod"]  # *gave him three years*
    for noun in nouns:
        lemma = noun.lemma_.lower()
        of = list(heads_of_prepositions(noun, "of"))
        if lemma in _SPANS and any(
            word_list("punishments").isdisjoint((h.lower_, *(c.lower_ for c in h.children))) for h in of
        ):
            continue  # ten years of peace
        if any(c.dep_ in ("relcl", "acl") for c in noun.children):
            continue  # two years to live
        counted = any(c.dep_ == "nummod" or c.tag_ == "CD" for c in noun.children)
        if (lemma in _SPANS and counted) or lemma in word_list("terms"):
            yield noun


def _has_term(clause: Clause, _: Passage) -> bool:
    return next(terms(clause), None) is not None and not any(c.dep_ == "xcomp" for c in clause.verb.children)


def _has_tidings(clause: Clause, _: Passage) -> bool:
    """Whether news is learnt, no trade: *learned that he was free*, *learned of his arrest*; not *learned to fly*."""
    return any(c.dep_ == "ccomp" for c in clause.verb.children) or (
        not clause.objects and bool(clause.prep_objects("of", "about"))
    )


def _has_court(clause: Clause, passage: Passage) -> bool:
    """Whether a court does it, or nobody is named who does."""
    doers = clause.agents if clause.passive else clause.subjects
    if not doers:
        return clause.passive
    return any(
        t.lemma_.lower() in word_list("courts") or t.lower_ == "they" or is_place(t, passage.entities)
        for t in doers
    )


def _has_captor(clause: Clause, passage: Passage) -> bool:
    """Whether it is into the hands of police, soldiers or a people that somebody fell."""
    owners = [
        h for _, n in clause.preps for h in (*heads_of_prepositions(n, "of"), *_possessors(n))
    ] + clause.prep_objects("to")
    return any(
        has_head(t, "police")
        or has_head(t, "force")
        or t.lemma_.lower() in ("enemy", "pirate", "corsair", "bandit", "troop", "soldier", "rebel")
        or t.pos_ == "PROPN"
        or t.tag_ == "NNPS"
        or passage.entities.label_of(t) == "people"
        for t in owners
    )


def _possessors(noun: Token) -> list[Token]:
    return [c for c in noun.children if c.dep_ == "poss"]


def _goals(clause: Clause) -> list[Token]:
    return [*clause.prep_objects("to", "into", "for", "at", "back to"), *clause.datives]


def _is_spot(noun: Token, passage: Passage) -> bool:
    return is_place(noun, passage.entities) or (
        noun.pos_ == "PROPN" and passage.person(noun) is None and not passage.dates.is_time(noun)
    )


def _goes_nowhere(clause: Clause, passage: Passage) -> bool:
    return not any(_is_spot(t, passage) for t in clause.prep_objects("to", "into"))


def _has_spot(clause: Clause, passage: Passage) -> bool:
    nouns = clause.prep_objects("to", "into")
    nouns += [c for n in nouns for c in n.children if c.dep_ == "compound"]  # *to the Tashkent office*
    return any(_is_spot(t, passage) for t in nouns)


_ABSTRACT = frozenset(("communication.0", "attribute.0", "cognition.0", "measure.0"))
_SOMEWHERE = frozenset(
    ("structure.0", "location.0", "region.0", "district.0", "region.1", "organization.0", "artifact.0",
     "geological_formation.0", "body_of_water.0", "group.0", "geographical_area.0", "person.0", "thing.0")
)  # fmt: skip


def _has_abstract_goal(clause: Clause, passage: Passage) -> bool:
    """Whether what is reached is nowhere: *arrived at a compromise*, *went to great lengths*."""
    goals = [t for t in _goals(clause) if not passage.dates.is_time(t)]
    return bool(goals) and all(_is_abstract(t, passage) for t in goals)


def _is_abstract(noun: Token, passage: Passage) -> bool:
    lemma = noun.lemma_.lower()
    if noun.pos_ != "NOUN" or noun.text[:1].isupper() or is_place(noun, passage.entities):
        return lemma in ("another",)
    if lemma in ("throne", "power", "term", "blow", "trial", "work", "study", "research"):
        return True
    kinds = noun_classes(lemma)
    return not _ABSTRACT.isdisjoint(kinds) and _SOMEWHERE.isdisjoint(kinds) and lemma not in ("war", "exile")


def _has_stronghold(clause: Clause, passage: Passage) -> bool:
    taken = clause.subjects if clause.passive else clause.objects
    return any(is_place(t, passage.entities) or t.lemma_.lower() in word_list("strongholds") for t in taken)


def _has_battle(clause: Clause, passage: Passage) -> bool:
    """Whether it was at a place, or in a war, that others were defeated."""
    return any(_is_spot(t, passage) for t in clause.prep_objects("at", "near")) or _has_war(clause, passage)


def _has_war(clause: Clause, passage: Passage) -> bool:
    nouns = [*clause.objects, *(h for p, h in clause.preps if p not in WHEN)]
    nouns += [h for c in clause.complements for h in heads_of_prepositions(c, "at", "in")]
    return any(has_head(t, "war") and passage.person(t) is None for t in nouns)


def _has_person(clause: Clause, passage: Passage) -> bool:
    suffer = clause.subjects if clause.passive else clause.objects
    return bool(passage.persons(suffer)) and not _is_reflexive(clause)


def _is_reflexive(clause: Clause) -> bool:
    return any(t.lower_ in REFLEXIVE for t in (*clause.objects, *clause.datives))


def acts_on_others(clause: Clause, passage: Passage) -> bool:
    """Whether it is done to a person or a group, not to oneself."""
    if _is_reflexive(clause):
        return False
    others = [
        *clause.objects,
        *clause.datives,
        *(h for p, h in clause.preps if p in ("on", "upon", "to", "against")),
    ]
    if clause.passive or any(_are_people(t) for t in others):
        return True
    return object_kind(others, passage) in ("person", "group", "pronoun", "body")


def _are_people(noun: Token) -> bool:
    """Whether it is a plural of people: *her slaves*, *the rebels*."""
    return noun.tag_ in ("NNS", "NNPS") and "person.0" in noun_classes(noun.lemma_.lower())


def _has_somebody(clause: Clause, passage: Passage) -> bool:
    beside = [h for _, h in clause.preps]
    beside += [h for o in clause.objects for h in heads_of_prepositions(o, "with", "of", "to")]
    return bool(passage.persons(beside))


def _with_somebody(clause: Clause, passage: Passage) -> bool:
    return bool(passage.persons(clause.prep_objects("with")))


def _to_somebody(clause: Clause, passage: Passage) -> bool:
    return bool(passage.persons([*clause.prep_objects("to"), *clause.datives])) and _has_person(
        clause, passage
    )


def _is_received(clause: Clause, _: Passage) -> bool:
    """Whether somebody was received as a guest, not into something or as something."""
    return not clause.prep_objects("as", "into", "in") or bool(clause.agents)


def _are_two(clause: Clause, passage: Passage) -> bool:
    return not clause.passive and not clause.objects and len(passage.doers(clause)) > 1


def _makes_somebody(clause: Clause, passage: Passage) -> bool:
    """Whether somebody is helped or made to do something: *helped his son to escape*."""
    told = (c for c in clause.verb.children if c.dep_ in ("xcomp", "ccomp") and c.i in passage.clauses)
    return _has_person(clause, passage) or any(
        passage.persons(c) for t in told if (c := [n for n in t.children if n.dep_ == "nsubj"])
    )


def _has_done(clause: Clause, passage: Passage) -> bool:
    """Whether somebody has something done to another: *had her arrested*."""
    done = (
        c
        for c in clause.verb.rights
        if c.dep_ in ("ccomp", "xcomp")
        and c.tag_ == "VBN"
        and not any(g.dep_ in ("aux", "auxpass", "mark") for g in c.children)
    )
    return any(passage.persons([n for n in c.children if n.dep_ in SUBJECTS]) for c in done) and not any(
        c.dep_ == "aux" for c in clause.verb.children
    )


def _is_let(clause: Clause, _: Passage) -> bool:
    above = clause.verb.head
    is_passive = any(c.dep_ == "auxpass" for c in above.children)  # *was let go* tells it itself
    return clause.verb.dep_ in ("ccomp", "xcomp") and above.lemma_.lower() == "let" and not is_passive


def _is_getting(clause: Clause, _: Passage) -> bool:
    return clause.verb.dep_ == "xcomp" and clause.verb.head.lemma_.lower() in ("get", "come")


def _is_eager(clause: Clause, _: Passage) -> bool:
    """Whether somebody is only dying to do something."""
    return clause.verb.tag_ == "VBG" and any(
        c.dep_ == "xcomp" or (c.dep_ == "prep" and c.lower_ == "for") for c in clause.verb.children
    )


def _out_of_prison(clause: Clause, passage: Passage) -> bool:
    left = clause.prep_objects("from", "out of", "out from")
    left += clause.objects if clause.lemma == "leave" else []
    return any(t.lemma_.lower() in word_list("prisons") and not passage.dates.is_time(t) for t in left)


def _has_illness(clause: Clause, _: Passage) -> bool:
    doers = [*(clause.agents if clause.passive else clause.subjects), *clause.prep_objects("by")]
    return any(
        not _ILLS.isdisjoint(noun_classes(t.lemma_.lower()))
        or t.lemma_.lower() in ("cholera", "plague", "typhus", "influenza", "illness", "disease")
        for t in doers
    )


_ILLS = frozenset(("disease.0", "illness.0", "ill_health.0", "pathological_state.0", "disorder.0"))


def _of_remains(clause: Clause, _: Passage) -> bool:
    nouns = [*clause.subjects, *clause.objects]
    return any(t.lemma_.lower() in word_list("remains") or t.lower_ in word_list("remains") for t in nouns)


def _of_funeral(clause: Clause, _: Passage) -> bool:
    return any(t.lemma_.lower() in ("funeral", "burial", "interment") for t in clause.subjects)


def _has_work(clause: Clause, passage: Passage) -> bool:
    done = clause.subjects if clause.passive else clause.objects
    return any(t.lemma_.lower() in bodies("work") for t in done) and not passage.persons(done)


#: what a plain deed may ask of a clause
NEEDS: dict[str, Callable[[Clause, Passage], bool]] = {
    "term": _has_term,
    "court": _has_court,
    "captor": _has_captor,
    "police": KINDS["police"],
    "prison": KINDS["prison"],
    "at_place": lambda clause, passage: any(
        _is_spot(t, passage) for t in clause.prep_objects("in", "at", "near")
    ),
    "nowhere": _goes_nowhere,
    "spot": _has_spot,
    "abstract_goal": _has_abstract_goal,
    "stronghold": _has_stronghold,
    "battle": _has_battle,
    "war": _has_war,
    "person": _has_person,
    "tidings": _has_tidings,
    "no_object": lambda clause, _: not clause.objects and not clause.passive,
    "others": acts_on_others,
    "suffered": lambda clause, _: clause.passive,
    "somebody": _has_somebody,
    "companion": _with_somebody,
    "to_person": _to_somebody,
    "received": _is_received,
    "two": _are_two,
    "told_person": _makes_somebody,
    "had_done": _has_done,
    "let": _is_let,
    "getting": _is_getting,
    "eager": _is_eager,
    "out_of_prison": _out_of_prison,
    "illness": _has_illness,
    "remains": _of_remains,
    "funeral": _of_funeral,
    "work": _has_work,
}
