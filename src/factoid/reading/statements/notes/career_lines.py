"""Lines of a career without a verb: *In the Red Army 1918-21*, *1939-1945 Dachau*, *Commanded 1st Bn. 1927-31*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factoid.model import Span
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.clauses.phrases import is_place, name_span
from factoid.reading.statements.drafts import Draft, Inferred, Words
from factoid.reading.statements.lexicon import bodies, party_words, war_words, word_list
from factoid.reading.statements.notes.notes import Note, clip, date_of
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.when.dated import Dated

_LIKELY = 0.7
_IN_A_BODY = re.compile(r"(?:in|with|of)\s+(?:the\s+)?", re.IGNORECASE)
_AT_WORK = re.compile(
    r"(?i:worked|active|lived|settled|resident|practi[sc]ed)\s+(?:in|at)\s+(?P<place>[^\W\d_a-z][^,;:(\d]*?)\s*"
    r"(?=[,;:(\d]|\b(?:from|until|till|since|in|c\.|then)\b|$)"
)
_AT_THE_HEAD = re.compile(
    r"(?P<role>Commanded|Headed|Directed|Led|Edited|Managed)\s+(?:the\s+)?(?P<of>(?:\d\w+\s)?[^\W\d_a-z][^,;:(]*?)\s*,?\s*"
    r"(?=[;:(]|,|\b(?:from|until|in)\b|\d{4}|$)"
)
_IN_CHARGE = re.compile(r"(?P<role>In charge of (?:the )?[^,;:(\d]+?)\s*(?=[,;:(\d]|$)")
_EMPLOYED = re.compile(
    r"(?i:employed)\s+(?:by|at|with)\s+(?:the\s+)?(?P<of>[^\W\d_a-z][^,;:(\d]*?)\s*(?=[,;:(\d]|$)"
)
_GONE = re.compile(
    r"(?P<value>(?i:emigrated|migrated|moved|removed|went|returned|sailed|evacuated|transferred|deported|fled|expelled))"
    r"(?:\s+(?:on\s+|in\s+)?(?:[\d./-]+|\d{1,2}\.?\s+[A-Z][a-z]+\.?\s+\d{4}))?(?:\s+from\s+[^\W\d_a-z][\w'-]+)?\s+(?:to|for)\s+"
    r"(?:the\s+)?(?P<place>[^\W\d_a-z][^,;:(\d]*?)\s*(?=[,;:(\d]|\bin\b|$)"
)
_OF_ONES_OWN = re.compile(
    r"(?P<value>[Oo]wn (?:business|workshop|firm|practice|studio|shop|company|school|pottery|press))\b"
    r"(?:(?:,|\s+in|\s+at)\s+(?P<place>[^\W\d_a-z][^,;:(\d]*?))?\s*(?=[,;:(\d]|$)"
)
_CAMPS = re.compile(
    r"(?:(?:prison|gaol|jail|camp|ghetto|concentration camp|KZ|kl)\s+(?:at |of |in )?)?"
    rf"(?P<camp>{'|'.join(sorted(word_list('camps'), reverse=True))})\b\s*[.;,]?\s*$"
)


def read_line(note: Note, at: int, passage: Passage) -> Draft | None:
    """Return what a line of a career tells without a verb; None of one that is read otherwise."""
    date = date_of(note, passage)
    for found in _told(note, at, date, passage):
        type_, slots = found
        return Draft(
            person=passage.main or "",
            type=type_,
            rule=f"{type_}.line",
            quote=clip(note.span),
            anchor=note.words[0],
            slots=slots,
            dated=date,
            own_date=True,
            undated=date is None,
            likelihood=_LIKELY,
        )
    return None


_SEAT = re.compile(
    r"[^;:.]{3,90}?,\s+of\s+(?P<place>[^\W\d_a-z][\w'-]+(?:\s[^\W\d_a-z][\w'-]+)?)(?=\s*[,;(]|\s*$)"
)


def seat_of(note: Note, passage: Passage) -> Iterator[Draft]:
    """Yield where the person of an entry had a home: *SIR JOHN LOW, Bt., of Hexley Hall*."""
    found = _SEAT.match(note.text)
    if found is None or any(
        t.i in passage.clauses and t.start < note.span.start + found.end() for t in note.words
    ):
        return
    yield Draft(
        person=passage.main or "",
        type="residence",
        rule="residence.seat",
        quote=Span(note.span.start, note.span.start + found.end()),
        anchor=note.words[0],
        slots={"place": Span(note.span.start + found.start("place"), note.span.start + found.end("place"))},
        undated=True,
        likelihood=_LIKELY,
    )


def _told(
    note: Note, at: int, date: Dated | None, passage: Passage
) -> Iterator[tuple[str, dict[str, Words]]]:
    start = note.span.start
    if (headed := _AT_THE_HEAD.match(note.text, at)) is not None:
        role, of = (Span(start + headed.start(g), start + headed.end(g)) for g in ("role", "of"))
        yield (
            "office",
            {"role": role, "organisation": of, "value": Inferred("held", "the note names the office")},
        )
    if (charge := _IN_CHARGE.match(note.text, at)) is not None:
        role = Span(start + charge.start("role"), start + charge.end("role"))
        yield "office", {"role": role, "value": Inferred("held", "the note names the office")}
    if (own := _OF_ONES_OWN.match(note.text, at)) is not None:
        named = [(slot, own.span(slot)) for slot in ("value", "place") if own[slot]]
        yield "occupation", {slot: Span(start + low, start + high) for slot, (low, high) in named}
    if date is None:
        return
    if (employer := _EMPLOYED.match(note.text, at)) is not None:
        of = Span(start + employer.start("of"), start + employer.end("of"))
        yield "office", {"organisation": of, "value": Inferred("held", "the note names the employer")}
    if (gone := _GONE.match(note.text, at)) is not None and not any(
        t.i in passage.clauses for t in note.words[1:]
    ):
        yield "travel", {g: Span(start + gone.start(g), start + gone.end(g)) for g in ("value", "place")}
    if (place := _AT_WORK.match(note.text, at)) is not None:
        yield "residence", {"place": Span(start + place.start("place"), start + place.end("place"))}
    if (camp := _CAMPS.match(_without_dates(note, passage), at)) is not None:
        yield "imprisonment", {"place": Span(start + camp.start("camp"), start + camp.end("camp"))}
    if (body := _IN_A_BODY.match(note.text, at)) is not None:
        yield from _of_body(note, start + body.end(), passage)


def _without_dates(note: Note, passage: Passage) -> str:
    """Return the words of a note with blanks for its dates."""
    text = note.text
    for time in passage.dates.phrases:
        if note.span.start <= time.start and time.end <= note.span.end:
            at = time.start - note.span.start
            text = text[:at] + " " * (time.end - time.start) + text[at + time.end - time.start :]
    return text


def _of_body(note: Note, start: int, passage: Passage) -> Iterator[tuple[str, dict[str, Words]]]:
    """Yield that somebody served in the force, or belonged to the party, that a note begins with."""
    words = [t for t in note.words if span_of(t).start >= start]
    head = next((t for t in words[:5] if _is_body(t) and not is_place(t, passage.entities)), None)
    if head is None or any(t.is_punct for t in words[: words.index(head)]):
        return
    name = name_span(head, passage.entities)
    body = Span(min(name.start, span_of(words[0]).start), max(name.end, span_of(head).end))
    beyond = (t for t in words if t.start >= body.end and is_place(t, passage.entities) and t.ent_type_)
    place = next((name_span(t, passage.entities) for t in beyond if passage.person(t) is None), None)
    # *In the Cheka from 1920 (Samara)*
    where: dict[str, Words] = {"place": place} if place is not None else {}
    if head.lemma_.lower() in bodies("force") and head.lemma_.lower() not in war_words():
        yield "service", {"organisation": body, **where}
    elif head.lemma_.lower() in party_words():
        member = Inferred("member", "the note names the body")
        yield "membership", {"organisation": body, "value": member, **where}


def _is_body(token: Token) -> bool:
    word = token.lemma_.lower()
    return token.text[:1].isupper() and (word in bodies("force") or word in party_words())
