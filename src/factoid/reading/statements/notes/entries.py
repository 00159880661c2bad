"""Notes of dictionaries, registers, personnel files and infoboxes: *b. Perth, 16 May 1805; educ. there*.

Each note of an entry is told by how it starts, and says it of the person of the entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factoid.model import SegmentKind, Span
from factoid.names import is_given_name
from factoid.reading.clause import SUBJECTS
from factoid.reading.dated_lines import place_behind_date
from factoid.reading.statements.drafts import Draft
from factoid.reading.statements.lexicon import bodies
from factoid.reading.statements.notes.career_lines import seat_of
from factoid.reading.statements.notes.forms import is_read_as_form, is_told_of_kin
from factoid.reading.statements.notes.kin import read_kin
from factoid.reading.statements.notes.kin_owners import born_to, child_told, listed_child, whose_kin
from factoid.reading.statements.notes.leads import leads
from factoid.reading.statements.notes.led import follows, led_draft, listed
from factoid.reading.statements.notes.notes import (
    Note,
    behind_name,
    date_of,
    is_only_date,
    notes_of,
    parts_of,
)
from factoid.reading.statements.notes.posts import read_first_words
from factoid.reading.statements.notes.sections import section
from factoid.reading.statements.nouns.nations import nation_of
from factoid.reading.statements.nouns.role_nouns import role_kind
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.when.dated import dated

_LEADING_DATE = re.compile(
    r"\s*(?:[\d.]{4,10}|\d{4})(?:\s*[-\u2013\u2014]\s*[\d.]{2,10})?\s*[-\u2013\u2014:]?\s+"
)
_PRONOUN_BEFORE = re.compile(r"(?:[Hh]e|[Ss]he)\s+(?=(?:m|md|marr|b|d|publ?)\.[\s,])")  # no verb to a parser
_LABEL = re.compile(r"[A-Z][\w ]{2,24}:\s")
_CAREER_LABEL = re.compile(  # before the lines of a career
    r"(?:(?:work|service|employment) (?:record|history|experience)|career|employment)\s*:\s+", re.IGNORECASE
)
_ANOTHER_MARRIAGE = re.compile(
    r"\(?(?:[2-5]|(?:2nd|3rd|[45]th|second|third)(?:ly)?)\)?[,.]?\s+", re.IGNORECASE
)
_LISTS = frozenset(("work", "award", "education"))  #: what goes on behind a label, note by note


@dataclass(slots=True)
class _Entry:
    """One entry as far as it is read: whom its notes are about, and what the notes before leave open."""

    about: Passage
    parent: Passage
    listed: str = ""  #: the type of what a label lists
    wed: str = ""  #: wife or husband, where the notes tell of marriages


def read_entries(passage: Passage) -> Iterator[Draft]:
    """Yield what the notes of an entry, or the labelled lines of an infobox, say of its person."""
    if passage.main is None or (passage.cell is not None and passage.cell.label is not None):
        return
    if passage.segment.segment.kind is not SegmentKind.TABLE_CELL:
        passage.row.clear()
    entry = _Entry(passage, passage)
    is_entry = passage.is_entry or _is_dated_post(passage)
    for number, note in enumerate(notes_of(passage)):
        if number == 0 and passage.is_entry:
            yield from seat_of(note, passage)
            facts = behind_name(note)
            if facts is not None and passage.is_entry:
                yield from _of_note(facts, entry)
                continue
        if is_read_as_form(note.span.start, passage):
            continue
        if is_only_date(note, passage) and not _is_led(note):
            date = date_of(note, passage)
            passage.row[:] = [date] if date is not None else []
            continue
        labelled = _LABEL.match(note.text) is not None
        if is_entry or labelled:
            yield from _of_note(note, entry)


def _is_dated_post(passage: Passage) -> bool:
    """Whether it is a line of a chronology that tells a post without a verb: *1910–1914: Teacher at the school*."""
    doc = passage.segment.doc
    told = place_behind_date(doc.text)
    post = next((t for t in doc if told is not None and t.idx >= told), None)
    if post is None or role_kind(post)[0] not in ("office", "occupation") or post.tag_ in ("NNS", "NNPS"):
        return False
    others = (passage.person(t) for t in doc)
    return not any(t.i in passage.clauses for t in doc) and all(p in (None, passage.main) for p in others)


def _is_led(note: Note) -> bool:
    """Whether a note says what its date is of: *Year of birth: 1897*."""
    return any(pattern.match(note.text) for pattern, _ in leads().notes)


def _of_note(note: Note, entry: _Entry) -> Iterator[Draft]:
    text, at = note.text, 0
    child = listed_child(note, entry.parent)
    if child is not None:
        yield from born_to(child, note, entry.parent)
        entry.about = replace(entry.parent, main=child.person)
        return
    passage = entry.about
    career = _CAREER_LABEL.match(text)
    at = career.end() if career is not None else 0
    if text.startswith("* ") and passage.segment.segment.kind is SegmentKind.LIST_ITEM:
        at = 2  # the mark of the item, not of a birth
    opening = _LEADING_DATE.match(text, at) or _PRONOUN_BEFORE.match(text, at)
    if opening is not None:
        at = opening.end()
    again = _ANOTHER_MARRIAGE.match(text, at) if entry.wed else None
    if again is not None:
        yield from read_kin(note, entry.wed, again.end(), passage)
        return
    kin = _of_kin(note, at, entry)
    if kin is not None:
        yield from kin
        return
    yield from _of_own(note, at, entry)


def _of_kin(note: Note, at: int, entry: _Entry) -> list[Draft] | None:
    """Return what a note tells that names relatives; None of any other note, nothing where it is not said whose."""
    for pattern, role in leads().kin:
        match = pattern.match(note.text, at)
        if match is None:
            continue
        owner = whose_kin(note, match, role, entry.about)
        if owner is None:
            return []
        drafts = list(read_kin(note, role, match.end(), replace(entry.about, main=owner)))
        if drafts:
            entry.wed = role if role in ("wife", "husband") else entry.wed
            return drafts
        if child_told(match[0]) is not None or _is_of_parents(note, match):
            return []
    return None


def _is_of_parents(note: Note, match: re.Match[str]) -> bool:
    """Whether *d.* stands before parents, though it is not known who they are: *d. Karl and Ida (Low) Frye*."""
    behind = note.span.start + match.end()
    first = next((t for t in note.words if t.start >= behind), None)
    return match[0].strip() == "d." and first is not None and is_given_name(first.text)


def _of_own(note: Note, at: int, entry: _Entry) -> Iterator[Draft]:
    """Yield what a note tells of its person alone."""
    passage, text = entry.about, note.text
    of_kin = is_told_of_kin(note.span.start, passage)
    for pattern, type_ in leads().notes:
        match = pattern.match(text, at)
        if match is not None and type_ == "birth" and (rest := parts_of(note)):
            yield from _led(rest[0], type_, match, passage)
            for part in rest[1:]:
                yield from _of_part(part, entry)
            return
        if match is not None and _goes_on_about_another(note, passage):
            return
        if match is not None and (type_ in _LIFE or not of_kin):
            entry.listed = type_ if match[0].rstrip().endswith(":") and type_ in _LISTS else ""
            yield from _led(note, type_, match, passage)
            return
    if of_kin or _has_other_subject(note, passage):
        return
    if entry.listed and _goes_on_listing(note, entry.listed, passage):
        yield led_draft(note, entry.listed, Span(0, 0), passage, is_label=True)
        return
    entry.listed = ""
    yield from read_first_words(note, at, passage)


def _of_part(part: Note, entry: _Entry) -> Iterator[Draft]:
    """Yield what one part of a row of facts tells: a nation, else what a note would."""
    nation = nation_of(part.words[0]) if len(part.words) == 1 else None
    if nation is None:
        yield from _of_own(part, 0, entry)
        return
    yield Draft(
        person=entry.about.main or "",
        type=nation,
        rule=f"{nation}.note",
        quote=part.span,
        anchor=part.words[0],
        slots={"value": part.span},
        undated=True,
        likelihood=0.8,
    )


_SCHOOLS = bodies("school") | {"coll", "univ", "sch", "academy", "inst", "hall"}


def _goes_on_listing(note: Note, listed: str, passage: Passage) -> bool:
    """Whether a note is the next of what a label lists: *Publications: The Law of Wharves, 1907; A Legal Diary*."""
    if listed == "education" and not any(t.lower_.rstrip(".") in _SCHOOLS for t in note.words[:8]):
        return False
    is_named = note.text[:1].isupper() or note.text[:1] in "\"\u201c'\u2018"
    before = passage.content[passage.segment.offset : note.span.start].rstrip()
    return is_named and before.endswith(";") and not any(t.i in passage.clauses for t in note.words[:6])


def _led(note: Note, type_: str, match: re.Match[str], passage: Passage) -> Iterator[Draft]:
    """Yield what a note tells that begins with a lead, of whom the note before it is about."""
    if type_ == "nothing" or section(note.text) is not None:
        return
    if type_ == "work" and note.text[match.end() : match.end() + 1].isdigit():
        yield from read_first_words(note, match.end(), passage)  # *Work: 1910-15 clerk of the mill*
        return
    if type_ == "work" and follows(note, note.span.start + match.end(), ("in", "at")):
        return  # *Works in the Museum of Graz*: where they are
    teller = _teller(note, match, passage)
    if type_ == "death" and passage.named_behind(note.words[0]) is not None:
        return  # *Died at sea: Karl Low*
    if teller is None:
        return
    is_label = match[0].rstrip().endswith(":")
    draft = led_draft(note, type_, Span(*match.span()), replace(passage, main=teller), is_label=is_label)
    if type_ == "education" and (degree := _DEGREE.fullmatch(note.text, match.start())) is not None:
        value = Span(note.span.start + degree.start(1), note.span.start + degree.end(1))
        draft = replace(draft, slots={"value": value}, likelihood=_OF_DEGREES)
    items = listed(draft, passage) if type_ == "award" and is_label else []
    if len(items) > 1:
        yield from (_of_item(draft, item, items[0].start, passage) for item in items)
        return
    kin = _kin_told_before(note, passage) if type_ in _LIFE else None
    if kin is None:
        yield draft
    elif kin:
        yield replace(draft, person=kin)


_DEGREE = re.compile(r"((?:[A-Z][a-z]{0,2}\.?\s?){2,4}),?\s\d{4}[.)]*")  #: with its year, and nothing more
_OF_DEGREES = 0.8


def _of_item(draft: Draft, item: Span, first: int, passage: Passage) -> Draft:
    """Return what one item of a list tells. A date within an item is of that one, a date before them of all."""
    own = next((t for t in passage.dates.phrases if item.start <= t.start < item.end), None)
    is_of_all = draft.dated is not None and draft.dated.span is not None and draft.dated.span.start < first
    date = dated(own) if own is not None else draft.dated if is_of_all else None
    return replace(draft, slots={**draft.slots, "value": item}, dated=date, undated=date is None)


def _teller(note: Note, match: re.Match[str], passage: Passage) -> str | None:
    """Return of whom a note tells: of the entry's person, or who a pronoun of the other sex means: *she d. 1731*."""
    said = note.text[: match.start()].strip().lower()
    if said not in ("he", "she") or passage.gender(passage.main or "") in (
        None,
        {"he": "m", "she": "f"}[said],
    ):
        return passage.main
    return passage.person(note.words[0])


