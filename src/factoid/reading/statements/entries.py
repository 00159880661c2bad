"""Notes of dictionaries, registers, personnel files and infoboxes: *b. Perth, 16 May 1805; educ. there*.

An entry is cut into notes; each note is told by how it starts, and says it of the person of the entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from factoid.model import SegmentKind, Span
from factoid.reading.parse import Token, TokenSpan, span_of
from factoid.reading.statements.dating import Dated, dated
from factoid.reading.statements.drafts import Draft, Inferred, Words
from factoid.reading.statements.lexicon import bodies, kin_roles
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.phrases import is_place, name_span, phrase
from factoid.reading.statements.relations import role_in_return
from factoid.reading.statements.role_fields import Borne, role_fields
from factoid.reading.statements.roles import role_kind
from factoid.resources import load

_LEADING_DATE = re.compile(
    r"\s*(?:[\d.]{4,10}|\d{4})(?:\s*[-\u2013\u2014]\s*[\d.]{2,10})?\s*[-\u2013\u2014:]?\s+"
)
_CUT = re.compile(
    r"[;\n]|\.\s+(?=[^\W\d_a-z]|\d|\u201c|\")|\s[\u2013\u2014]\s|[,.]\s+(?=(?:b|d|m|bur|bap|educ)\.[\s,])"
    r"|,\s+(?=(?:(?:e|eld|y|o|only|elder|younger|\d(?:st|nd|rd|th)) )?(?:s|d|dau|son|daughter)\.? of\s)"
)
_NUMBERED = re.compile(r"\(\d\)|\b(?:1st|2nd|3rd|4th)(?:ly)?\b|\b(?:first|second|third)ly\b")
_LABEL = re.compile(r"[A-Z][\w ]{2,24}:\s")
_CONNECTING = re.compile(r"\b(?:from|to|until|till|since|in|by|and|on)\b", re.IGNORECASE)
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Note:
    """One note of an entry."""

    span: Span
    words: TokenSpan
    text: str


@dataclass(frozen=True, slots=True)
class _Leads:
    notes: tuple[tuple[re.Pattern[str], str], ...]
    kin: tuple[tuple[re.Pattern[str], str], ...]
    abbreviations: frozenset[str]


@cache
def _leads() -> _Leads:
    data = load("dictionary_abbreviations")

    def compiled(lead: list[str]) -> re.Pattern[str]:
        return re.compile(rf"(?:{'|'.join(lead)})(?=[\s:,(\d.]|$)[:.]?\s*", re.IGNORECASE)

    return _Leads(
        notes=tuple((compiled(note["lead"]), note["type"]) for note in data["notes"]),
        kin=tuple((compiled(lead), role) for role, lead in data["kin"].items()),
        abbreviations=frozenset(data["abbreviations"]),
    )


def read_entries(passage: Passage) -> Iterator[Draft]:
    """Yield what the notes of an entry, or the labelled lines of an infobox, say of its person."""
    if passage.main is None:
        return
    if passage.segment.segment.kind is not SegmentKind.TABLE_CELL:
        passage.row.clear()
    for note in notes_of(passage):
        if _is_only_date(note, passage):
            date = _date(note, passage)
            passage.row[:] = [date] if date is not None else []
            continue
        labelled = _LABEL.match(note.text) is not None
        if passage.is_entry or labelled:
            yield from _of_note(note, passage)


def notes_of(passage: Passage) -> Iterator[Note]:
    """Yield the notes of a passage: cut at semicolons, full stops and dashes, not at abbreviations."""
    doc = passage.segment.doc
    if not len(doc):
        return
    content = passage.content
    low, high = span_of(doc[0]).start, span_of(doc[len(doc) - 1]).end
    start = low
    cuts = [m for m in _CUT.finditer(content, low, high) if not _is_abbreviation(content, m)]
    for end, after in [*((m.start(), m.end()) for m in cuts), (high, high)]:
        while start < end and content[start].isspace():
            start += 1
        words = passage.segment.words(Span(start, end)) if start < end else None
        if words is not None:
            yield Note(Span(start, end), words, content[start:end])
        start = after


def _is_abbreviation(content: str, cut: re.Match[str]) -> bool:
    if cut[0][0] != ".":
        return False
    before = re.search(r"[\w.'-]+$", content[max(cut.start() - 14, 0) : cut.start()])
    return before is not None and (
        before[0].lower() + "." in _leads().abbreviations
        or len(before[0]) == 1
        or ("." in before[0] and len(before[0]) < 6 and not before[0][0].isdigit())
    )


def _of_note(note: Note, passage: Passage) -> Iterator[Draft]:
    text, at = note.text, 0
    date = _LEADING_DATE.match(text)
    if date is not None:
        at = date.end()
    for pattern, role in _leads().kin:
        match = pattern.match(text, at)
        if match is not None:
            drafts = list(_kin(note, role, match.end(), passage))
            if drafts:
                yield from drafts
                return
    for pattern, type_ in _leads().notes:
        match = pattern.match(text, at)
        if match is not None:
            yield _draft(note, type_, match, passage)
            return
    if not _has_other_subject(note, passage):
        yield from _by_first_words(note, at, passage)


def _has_other_subject(note: Note, passage: Passage) -> bool:
    subjects = [t for t in note.words[:4] if t.dep_ in ("nsubj", "nsubjpass") and t.tag_ not in ("WDT", "WP")]
    return any(passage.person(t) not in (None, passage.main) for t in subjects)


def _date(note: Note, passage: Passage) -> Dated | None:
    within = [t for t in passage.dates.phrases if note.span.start <= t.start and t.end <= note.span.end]
    return dated(within[0]) if within else passage.row[0] if passage.row else None


def _is_only_date(note: Note, passage: Passage) -> bool:
    """Whether a note, or a table's cell, only dates what follows: *03.1921–05.1922 – head of …*."""
    text, found = note.text, False
    for time in passage.dates.phrases:
        if note.span.start <= time.start and time.end <= note.span.end:
            at = time.start - note.span.start
            text, found = text[:at] + " " * (time.end - time.start) + text[at + time.end - time.start :], True
    return found and _WORD.search(_CONNECTING.sub("", text[text.rfind(":") + 1 :])) is None


