"""Whose kin a note tells of: *m. 1899 Mabel, d. of Col. Low* is Mabel's father; *1. Ralph; 2. Ann* are the children."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factoid.model import MentionForm, Span
from factoid.reading.parse import span_of
from factoid.reading.statements.drafts import Draft, Inferred
from factoid.reading.statements.notes.leads import leads
from factoid.reading.statements.notes.notes import Note, clip
from factoid.reading.statements.passage import Passage

_DAUGHTER = re.compile(r"(?:[\w.]+\s+){0,2}(?:d|da|dau|daughter)\.?\s+of\b", re.IGNORECASE)
_SON = re.compile(r"(?:[\w.]+\s+){0,2}(?:s|son)\.?\s+of\b", re.IGNORECASE)
_BRACKET_LAST = re.compile(r"\s*\([^()]*\)\s*$")
_NUMBER = re.compile(r"\(?\d{1,2}[.)]\s+")
_ISSUE = re.compile(r"\b(?:issue|children|sons?|daughters?|daus?\.?)\b[^.;]*:\s*$", re.IGNORECASE)


def child_told(text: str) -> str | None:
    """Return son or daughter where the lead of a note says which: *s. of*, *only dau. of*."""
    if _DAUGHTER.match(text):
        return "daughter"
    return "son" if _SON.match(text) else None


def whose_kin(note: Note, match: re.Match[str], role: str, passage: Passage) -> str | None:
    """Return of whom a note of kin tells; None where that is not to be known.

    A comma joins *d. of Col. Low* to whoever is named right before it; a daughter is nobody who is known for a man.
    """
    if role != "father" or not (child := child_told(match[0])):
        return passage.main
    said = passage.person(note.words[0])
    owner = said if said is not None else _named_before(note, passage)
    known = passage.gender(owner) if owner is not None else None
    return owner if known in (None, {"son": "m", "daughter": "f"}[child]) else None


def _named_before(note: Note, passage: Passage) -> str | None:
    """Return who is named right before the comma that joins a note to what precedes it, else the entry's person."""
    low = passage.segment.offset
    before = passage.content[low : note.span.start].rstrip()
    if not before.endswith(","):
        return passage.main
    bare = _BRACKET_LAST.sub("", before[:-1]).rstrip(", ")
    words = passage.segment.words(Span(low, low + len(bare)))
    last = words[len(words) - 1] if words is not None else None
    if last is not None and last.pos_ == "PROPN" and passage.person(last) is not None:
        return passage.person(last)
    return None if _tells_of_marriage(before) else passage.main


_SUBJECT = re.compile(r"(?:(?:he|she)\s+)?(?:then |later |secondly )?", re.IGNORECASE)


def _tells_of_marriage(before: str) -> bool:
    """Whether the note that ends there is one of a marriage: *m. 1766 Sarah (d. 1779), dau. of his master*."""
    last = _SUBJECT.sub("", re.split(r"[;\n]|\.\s+(?=[^\W\d_a-z])", before)[-1].strip())
    return any(
        pattern.match(last) is not None for pattern, role in leads().kin if role in ("wife", "husband")
    )


class Child(NamedTuple):
    """A child that a numbered list of an entry names."""

    person: str
    where: Span


def listed_child(note: Note, passage: Passage) -> Child | None:
    """Return whom a number brings in behind *leaving issue:*, *had three sons:*; None in any other note."""
    number = _NUMBER.match(note.text)
    if number is None:
        return None
    before = passage.content[passage.segment.offset : note.span.start]
    if not any(
        _ISSUE.search(before[: found.start()]) for found in re.finditer(r"\(?1[.)]\s", before + "1. ")
    ):
        return None
    for token in note.words:
        if span_of(token).start >= note.span.start + number.end():
            mention = passage.people.mention_at(token)
            person = passage.person(token)
            if mention is None or mention.form is not MentionForm.NAME or person is None:
                return None
            return Child(person, mention.span)
    return None


def born_to(child: Child, note: Note, passage: Passage) -> Iterator[Draft]:
    """Yield that a child of a list is one of the entry's person, said of both."""
    of_child = {"m": "son", "f": "daughter"}.get(passage.gender(child.person) or "", "child")
    parent = passage.main or ""
    of_parent = {"m": "father", "f": "mother"}.get(passage.gender(parent) or "", "parent")
    basis = "a numbered list of children"
    for person, who, other, role in (
        (parent, None, (child.person, child.where), of_child),
        (child.person, child.where, (parent, None), of_parent),
    ):
        yield Draft(
            person=person,
            type="kinship",
            rule="kinship.note",
            quote=clip(note.span),
            anchor=note.words[0],
            who=who,
            slots={"role": Inferred(role, basis)},
            related=(other,),
            undated=True,
            confidence=0.75,
        )
