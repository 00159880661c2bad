"""Whose teacher a name is told to be: *studied under Orazio Bini*, *was taught by him*, *a pupil of Bini*."""

from __future__ import annotations

from factoid.reading.clause import clause_of, subject_of
from factoid.reading.parse import Token

TEACHERS = frozenset(["teacher", "master", "tutor", "mentor", "instructor", "professor"])
PUPILS = frozenset(["pupil", "student", "disciple", "apprentice"])
#: verbs whose subject learns, and what stands before the teacher
_LEARNING = {"study": ("under", "with"), "train": ("under", "with"), "learn": ("from", "under", "with")}
#: verbs of which the teacher is the agent
_TEACHING = frozenset(["teach", "train", "instruct", "tutor", "educate"])


def learnt_in(name: Token) -> Token | None:
    """Return the verb by which somebody has learnt from the bearer of the name."""
    at = name
    while at.dep_ in ("appos", "conj") and at.head.i < at.i:
        at = at.head
    if at.dep_ != "pobj":
        return None
    before, verb = at.head, clause_of(at.head)
    is_passive = before.dep_ == "agent" or (
        before.lower_ == "by" and any(t.dep_ == "auxpass" for t in verb.lefts)
    )
    is_taught = verb.lemma_ in _TEACHING and is_passive
    is_bound = before.lower_ == "to" and verb.lemma_ == "apprentice"
    return verb if is_taught or is_bound or before.lower_ in _LEARNING.get(verb.lemma_, ()) else None


def learner_of(verb: Token) -> Token | None:
    """Return the word for whoever learns by the verb: the subject, or the one who was apprenticed."""
    subject = _subject(verb)
    done_to = (
        next((t for t in verb.rights if t.dep_ == "dobj"), None) if verb.lemma_ == "apprentice" else None
    )
    is_passive = any(t.dep_ == "nsubjpass" for t in verb.lefts)
    return done_to if done_to is not None and not is_passive else subject


def _subject(verb: Token) -> Token | None:
    """Return the subject of the verb, or of that which it goes on from."""
    for _ in range(3):
        found = subject_of(verb)
        if found is not None or verb.dep_ not in ("conj", "advcl", "xcomp"):
            return found
        verb = verb.head
    return None
