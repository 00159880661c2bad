"""Notes of an entry without a lead: *to Aden, 1839; Captain, 1842; surgeon at Perth Infirmary*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factoid.model import Span
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.clauses.phrases import is_place, name_span, phrase
from factoid.reading.statements.drafts import Draft, Inferred, Words
from factoid.reading.statements.lexicon import bodies
from factoid.reading.statements.notes.career_lines import read_line
from factoid.reading.statements.notes.notes import Note, clip, date_of
from factoid.reading.statements.nouns.role_fields import Borne, role_fields
from factoid.reading.statements.nouns.role_nouns import is_surname, role_kind
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.when.dated import Dated
from factoid.resources import load


def read_first_words(note: Note, at: int, passage: Passage) -> Iterator[Draft]:
    """Notes without a lead: a post or a trade, a place gone to, a school, a body served in."""
    words = [t for t in note.words if span_of(t).start >= note.span.start + at]
    date = date_of(note, passage)
    told = _abbreviated_post(note, at, date, passage) or read_line(note, at, passage)
    if told is not None:
        yield told
        return
    if not words or any(t.i in passage.clauses and t.tag_ in ("VBD", "VBZ", "VBP") for t in words[:8]):
        return
    if words[0].lower_ in ("to", "in", "at", "on") and len(words) > 1:
        place = next((t for t in words[1:6] if is_place(t, passage.entities) and t.ent_type_), None)
        if place is not None:
            type_ = "travel" if words[0].lower_ == "to" else "residence"
            yield Draft(
                person=passage.main or "",
                type=type_,
                rule=f"{type_}.note",
                quote=clip(note.span),
                anchor=words[0],
                slots={"place": name_span(place, passage.entities)},
                dated=date,
                own_date=True,
                undated=date is None,
                confidence=0.5,
            )
        return
    prize = next((t for t in words[:6] if t.lower_ in bodies("award") and t.text[:1].isupper()), None)
    if prize is not None and not any(passage.person(t) is not None for t in words[:6]):
        commas = [t.i for t in words if t.text == "," and t.i < prize.i]
        first = words[0].doc[commas[-1] + 1] if commas else words[0]
        value = Span(span_of(first).start, max(span_of(prize).end, phrase(prize).end))
        yield Draft(
            person=passage.main or "",
            type="award",
            rule="award.note",
            quote=clip(note.span),
            anchor=prize,
            slots={"value": value},
            dated=date,
            own_date=True,
            undated=date is None,
            confidence=0.6,
        )
        return
    for token in words[:9]:
        if (token.text in (",", "(") and token.i - words[0].i > 5) or token.pos_ == "ADP":
            break  # what hangs on a preposition is no post: *student at the General Staff Academy*
        kind, start = role_kind(token)
        if _is_before_its_noun(token, kind) or _is_in_a_name(token) or is_surname(token, passage):
            continue
        if (
            kind in ("office", "rank", "occupation")
            and not _labels_another(token, passage)
            and passage.person(token) in (None, passage.main)
            and start - words[0].i <= 4
        ):
            yield _post(note, token, start, kind, date, passage)
            return


_SHORT: dict[str, list[str]] = load("dictionary_abbreviations")["posts"]
# a post by its first letters, over a place or in a body: *V. of Swavesey, 1682-8*, *Sec. of the Guild*
_OVER_A_PLACE = re.compile(
    rf"(?P<role>(?:{'|'.join(_SHORT['over_a_place'])})\.?)"
    r"\s+(?:of|for|at)\s+(?P<of>[^\W\d_a-z][^,;:(\d]*?)\s*(?=[,;:(\d]|\bsince\b|\bfrom\b|\band\b|$)"
)
_BESIDE_A_PLACE = re.compile(  # *J.P. Lindsey 1640-44; sheriff, Lincs. 1648-9*
    r"(?P<role>J\.P\.|D\.L\.|M\.P\.|[Ss]heriff,|[Mm]ayor,|[Rr]ecorder,)\s+(?P<of>[^\W\d_a-z][\w'.-]+(?:\s[^\W\d_a-z][\w'.-]+)?)"
    r"\s*,?\s*(?=\d{4}|;|$)"
)
_IN_A_BODY = re.compile(
    rf"(?P<role>(?:(?:{'|'.join(_SHORT['grades'])})\.?[ -])?(?:{'|'.join(_SHORT['in_a_body'])})\.)"
    r"\s+(?:of|at|to)\s+(?:the\s+)?(?P<of>[^\W\d_a-z][^,;:(\d]*?)\s*(?=[,;:(\d]|\bsince\b|\bfrom\b|$)"
)


def _abbreviated_post(note: Note, at: int, date: Dated | None, passage: Passage) -> Draft | None:
    patterns = ((_OVER_A_PLACE, "place"), (_BESIDE_A_PLACE, "place"), (_IN_A_BODY, "organisation"))
    for pattern, slot in patterns:
        found = pattern.match(note.text, at)
        if found is None:
            continue
        start = note.span.start
        role, of = (Span(start + found.start(g), start + found.end(g)) for g in ("role", "of"))
        role = Span(role.start, role.end - found["role"].endswith(","))
        return Draft(
            person=passage.main or "",
            type="office",
            rule="office.note",
            quote=clip(note.span),
            anchor=note.words[0],
            slots={"role": role, slot: of, "value": Inferred("held", "the note names the office")},
            dated=date,
            own_date=True,
            undated=date is None,
            likelihood=_SURE,
        )
    return None


_SURE = 0.75  #: of a post told by its letters and what it is over


def _labels_another(token: Token, passage: Passage) -> bool:
    """Whether the post is the label of whoever holds it, not of whom the entry is about: *Secretary: Miss Ann Lee*."""
    behind = token.doc[token.i + 1 : token.i + _TO_THE_NAME]
    labelled = len(behind) > 1 and behind[0].text == ":"
    named = (passage.person(t) for t in behind[1:] if labelled and t.pos_ == "PROPN")
    return next((person != passage.main for person in named if person is not None), False)


_TO_THE_NAME = 5  #: words behind a label in which a name begins: *Auditor: the Rev. P. J. Quill*


def _is_before_its_noun(token: Token, kind: str | None) -> bool:
    """Whether a role is only the first word of one: the *deputy* of *deputy head*."""
    return kind is not None and token.i + 1 < len(token.doc) and role_kind(token.nbor())[0] == kind


def _is_in_a_name(token: Token) -> bool:
    """Whether a role only owns what is named: *Queen's Coll., Galway*, *Merchant's Hall*."""
    doc = token.doc
    behind = doc[token.i + 1 : token.i + 3]
    return len(behind) == 2 and behind[0].text in ("'s", "\u2019s", "'") and behind[1].text[:1].isupper()


def _post(note: Note, token: Token, start: int, kind: str, date: Dated | None, passage: Passage) -> Draft:
    slots: dict[str, Words] = {}
    doc = token.doc
    low = start
    while (
        low > note.words.start
        and (doc[low - 1].dep_ in ("compound", "amod") or _is_before_its_noun(doc[low - 1], kind))
        and not passage.dates.is_time(doc[low - 1])
        and not doc[low - 1].is_punct
    ):
        low -= 1
    if kind == "office":
        slots = role_fields(
            token, kind, low, Borne(passage.main or "", None, "note", note.span, None), passage
        )
        slots = {slot: told for slot, told in slots.items() if _is_within(told, note)}
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
        quote=clip(note.span),
        anchor=token,
        slots=slots,
        dated=date,
        own_date=True,
        undated=date is None,
        confidence=0.6,
    )


def _is_within(told: Words, note: Note) -> bool:
    """Whether a field stands in the note, or is not quoted at all."""
    return not isinstance(told, Span) or told.overlaps(note.span)


def _is_body(token: Token, passage: Passage) -> bool:
    return (
        passage.entities.label_of(token) == "organisation"
        or token.lower_ in bodies("body")
        or token.lower_ in bodies("school")
    )
