"""Finding the clauses of a parse, each with its arguments, however the sentence hands these over.

A clause's subject may stand in it, or come from the verb it is coordinated with, the noun it qualifies, the
verb that governs it; or be left out, as notes and dictionaries do.
"""

from __future__ import annotations

from collections.abc import Iterator

from factoid.reading.clause import SUBJECTS, whom_relative_tells
from factoid.reading.parse import Doc, Token
from factoid.reading.statements.clauses.clauses import (
    Clause,
    is_behind_an_age,
    is_charge,
    is_predicate,
    with_conjuncts,
)
from factoid.reading.statements.clauses.subjects import (
    subjects_at,
    take_displaced_subject,
    take_subject,
)
from factoid.reading.statements.lexicon import mended_lemma, verbs

_RELATIVE = ("WDT", "WP", "WP$")
_NEGATIONS = frozenset(("never", "no", "nor", "neither", "hardly"))
_GOALS = ("to", "into", "onto", "towards")  # dismissed and exiled to Rhodes: where the second alone leads
_ITS_OWN = frozenset(("dobj", "attr", "oprd", "ccomp", "xcomp"))


def find_clauses(doc: Doc) -> dict[int, Clause]:
    """Return the clauses of a parsed piece by the position of their verbs, in order."""
    finder = _Finder()
    for token in doc:
        if is_predicate(token):
            finder.clause(token)
    return dict(sorted(finder.known.items()))


