"""The subject of a clause, wherever the parser hangs it: on an auxiliary, or behind the verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factoid.reading.clause import SUBJECTS, subject_after_opening
from factoid.reading.parse import Token
from factoid.reading.statements.clauses.clauses import Clause, with_conjuncts
from factoid.reading.statements.lexicon import verbs


def subjects_at(child: Token) -> Iterator[Token]:
    """Yield the child that is a subject, or those that the parser hangs on its auxiliary."""
    if child.dep_ in SUBJECTS:
        if not _is_before_sentence(child):
            yield child
    elif child.dep_ in ("aux", "auxpass"):
        yield from (noun for noun in child.children if noun.dep_ in SUBJECTS)


def _is_before_sentence(noun: Token) -> bool:
    """Whether what looks like a subject is the date of a line, or ends the line before: *1942 deported to Riga*."""
    if noun.head.i < noun.i:
        return noun.pos_ == "NUM"  # *Died 4 May*
    if noun.tag_ == "CD" and _YEAR.fullmatch(noun.text) and noun.i + 1 == noun.head.i:
        return True
    between = noun.doc[noun.i : noun.head.i]
    return any(t.text == "." and t.nbor().like_num for t in between)


_YEAR = re.compile(r"1\d\d\d|20\d\d")


def take_subject(clause: Clause, noun: Token) -> None:
    """Add a subject; a pronoun is the only one: *Born in Ely, the daughter of Ann, she taught*."""
    if noun.tag_ == "PRP":
        clause.subjects = []
    elif any(subject.tag_ == "PRP" for subject in clause.subjects):
        return
    clause.subjects += with_conjuncts(_as_subject(noun, clause.verb))


def take_displaced_subject(clause: Clause) -> None:
    """Give the clause the subject that the parser hangs elsewhere, or that stands behind the verb."""
    if clause.passive and clause.objects and [noun.lower_ for noun in clause.subjects] in _NO_SUBJECTS:
        clause.subjects, clause.objects = clause.objects, []  # *after him was arrested Ida*
    if clause.subjects:
        return
    opening = subject_after_opening(clause.verb)
    if opening is not None:
        clause.subjects = with_conjuncts(opening)
    elif (shared := _subject_of_clause_before(clause.verb) or _before_parenthesis(clause.verb)) is not None:
        clause.subjects = with_conjuncts(shared)
    elif not clause.passive and _is_inverted(clause):
        clause.subjects = [*clause.objects, *clause.complements]
        clause.objects, clause.complements = [], []


def _subject_of_clause_before(verb: Token) -> Token | None:
    """Return whose doings a clause goes on with behind a comma alone: *Karl was called up, was taken prisoner*.

    The parser takes what stands before for what the second verb tells.
    """
    for before in verb.lefts:
        if before.dep_ == "ccomp" and not any(t.dep_ == "mark" for t in before.lefts):
            subject = next((t for t in before.lefts if t.dep_ in SUBJECTS), None)
            behind = before.right_edge.i + 1
            if subject is not None and verb.doc[behind].text == ",":
                return subject
    return None


def _before_parenthesis(verb: Token) -> Token | None:
    """Return the subject that stands before who tells it: *Her father, she learned later, had died*."""
    teller = verb.head
    if verb.dep_ != "ccomp" or teller.i > verb.i or verb.doc[verb.left_edge.i - 1].text != ",":
        return None
    subjects = [t for t in teller.lefts if t.dep_ in SUBJECTS]
    if len(subjects) != 2 or subjects[1].pos_ not in ("PRON", "PROPN"):
        return None
    between = verb.doc[subjects[0].i + 1 : subjects[1].i]
    return subjects[0] if between and between[-1].text == "," else None


_NO_SUBJECTS = (["him"], ["them"], ["me"], ["us"])  #: what is never one, whatever the parser says


def _as_subject(noun: Token, verb: Token) -> Token:
    """Return the name that is the subject, where the parser hangs it on what stands before it.

    *Born in Ely, the daughter of Ann Low, Edith Berg was*: an apposition would be closed by a comma.
    """
    doc, last = noun.doc, noun.right_edge
    if last.i + 1 >= len(doc) or last.is_punct or last.pos_ != "PROPN" or doc[last.i + 1].is_punct:
        return noun
    name = last
    while name.i != noun.i and name.dep_ in ("compound", "flat"):
        name = name.head
    if name.i == noun.i or name.dep_ != "appos" or last.i >= verb.i:
        return noun
    before = name.left_edge.i - 1
    return name if before > noun.i and doc[before].text == "," else noun


def _is_inverted(clause: Clause) -> bool:
    """Whether the subject follows: *In the same year died the abbot Nicholas*."""
    return clause.verb.tag_ in ("VBD", "VBZ", "VBP", "VBN") and clause.lemma in verbs("inverting")
