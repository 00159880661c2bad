"""Events of the story by name: *eight days after Fort Sumter*, where the story dated Fort Sumter before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factoid.dates.meaning import CalendarTime, Left, Shift
from factoid.dates.narrative import Mentioned

_REACH_BACK = 100_000  #: characters
_EVENT = re.compile(
    r"\s+(?:the\s+)?(?:[a-z]+\s+of\s+(?:the\s+)?)?(?P<name>[A-Z][\w'-]+(?:\s+(?:of\s+)?[A-Z][\w'-]+)*)(?=\s*[,.;:)]|\s+(?:in|on|at|and)\b|$)"
)
_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n")
_MOST_TRIES = 6
_MOST_TIMES = 400  #: times between the event and what is counted from it
_COARSE = frozenset({"year", "decade", "century"})


def seen_from(text: str, left: Left, mentions: Sequence[Mentioned]) -> int | None:
    """Return the number of the mention that dates the event after which a time is counted.

    None means that the time goes on from where the story is; -1 that it is counted from what no words date.
    """
    meaning = left.found.meaning
    if not isinstance(meaning, Shift) or not meaning.anchored:
        return None
    event = _EVENT.match(text, left.found.end)
    return _dated_by(text, event["name"], left.found.start, mentions, meaning.unit) if event else -1


def _dated_by(text: str, name: str, before: int, mentions: Sequence[Mentioned], unit: str) -> int:
    at = before
    for _ in range(_MOST_TRIES):
        at = text.rfind(name, max(0, before - _REACH_BACK), at)
        if at < 0:
            return -1
        first = max(
            (m.end() for m in _SENTENCE_END.finditer(text, max(0, at - 400), at)), default=max(0, at - 400)
        )
        end = _SENTENCE_END.search(text, at, at + 400)
        last = end.start() if end else at + 400
        for number in range(len(mentions) - 1, max(-1, len(mentions) - _MOST_TIMES), -1):
            span = mentions[number].span
            if span.end <= first:
                break
            if span.start < last and _is_fine_enough(mentions[number], unit):
                return number
    return -1


def _is_fine_enough(mentioned: Mentioned, unit: str) -> bool:
    """Say whether the date is no coarser than what is counted from it."""
    time = mentioned.meaning
    if not isinstance(time, CalendarTime):
        return False
    return time.day is not None or unit in _COARSE or (unit == "month" and time.month is not None)
