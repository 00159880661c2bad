"""Times that belong together: *from … to*, *between … and*, *June–August 1938*; *until*, *after*, *by*."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from factoid.dates.edtf import when_of_edtf
from factoid.dates.meaning import CalendarTime, EventTime, Left
from factoid.dates.phrase import TimePhrase, Whole
from factoid.model import Extent


@dataclass(frozen=True, slots=True)
class Joints:
    """What stands between two times that belong together, in one language."""

    to: re.Pattern[str]
    and_: re.Pattern[str]
    or_: re.Pattern[str]

    def of_range(self, between: str) -> bool:
        """Whether the words lead from the first of a range, a pair or a choice to the next."""
        return any(joint.fullmatch(between) for joint in (self.to, self.and_, self.or_))


_OPEN = {
    "since": ("{}/..", Extent.THROUGHOUT),
    "not before": ("{}/..", Extent.WITHIN),
    "after": ("{}/..", Extent.WITHIN),
    "before": ("../{}", Extent.WITHIN),
    "by": ("../{}", Extent.WITHIN),
    "until": ("../{}", Extent.THROUGHOUT),
    "through": ("../{}", Extent.THROUGHOUT),
}
_MANY = frozenset("/[{")


def share_years(text: str, lefts: list[Left], joints: Joints) -> list[Left]:
    """Give a time the year or month that only the next one states: *from June to August 1938*."""
    shared = list(lefts)
    for n in range(len(shared) - 2, -1, -1):
        first, second = shared[n], shared[n + 1]
        meaning, model = first.found.meaning, second.found.meaning
        between = text[first.found.end : second.found.start]
        if isinstance(meaning, CalendarTime) and isinstance(model, CalendarTime) and joints.of_range(between):
            shared[n] = replace(first, found=replace(first.found, meaning=_completed(meaning, model)))
    return shared


def _completed(time: CalendarTime, model: CalendarTime) -> CalendarTime:
    if time.year is not None or time.short_year is not None or time.pointer or model.year is None:
        return time
    if time.month is None and time.season is None:
        return time
    crosses = time.month is not None and model.month is not None and time.month > model.month
    return replace(time, year=model.year - crosses)


def joined(text: str, lefts: list[Left], phrases: list[TimePhrase], joints: Joints) -> list[TimePhrase]:
    """Return the phrases with the wholes of which they are part."""
    out = list(phrases)
    n = 0
    while n < len(out):
        pair = _pair(text, lefts[n], out[n], out[n + 1], joints) if n + 1 < len(out) else None
        if pair:
            out[n], out[n + 1] = replace(out[n], whole=pair), replace(out[n + 1], whole=pair)
            n += 2
            continue
        if isinstance(lefts[n].found.meaning, EventTime):
            out[n] = _around_event(text, lefts[n], out[n])
        elif whole := _single(text, lefts[n], out[n]):
            out[n] = replace(out[n], whole=whole)
        n += 1
    return out


def _pair(text: str, left: Left, first: TimePhrase, second: TimePhrase, joints: Joints) -> Whole | None:
    if first.when is None or second.when is None or _MANY & set(first.when.edtf + second.when.edtf):
        return None
    between = text[first.end : second.start]
    if left.preposition == "between" and joints.and_.fullmatch(between):
        pattern, extent = "[{}..{}]", Extent.WITHIN
    elif joints.to.fullmatch(between):
        pattern, extent = "{}/{}", Extent.THROUGHOUT
    elif joints.or_.fullmatch(between):
        pattern, extent = "[{},{}]", Extent.WITHIN
    else:
        return None
    if (first.when.earliest or 0) > (second.when.latest or 0):
        return None
    edtf = pattern.format(first.when.edtf, second.when.edtf)
    return _whole(
        text,
        left.at if left.preposition in ("since", "between", "from") else first.start,
        second.end,
        edtf,
        extent,
        second,
    )


def _single(text: str, left: Left, phrase: TimePhrase) -> Whole | None:
    if phrase.when is None or left.preposition not in _OPEN or _MANY & set(phrase.when.edtf):
        return None
    pattern, extent = _OPEN[left.preposition]
    return _whole(text, left.at, phrase.end, pattern.format(phrase.when.edtf), extent, phrase)


def _whole(text: str, start: int, end: int, edtf: str, extent: Extent, phrase: TimePhrase) -> Whole | None:
    words, basis = text[start:end], phrase.when.basis if phrase.when else "stated"
    try:
        when = when_of_edtf(edtf, words=words, basis=basis, extent=extent)
    except ValueError:
        return None
    return Whole(start=start, end=end, words=words, when=when)


def _around_event(text: str, left: Left, phrase: TimePhrase) -> TimePhrase:
    """Return the phrase with the time that the preposition makes of the event, which nobody dated here."""
    if phrase.when is None:
        return phrase
    start, _, end = phrase.when.edtf.partition("/")
    end = end or start
    edtf = phrase.when.edtf
    if left.preposition in ("after", "since"):
        edtf = f"{end}/.."
    elif left.preposition in ("before", "until", "by"):
        edtf = f"../{start}"
    whole = _whole(text, left.at, phrase.end, edtf, Extent.WITHIN, phrase)
    return replace(phrase, when=None, whole=whole)
