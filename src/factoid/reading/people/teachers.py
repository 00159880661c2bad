"""Whose teacher a name is told to be: *studied under Orazio Bini*, *was taught by him*, *a pupil of Bini*."""

from __future__ import annotations

from factoid.reading.clause import clause_of
from factoid.reading.parse import Token

TEACHERS = frozenset(["teacher", "master", "tutor", "mentor", "instructor", "professor"])
PUPILS = frozenset(["pupil", "student", "disciple", "apprentice"])
_LEARNING = {
    "study": ("under", "with"),
    "train": ("under", "with"),
    "learn": ("from", "under", "with"),
}  #: verbs whose subject learns, and what stands before the teacher
_TEACHING = frozenset(
    ["teach", "train", "instruct", "tutor", "educate"]
)  #: verbs of which the teacher is the agent


def learner_of(name: Token) -> Token | None:
    """Return the word for whoever the clause says has learnt from the bearer of the name."""
    at = name
    while at.dep_ in ("appos", "conj") and at.head.i < at.i:
        at = at.head
    if at.dep_ != "pobj":
        return None
    before = at.head
    verb = clause_of(before)
    is_passive = any(t.dep_ == "auxpass" for t in verb.lefts)
    is_agent = before.dep_ == "agent" or (before.lower_ == "by" and is_passive)
    if verb.lemma_ in _TEACHING and is_agent:
        return _subject(verb, "nsubjpass")
    if before.lower_ == "to" and verb.lemma_ == "apprentice":
        done_to = next((t for t in verb.rights if t.dep_ == "dobj"), None)
        return _subject(verb, "nsubjpass") or done_to
    if before.lower_ in _LEARNING.get(verb.lemma_, ()):
        return _subject(verb, "nsubj")
    return None


def _subject(verb: Token, dep: str) -> Token | None:
    """Return the subject of the verb, or of that which it goes on from."""
    for _ in range(3):
        found = next((t for t in verb.lefts if t.dep_ in (dep, "nsubj", "nsubjpass")), None)
        if found is not None or verb.dep_ not in ("conj", "advcl", "xcomp"):
            return found
        verb = verb.head
    return None