class _Finder:
    def __init__(self) -> None:
        self.known: dict[int, Clause] = {}
        self.open: set[int] = set()

    def clause(self, verb: Token) -> Clause:
        if verb.i in self.known:
            return self.known[verb.i]
        self.open.add(verb.i)
        children = list(verb.children)
        clause = Clause(verb, _lemma(verb), passive=any(c.dep_ in ("auxpass", "nsubjpass") for c in children))
        self._arguments(clause, children)
        clause.parent = None if _stands_beside(verb) else _governor(verb)
        self._shared(clause)
        if clause.subjects:
            self._relative_subject(clause)
        else:
            self._inherit(clause)
        self._relative_object(clause)
        if _lacks_object(clause):  # *Ansari appointed as director in 2010*
            clause.passive = True
        self.known[verb.i] = clause
        self.open.discard(verb.i)
        return clause

    def _arguments(self, clause: Clause, children: list[Token]) -> None:
        words = set()
        for child in children:
            dep = child.dep_
            words.add(child.lemma_.lower())
            words.update(g.lemma_.lower() for g in child.children)
            for noun in subjects_at(child):
                take_subject(clause, noun)
            if dep == "dobj":
                clause.objects += with_conjuncts(child)
                clause.datives += _given_to(child, clause)
                clause.objects += _held_as(child)
            elif dep == "dative":
                clause.datives += _objects_of(child) or with_conjuncts(child)
            elif dep in ("attr", "oprd", "acomp") and not is_behind_an_age(child):
                clause.complements += with_conjuncts(child)
            elif dep == "agent":
                clause.agents += _objects_of(child)
            elif _is_prepositional(child):
                clause.preps += list(_prepositional(child))
            elif dep == "advmod":
                clause.preps += [
                    pair for c in child.children if c.dep_ == "prep" for pair in _prepositional(c)
                ]
        take_displaced_subject(clause)
        clause.negated = any(c.dep_ == "neg" or c.lower_ in _NEGATIONS for c in children)
        clause.words = frozenset(words)

    def _shared(self, clause: Clause) -> None:
        """Give the verb what stands behind the one joined to it: *born and raised in Riga*."""
        last = _last_beside(clause.verb)
        if last is None or any(c.dep_ in _ITS_OWN for c in last.rights):
            return  # captured, and spent three years in a camp: not captured in it
        preps = [child for child in last.rights if child.dep_ == "prep" and child.lower_ not in _GOALS]
        clause.preps += [pair for prep in preps for pair in _prepositional(prep)]
        if preps:
            clause.shared_to = preps[-1].right_edge.i
            clause.words |= {t.lemma_.lower() for prep in preps for t in (prep, *prep.children)}

    def _relative_subject(self, clause: Clause) -> None:
        if clause.verb.dep_ == "relcl" or clause.subjects[0].tag_ in _RELATIVE:
            antecedent = _antecedent(clause.verb)
            if antecedent is not None and clause.subjects[0].tag_ in _RELATIVE:
                named = with_conjuncts(antecedent) if antecedent.pos_ != "VERB" else []
                clause.subjects = [n for n in named if n.i < clause.verb.i]
                clause.subject_from = "relative"

    def _relative_object(self, clause: Clause) -> None:
        antecedent = _antecedent(clause.verb)
        if antecedent is None:
            return
        clause.objects = [antecedent if o.tag_ in _RELATIVE else o for o in clause.objects]
        clause.agents = [antecedent if o.tag_ in _RELATIVE else o for o in clause.agents]
        clause.preps = [(p, antecedent if o.tag_ in _RELATIVE else o) for p, o in clause.preps]
        clause.datives = [antecedent if o.tag_ in _RELATIVE else o for o in clause.datives]

    def _inherit(self, clause: Clause) -> None:
        verb, head, dep = clause.verb, clause.verb.head, clause.verb.dep_
        if dep == "acl" or (dep == "relcl" and verb.tag_ in ("VBN", "VBG")):
            clause.passive = verb.tag_ == "VBN"
            is_behind_date = verb.tag_ == "VBN" and head.ent_type_ in ("DATE", "TIME")
            if verb.tag_ != "VB" and not is_behind_date:  # On 3 May, betrayed by a clerk, she fled
                clause.subjects, clause.subject_from = with_conjuncts(head)[:1], "noun"
                return
        governor = _governor(verb)
        if governor is None or governor.i in self.open or governor.i == verb.i:
            clause.subject_from = "left out"
            clause.passive = clause.passive or (
                verb.tag_ == "VBN" and not _has_aux(verb) and not _takes_its_object(clause)
            )
            return
        other = self.clause(governor)
        if _tells_what_follows(verb):
            clause.subject_from = "control"
            return
        if dep == "conj":
            clause.subjects, clause.subject_from = (
                other.subjects,
                "conjunct" if not other.left_out else "left out",
            )
            is_bare = verb.tag_ in ("VBN", "VBD") and not _has_aux(verb)
            if other.passive and is_bare and not (verb.tag_ == "VBD" and _takes_its_object(clause)):
                clause.passive = True
            return
        clause.passive = clause.passive or (verb.tag_ == "VBN" and not _has_aux(verb))
        controlled = (
            dep in ("xcomp", "ccomp")
            and bool(other.objects)
            and not other.passive
            and other.lemma in verbs("object_control")
        )
        controlled = controlled or (
            is_charge(verb, other.lemma) and not other.passive and bool(other.objects)
        )
        clause.subjects = other.objects[:1] if controlled else other.subjects
        clause.subject_from = "left out" if not clause.subjects and other.left_out else "control"


def _is_prepositional(child: Token) -> bool:
    """Whether a preposition tells more of the verb, or goes on from one: *married to Ann, and then to Ida*."""
    goes_on = child.dep_ == "conj" and child.pos_ == "ADP"
    return (child.dep_ == "prep" or goes_on) and child.lower_ != "according"  # who tells it has no part in it


def _given_to(thing: Token, clause: Clause) -> list[Token]:
    """Return who gets a thing, where the parser takes the name for a part of it: *lent Karl Low fifty pounds*."""
    if clause.lemma not in verbs("handing"):
        return []
    before = [c for c in thing.lefts if c.dep_ in ("amod", "compound", "nmod") and c.pos_ == "PROPN"]
    after = (c.i for c in thing.lefts if c.dep_ in ("det", "nummod", "poss"))
    first = min(after, default=0)
    return [name for name in before if name.i < first][-1:]


