"""Where in its passage a time stands, and what that says about its being the story or an aside."""

from __future__ import annotations

import re

from factoid.dates.left import Left
from factoid.dates.meaning import CalendarTime, Shift
from factoid.dates.narrative import Mentioned
from factoid.dates.timeline import Reached
from factoid.model import Span

_HEAD_LENGTH = 90  #: a passage as short as this, without a full stop, is a heading
_HEADWORD = re.compile(r"\W*[A-Z][A-Z'-]{2,}(?:[ ,.;(]|$)")
_LIFE = re.compile(r"\(\s*(?:c\.|ca\.|b\.|d\.|fl\.|born)?\s*(?:[^()]{0,60}\b)?\d{3,4}")
_ASIDE = frozenset({"since", "until", "till", "unto", "ever since", "up to", "up until"})
_HAD = re.compile(r"\b(?i:had|having)\b[^.;:!?]*$")
_TO_COME = re.compile(r"\b(?:shall|will|hope|expect|intend|going|next)\b[^.;!?]*$|'ll\b[^.;!?]*$")
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
    dates_page = (
        isinstance(meaning, CalendarTime)
        and meaning.day is not None
        and dates_a_page(text, found.start, found.end, passage)
    )
    bracketed = not is_heading and in_brackets(text, found.start, passage)
    return Mentioned(
        Span(found.start, found.end), meaning, passing, moving, bracketed, restarts, page, dates_page, seen
    )


_ENTRY = re.compile(r"\s*[.:;,]?\s*-{0,2}\s*(?:[A-Z]|$)")
_SALUTATION = re.compile(
    r"\s*(?:My\s+)?(?:[Dd]ear(?:est)?|Sir|Madam|Honou?red|Gentlemen|Reverend|Most|Beloved|Esteemed)\b"
)
_LETTERHEAD = 80  #: a line that dates a letter is no longer


def dates_a_page(text: str, start: int, end: int, passage: Span) -> bool:
    """Say whether the date stands over an entry of a diary, or in the head of a letter."""
    if not text[passage.start : start].strip("[(*_ \t\r\n") and passage.end - end > _LETTERHEAD // 2:
        return bool(_ENTRY.match(text, end, passage.end)) and text[end : end + 1] in ".:;-\n "
    if start - passage.start > _LETTERHEAD:
        return False
    follows = end + len(text[end : passage.end]) - len(text[end : passage.end].lstrip(" .,;:)]"))
    return bool(_SALUTATION.match(text, follows))


def _restarts(text: str, passage: Span) -> bool:
    """Say whether the passage is an entry of a dictionary: a headword in capitals, soon a life in brackets."""
    return bool(_HEADWORD.match(text, passage.start, passage.end)) and bool(
        _LIFE.search(text, passage.start, min(passage.end, passage.start + 160))
    )


def _weights(text: str, left: Left, passage: Span, *, is_heading: bool) -> tuple[float, float]:
    found, meaning = left.found, left.found.meaning
    w = WEIGHTS
    if not is_heading and in_brackets(text, found.start, passage):
        return 0.0, w["bracket"]
    passing, moving = w["heading"] if is_heading else w["passing"], 0.0
    if isinstance(meaning, CalendarTime) and meaning.year is not None:
        if meaning.day is not None:
            passing += w["day"]
        elif meaning.month is not None or meaning.season is not None:
            passing += w["month"]
        elif not is_heading:
            moving += w["year"]
            if left.preposition not in ("in", "by", "during"):
                passing -= w["no preposition"]
            if _WORD_AFTER.match(text, found.end):
                passing -= w["word after"]
    if found.rule == "day of writing" or (
        isinstance(meaning, CalendarTime) and meaning.pointer in ("last month", "next month")
    ):
        return w["back"], w["back moving"]
    if (
        isinstance(meaning, CalendarTime)
        and meaning.day
        and dates_a_page(text, found.start, found.end, passage)
    ):
        return w["heading"], 0.0
    if isinstance(meaning, Shift) and not meaning.forward:
        return w["back"], w["back moving"]
    if left.preposition in _ASIDE:
        passing -= w["aside"]
    if _HAD.search(text, max(passage.start, found.start - 80), found.start):
        passing -= w["had"]
    return max(passing, 0.1), moving


WEIGHTS = {"bracket": 5.0, "heading": 2.8, "passing": 1.05, "day": 0.4, "month": 0.15, "year": 0.05, "no preposition": 0.1, "word after": 0.35,
           "back": 0.05, "back moving": 1.75, "aside": 3.0, "had": 0.25}  # fmt: skip


def in_brackets(text: str, at: int, passage: Span) -> bool:
    """Say whether a bracket is open at the place."""
    opened = text.rfind("(", max(passage.start, at - 160), at)
    return opened >= 0 and text.rfind(")", opened, at) < 0


def in_quotes(text: str, at: int) -> bool:
    """Say whether a quotation is open at the place."""
    start = max(text.rfind("\n", max(0, at - 600), at), at - 600, 0)
    return text.count('"', start, at) % 2 == 1
