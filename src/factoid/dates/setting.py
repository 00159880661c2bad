"""Where in its passage a time stands, and what that says about its being the story or an aside."""

from __future__ import annotations

import re

from factoid.dates.meaning import CalendarTime, Found, Left, Shift
from factoid.dates.narrative import Mentioned
from factoid.dates.timeline import Reached
from factoid.model import Span
from factoid.resources import load

_COST: dict[str, float] = load("dates_narrative")["place"]
_LEAST = 0.1  #: what an aside costs at least

_HEAD_LENGTH = 90  #: a passage as short as this, without a full stop, is a heading
_HEADWORD = re.compile(r"\W*[A-Z][A-Z'-]{2,}(?:[ ,.;(]|$)")
_LIFE = re.compile(
    r"\(\s*(?:c\.|ca\.|b\.|d\.|fl\.|born)?\s*(?:[^()]{0,60}\b)?\d{3,4}|[.,;]\s+(?:[Bb]\.|[Bb]orn)\s[^.;()]{0,60}\b\d{3,4}"
)
_ASIDE = frozenset({"since", "until", "till", "unto", "ever since", "up to", "up until"})
_HAD = re.compile(r"\b(?i:had|having)\b[^.;:!?]*$")
#: *whom he had married in 1866,*: the story goes on from before it
_LOOKING_BACK = re.compile(
    r",\s+(?:[a-z]+\s+)?(?:who|whom|which|whose|where)\b[^.;:!?,()]{0,80}\bhad\b[^.;:!?,()]{0,80}$"
)
_TO_COME = re.compile(r"\b(?:shall|will|hope|expect|intend|going|next)\b[^.;!?]*$|'ll\b[^.;!?]*$")
_WILL_COME = re.compile(
    r",?\s+(?:I|we|he|she|they|you|it)(?:\s+(?:shall|will|hopes?|expects?|intends?)\b|'ll\b)"
)
_WORD_AFTER = re.compile(r"(?:'s)?[ -]([A-Za-z]+)")


def setting_of(
    text: str, left: Left, passage: Span, seen: int | None, *, is_first: bool, page: Reached | None
) -> Mentioned:
    """Return the time with what its surroundings say."""
    found, meaning = left.found, left.found.meaning
    is_heading = passage.end - passage.start <= _HEAD_LENGTH and not text[
        passage.start : passage.end
    ].rstrip().endswith((".", "!", "?", ":", ";", ","))
    restarts = is_first and _restarts(text, passage)
    passing, moving = _weights(text, left, passage, is_heading=is_heading)
    dates_page = _dates_a_page(text, found, passage)
    bracketed = not is_heading and in_brackets(text, found.start, passage)
    return Mentioned(
        Span(found.start, found.end),
        meaning,
        passing,
        moving,
        bracketed,
        restarts,
        None if is_to_come(text, found, passage) or dates_page else page,
        dates_page,
        seen,
        _is_flashback(text, found, passage),
    )


def is_to_come(text: str, found: Found, passage: Span) -> bool:
    """Say whether the time is told of what is still to come: *I hope to be in Ely in May*, *In May I shall go*."""
    before = _TO_COME.search(text, max(passage.start, found.start - 80), found.start)
    return bool(before or _WILL_COME.match(text, found.end, passage.end))


def _is_flashback(text: str, found: Found, passage: Span) -> bool:
    """Say whether the time stands in a relative clause about what had been before."""
    before = _LOOKING_BACK.search(text, max(passage.start, found.start - 170), found.start)
    return before is not None and text[found.end : found.end + 1] == ","


_ENTRY = re.compile(r"\s*[.:;,]?\s*-{0,2}\s*(?:[A-Z]|$)")
_SALUTATION = re.compile(
    r"\s*(?:My\s+)?(?:[Dd]ear(?:est)?|Sir|Madam|Honou?red|Gentlemen|Reverend|Most|Beloved|Esteemed)\b"
)
_POSTSCRIPT = re.compile(r"^\s*(?:P\.?\s?){1,2}S\.?:?\s+")
_SENTENCE_BEFORE = re.compile(r"[a-z]{3}[.!?][\"'\u201d]?\s+$")
_ALONE = re.compile(r"[.:]\s+[A-Z]")
_PLACE = re.compile(r"^\W*[A-Z][^\W\d]+(?:[ -][A-Z][^\W\d]+)?,\s*$")  #: *Pest, 2 June 1857. Today I saw*
_LETTERHEAD = 80  #: a line that dates a letter is no longer