def _held_as(noun: Token) -> list[Token]:
    """Return who is held, where the parser takes the name for a part of the noun: *took Karl Low captive*."""
    if noun.lower_ not in ("captive", "prisoner", "hostage") or any(c.dep_ == "det" for c in noun.lefts):
        return []
    return [c for c in noun.lefts if c.dep_ in ("amod", "compound", "nmod") and c.pos_ == "PROPN"][-1:]


def _stands_beside(verb: Token) -> bool:
    """Whether a semicolon parts it from the clause the parser hangs it on: neither reports the other."""
    head = verb.head
    between = verb.doc[min(verb.i, head.i) : max(verb.i, head.i)]
    return verb.dep_ == "ccomp" and any(t.text == ";" for t in between)


def _last_beside(verb: Token) -> Token | None:
    """Return the last of the verbs that stand right beside one another, where nothing stands between them."""
    at, last = verb, None
    while True:
        joined = next((c for c in at.rights if c.dep_ == "conj" and c.pos_ in ("VERB", "AUX")), None)
        if joined is None or any(c.dep_ in SUBJECTS or c.dep_ in ("aux", "auxpass") for c in joined.children):
            return last
        between = verb.doc[at.i + 1 : joined.i]
        if any(t.dep_ != "cc" and not t.is_punct and t.pos_ != "ADV" for t in between):
            return last
        at = last = joined


def _tells_what_follows(verb: Token) -> bool:
    """Whether a participle behind a comma has the whole clause for its subject: *…, enabling him to write*."""
    return (
        verb.tag_ == "VBG"
        and verb.dep_ == "advcl"
        and verb.i > verb.head.i
        and verb.doc[verb.left_edge.i - 1].text == ","
        and _lemma(verb) in verbs("resulting")
    )


def _takes_its_object(clause: Clause) -> bool:
    """Whether a verb without a subject has an object of its own: *Left Delhi*, unlike *Awarded the Order*."""
    teaches = clause.lemma == "teach" and not clause.agents  # *Taught weaving at Riga*
    return bool(clause.objects) and (teaches or clause.lemma not in verbs("giving"))


def _lacks_object(clause: Clause) -> bool:
    """Whether a verb that takes an object has none: what looks like its subject suffers it."""
    return (
        not clause.passive
        and clause.verb.tag_ in ("VBD", "VBN")
        and clause.lemma in verbs("killing" if clause.left_out else "needing_object")
        and not (clause.lemma == "shoot" and clause.prep_objects("at"))
        and not clause.objects
        and not any(c.dep_ in ("ccomp", "xcomp", "oprd", "aux", "dative") for c in clause.verb.children)
    )


def _objects_of(preposition: Token) -> list[Token]:
    return [g for c in preposition.children if c.dep_ == "pobj" for g in with_conjuncts(c)]


def _lemma(verb: Token) -> str:
    return mended_lemma(str(verb.lemma_.lower()))


def _has_aux(verb: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def _prepositional(prep: Token) -> Iterator[tuple[str, Token]]:
    for child in prep.children:
        if child.dep_ in ("pobj", "pcomp") and child.pos_ != "VERB":
            for head in with_conjuncts(child):
                yield prep.lower_, head
        elif child.dep_ == "prep":
            for _, head in _prepositional(child):
                yield f"{prep.lower_} {child.lower_}", head
        elif child.dep_ == "conj" and child.pos_ == "ADP":
            yield from _prepositional(child)


def _governor(verb: Token) -> Token | None:
    """Return the nearest predicate above."""
    token = verb
    while token.head.i != token.i:
        token = token.head
        if is_predicate(token):
            return token
    return None


def _antecedent(verb: Token) -> Token | None:
    token = verb
    while token.dep_ in ("conj", "xcomp", "ccomp") and token.head.i != token.i:
        token = token.head
    return whom_relative_tells(token.head, token) if token.dep_ == "relcl" else None
