"""Typing: which statement a clause makes of each person in it, by the class of its predicate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factoid.reading.orders import order_ending
from factoid.reading.parse import Token, sentence_of
from factoid.reading.statements.clauses.arguments import NEEDS, argument_kinds
from factoid.reading.statements.clauses.clauses import Clause
from factoid.reading.statements.clauses.phrases import has_head, heads_of_prepositions, is_place
from factoid.reading.statements.deeds.plain_needs import REFLEXIVE
from factoid.reading.statements.lexicon import PredicateClass, patterns, role_words, verbs, word_list
from factoid.reading.statements.passage import Passage

#: the types that a clause may state; kinship, ties, names and faith are read by their own families
CLAUSE_TYPES = (
    "birth", "death", "burial", "occupation", "education", "membership", "office", "rank", "award",
    "residence", "travel", "arrest", "sentence", "imprisonment", "release", "service", "work", "meeting",
    "action", "event",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who has a part in a clause, and which."""

    clause: Clause
    person: str
    token: Token | None  #: where the person is meant; None where left out
    side: str  #: doer, sufferer, companion, owner (of what does it), beside (after another preposition)


def parties(clause: Clause, passage: Passage) -> list[Party]:
    """Return everybody in the clause, each once, in the likeliest part."""
    found: dict[str, Party] = {}

    def add(side: str, persons: Sequence[tuple[str, Token | None]]) -> None:
        for person, token in persons:
            found.setdefault(person, Party(clause, person, token, side))

    add("sufferer" if clause.passive else "doer", passage.doers(clause))
    add("doer", passage.persons(clause.agents))
    add("sufferer", passage.persons([*clause.objects, *clause.datives]))
    add("sufferer", _fellow_sufferers(clause, passage))
    add("companion", companions(clause, passage))
    add("owner", owners_of_subject(clause, passage))
    add("beside", passage.persons([head for _, head in clause.preps]))
    add("owner", passage.persons([c for o in clause.objects for c in o.children if c.dep_ == "poss"]))
    return list(found.values())


_ONESELF = frozenset(("oneself",))


def classes_of(clause: Clause, passage: Passage) -> list[PredicateClass]:
    """Return the predicate classes whose words and needs the clause meets, the likeliest first."""
    found: list[PredicateClass] = []
    words = (
        clause.words | _ONESELF
        if any(t.tag_ == "PRP" and t.lower_ in REFLEXIVE for t in clause.objects)
        else clause.words
    )
    for pattern in patterns().get(clause.lemma, ()):
        if pattern.words and not pattern.words <= words:
            continue
        kind = pattern.of
        if kind in found or (kind.only_passive and not clause.passive):
            continue
        if kind.needs is None or NEEDS[kind.needs](clause, passage):
            found.append(kind)
    return found


def is_only_tried(clause: Clause) -> bool:
    """Whether it is said to be tried, refused, planned or nearly done: *tried to hang himself*, *nearly drowned*."""
    above = clause.verb.head
    if any(c.lower_ in ("nearly", "almost") and c.i == clause.verb.i - 1 for c in clause.verb.children):
        return True
    return clause.verb.dep_ == "xcomp" and above.lemma_.lower() in word_list("not_yet_done")


def companions(clause: Clause, passage: Passage) -> list[tuple[str, Token]]:
    """Return the persons who do it together with the subject."""
    beside = clause.prep_objects("with", "together with", "alongside", "beside", "accompanied by")
    return passage.persons([*beside, *(h for o in clause.objects for h in heads_of_prepositions(o, "with"))])


_SUFFERED_TOGETHER = frozenset(("arrest", "death", "sentence", "imprisonment", "release"))


def _fellow_sufferers(clause: Clause, passage: Passage) -> list[tuple[str, Token]]:
    """Return the persons to whom the same is done: *arrested Ida Low together with her brother Karl*."""
    is_suffered = clause.passive or bool(passage.persons(clause.objects))
    if not is_suffered or all(k.passive not in _SUFFERED_TOGETHER for k in classes_of(clause, passage)):
        return []
    heads = (head for _, head in clause.preps if head.head.lower_ == "with" and head.head.i > 0)
    return passage.persons([h for h in heads if h.head.nbor(-1).lower_ in ("together", "along")])


def owners_of_subject(clause: Clause, passage: Passage) -> list[tuple[str, Token]]:
    """Return those whose head, house, ship does or suffers it."""
    return passage.persons(
        [c for s in clause.subjects if passage.person(s) is None for c in s.children if c.dep_ == "poss"]
    )


# --- what a clause cannot state ---

#: special types with the kinds of argument that may carry them where the verb's own class does not
_SUPPORTED_BY = {
    "office": frozenset(("role",)),
    "education": frozenset(("school",)),
    "arrest": frozenset(("police",)),
    "release": frozenset(),
    "imprisonment": frozenset(("prison",)),
    "service": frozenset(("force",)),
    "membership": frozenset(("organisation",)),
    "award": frozenset(("award",)),
    "meeting": frozenset(),
    "work": frozenset(),
    "residence": frozenset(("place",)),
}
_NOT_REFUSED = frozenset(("education", "membership", "residence", "award", "travel", "meeting"))


