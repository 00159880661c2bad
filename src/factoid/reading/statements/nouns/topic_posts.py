"""Whether a noun for a school, a prison or a body only tells where somebody works, or of what a post is."""

from __future__ import annotations

from factoid.reading.parse import Token
from factoid.reading.statements.deeds.plain import excluded_types
from factoid.reading.statements.lexicon import role_words, verbs
from factoid.reading.statements.nouns.role_nouns import role_kind
from factoid.reading.statements.passage import Passage

_NOUNS = ("NOUN", "PROPN", "X")
_POSTS = ("office", "occupation", "membership")
_STEPS = 7
LEARNERS = frozenset(("student", "pupil", "graduate", "apprentice", "scholar", "alumnus", "alumna"))


def verb_above(token: Token) -> Token:
    """Return the verb that a noun hangs on, or the top of its sentence where there is none."""
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    return token


def is_taught_at(token: Token, passage: Passage) -> bool:
    """Whether somebody works at the school: *taught at the University of Graz*."""
    at = token
    for _ in range(_STEPS):
        if at.i in passage.clauses or at.head.i == at.i:
            break
        at = at.head
    clause = passage.clauses.get(at.i)
    return clause is not None and (
        clause.lemma in verbs("practising")
        or clause.lemma in ("work", "employ")
        or clause.lemma in verbs("heading")
    )


def is_of_the_teachers(token: Token) -> bool:
    """Whether its teachers are meant: *on the faculty of Yale*, *joined the staff of the school*."""
    staff = next((t for t in (token, *token.ancestors) if t.lower_ in ("faculty", "staff")), None)
    if staff is None or staff.i > token.i or token.i - staff.i > _STEPS:
        return False
    is_on = staff.dep_ == "pobj" and staff.head.lower_ in ("on", "to")
    is_joined = staff.dep_ == "dobj" and staff.head.lemma_ in ("join", "leave")
    is_member = staff.dep_ == "pobj" and staff.head.lower_ == "of" and staff.head.head.lemma_ == "member"
    return is_on or is_joined or is_member


def is_excluded(token: Token, passage: Passage) -> bool:
    """Whether the words of the clause leave no learning at the school: *joined the faculty at Yale*, *died at it*."""
    clause = passage.clauses.get(verb_above(token).i)
    return clause is not None and "education" in excluded_types(clause, passage)


def is_within_a_post(token: Token) -> bool:
    """Whether the noun tells of what a post is: *head of the 3rd department of the NKVD*."""
    at = token
    while at.head.i != at.i and at.dep_ in ("pobj", "prep", "compound", "poss", "nmod"):
        at = at.head
        if at.pos_ in _NOUNS and (
            role_words().get(at.lemma_.lower()) in ("office", "occupation", "rank") or at.lemma_ == "prisoner"
        ):
            return True
    return False


def is_of_a_post(token: Token, passage: Passage) -> bool:
    """Whether somebody holds a post at the school: *professor at the University of Riga*."""
    at = token
    for _ in range(_STEPS):
        at = at.head
        if at.i in passage.clauses:
            clause = passage.clauses[at.i]
            if any(o.lemma_.lower() in verbs("posts") for o in clause.objects):
                return True  # *held a chair at Graz*
            return any(_is_post(n) for n in (*clause.complements, *clause.prep_objects("as")))
        if at.head.i == at.i:
            return False
        if _is_post(at):
            return True
    return False


def _is_post(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return noun.pos_ in _NOUNS and lemma not in LEARNERS and role_kind(noun)[0] in _POSTS
