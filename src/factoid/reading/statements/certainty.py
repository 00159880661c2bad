"""How a source commits itself: doubt, hearsay with its speaker, denial; and what it leaves open."""

from __future__ import annotations

import re
from typing import NamedTuple

from factoid.model import Certainty, Span
from factoid.reading.clause import subject_of
from factoid.reading.parse import Token, sentence_of
from factoid.reading.statements.clauses.clauses import Clause, is_charge, is_predicate
from factoid.reading.statements.clauses.phrases import phrase
from factoid.reading.statements.lexicon import hedges, verbs, word_list


class Commitment(NamedTuple):
    """How far a clause is asserted, and by whom if not by the author."""

    certainty: Certainty
    said_by: Span | None = None
    told: bool = True  #: False for questions and conditions, which state nothing


ASSERTED = Commitment(Certainty.ASSERTED)
_HEDGED = Commitment(Certainty.HEDGED)
_DENIED = Commitment(Certainty.DENIED)
_PRESUPPOSED = frozenset(("nsubj", "nsubjpass", "appos", "poss", "compound"))
_UNTOLD = Commitment(Certainty.ASSERTED, told=False)


def commitment(anchor: Token, clauses: dict[int, Clause]) -> Commitment:
    """Return how far the source commits itself to what the word says, from the clauses above it."""
    own = _of_the_word(anchor)
    if own is not None:
        return own
    verb, presupposed = anchor, _is_beside_its_name(anchor)
    while verb.i not in clauses and verb.head.i != verb.i:
        if verb.i != anchor.i and _own_doubt(verb):
            return _HEDGED
        presupposed = presupposed or verb.dep_ in _PRESUPPOSED
        verb = verb.head
    if presupposed:  # *his friend Ann was not there* denies that she was there, not that she is his friend
        return ASSERTED
    clause = clauses.get(verb.i)
    if clause is not None and anchor.i != verb.i and clause.lemma in verbs("refuse"):
        return _UNTOLD  # *refused a post at the university*: neither the post nor the university
    steps = 0
    while clause is not None and steps < 6:
        if _is_called_untrue(clause.verb) or (clause.verb.dep_ == "ccomp" and _is_disowned(clause.verb)):
            return _DENIED
        found = _of_clause(clause, clauses, is_first=steps == 0)
        if found is not None:
            return found
        dep = clause.verb.dep_
        if (dep in ("conj",) and clause.subject_from == "own") or dep in ("relcl", "acl", "advcl"):
            break
        clause = clauses.get(clause.parent.i) if clause.parent is not None else None
        steps += 1
    return ASSERTED


def _of_the_word(anchor: Token) -> Commitment | None:
    return _DENIED if _is_none_such(anchor) else _HEDGED if _own_doubt(anchor) else None


def _is_none_such(anchor: Token) -> bool:
    """Whether the word itself is denied by what it is joined to: *non-party*, *non-member*."""
    doc, at = anchor.doc, anchor.i
    joined = at > 1 and doc[at - 1].text in ("-", "\u2010", "\u2011") and doc[at - 2].lower_ == "non"
    return joined or anchor.lower_.startswith("non-") or anchor.lower_ == "nonparty"


_UNTRUE = r"not true|not so|untrue|false|wrong|an? (?:lie|invention|slander|fabrication|legend|myth)"
_DISOWNED = re.compile(
    rf"\s*(?:But |However, )?(?:(?:(?:all )?th[ai][ts]|it) (?:is|was) (?:simply |quite )?(?:{_UNTRUE})"
    r"|(?:none|nothing) of (?:this|that|it) (?:is|was) true)\s?[.;!]",
    re.IGNORECASE,
)


def _is_disowned(told: Token) -> bool:
    """Whether the sentence behind says of what is told that it is not so: *They say that he fled. This is not true.*"""
    last = sentence_of(told)[-1]
    return _DISOWNED.match(told.doc.text, last.idx + len(last.text)) is not None


