"""Inscriptions on stones, cut into lines: *IN MEMORY OF / KARL LIND / WHO DIED 5TH MAY 1880 / AGED 56 YEARS*.

A line that begins with its verb goes on with whom the lines above it name; where the words of a stone open a paragraph,
*who died* tells of whom they bring in, whatever stands between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factoid.dates import when_of_edtf
from factoid.model import MentionForm, SegmentKind, Span
from factoid.reading.parse import Token
from factoid.reading.statements.clauses.phrases import is_at_sea, is_place, name_span
from factoid.reading.statements.drafts import Draft, Words
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.when.dated import Dated, dated

_LIKELIHOOD = 0.8
_DIED = (
    r"died|dy'd|departed this life|fell asleep|entered into rest|passed away|obiit|ob\."
    r"|(?:was )?(?P<manner>lost at sea|drowned|killed|slain|murdered)|perished"
)
_OPENING = re.compile(
    rf"\W*(?:(?:and|also|who|he|she|hee|shee)\s+)*"
    rf"(?:(?:(?P<death>{_DIED})|(?P<birth>(?:was )?born))(?!\w)|(?=aged?\s+\d))",
    re.IGNORECASE,
)
_FORMULA = re.compile(
    r"\W*(?:and |also )?(?:(?:(?:in|to|sacred to|erected to) )+(?:the |ever )?(?:loving |affectionate |dear |fond )?"
    r"(?:memory|remembrance) of|(?:here|beneath|underneath|near|under)\b[^.,]{0,40}?\b(?:lies?|lyeth|lye|rests?|sleeps?"
    r"|deposited|interred)\b|(?:and )?also of\b|d\. ?o\. ?m\.)",
    re.IGNORECASE,
)
_WHO_DIED = re.compile(rf"\b(?:who|and|he|she)\s+(?:{_DIED})(?!\w)", re.IGNORECASE)
_AGED = re.compile(
    r"\b(?:aged?|\u00e6tat(?:is)?(?: su\u00e6)?|aetat(?:is)?\.?(?: suae)?)\s+(?:about )?(?P<years>\d{1,3})\b"
    r"(?!\s*(?:months|weeks|days))"
    r"|\bin (?:the|his|her) (?P<year_of>\d{1,3})(?:st|nd|rd|th) year of (?:his|her|their) age\b",
    re.IGNORECASE,
)
_LONGEST_LINE, _LINES_ABOVE = 90, 4


def read_inscriptions(passage: Passage) -> Iterator[Draft]:
    """Yield the death and the birth that the line, or the paragraph, of an inscription tells."""
    doc = passage.segment.doc
    if not len(doc) or passage.segment.segment.kind is SegmentKind.TABLE_CELL:
        return
    whole = Span(doc.starts[0], doc.ends[-1])
    if _FORMULA.match(passage.content, whole.start, whole.end):
        told = _WHO_DIED.search(passage.content, whole.start, whole.end)
        named = _first_named(passage) if told is not None else None
        if told is not None and named is not None and _is_one_sentence(named[1].end, told.start(), passage):
            yield from _death(told, named, whole, passage)
        return
    opening = _OPENING.match(passage.content, whole.start, whole.end)
    above = _named_above(whole.start, passage) if opening is not None and len(doc) <= _LONGEST_LINE else None
    if opening is None or above is None:
        return
    if opening["birth"]:
        yield from _birth(opening, above, whole, passage)
        return
    if opening["death"]:
        yield from _death(opening, above, whole, passage)
        return
    yield from _by_age(above, whole, _last_date(whole.start, passage), passage)


def _is_one_sentence(start: int, end: int, passage: Passage) -> bool:
    return start < end and not any(
        t.is_sent_start or t.text == ";" for t in passage.segment.doc if start <= t.start < end
    )


def _first_named(passage: Passage) -> tuple[str, Span] | None:
    for token in passage.segment.doc:
        mention = passage.people.mention_at(token)
        person = passage.people.of(token)
        if mention is not None and person is not None and mention.form is MentionForm.NAME:
            return person, mention.span
    return None


def _named_above(start: int, passage: Passage) -> tuple[str, Span] | None:
    """Return whom the nearest line above names first, that is part of the same stone: short, and no sentence."""
    content, end = passage.content, start
    for _ in range(_LINES_ABOVE):
        end = content.rfind("\n", 0, end)
        begin = content.rfind("\n", 0, end) + 1
        line = content[begin:end].strip()
        if end < 0 or not line or len(line) > _LONGEST_LINE or line.endswith((".", ":", "?", "!")):
            return None
        named = sorted(
            (m.span.start, p.id, m.span)
            for p in passage.personas.values()
            for m in p.mentions
            if m.form is MentionForm.NAME and begin <= m.span.start and m.span.end <= end
        )
        if named:
            is_stone = line.isupper() or _FORMULA.match(line) is not None
            return (named[0][1], named[0][2]) if is_stone else None
    return None


def _death(told: re.Match[str], whose: tuple[str, Span], whole: Span, passage: Passage) -> Iterator[Draft]:
    rest = Span(told.start(), _end_of(told.end(), whole, passage))
    date = _date_in(rest, passage)
    slots = _place_in(rest, passage)
    if told["manner"]:
        slots["value"] = Span(*told.span("manner"))
    yield _draft("death", whose, rest, slots, date, passage)
    yield from _by_age(whose, rest, date, passage)


def _end_of(start: int, whole: Span, passage: Passage) -> int:
    """Return where what is told of one ends: at the next who is told of, or at a sentence's end."""
    following = re.compile(r"[.;]\s+[A-Z]|\balso\b", re.IGNORECASE).search(passage.content, start, whole.end)
    is_short = following is not None and re.search(
        r"\b[A-Z][a-z]{1,5}$", passage.content[start : following.start()]
    )
    return following.start() if following is not None and not is_short else whole.end