def _draft(note: Note, type_: str, match: re.Match[str], passage: Passage) -> Draft:
    slots: dict[str, Words] = {}
    start = note.span.start + match.end()
    place = _place(note, passage)
    rest = _rest(note, start, passage)
    if (
        type_
        in (
            "birth",
            "death",
            "burial",
            "residence",
            "arrest",
            "imprisonment",
            "release",
            "education",
            "service",
        )
        and place is not None
    ):
        slots["place"] = place
    elif (
        type_ in ("birth", "death", "burial", "residence")
        and rest is not None
        and rest.of(passage.content)[:1].isupper()
    ):
        slots["place"] = rest
    lead = Span(note.span.start + match.start(), note.span.start + match.start() + len(match[0].rstrip(" :")))
    if type_ == "education":
        school = next(
            (
                t
                for t in note.words
                if passage.entities.label_of(t) == "organisation" or t.lower_ in bodies("school")
            ),
            None,
        )
        if school is not None and not lead.overlaps(span_of(school)):
            slots["organisation"] = name_span(school, passage.entities)
        else:
            slots["value"] = lead
    elif type_ in (
        "occupation",
        "ethnicity",
        "citizenship",
        "religion",
        "rank",
        "award",
        "work",
        "membership",
        "office",
        "sentence",
        "event",
        "service",
    ):
        whole = type_ in ("event", "award", "rank") and not match[0].rstrip().endswith(":")
        value = Span(lead.start, rest.end) if whole and rest is not None else rest or lead
        slot = {"membership": "organisation", "office": "role"}.get(type_, "value")
        slots[slot] = value
        if type_ == "membership":
            slots["value"] = Inferred("member", f"the note {match[0].strip()}")
    return Draft(
        person=passage.main or "",
        type=type_,
        rule=f"{type_}.note",
        quote=_clip(note.span),
        anchor=note.words[0],
        slots=slots,
        dated=_date(note, passage),
        own_date=True,
        confidence=0.75,
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


def _place(note: Note, passage: Passage) -> Span | None:
    for token in note.words:
        if (
            is_place(token, passage.entities)
            and not passage.dates.is_time(token)
            and passage.person(token) is None
            and token.ent_type_
        ):
            return name_span(token, passage.entities)
    return None


def _named_kin(note: Note, role: str, at: int, passage: Passage) -> list[tuple[str, Token]]:
    """Return whom a note of kin names: the first, both parents, and husbands or wives that are numbered."""
    start = note.span.start + at
    named = [(p, t) for p, t in passage.persons(list(note.words)) if p != passage.main]
    if not named or span_of(named[0][1]).start > start + 60:
        return []
    kept = named[:1]
    for (_, before), (person, token) in pairwise(named):
        between = passage.content[span_of(before).end : span_of(token).start]
        if (role == "father" and len(kept) == 1 and re.search(r"\band\s+(?:\w+\s+){0,2}$", between)) or (
            role in ("wife", "husband") and _NUMBERED.search(between)
        ):
            kept.append((person, token))
    return kept


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
        return _date(note, passage)
    until = min((m for m in marks if m > span_of(token).start), default=note.span.end)
    within = [t for t in passage.dates.phrases if since <= t.start and t.end <= until]
    before = [t for t in within if t.end <= span_of(token).start]
    return dated(before[-1]) if before else None


def _kin(note: Note, role: str, at: int, passage: Passage) -> Iterator[Draft]:
    """Relatives named in a note: those named after its first word, up to the first that is nobody's kin."""
    owner = passage.main or ""
    for person, token in _named_kin(note, role, at, passage):
        own_role = (
            role
            if role != "father"
            else _parent(passage.gender(person), is_second=token.i > _first(note, passage))
        )
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
        quote = _clip(note.span)
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


def _by_first_words(note: Note, at: int, passage: Passage) -> Iterator[Draft]:
    """Notes without a lead: a post or a trade, a place gone to, a school, a body served in."""
    words = [t for t in note.words if span_of(t).start >= note.span.start + at]
    if not words or any(t.i in passage.clauses and t.tag_ in ("VBD", "VBZ", "VBP") for t in words[:8]):
        return
    date = _date(note, passage)
    if words[0].lower_ in ("to", "in", "at", "on") and len(words) > 1:
        place = next((t for t in words[1:6] if is_place(t, passage.entities) and t.ent_type_), None)
        if place is not None:
            type_ = "travel" if words[0].lower_ == "to" else "residence"
            yield Draft(
                person=passage.main or "",
                type=type_,
                rule=f"{type_}.note",
                quote=_clip(note.span),
                anchor=words[0],
                slots={"place": name_span(place, passage.entities)},
                dated=date,
                own_date=True,
                confidence=0.5,
            )
        return
    prize = next((t for t in words[:6] if t.lower_ in bodies("award") and t.text[:1].isupper()), None)
    if prize is not None and not any(passage.person(t) is not None for t in words[:6]):
        value = Span(span_of(words[0]).start, max(span_of(prize).end, phrase(prize).end))
        yield Draft(
            person=passage.main or "",
            type="award",
            rule="award.note",
            quote=_clip(note.span),
            anchor=prize,
            slots={"value": value},
            dated=date,
            own_date=True,
            confidence=0.6,
        )
        return
    for token in words[:9]:
        if token.text in (",", "(") and token.i - words[0].i > 5:
            break
        kind, start = role_kind(token)
        if (
            kind in ("office", "rank", "occupation")
            and passage.person(token) in (None, passage.main)
            and start - words[0].i <= 4
        ):
            yield _post(note, token, start, kind, date, passage)
            return


def _post(note: Note, token: Token, start: int, kind: str, date: Dated | None, passage: Passage) -> Draft:
    slots: dict[str, Words] = {}
    doc = token.doc
    low = start
    while (
        low > note.words.start
        and doc[low - 1].dep_ in ("compound", "amod")
        and not passage.dates.is_time(doc[low - 1])
        and not doc[low - 1].is_punct
    ):
        low -= 1
    if kind == "office":
        slots = role_fields(
            token, kind, low, Borne(passage.main or "", None, "note", note.span, None), passage
        )
        rest = doc[token.i + 1 : note.words.end]
        body = next((t for t in rest if _is_body(t, passage)), None)
        if body is not None and "organisation" not in slots:
            slots["organisation"] = name_span(body, passage.entities)
        place = next((t for t in rest if passage.entities.label_of(t) == "place"), None)
        if place is not None and "place" not in slots:
            slots["place"] = name_span(place, passage.entities)
        slots["value"] = Inferred("held", "the note names the office")
    else:
        slots["value"] = span_of(doc[low : token.i + 1])
    return Draft(
        person=passage.main or "",
        type=kind,
        rule=f"{kind}.note",
        quote=_clip(note.span),
        anchor=token,
        slots=slots,
        dated=date,
        own_date=True,
        confidence=0.6,
    )


def _is_body(token: Token, passage: Passage) -> bool:
    return (
        passage.entities.label_of(token) == "organisation"
        or token.lower_ in bodies("body")
        or token.lower_ in bodies("school")
    )


def _clip(span: Span) -> Span:
    return span if span.end - span.start <= 220 else Span(span.start, span.start + 220)
