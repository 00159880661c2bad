"""Whose child somebody is told to be by a verb of birth: *Ida bore him a son, Karl*, *gave birth to Ann*."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.reading.clause import clause_of
from factoid.reading.lexicons import around_names, kin_plurals, kin_terms
from factoid.reading.parse import Token
from factoid.reading.people.descriptions import Description
from factoid.reading.people.families import subject_told_before
from factoid.reading.people.figures import Figure

_CHILD = ("son", "daughter", "child")
_CLOSING = (".", ",", ";", "in", "on", "at", "and", "who")
_STEPS = 4  #: up from a name to the verb


def parents_told(name: Token) -> Iterator[Token]:
    """Yield the words for the parents of whom a verb of birth tells: who bore the child, to whom, by whom."""
    child, is_called_child = _told_of(name)
    verb = clause_of(child)
    if not _is_of_birth(child, verb, is_called_child=is_called_child):
        return
    subject = subject_told_before(verb)
    if subject is not None:
        yield subject
        yield from (t for t in subject.rights if t.dep_ == "conj" and t.i < verb.i)
    borne = borne_to(verb)
    if borne is not None:
        yield borne[0]
    for word in verb.children:
        if word.dep_ == "dative" and word.i != child.i:
            yield word if word.dep_ != "prep" else next(iter(word.rights), word)
    for by in (*verb.children, *child.children):
        if by.lower_ == "by" and by.dep_ in ("prep", "agent"):
            yield from (_named(t) for t in by.rights if t.dep_ == "pobj")


def _told_of(name: Token) -> tuple[Token, bool]:
    """Return the word that the verb of birth has for its object, and whether it is a word for a child."""
    at, is_child = name, False
    for _ in range(_STEPS):
        is_child = is_child or _is_child(at)
        is_named = at.dep_ == "oprd" and at.head.dep_ in ("acl", "relcl")  # a daughter named Ann
        if at.dep_ not in ("appos", "conj") and not is_named:
            break
        at = at.head.head if is_named else at.head
    return at, is_child or _is_child(at)


def _is_of_birth(child: Token, verb: Token, *, is_called_child: bool) -> bool:
    preposition = child.head
    if child.dep_ == "pobj" and preposition.lower_ == "to" and preposition.i > 0:
        return preposition.nbor(-1).lower_ == "birth"  # gave birth to
    borne = borne_to(verb)
    if borne is not None and borne[1].i == child.i:
        return True
    if child.dep_ not in ("dobj", "attr", "oprd") or child.head.i != verb.i:
        return False
    if is_called_child:
        return verb.lemma_ in around_names("having_children")
    after = child.nbor(1).lower_ if child.i + 1 < len(child.doc) else "."
    is_alone = not any(_is_child(t) for t in verb.rights) and after in _CLOSING
    return is_alone and verb.lemma_ in around_names("begetting")


def borne_to(verb: Token) -> tuple[Token, Token] | None:
    """Return the father and the word for what *bore him one son*, *bore him two daughters* tells, however parsed."""
    doc, at = verb.doc, verb.i + 1
    if verb.lemma_ != "bear" or at >= len(doc) or doc[at].lower_ not in ("him", "me"):
        return None
    for word in doc[at + 1 : at + 6]:
        if _is_child(word) or (word.lower_ in kin_plurals() and _is_child_word(word.lemma_.lower())):
            return doc[at], word
        if word.pos_ not in ("DET", "NUM", "ADJ"):
            break
    return None


def _is_child(token: Token) -> bool:
    return _is_child_word(token.lower_)


def _is_child_word(word: str) -> bool:
    term = kin_terms().get(word)
    return term is not None and term.role in _CHILD


def _named(word: Token) -> Token:
    """Return the name that stands beside the word for a wife: *by his first wife, Ida Low*."""
    return next((t for t in word.rights if t.dep_ == "appos"), word) if word.lower_ in kin_terms() else word


def is_presumed_father(found: Description, owner: Figure) -> bool:
    """Whether it is the parent first named, of unknown sex, whose child somebody is told to be: *the son of Biao*."""
    is_child = found.kin is not None and found.kin.role in ("child", "son", "daughter")
    is_after = found.owner is not None and found.owner.i > found.mark.head.i
    return is_child and is_after and owner.is_named and owner.sex is None