def _is_called_untrue(told: Token) -> bool:
    """Whether the sentence itself says that what is told is not so: *That he invented the clock, is a legend*."""
    sentence = sentence_of(told)
    if sentence[0].text != "That" or told.dep_ in ("relcl", "acl", "advcl"):
        return False
    judged = _CALLED_UNTRUE.search(sentence.text)
    return judged is not None and told.idx - sentence[0].idx < judged.start()


_CALLED_UNTRUE = re.compile(r",? (?:is|was) (?:only |but |just )?(?:" + _UNTRUE + r")\s?[.;]")


def _is_beside_its_name(noun: Token) -> bool:
    """Whether a noun says what the one named right behind it is: *according to the consul Karl Lind*."""
    doc, at = noun.doc, noun.i
    if noun.pos_ != "NOUN" or at == 0 or at + 1 >= len(doc) or doc[at + 1].pos_ != "PROPN":
        return False
    name = doc[at + 1]
    is_one = noun.i in (name.head.i, name.head.head.i) or noun.head.i in (name.i, name.head.i)
    return doc[at - 1].lower_ == "the" and is_one


def _own_doubt(token: Token) -> bool:
    return any(
        c.lower_ in hedges("adverbs") for c in token.children if c.dep_ in ("advmod", "amod", "dep", "intj")
    )


def _of_clause(clause: Clause, clauses: dict[int, Clause], *, is_first: bool) -> Commitment | None:
    verb = clause.verb
    children = list(verb.children)
    lower = {c.lower_ for c in children}
    if is_first and (_is_inverted_condition(verb) or _is_if(children) or _is_asked(verb)):
        return _UNTOLD
    if (is_first and _is_unfulfilled(verb)) or _is_fiction(clause, clauses) or is_wish(clause, clauses):
        return _UNTOLD  # *wanted her to become a teacher*: she need not have
    if is_first and (_is_foretold(clause) or is_planned(verb)):
        return _UNTOLD
    if is_first and ((clause.negated and not _is_not_alone(clause)) or _is_not_lived_for(verb)):
        return _DENIED
    if lower & hedges("adverbs") or _is_hearsay(verb):
        return _HEDGED
    if (
        is_first
        and any(c.dep_ == "aux" and c.lower_ in hedges("modals") for c in children)
        and any(c.lower_ == "have" for c in children)
    ):
        return _HEDGED
    source = _according_to(verb) or _teller_taken_for_noun(verb)
    if source is not None:
        return Commitment(Certainty.ATTRIBUTED, phrase(source, article=True))
    if any(c.dep_ == "parataxis" and c.lemma_ in hedges("passive_report") for c in children):
        return _HEDGED
    above = clauses.get(clause.parent.i) if clause.parent is not None else None
    return _of_what_is_told(clause, above)


_ALONE = frozenset(("only", "sole", "first", "last"))


def _is_not_alone(clause: Clause) -> bool:
    """Whether somebody was such a one, and others too: *was not the only Scot at court*."""
    return any(
        child.lower_ in _ALONE and "the" in {c.lower_ for c in noun.lefts}
        for noun in clause.complements
        for child in noun.lefts
    )


def _is_not_lived_for(verb: Token) -> bool:
    """Whether somebody died before it: *did not live to see her*."""
    above = verb.head
    is_goal = verb.dep_ in ("xcomp", "advcl") and above.lemma_ == "live"
    return is_goal and any(c.dep_ == "neg" for c in above.children)


def _is_unfulfilled(verb: Token) -> bool:
    """Whether it would have happened, had something else: what follows from an unfulfilled condition."""
    would = any(c.dep_ == "aux" and c.lower_ in ("would", "could", "might", "'d") for c in verb.children)
    return would and any(
        _is_inverted_condition(c)
        or (c.dep_ == "advcl" and any(g.dep_ == "mark" and g.lower_ == "if" for g in c.children))
        for c in verb.children
    )


def _is_if(children: list[Token]) -> bool:
    return any(c.lower_ == "if" and c.dep_ == "mark" for c in children)


