"""The date that a draft has of itself: by its clause, its note, an age with a birth, or the sentence before."""

from __future__ import annotations

import re
from dataclasses import replace

from factoid.dates import when_of_edtf
from factoid.model import SegmentKind, Span
from factoid.model.when import iso_of_year
from factoid.reading.dated_lines import opens_with_date
from factoid.reading.statements.drafts import Draft, Elsewhere, Inferred
from factoid.reading.statements.notes.lives import is_of_other_life
from factoid.reading.statements.notes.notes import note_around
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.when.dated import Dated, dated
from factoid.reading.statements.when.life_dates import is_wedding_in_brackets, life_dated
from factoid.reading.statements.when.life_ends import end_of_life, is_of_later_deed
from factoid.reading.statements.when.others_times import is_of_something_else, is_of_the_next_part
from factoid.reading.statements.when.seen_from import seen_from
from factoid.reading.statements.when.standing import is_of_what_follows


def is_age_of(draft: Draft, passage: Passage) -> bool:
    """Whether it is an age that tells of a birth: *He was nineteen*."""
    if draft.type != "birth" or draft.dated is not None or draft.anchor.lower_ == "born":
        return False
    age = passage.dates.ages.at(draft.anchor)
    return age is not None and age.years is not None


def born_so_long_before(draft: Draft, passage: Passage) -> Draft:
    """Date a birth by the age that tells of it, not by when it is told: *In 1891 he was nineteen*."""
    age, told = passage.dates.ages.at(draft.anchor), passage.dates.of(draft.anchor, narrative=False)
    year = _year_of(told.when.edtf) if told is not None else None
    if age is None or age.years is None or year is None:
        return replace(draft, undated=True)
    reason = f"{age.words}, in {year}"
    born = Dated(when_of_edtf(f"{iso_of_year(year - age.years)}~", basis=reason), None, reason)
    return replace(draft, dated=born, undated=True)


_YEAR = re.compile(r"(\d{4})(?:-\d\d){0,2}[~?%]?")


def _year_of(edtf: str) -> int | None:
    """Return the year of a plain date; None for intervals, decades and years BC."""
    found = _YEAR.fullmatch(edtf)
    return int(found[1]) if found else None


def own_date(draft: Draft, passage: Passage) -> Dated | None:
    """Return the draft's own date, its clause's, what an age gives, or what the sentence before tells."""
    if draft.dated is not None or draft.undated:
        return draft.dated or _wedding(draft, passage)
    found = _wedding(draft, passage) or _of_its_clause(draft, passage)
    if found is not None and found.span is not None:
        if _is_of_another_event(draft, found.span, passage):
            return None
        found = end_of_life(draft.type, found, passage.dates.story, passage.content)
        found = seen_from(draft, found, passage) if found is not None else None
    if _counts_from_its_age(draft, found, passage):
        return _by_age(draft, passage) or found
    if found is not None or draft.own_date:
        return found
    if passage.row and passage.segment.segment.kind is SegmentKind.TABLE_CELL:
        return passage.row[0]
    by_age = _by_age(draft, passage)
    if by_age is not None:
        return by_age
    told = passage.dates.of(draft.anchor) if draft.type in _HAPPENINGS else None
    return told if told is None or told.span is None else None  # what its clause tells is of something else


def _wedding(draft: Draft, passage: Passage) -> Dated | None:
    """Return the date of a wedding in the brackets right behind one of a couple: *his wife Ida Low (m. 1912)*."""
    role = draft.slots.get("role")
    if draft.type != "kinship" or role is None:
        return None
    words = role.words if isinstance(role, Inferred) else _span(role).of(passage.content)
    if words not in _SPOUSES:
        return None
    names = (draft.who, *(span for _, span in draft.related), draft.quote)
    for end in sorted({span.end for span in names if span is not None}, reverse=True):
        bracket = _BRACKET.match(passage.content, end)
        if bracket is not None:
            for time in passage.dates.story.within(*bracket.span()):
                if is_wedding_in_brackets(passage.content, time.start):
                    return dated(time)
    return None


def _span(words: Span | Elsewhere) -> Span:
    return words.span if isinstance(words, Elsewhere) else words


_SPOUSES = frozenset(("husband", "wife", "spouse"))
_BRACKET = re.compile(r",?\s*\([^()]*\)")


def _of_its_clause(draft: Draft, passage: Passage) -> Dated | None:
    """Return the time told in its clause or its sentence; none that tells of what is said after it."""
    found = (
        passage.dates.of(draft.anchor, narrative=False)
        or _head_of_line(draft, passage)
        or _day_of_line(draft, passage)
    )
    if found is None or found.span is None:
        return found
    is_later = is_of_what_follows(draft.anchor, found.span) or _is_of_later_deed(draft, found.span, passage)
    return None if is_later else found


def _is_of_later_deed(draft: Draft, date: Span, passage: Passage) -> bool:
    time = next(iter(passage.dates.story.within(date.start, date.end)), None)
    if time is None:
        return False
    return (
        is_of_later_deed(draft, time, passage)
        or is_of_something_else(draft, time, passage)
        or is_of_the_next_part(draft, time, passage)
    )


