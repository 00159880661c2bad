"""Notes of dictionaries, registers, personnel files and infoboxes: *b. Perth, 16 May 1805; educ. there*.

Each note of an entry is told by how it starts, and says it of the person of the entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factoid.model import SegmentKind, Span
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.drafts import Draft, Inferred, Words
from factoid.reading.statements.forms import is_read_as_form, is_told_of_kin, without_member
from factoid.reading.statements.kin_notes import read_kin
from factoid.reading.statements.lexicon import bodies
from factoid.reading.statements.note_leads import leads
from factoid.reading.statements.notes import Note, clip, date_of, is_only_date, notes_of
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.phrases import is_place, name_span
from factoid.reading.statements.post_notes import read_first_words

_LEADING_DATE = re.compile(
    r"\s*(?:[\d.]{4,10}|\d{4})(?:\s*[-\u2013\u2014]\s*[\d.]{2,10})?\s*[-\u2013\u2014:]?\s+"
)
_PRONOUN_BEFORE = re.compile(r"(?:He|She)\s+(?=(?:m|md|marr|b|d|publ?)\.\s)")  # no verb to a parser
_VIOLENT = frozenset(("shot", "executed", "hanged", "killed", "perished", "beheaded", "drowned", "murdered"))
_LABEL = re.compile(r"[A-Z][\w ]{2,24}:\s")


def read_entries(passage: Passage) -> Iterator[Draft]:
    """Yield what the notes of an entry, or the labelled lines of an infobox, say of its person."""
    if passage.main is None:
        return
    if passage.segment.segment.kind is not SegmentKind.TABLE_CELL:
        passage.row.clear()
    for note in notes_of(passage):
        if is_read_as_form(note.span.start, passage):
            continue
        if is_only_date(note, passage) and not _is_led(note):
            date = date_of(note, passage)
            passage.row[:] = [date] if date is not None else []
            continue
        labelled = _LABEL.match(note.text) is not None
        if passage.is_entry or labelled:
            yield from _of_note(note, passage)


def _is_led(note: Note) -> bool:
    """Whether a note says what its date is of: *Year of birth: 1897*."""
    return any(pattern.match(note.text) for pattern, _ in leads().notes)


def _of_note(note: Note, passage: Passage) -> Iterator[Draft]:
    text, at = note.text, 0
    opening = _LEADING_DATE.match(text) or _PRONOUN_BEFORE.match(text)
    if opening is not None:
        at = opening.end()
    for pattern, role in leads().kin:
        match = pattern.match(text, at)
        if match is not None and role == "father" and _is_of_who_married(note, passage):
            return
        if match is not None:
            drafts = list(read_kin(note, role, match.end(), passage))
            if drafts:
                yield from drafts
                return
    of_kin = is_told_of_kin(note.span.start, passage)
    for pattern, type_ in leads().notes:
        match = pattern.match(text, at)
        if match is not None and (type_ in _LIFE or not of_kin):
            yield from _led(note, type_, match, passage)
            return
    if not (of_kin or _has_other_subject(note, passage)):
        yield from read_first_words(note, at, passage)


def _led(note: Note, type_: str, match: re.Match[str], passage: Passage) -> Iterator[Draft]:
    """Yield what a note tells that begins with a lead, of whom the note before it is about."""
    if type_ == "work" and _follows(note, note.span.start + match.end(), ("in", "at")):
        return  # *Works in the Museum of Graz*: where they are
    draft = _draft(note, type_, match, passage)
    items = _listed(draft, match, passage) if type_ == "award" else []
    if len(items) > 1:
        yield from (replace(draft, slots={**draft.slots, "value": item}) for item in items)
        return
    kin = _kin_told_before(note, passage) if type_ in _LIFE else None
    if kin is None:
        yield draft
    elif kin:
        yield replace(draft, person=kin)


_BETWEEN_ITEMS = re.compile(r"(?:,|;)\s+(?:and\s+)?(?=[^\W\d_a-z])|\s+and\s+(?=(?:the\s+)?[^\W\d_a-z])")


def _listed(draft: Draft, match: re.Match[str], passage: Passage) -> list[Span]:
    """Return the honours that a label lists: *Awards: St George 4th cl., St Anne 3rd cl.*."""
    value = draft.slots.get("value")
    if not isinstance(value, Span) or not match[0].rstrip().endswith(":"):
        return []
    items, start = [], value.start
    for cut in _BETWEEN_ITEMS.finditer(passage.content, value.start, value.end):
        items.append(Span(start, cut.start()))
        start = cut.end()
    return [*items, Span(start, value.end)]


_SUBJECT = re.compile(r"(?:(?:he|she)\s+)?(?:then |later |secondly )?", re.IGNORECASE)


def _is_of_who_married(note: Note, passage: Passage) -> bool:
    """Whether a comma joins the note to one of a marriage: *m. 1766 Sarah (d. 1779), dau. of his master*."""
    before = passage.content[passage.segment.offset : note.span.start].rstrip()
    if not before.endswith(","):
        return False
    last = re.split(r"[;\n]|\.\s+(?=[^\W\d_a-z])", before)[-1].strip()
    last = _SUBJECT.sub("", last)
    return any(
        pattern.match(last) is not None for pattern, role in leads().kin if role in ("wife", "husband")
    )


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


def _has_other_subject(note: Note, passage: Passage) -> bool:
    subjects = [t for t in note.words[:4] if t.dep_ in ("nsubj", "nsubjpass") and t.tag_ not in ("WDT", "WP")]
    return any(passage.person(t) not in (None, passage.main) for t in subjects)


def _follows(note: Note, start: int, words: tuple[str, ...]) -> bool:
    """Whether one of some words comes next in a note."""
    following = next((t for t in note.words if span_of(t).start >= start), None)
    return following is not None and following.lower_ in words


def _draft(note: Note, type_: str, match: re.Match[str], passage: Passage) -> Draft:
    at = note.span.start
    lead = Span(at + match.start(), at + match.start() + len(match[0].rstrip(" :")))
    rest = _rest(note, at + match.end(), passage)
    slots = _where(note, type_, rest, passage)
    if type_ == "death" and match[0].strip(" :").lower() in _VIOLENT:
        slots["value"] = lead
    is_label = match[0].rstrip().endswith(":")
    if type_ == "education":
        slots.update(_school(note, lead, rest if is_label else None, passage))
    elif type_ in _SAID_BY_WORDS:
        whole = type_ in ("event", "award", "rank") and not is_label
        value = Span(lead.start, rest.end) if whole and rest is not None else rest or lead
        slots[{"membership": "organisation", "office": "role"}.get(type_, "value")] = value
        if type_ == "membership":
            slots["organisation"] = without_member(value, passage)
            slots["value"] = Inferred("member", f"the note {match[0].strip()}")
    return Draft(
        person=passage.main or "",
        type=type_,
        rule=f"{type_}.note",
        quote=clip(note.span),
        anchor=note.words[0],
        slots=slots,
        dated=date_of(note, passage),
        own_date=True,
        confidence=0.75,
    )


_AT_A_PLACE = frozenset(
    ("birth", "death", "burial", "residence", "arrest", "imprisonment", "release", "education", "service")
)
_AT_WHAT_FOLLOWS = frozenset(("birth", "death", "burial", "residence"))
_SAID_BY_WORDS = frozenset(
    ("occupation", "ethnicity", "citizenship", "religion", "rank", "award", "work", "membership", "office",
     "sentence", "event", "service")
)  # fmt: skip


def _where(note: Note, type_: str, rest: Span | None, passage: Passage) -> dict[str, Words]:
    """Return the place of what a note tells: a place in it, or what follows its lead, where that can be one."""
    place = _place(note, passage)
    if type_ in _AT_A_PLACE and place is not None:
        return {"place": place}
    if (
        type_ in _AT_WHAT_FOLLOWS
        and rest is not None
        and not _is_sentence(rest, passage)
        and rest.of(passage.content)[:1].isupper()
        and not _is_full_name(rest, passage)
    ):
        return {"place": rest}
    return {}


def _school(note: Note, lead: Span, rest: Span | None, passage: Passage) -> dict[str, Words]:
    """Return the school that a note names, else what its label is of, else its lead."""
    for token in note.words:
        if lead.overlaps(span_of(token)):
            continue
        if passage.entities.label_of(token) == "organisation" or token.lower_ in bodies("school"):
            return {"organisation": name_span(token, passage.entities)}
    if rest is not None:
        return {"value": rest}
    named = _named_after(note, lead, passage)
    return {"organisation": named} if named is not None else {"value": lead}


def _named_after(note: Note, lead: Span, passage: Passage) -> Span | None:
    """Return the name that comes right behind a lead, of whatever it is: *Educ. Marlborough*."""
    words = [t for t in note.words if t.start >= lead.end and t.lower_ not in (":", "at", "the", ".", "in")]
    words = [t for t in words if not lead.overlaps(span_of(t))]
    if not words or not words[0].text[:1].isupper() or passage.dates.is_time(words[0]):
        return None
    first = words[0]
    if passage.person(first) is not None or passage.entities.label_of(first) == "place":
        return None
    if first.pos_ != "PROPN":
        return None
    return Span(first.start, max(first.end, name_span(first, passage.entities).end))


def _is_sentence(words: Span, passage: Passage) -> bool:
    """Whether the words behind a lead go on to tell something: *Born in Fife he was the son of a miner*."""
    found = passage.segment.words(words)
    return found is not None and any(t.pos_ in ("VERB", "AUX", "PRON") for t in found)


def _is_full_name(words: Span, passage: Passage) -> bool:
    """Whether the words behind *born* are another name of somebody: *born Derek Roy Low*."""
    found = passage.segment.words(words)
    return (
        found is not None and len(found) > 1 and all(passage.entities.label_of(t) == "person" for t in found)
    )


def _rest(note: Note, start: int, passage: Passage) -> Span | None:
    """Return the words after the lead up to a date or a bracket, without the punctuation around them."""
    kept: list[Token] = []
    for token in note.words:
        span = span_of(token)
        if span.start < start or passage.dates.is_time(token):
            if kept:
                break
            continue
        if token.text in ("(", "[") and kept:
            break
        if not kept and (token.is_punct or token.dep_ == "prep"):
            continue
        kept.append(token)
        if len(kept) > 14:
            break
    while kept and ((kept[-1].is_punct and kept[-1].text != ".") or kept[-1].dep_ in ("prep", "cc")):
        kept.pop()
    return Span(span_of(kept[0]).start, span_of(kept[-1]).end) if kept else None


def _begins_another(token: Token, note: Note) -> bool:
    """Whether a comma and a participle begin what else is told: *Arrested June 1941, deported to Vyatka*."""
    is_inside = token.i > note.words.start + 1 and token.nbor(-1).text == ","
    return is_inside and token.tag_ in ("VBN", "VBD") and token.text[:1].islower()


def _place(note: Note, passage: Passage) -> Span | None:
    for token in note.words:
        if _begins_another(token, note):
            return None
        if (
            is_place(token, passage.entities)
            and not passage.dates.is_time(token)
            and passage.person(token) is None
            and token.ent_type_
        ):
            return name_span(token, passage.entities)
    return None