def _birth(told: re.Match[str], whose: tuple[str, Span], whole: Span, passage: Passage) -> Iterator[Draft]:
    died = re.compile(rf"\b(?:{_DIED})(?!\w)", re.IGNORECASE).search(passage.content, told.end(), whole.end)
    rest = Span(told.start(), died.start() if died is not None else whole.end)
    yield _draft("birth", whose, rest, _place_in(rest, passage), _date_in(rest, passage), passage)
    if died is not None:
        yield from _death(died, whose, whole, passage)


def _by_age(whose: tuple[str, Span], rest: Span, date: Dated | None, passage: Passage) -> Iterator[Draft]:
    """Yield the birth of who was so old at death."""
    aged = _AGED.search(passage.content, rest.start, rest.end)
    year = date.when.edtf[:4] if date is not None else ""
    if aged is None or not year.isdigit():
        return
    years = int(aged["years"] or aged["year_of"])
    reason = f"{' '.join(aged[0].split())}, in {year}"
    born = Dated(when_of_edtf(f"{int(year) - years:04}~", basis=reason), None, reason)
    yield _draft("birth", whose, Span(*aged.span()), {}, born, passage)


def _draft(
    type_: str,
    whose: tuple[str, Span],
    quote: Span,
    slots: dict[str, Words],
    date: Dated | None,
    passage: Passage,
) -> Draft:
    words = passage.segment.words(quote)
    return Draft(
        person=whose[0],
        type=type_,
        rule=f"{type_}.inscription",
        quote=Span(quote.start, quote.start + len(quote.of(passage.content).rstrip(" ,"))),
        anchor=words[0] if words is not None else passage.segment.doc[0],
        who=whose[1],
        slots=slots,
        dated=date,
        own_date=date is None or date.span is not None,
        undated=date is None or date.span is None,
        likelihood=_LIKELIHOOD,
    )


def _place_in(rest: Span, passage: Passage) -> dict[str, Words]:
    for token in passage.segment.words(rest) or ():
        if is_at_sea(token) or (
            _may_be_place(token, passage) and token.nbor(-1).lower_ in ("at", "in", "near")
        ):
            named = name_span(token, passage.entities)
            return {
                "place": Span(named.start if is_at_sea(token) else token.start, max(named.end, token.end))
            }
    return {}


def _may_be_place(token: Token, passage: Passage) -> bool:
    is_name = token.pos_ == "PROPN" and not passage.dates.is_time(token) and passage.person(token) is None
    return token.i > 0 and (is_place(token, passage.entities) or is_name)


def _date_in(rest: Span, passage: Passage) -> Dated | None:
    within = (t for t in passage.dates.phrases if rest.start <= t.start and t.end <= rest.end)
    return next((dated(t) for t in within if t.meant is not None), None)


def _last_date(start: int, passage: Passage) -> Dated | None:
    last = passage.dates.story.told_before(start)
    return dated(last) if last is not None and last.meant is not None else None
