"""Notes of an entry that name relatives: *s. of Thomas Grant; m. (1st) Ann Reid, (2nd) Mary Low*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factoid.dates import when_of_edtf
from factoid.model import Span
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.drafts import Draft, Inferred
from factoid.reading.statements.kin.pairs import as_of_sex, role_in_return
from factoid.reading.statements.lexicon import kin_roles
from factoid.reading.statements.notes.kin_owners import child_told
from factoid.reading.statements.notes.notes import Note, clip, date_of
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.when.dated import Dated, dated

_NUMBERED = re.compile(r"\(\d\)|\b(?:1st|2nd|3rd|4th)(?:ly)?\b|\b(?:first|second|third)ly\b")


def read_kin(note: Note, role: str, at: int, passage: Passage) -> Iterator[Draft]:
    """Relatives named in a note: those named after its first word, up to the first that is nobody's kin."""
    owner = passage.main or ""
    for person, token in _named_kin(note, role, at, passage):
        own_role = (
            role
            if role != "father"
            else _parent(passage.gender(person), is_second=token.i > _first(note, passage))
        )
        if role == "child":
            own_role = as_of_sex(role, passage.gender(person))
        if role in ("wife", "husband"):
            own_role = {"m": "husband", "f": "wife"}.get(
                passage.gender(person) or "",
                {"m": "wife", "f": "husband"}.get(passage.gender(owner) or "", role),
            )
        back = (
            role_in_return(own_role, passage.gender(owner))
            if own_role in kin_roles() or own_role in ("father", "wife", "husband")
            else "other"
        )
        if role == "father":
            back = child_told(note.text[:at]) or back
        if role in _OF_SEVERAL:
            yield from born_in_bracket(person, token, passage)
        quote = clip(note.span)
        basis = f"the note {note.text[:at].strip()}"
        there = passage.mention(token)
        date = _date_of_tie(note, token, passage) if role in ("wife", "husband") else None
        yield Draft(
            person=owner,
            type="kinship",
            rule="kinship.note",
            quote=quote,
            anchor=note.words[0],
            slots={"role": Inferred(own_role, basis)},
            related=((person, there),),
            dated=date,
            undated=True,
            confidence=0.75,
        )
        yield Draft(
            person=person,
            type="kinship",
            rule="kinship.note",
            quote=quote,
            anchor=note.words[0],
            who=there,
            slots={"role": Inferred(back, basis)},
            related=((owner, None),),
            dated=date,
            undated=True,
            confidence=0.75,
        )


_BORN = re.compile(r"\s*\((?:b\.\s*|born\s+)?(\d{4})\)")


def born_in_bracket(person: str, token: Token, passage: Passage) -> Iterator[Draft]:
    """Yield the birth of a child by the year behind its name: *children: Ludwig (1910), Irma (1913)*."""
    there = passage.mention(token)
    year = _BORN.match(passage.content, there.end)
    if year is None:
        return
    span = Span(year.start(1), year.end(1))
    yield Draft(
        person=person,
        type="birth",
        rule="birth.bracket",
        quote=Span(there.start, year.end()),
        anchor=token,
        who=there,
        dated=Dated(when_of_edtf(year[1], words=year[1]), span),
        likelihood=0.75,
    )


def _named_kin(note: Note, role: str, at: int, passage: Passage) -> list[tuple[str, Token]]:
    """Return whom a note of kin names: the first, both parents, and husbands or wives that are numbered."""
    start = note.span.start + at
    said = [t for t in note.words if t.pos_ != "PRON" and span_of(t).start >= start]
    named = [(p, t) for p, t in passage.persons(said) if p != passage.main]
    if not named or span_of(named[0][1]).start > start + 60:
        return []
    if _ANOTHER_CLAUSE.search(passage.content, start, span_of(named[0][1]).start):
        return []  # *m. at Inveraray, where the minister was Gilbert Low*
    if role in ("wife", "husband") and _is_of_one_sex(passage, named[0][0]):
        return []
    kept = named[:1]
    for (_, before), (person, token) in pairwise(named):
        between = passage.content[span_of(before).end : span_of(token).start]
        if (
            (role in _OF_SEVERAL and token.pos_ == "PROPN")
            or (
                role == "father"
                and len(kept) == 1
                and _JOINED.search(between)
                and not _OTHER_KIN.search(between)
                and not _has_verb(before, token)
            )
            or (role in ("wife", "husband") and _NUMBERED.search(between))
        ):
            kept.append((person, token))
    return kept


def _has_verb(before: Token, after: Token) -> bool:
    """Whether something is done between two words: *son of Karl, was born in Ely and bound to Otto Berg*."""
    return any(t.pos_ in ("VERB", "AUX") for t in before.doc[before.i + 1 : after.i])


_OTHER_KIN = re.compile(r"\b(?:widow|relict|wife|husband|sister|brother|mother|father|niece|nephew)\s+of\b")
_JOINED = re.compile(r"\b(?:and|by)\s+(?:\w+\s+){0,2}$")
_ANOTHER_CLAUSE = re.compile(r"\b(?:where|who|whose|whom|which|when|while|but)\b")


def _is_of_one_sex(passage: Passage, other: str) -> bool:
    """Whether both are men, or both women."""
    own = passage.gender(passage.main or "")
    return own is not None and own == passage.gender(other)


_OF_SEVERAL = frozenset(("child", "son", "daughter"))  #: of whom a note may name more than one


def _first(note: Note, passage: Passage) -> int:
    """Return where a note names somebody first."""
    return next((t.i for p, t in passage.persons(list(note.words)) if p != passage.main), note.words.start)


def _parent(gender: str | None, *, is_second: bool) -> str:
    """Return father or mother; of two parents the second is the mother where nothing tells."""
    return {"m": "father", "f": "mother"}.get(gender or "", "mother" if is_second else "father")


def _date_of_tie(note: Note, token: Token, passage: Passage) -> Dated | None:
    """Return the date of one of several marriages: the last one told between its number and the name."""
    marks = [m.end() for m in _NUMBERED.finditer(passage.content, note.span.start, note.span.end)]
    since = max((m for m in marks if m <= span_of(token).start), default=None)
    if since is None:
        return date_of(note, passage)
    until = min((m for m in marks if m > span_of(token).start), default=note.span.end)
    within = [t for t in passage.dates.phrases if since <= t.start and t.end <= until]
    before = [t for t in within if t.end <= span_of(token).start]
    return dated(before[-1]) if before else None