def _is_of_another_event(draft: Draft, date: Span, passage: Passage) -> bool:
    """Whether a date is that of a birth or a death, of which the draft does not tell."""
    told = life_dated(passage.content, date.start)
    is_another = told is not None and told != draft.type
    return is_another or is_of_other_life(date, draft.type, draft.person, passage)


def _head_of_line(draft: Draft, passage: Passage) -> Dated | None:
    """Return the date that heads a line without a verb, of which what stands right behind it tells."""
    doc, at = passage.segment.doc, draft.anchor.i
    first = next((t for t in passage.dates.phrases if t.end > doc.starts[0]), None)
    if passage.clauses or first is None or first.start >= draft.anchor.start:
        return None
    is_head = not any(t.text.isalpha() for t in doc if t.end <= first.start)
    between = [t for t in doc[:at] if t.start >= first.end and t.text.isalpha()]
    return dated(first) if is_head and len(between) <= _RIGHT_BEHIND else None


def _day_of_line(draft: Draft, passage: Passage) -> Dated | None:
    """Return the day that opens a line of a register or a chronicle, of which its first sentence tells.

    *14 April 1792. Karl Low, bachelor, married Ida Berg.* So a line is read beside others that open with a date, too.
    """
    doc, anchor = passage.segment.doc, draft.anchor
    first = next((t for t in passage.dates.phrases if t.start == doc.starts[0]), None)
    mark = _MARK.match(passage.content, first.end) if first is not None else None
    day = dated(first) if first is not None else None
    if mark is None or day is None or len(day.when.edtf) < len("1792-04-14"):
        return None
    verb = anchor
    told = next((s for s in doc.sents if doc.ends[s.end - 1] > mark.end()), None)
    is_told = told is not None and told.start <= verb.i < told.end and verb.tag_ in ("VBD", "VBN", "VBZ")
    is_of_line = verb.dep_ in ("ROOT", "conj") and not any(
        t.tag_ == "VBD" and t.lower_ == "had" for t in verb.lefts
    )
    return (
        day
        if is_told and is_of_line and _stands_among_days(doc.starts[0], doc.ends[-1], passage.content)
        else None
    )


_MARK = re.compile(r"\s?[.:\u2013\u2014-]\s+(?=[^\W\d_])")


def _stands_among_days(start: int, end: int, content: str) -> bool:
    """Whether the line before or the line behind opens with a date too."""
    before = content[:start].rstrip().rpartition("\n")[2]
    behind = content[end:].lstrip(" .\n").partition("\n")[0]
    return opens_with_date(before) or opens_with_date(behind)


_RIGHT_BEHIND = 1  #: words at most between the date and the noun: *1900: First journey*


def _counts_from_its_age(draft: Draft, found: Dated | None, passage: Passage) -> bool:
    """Whether the age in the clause itself dates it: a date that is found stands with another clause."""
    if found is None:
        return draft.type == "kinship" and passage.dates.ages.own_at(draft.anchor) is not None
    return not draft.own_date and passage.dates.has_age_besides(draft.anchor, found)


def _by_age(draft: Draft, passage: Passage) -> Dated | None:
    """Return the date that an age gives, with the birth of whose it is."""
    age = passage.dates.ages.at(draft.anchor)
    aged = passage.of_that_age(draft.anchor) or draft.person
    born = passage.born.get(aged)
    if age is None or born is None:
        return None
    suffered = draft.side == "sufferer" and aged == draft.person
    if draft.type != "death" and (age.years is None or suffered):
        return None
    basis = f"{age.words}, born {born}"
    when = when_of_edtf(f"{iso_of_year(born + (age.years or 0))}~", basis=basis)
    return Dated(when, None, f"{age.words}, born in {born}")


_HAPPENINGS = frozenset(
    ("event", "action", "travel", "meeting", "death", "arrest", "sentence", "release", "imprisonment",
     "burial", "award", "service", "membership")
)  # fmt: skip


def dated_by_its_note(draft: Draft, passage: Passage) -> Draft:
    """Leave undated what a note without a verb tells whose date is another's: *M.P. 1922-9; Recorder of Ely*."""
    if not passage.is_entry or draft.undated or draft.dated is not None:
        return draft
    if draft.clause is not None or draft.anchor.pos_ in ("VERB", "AUX"):
        return _dated_within(draft, passage)
    if draft.type in _ENDS:
        return draft
    note = note_around(draft.anchor.start, passage)
    words = passage.segment.words(note)
    if words is None or any(t.i in passage.clauses for t in words):
        return draft
    date = passage.dates.of(draft.anchor, narrative=False)
    is_beside = date is not None and date.span is not None and date.span.overlaps(note)
    is_beside = is_beside or _head_of_line(draft, passage) is not None
    return draft if is_beside else replace(draft, undated=True)


def _dated_within(draft: Draft, passage: Passage) -> Draft:
    """Date by its own note what a verb tells: *M.I.C.E. 1833; emigrated to Canada 1843*."""
    note = note_around(draft.anchor.start, passage)
    before = passage.content[passage.segment.offset : note.start].rstrip()
    date = passage.dates.of(draft.anchor, narrative=False)
    if not before.endswith(";") or date is None or date.span is None or date.span.overlaps(note):
        return draft
    within = [t for t in passage.dates.phrases if note.start <= t.start and t.end <= note.end]
    return replace(draft, dated=dated(within[0])) if within else draft


_ENDS = frozenset(("birth", "death", "burial"))