def _is_inverted_condition(verb: Token) -> bool:
    """Whether it is a condition without *if*: *had he sold the farm, he would have left*."""
    if verb.dep_ not in ("advcl", "ccomp") or verb.i > verb.head.i:
        return False
    subject = subject_of(verb)
    helps = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), None)
    return (
        subject is not None
        and helps is not None
        and helps.lower_ in ("had", "should", "were")
        and helps.i < subject.i
        and any(c.dep_ == "aux" and c.lower_ in ("would", "might", "could") for c in verb.head.children)
    )


_NOBODY = frozenset(("nobody", "noone", "none"))
_HOLDING = frozenset(("believe", "think", "suppose", "imagine", "accept"))
_HINDERED = frozenset(("but", "however", "instead", "until", "when"))


def is_planned(verb: Token) -> bool:
    """Whether it was only to be done: *was to be appointed*, *was about to leave*, *a plan to send her*.

    *He was to become president* tells what became of him, so that an active verb is a plan only where a *but* follows.
    """
    above = verb.head
    if not any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.lefts):
        return False
    if verb.dep_ in ("acl", "relcl"):
        return above.lemma_.lower() in word_list("plans")
    if verb.dep_ != "xcomp":
        return False
    if above.lower_ in word_list("to_come"):
        return True
    if above.lemma_ != "be" or any(c.dep_ in ("attr", "acomp") for c in above.children):
        return False
    if verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.lefts):
        return True
    later = verb.doc[verb.i + 1 : sentence_of(verb).end]
    return verb.lemma_ not in ("be", "become", "remain") and any(t.lower_ in _HINDERED for t in later)


def _is_foretold(clause: Clause) -> bool:
    """Whether somebody only says, fears or expects that it will happen: *predicted that he would soon die*."""
    verb = clause.verb
    will = any(c.dep_ == "aux" and c.lower_ in ("would", "will", "'d", "'ll", "shall") for c in verb.children)
    return will and verb.dep_ == "ccomp" and is_predicate(verb.head)


def _is_fiction(clause: Clause, clauses: dict[int, Clause]) -> bool:
    """Whether the clause tells what happens in a novel or a film, not who made it or what became of it."""
    if clause.lemma in hedges("authorship"):
        return False
    if any(
        p == "in" and n.lemma_.lower() in hedges("fictions") and n.i < clause.verb.i for p, n in clause.preps
    ):
        return True
    above = clauses.get(clause.parent.i) if clause.parent is not None else None
    return (
        above is not None
        and clause.verb.dep_ in ("ccomp", "xcomp")
        and any(s.lemma_.lower() in hedges("fictions") for s in above.subjects)
    )


def _of_what_is_told(clause: Clause, above: Clause | None) -> Commitment | None:
    """Return what the clause above says of the one that it tells: *said that he*, *the rumour that he*."""
    verb = clause.verb
    is_passive = verb.dep_ == "relcl" and any(
        c.dep_ == "nsubjpass" for c in verb.lefts
    )  # nothing else than its words
    if (
        (verb.dep_ == "acl" or is_passive)
        and _is_rumour(verb.head)
        and any(c.lower_ == "that" for c in verb.lefts)
    ):
        return _HEDGED
    return _of_clause_above(clause, above) if above is not None else None


def _of_clause_above(clause: Clause, above: Clause) -> Commitment | None:
    if is_charge(clause.verb, above.lemma):
        return _of_charge(above)
    return _of_report(clause, above) if clause.verb.dep_ in ("xcomp", "ccomp") else None


def _of_report(clause: Clause, above: Clause) -> Commitment | None:
    is_refused = above.lemma in verbs("refuse") and clause.verb.dep_ == "xcomp"
    if is_refused or above.lemma == "deny" or _is_disbelieved(above):  # *denied having met him*
        return _DENIED
    if above.lemma in hedges("verbs") and clause.verb.dep_ == "xcomp":
        return _HEDGED
    if clause.verb.dep_ == "ccomp" and any(map(_is_rumour, above.subjects)):  # rumours flew that he had fled
        return _HEDGED
    if above.lemma in hedges("claims") and clause.verb.dep_ == "xcomp":  # *claims to have escaped*
        said = next((phrase(s, article=True) for s in above.subjects if s.pos_ in ("NOUN", "PROPN")), None)
        return Commitment(Certainty.ATTRIBUTED, said) if said is not None else _HEDGED
    if above.lemma in hedges("passive_report") and above.passive:
        return _HEDGED
    if above.lemma in verbs("speech") and clause.verb.dep_ == "ccomp":
        for speaker in above.subjects[:1]:
            if speaker.lower_ in hedges("impersonal"):
                return _HEDGED
            if speaker.lower_ in ("i", "we"):
                return None
            return Commitment(Certainty.ATTRIBUTED, phrase(speaker, article=True))
    return None