def dates_a_page(text: str, start: int, end: int, passage: Span) -> bool:
    """Say whether the date stands over an entry of a diary, or in the head of a letter."""
    before = _POSTSCRIPT.sub("", text[passage.start : start])
    before = _PLACE.sub("", before)
    if not before.strip("[(*_ \t\r\n") and passage.end - end > _LETTERHEAD // 2:
        return bool(_ENTRY.match(text, end, passage.end)) and text[end : end + 1] in ".:;-\n "
    if start - passage.start > _LETTERHEAD:
        return False
    follows = end + len(text[end : passage.end]) - len(text[end : passage.end].lstrip(" .,;:)]"))
    return bool(_SALUTATION.match(text, follows))


def _dates_a_page(text: str, found: Found, passage: Span) -> bool:
    meaning = found.meaning
    if not isinstance(meaning, CalendarTime) or meaning.day is None:
        return False
    return dates_a_page(text, found.start, found.end, passage) or (
        meaning.year is None and _is_entry_within(text, found, passage)
    )


def _is_entry_within(text: str, found: Found, passage: Span) -> bool:
    """Say whether a day is a sentence of its own, in a diary without new lines: *15 April. Mr. Hart is dead.*"""
    before = _SENTENCE_BEFORE.search(text, max(passage.start, found.start - 8), found.start)
    closed = found.end - 1 if text[found.end - 1] == "." else found.end  # *20 Aug. Uncle Georg fell*
    return before is not None and _ALONE.match(text, closed, passage.end) is not None


def _restarts(text: str, passage: Span) -> bool:
    """Say whether the passage is an entry of a dictionary: a headword, soon a life in brackets or *B. 1855*."""
    return bool(_HEADWORD.match(text, passage.start, passage.end)) and bool(
        _LIFE.search(text, passage.start, min(passage.end, passage.start + 160))
    )


def _weights(text: str, left: Left, passage: Span, *, is_heading: bool) -> tuple[float, float]:
    """Return the cost of taking the time as told in passing, and as the next of the story."""
    found, meaning = left.found, left.found.meaning
    if not is_heading and in_brackets(text, found.start, passage):
        return 0.0, _COST["bracket"]
    if _looks_back(found):
        return _COST["earlier"], _COST["earlier moves"]
    if _dates_a_page(text, found, passage):
        return _COST["heading"], 0.0
    passing = _COST["heading" if is_heading else "in passing"]
    moving = 0.0
    if isinstance(meaning, CalendarTime) and meaning.year is not None:
        if meaning.day is not None:
            passing += _COST["with day"]
        elif meaning.month is not None or meaning.season is not None:
            passing += _COST["with month"]
        elif not is_heading:
            moving = _COST["year alone"]
            passing -= _of_a_noun(text, left)
    if left.preposition in _ASIDE:
        passing -= _COST["since or until"]
    if _HAD.search(text, max(passage.start, found.start - 80), found.start):
        passing -= _COST["after had"]
    return max(passing, _LEAST), moving


def is_heading_of_a_year(text: str, found: Found, passage: Span) -> bool:
    """Say whether a line is but a year, over the days of that year: in a register, a diary, a chronicle."""
    meaning = found.meaning
    is_year = isinstance(meaning, CalendarTime) and meaning.year is not None and meaning.month is None
    return is_year and not text[passage.start : found.start].strip(" [(#*_") + text[
        found.end : passage.end
    ].strip(" .:])*_")


def _of_a_noun(text: str, left: Left) -> float:
    """Return how much a bare year looks like a part of a name: *the 1938 edition*."""
    cost = 0.0 if left.preposition in ("in", "by", "during") else _COST["without preposition"]
    return cost + (_COST["before a noun"] if _WORD_AFTER.match(text, left.found.end) else 0.0)


def _looks_back(found: Found) -> bool:
    meaning = found.meaning
    if isinstance(meaning, CalendarTime):
        return meaning.pointer in ("last month", "next month")
    return found.rule == "day of writing" or (isinstance(meaning, Shift) and not meaning.forward)


def in_brackets(text: str, at: int, passage: Span) -> bool:
    """Say whether a bracket is open at the place."""
    opened = text.rfind("(", max(passage.start, at - 160), at)
    return opened >= 0 and text.rfind(")", opened, at) < 0


def in_quotes(text: str, at: int) -> bool:
    """Say whether a quotation is open at the place."""
    start = max(text.rfind("\n", max(0, at - 600), at), at - 600, 0)
    return text.count('"', start, at) % 2 == 1
