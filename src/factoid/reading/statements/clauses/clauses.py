"""Clauses: the predicates of a sentence with what each takes; and which words head one, or list several."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factoid.reading.parse import Token


@dataclass(slots=True)
class Clause:
    """One predicate and what it takes."""

    verb: Token
    lemma: str
    passive: bool
    subjects: list[Token] = field(default_factory=list)
    objects: list[Token] = field(default_factory=list)
    datives: list[Token] = field(default_factory=list)
    complements: list[Token] = field(default_factory=list)  #: attr, oprd, acomp
    preps: list[tuple[str, Token]] = field(default_factory=list)
    agents: list[Token] = field(default_factory=list)
    words: frozenset[str] = frozenset()  #: lemmas at most two steps below the verb
    subject_from: str = "own"  #: own, relative, conjunct, control, noun, left out
    negated: bool = False
    parent: Token | None = None  #: the predicate that this one hangs on
    kinds: list[str] | None = None  #: what kinds of argument it has, once that has been asked
    shared_to: int | None = (
        None  #: the last word it shares with the verb beside it: *lives and works in Riga*
    )

    @property
    def left_out(self) -> bool:
        """Whether the subject is not said."""
        return self.subject_from == "left out"

    def prep_objects(self, *prepositions: str) -> list[Token]:
        """Return the objects of some prepositions."""
        return [head for prep, head in self.preps if prep in prepositions]


#: The parts of speech of what a list of nouns is made of.
_LISTED = ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X")


def steps_down(clause: Clause) -> bool:
    """Whether somebody gives up a post by it: *stepped down as director*."""
    return clause.lemma in ("step", "stand") and not {"down", "aside"}.isdisjoint(clause.words)


def with_conjuncts(token: Token) -> list[Token]:
    """Return the noun and those coordinated with it."""
    found: list[Token] = []
    todo = [token]
    while todo:  # no call for each: a list may have a thousand names
        found.append(todo.pop())
        todo += [c for c in reversed(list(found[-1].children)) if c.dep_ == "conj" and c.pos_ in _LISTED]
    return found


def is_predicate(token: Token) -> bool:
    """Whether the token heads a clause, a participle or an infinitive."""
    if token.pos_ == "VERB":
        return token.dep_ not in (
            "amod",
            "aux",
            "auxpass",
            "compound",
            "case",
            "prep",
            "nsubj",
            "dobj",
            "pobj",
            "poss",
        )
    return token.pos_ == "AUX" and token.dep_ not in ("aux", "auxpass")


_CHARGING = frozenset(("accuse", "suspect", "acquit", "absolve", "denounce", "reproach"))


def is_charge(verb: Token, lemma_above: str) -> bool:
    """Whether it is what somebody is accused of: *accused him of having killed Ann*, *was suspected of selling it*."""
    is_told = verb.dep_ == "pcomp" and verb.head.lower_ in ("of", "for")
    return is_told and lemma_above in _CHARGING


def is_behind_an_age(noun: Token) -> bool:
    """Whether the age is the predicate and the noun opens the main clause: *when I was nine an officer took me*."""
    number = next((c for c in noun.lefts if c.dep_ == "nummod"), None)
    return number is not None and any(c.i > number.i and c.dep_ in ("det", "poss") for c in noun.lefts)


def verb_over(token: Token, clauses: Mapping[int, Clause]) -> Token:
    """Return the verb of the clause that a word stands in, the root of its sentence where it stands in none."""
    while token.i not in clauses and token.head.i != token.i:
        token = token.head
    return token