def _is_rumour(noun: Token) -> bool:
    """Whether it is a noun for what is only said or supposed."""
    return noun.lemma_.lower() in hedges("rumours")


def _of_charge(above: Clause) -> Commitment:
    """Return who says it of whom they accuse: *the judge accused him of having sold it*."""
    who = [] if above.passive else [s for s in above.subjects[:1] if s.pos_ in ("NOUN", "PROPN")]
    return Commitment(Certainty.ATTRIBUTED, phrase(who[0], article=True)) if who else _HEDGED


def _is_disbelieved(above: Clause) -> bool:
    """Whether it is said to be held by nobody, or not to be held: *nobody believed that he had*, *did not think so*."""
    if above.lemma not in _HOLDING:
        return False
    return above.negated or any(
        s.lower_ in _NOBODY or (s.lower_ == "one" and any(c.lower_ == "no" for c in s.children))
        for s in above.subjects
    )


def _according_to(verb: Token) -> Token | None:
    for child in verb.children:
        if child.lower_ == "according":
            for to in child.children:
                for source in to.children:
                    if source.dep_ == "pobj":
                        return source
    return None


def _is_hearsay(verb: Token) -> bool:
    """Whether a noun calls it what is only told or thought: *there is a theory that he drowned himself*."""
    noun = verb.head
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in hedges("hearsay_nouns") or noun.i > verb.i:
        return False
    that = next((c for c in verb.lefts if c.lower_ == "that"), None)
    return that is not None and that.dep_ == "mark" and verb.dep_ in ("acl", "ccomp", "relcl", "appos")


def _teller_taken_for_noun(verb: Token) -> Token | None:
    """Return who tells it where the parser finds no verb of telling: *The "Ely Chronicle" records that he died*."""
    told = verb.head
    that = told.nbor(1) if told.i + 1 < len(told.doc) else told
    subject = subject_of(verb)
    if verb.dep_ != "relcl" or told.dep_ != "ROOT" or told.tag_ != "NNS" or that.lower_ != "that":
        return None
    if told.lower_.removesuffix("s") not in verbs("speech") or subject is None or subject.i == that.i:
        return None
    return next((c for c in told.lefts if c.pos_ == "PROPN"), None)


def _is_asked(verb: Token) -> bool:
    """Whether the clause asks whether something is so: *Did she marry him?*; *You married him?* tells it."""
    first = next((t for t in sentence_of(verb) if not t.is_punct), verb)
    is_main = verb.dep_ == "ROOT" or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT")
    return is_main and first.pos_ == "AUX" and is_question(verb)


def is_question(token: Token) -> bool:
    """Whether the sentence of the token asks."""
    sentence = sentence_of(token)
    return any(t.text == "?" for t in sentence[-2:])


def is_wish(clause: Clause, clauses: dict[int, Clause]) -> bool:
    """Whether the clause tells what somebody meant to do, asked for, or told others to do.

    *wanted to go*, *asked to be sent*, *ordered them to go*.
    """
    if (
        clause.verb.dep_ not in ("xcomp", "ccomp", "acl")
        or clause.parent is None
        or not is_predicate(clause.parent)
    ):
        return False
    above = clauses.get(clause.parent.i)
    if above is None:
        return False
    is_told = above.lemma in verbs("ordering") and not above.passive and clause.verb.tag_ == "VB"
    is_asked_for = above.lemma in verbs("asking") and not above.passive and clause.verb.dep_ == "xcomp"
    return is_told or is_asked_for or above.lemma in verbs("wish")