_POSTS = frozenset(("occupation", "office", "rank"))
_NOT_YET_SUFFERED = frozenset(("death", "burial", "imprisonment", "travel"))
#: with what a life ends
ENDS_OF_LIFE = frozenset(("death", "burial"))
#: what somebody did, of no special type
DEEDS = frozenset(("action", "event"))


def _has_addressee(clause: Clause, passage: Passage) -> bool:
    """Whether it is written to somebody: *wrote to his wife*."""
    return bool(passage.persons([*clause.datives, *clause.prep_objects("to")]))


def _is_of_a_post(clause: Clause) -> bool:
    """Whether it tells of a post that somebody holds, where there are pupils too: *returned as dean*."""
    if clause.lemma in verbs("learning") - {"hold", "take", "receive", "get", "obtain"}:
        return False
    return any(o.lemma_.lower() in verbs("posts") for o in clause.objects) or any(
        role_words().get(n.lemma_.lower()) == "office" for n in clause.prep_objects("as")
    )


def impossible_types(clause: Clause, passage: Passage) -> frozenset[str]:
    """Return the special types that no word of the clause can mean, however likely they look otherwise."""
    meant = {type_ for kind in classes_of(clause, passage) for type_ in (kind.active, kind.passive)}
    kinds = frozenset(argument_kinds(clause, passage))
    found = {t for t, support in _SUPPORTED_BY.items() if t not in meant and support.isdisjoint(kinds)}
    if "residence" in meant and "travel" not in meant:  # *lived in Paris and Vienna* tells of no journey
        found.add("travel")
    if "award" in kinds and "role" not in kinds:  # *was appointed MBE*
        found.add("office")
    if any(
        c.lower_ == "resident" for c in clause.complements
    ):  # *is a resident of Boston*; the Resident is one
        found.add("office")
    if _is_of_a_post(clause):
        found.add("education")
    if any(order_ending(o) is not None for o in clause.objects):  # *received the St Vladimir 4th degree*
        found.add("education")
    if "prison" in kinds:  # *spent two years in prison in Graz*
        found.add("residence")
    if _is_only_sentenced(clause, passage):
        found |= _NOT_YET_SUFFERED
    if clause.lemma in verbs("naming") and passage.persons(clause.complements):
        found |= _POSTS  # *the boy was named Otto Lind*
    return frozenset(found).union(_refuted_by_verb(clause, passage))


def _is_cause(noun: Token, passage: Passage) -> bool:
    """Whether it is a thing contended for, nobody's army: a common noun that names no force, place or people."""
    is_common = noun.pos_ == "NOUN" and noun.text[:1].islower() and passage.person(noun) is None
    return is_common and not (
        has_head(noun, "force") or is_place(noun, passage.entities) or noun.tag_ == "NNS"
    )


def _is_only_sentenced(clause: Clause, passage: Passage) -> bool:
    """Whether it is what somebody was sentenced to: *sentenced by the troika on 3 May to be shot*."""
    verb = clause.verb
    if not any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return False
    before = verb.doc[max(verb.i - _FAR, sentence_of(verb).start) : verb.i]
    return any(t.i in passage.clauses and t.lemma_.lower() in verbs("sentencing") for t in before)


_FAR = 16  #: words


def _refuted_by_verb(clause: Clause, passage: Passage) -> Iterator[str]:
    """Yield the types that the verb of a clause rules out."""
    lemma = clause.lemma
    below = {c.dep_ for c in clause.verb.children if c.dep_ in ("ccomp", "xcomp") and c.pos_ == "VERB"}
    if lemma == "seize" and clause.prep_objects("with"):
        yield "arrest"  # *was seized with grief*
    if lemma in verbs("ageing"):
        yield from ENDS_OF_LIFE
    if lemma in verbs("light") and "xcomp" in below:
        yield "office"  # *managed to flee*
    if lemma == "write" and not (clause.passive or clause.objects) and _has_addressee(clause, passage):
        yield "work"
    if lemma in verbs("contending") and any(
        _is_cause(n, passage) for n in clause.prep_objects("against", "for")
    ):
        yield "service"  # *campaigned against the closure of a school*
    if lemma == "ordain" and clause.passive:
        yield "office"  # an order is no post
    if lemma in verbs("refuse"):
        yield from _NOT_REFUSED
    if lemma in verbs("outliving") and (clause.passive or passage.persons(clause.objects)):
        yield from DEEDS  # *is survived by two sons*: who they are is told, nothing that they did
    if lemma in verbs("perceiving") and below:
        yield "meeting"  # *saw the mate open the valves*