_LIFE = frozenset(("birth", "death", "burial"))


def _kin_told_before(note: Note, passage: Passage) -> str | None:
    """Return whom a comma joins the note to: *Father: Karl Low, advocate, d. 1910*; empty where nobody is known."""
    low = passage.segment.offset
    before = passage.content[low : note.span.start].rstrip()
    if not before.endswith(","):
        return None
    last = re.split(r"[;\n]|\.\s+(?=[^\W\d_a-z])", before)[-1]
    if not any(pattern.match(last.strip()) is not None for pattern, _ in leads().kin):
        return None
    words = passage.segment.words(Span(low + len(before) - len(last), low + len(before)))
    named = (passage.person(t) for t in words or () if t.pos_ == "PROPN")
    return next((p for p in named if p not in (None, passage.main)), "")


def _goes_on_about_another(note: Note, passage: Passage) -> bool:
    """Whether the note is the verb of a sentence on somebody else: *Her mother, who had stayed, perished in Linz*."""
    clause = passage.clauses.get(note.words[0].i)
    is_joined = passage.content[: note.span.start].rstrip().endswith(",")
    if clause is None or clause.subject_from != "own" or not is_joined:
        return False
    before = [t for t in clause.subjects if t.i < note.words.start]
    return any(passage.person(t) not in (None, passage.main) for t in before)


def _has_other_subject(note: Note, passage: Passage) -> bool:
    subjects = [t for t in note.words[:4] if t.dep_ in SUBJECTS and t.tag_ not in ("WDT", "WP")]
    return any(passage.person(t) not in (None, passage.main) for t in subjects)
