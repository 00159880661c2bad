"""Times that belong together: *July 1 to 3, 1863*, *from 1937 to 1938*, *either … or*; *by*, *since*."""

from __future__ import annotations

import re
from dataclasses import replace

from factoid.dates.edtf import when_of_edtf
from factoid.dates.meaning import CalendarTime, Left
from factoid.dates.phrase import TimeKind, TimePhrase, Whole
from factoid.dates.timeline import season_month
from factoid.model import Extent

_RANGE = frozenset(
    {"-", "to", "until", "till", "through", "up to", "to about", "-to", "up until", "unto", "thru"}
)
_LIST = frozenset(
    {"and", ",", ", and", "&", "/", "or", ", or", "and again in", "and in", "as well as", "and on", "or in"}
)
_LONGEST_JOINT = 14
#: What a preposition makes of a time: the pattern of the EDTF, and how the time fills it.
_OPEN = {
    "by": ("../{}", Extent.WITHIN),
    "not later than": ("../{}", Extent.WITHIN),
    "no later than": ("../{}", Extent.WITHIN),
    "before": ("../{}", Extent.WITHIN),
    "prior to": ("../{}", Extent.WITHIN),
    "after": ("{}/..", Extent.WITHIN),
    "following": ("{}/..", Extent.WITHIN),
    "not earlier than": ("{}/..", Extent.WITHIN),
    "since": ("{}/..", Extent.THROUGHOUT),
    "ever since": ("{}/..", Extent.THROUGHOUT),
    "from": ("{}/..", Extent.THROUGHOUT),
    "as of": ("{}/..", Extent.THROUGHOUT),
    "as from": ("{}/..", Extent.THROUGHOUT),
    "starting in": ("{}/..", Extent.THROUGHOUT),
    "beginning in": ("{}/..", Extent.THROUGHOUT),
    "down to": ("../{}", Extent.THROUGHOUT),
    "until": ("../{}", Extent.THROUGHOUT),
    "till": ("../{}", Extent.THROUGHOUT),
    "unto": ("../{}", Extent.THROUGHOUT),
    "up to": ("../{}", Extent.THROUGHOUT),
    "up until": ("../{}", Extent.THROUGHOUT),
}


def joint(text: str, end: int, start: int) -> str:
    """Return the words between two times, if they are few enough to join them."""
    if not 0 <= start - end <= _LONGEST_JOINT:
        return ""
    return " ".join(text[end:start].lower().split())


def share_years(text: str, lefts: list[Left]) -> list[Left]:
    """Give a time the year, month or era that only the last of the row states."""
    shared = list(lefts)
    for n in range(len(shared) - 2, -1, -1):
        first, second = shared[n], shared[n + 1]
        words = joint(text, first.found.end, second.found.start)
        meaning, model = first.found.meaning, second.found.meaning
        if (
            (words in _RANGE or words in _LIST)
            and isinstance(meaning, CalendarTime)
            and isinstance(model, CalendarTime)
        ):
            shared[n] = replace(first, found=replace(first.found, meaning=_completed(meaning, model)))
    return shared


def _completed(time: CalendarTime, model: CalendarTime) -> CalendarTime:
    if time.year is not None:
        if model.era and not time.era and model.year is not None and model.year <= 0 < time.year < 1000:
            return replace(time, year=1 - time.year, era=True)
        return time
    if model.year is None or time.short_year is not None or time.pointer or time.weekday is not None:
        return time
    if time.month is None and time.season is None:
        return (
            time
            if time.day is None or model.month is None
            else replace(time, month=model.month, year=model.year)
        )
    month, other = _month(time), _month(model)
    return replace(time, year=model.year - (other is not None and month is not None and month > other))


def _month(time: CalendarTime) -> int | None:
    return season_month(time) or time.month


def joined(text: str, lefts: list[Left], phrases: list[TimePhrase], content: str) -> list[TimePhrase]:
    """Return the phrases with the wholes of which they are part."""
    out = list(phrases)
    n = 0
    while n < len(out):
        if out[n].rule in ("soon after", "that time", "then", "from then on"):
            out[n] = _soon(lefts[n], out[n], content)
            n += 1
            continue
        if n + 1 < len(out) and (spell := _spell(text, lefts, out, n, content)):
            dated = n if out[n].when else n + 1
            out[dated] = replace(out[dated], whole=spell)
            n += 2
            continue
        pair = _pair(text, lefts, out, n, content) if n + 1 < len(out) else None
        if pair:
            out[n], out[n + 1] = replace(out[n], whole=pair), replace(out[n + 1], whole=pair)
            n += 2
            continue
        if out[n].kind is TimeKind.EVENT:
            out[n] = _around_event(lefts[n], out[n], content)
            n += 1
            continue
        single = _until_now(text, lefts[n], out[n], content) or _single(lefts[n], out[n], content)
        if single:
            out[n] = replace(out[n], whole=single)
        n += 1
    return out


def _pair(text: str, lefts: list[Left], phrases: list[TimePhrase], n: int, content: str) -> Whole | None:
    first, second, left = phrases[n], phrases[n + 1], lefts[n]
    if first.when is None or second.when is None or TimeKind.EVENT in (first.kind, second.kind):
        return None
    words = joint(text, first.end, second.start)
    if not words and _apart(text, first, second, left):
        pattern, extent = "{}/{}", Extent.THROUGHOUT
    elif words in ("and", "and in", "and the") and left.preposition == "between":
        pattern, extent = "[{}..{}]", Extent.WITHIN
    elif words == "?-":  # *(1761?-1830)*
        pattern, extent = "{}?/{}", Extent.THROUGHOUT
    elif (words in _RANGE or (words == "/" and first.rule == "years")) and (
        left.preposition != "between" or words == "-"  # as translators have it: between 1846-1850
    ):
        pattern, extent = "{}/{}", Extent.THROUGHOUT
    elif words in ("or", ", or", "or in"):
        pattern, extent = "[{},{}]", Extent.WITHIN
    else:
        return None
    start = left.at if left.preposition in ("from", "between", "either") else first.start
    if any(mark in first.when.edtf + second.when.edtf for mark in "/[{"):
        return None
    if (first.when.earliest or 0) > (second.when.latest or 0):
        return None
    return _whole(
        content, start, second.end, (pattern.format(first.when.edtf, second.when.edtf), extent), second
    )


_UNTIL_THEN = re.compile(r"\s*,[^.;:()\n]{1,120},\s*(?:to|until|till)\s+(?:the\s+)?")


def _apart(text: str, first: TimePhrase, second: TimePhrase, left: Left) -> bool:
    """Say whether words come between the ends of a range: *from 1982, when he took the town, to 1990*."""
    return left.preposition == "from" and bool(_UNTIL_THEN.fullmatch(text, first.end, second.start))


_YEAR_DAYS = 365.25
_SPELL_FROM = frozenset({"from", ", from", "beginning in", "starting in", "starting from", "beginning from"})
_SPELL_FOR = frozenset({"for", ", for", "and for"})


def _spell(text: str, lefts: list[Left], phrases: list[TimePhrase], n: int, content: str) -> Whole | None:
    """Read *for three years from 1919* and *from 1919 for three years* as 1919 to 1922."""
    first, second = phrases[n], phrases[n + 1]
    words = joint(text, first.end, second.start)
    if first.kind is TimeKind.DURATION and words in _SPELL_FROM:
        dated, length = second, first
    elif second.kind is TimeKind.DURATION and words in _SPELL_FOR and lefts[n].preposition == "from":
        dated, length = first, second
    else:
        return None
    match = _YEAR_OR_MONTH.match(dated.when.edtf) if dated.when else None
    years = round((length.days_least or 0) / _YEAR_DAYS)
    if match is None or years < 1 or length.days_least != length.days_most:
        return None
    end = f"{int(match['year']) + years:04}{match['month'] or ''}"
    start = first.start if dated is second else lefts[n].at
    whole = _whole(content, start, second.end, (f"{match[0]}/{end}", Extent.THROUGHOUT), dated)
    basis = f"{dated.words} and {length.words}"
    return replace(whole, when=replace(whole.when, basis=basis)) if whole else None


#: *not until 1956 was she told*: then she was
_NOT_UNTIL = re.compile(r"(?i:\bnot|n['\u2019]t)\s$")
_YEAR_OR_MONTH = re.compile(r"(?P<year>\d{4})(?P<month>-(?:0\d|1[0-2]))?(?![\d~?%])")


def _single(left: Left, phrase: TimePhrase, content: str) -> Whole | None:
    if (
        phrase.when is None
        or left.preposition not in _OPEN
        or any(mark in phrase.when.edtf for mark in "/[{")
        or _NOT_UNTIL.search(content, max(left.at - 6, 0), left.at)
    ):
        return None
    pattern, extent = _OPEN[left.preposition]
    return _whole(content, left.at, phrase.end, (pattern.format(phrase.when.edtf), extent), phrase)


def _whole(content: str, start: int, end: int, time: tuple[str, Extent], phrase: TimePhrase) -> Whole | None:
    words = content[start:end]
    basis = phrase.when.basis if phrase.when else "stated"
    try:
        when = when_of_edtf(time[0], words=words, basis=basis, extent=time[1])
    except ValueError:
        return None
    return Whole(start=start, end=end, words=words, when=when)


def _soon(left: Left, phrase: TimePhrase, content: str) -> TimePhrase:
    """Return *soon after*, *by that time* as no time of its own, only what a statement may take it for."""
    if phrase.when is None:
        return phrase
    whole = Whole(start=phrase.start, end=phrase.end, words=phrase.words, when=phrase.when)
    edtf = phrase.when.edtf.rstrip("~")
    opened = _OPEN.get("since" if phrase.rule == "from then on" else left.preposition or "")
    onwards = _ONWARDS.match(content, phrase.end)
    lasts = phrase.rule != "that time" or left.preposition != "from" or onwards is not None
    if phrase.rule != "soon after" and lasts and opened is not None and not any(c in edtf for c in "/[{"):
        start = left.at if left.preposition else phrase.start
        end = onwards.end() if onwards else phrase.end
        whole = _whole(content, start, end, (opened[0].format(edtf), opened[1]), phrase) or whole
    return replace(phrase, when=None, whole=whole)


def _around_event(left: Left, phrase: TimePhrase, content: str) -> TimePhrase:
    """Return the phrase with the time that its preposition makes of the event: *after* is from its end on.

    The event itself is not said to be a time of the text: nobody dated it here.
    """
    if phrase.when is None or phrase.rule == "named day":
        return phrase
    start, _, end = phrase.when.edtf.partition("/")
    end = end or start
    match left.preposition:
        case "after" | "following" | "since":
            pattern, extent = f"{end}/..", Extent.WITHIN if left.preposition != "since" else Extent.THROUGHOUT
        case "before" | "prior to" | "until" | "till" | "by":
            pattern, extent = (
                f"../{start}",
                Extent.WITHIN if left.preposition in ("before", "prior to", "by") else Extent.THROUGHOUT,
            )
        case _:
            pattern, extent = phrase.when.edtf, Extent.WITHIN
    begin = left.at if left.preposition else phrase.start
    return replace(phrase, when=None, whole=_whole(content, begin, phrase.end, (pattern, extent), phrase))


_NOW = re.compile(
    r"\s*(?:-|to|until|till)\s*(?:the\s+)?(?:present(?:\s+day)?|now|today|date)\b(?!\s+(?:of|in)\b)",
    re.IGNORECASE,
)
_ONWARDS = re.compile(
    r"\s+(?:onwards?|on\b(?=[\s,.;)])(?!\s+the\b)|and\s+(?:after|later|onwards))\b", re.IGNORECASE
)


def _until_now(text: str, left: Left, phrase: TimePhrase, content: str) -> Whole | None:
    """Read *2013 - present* and *from 1904 onwards* as open to the end."""
    match = _NOW.match(text, phrase.end) or (
        _ONWARDS.match(text, phrase.end) if left.preposition == "from" else None
    )
    if match is None or phrase.when is None or any(mark in phrase.when.edtf for mark in "/[{"):
        return None
    start = left.at if left.preposition == "from" else phrase.start
    return _whole(content, start, match.end(), (f"{phrase.when.edtf}/..", Extent.THROUGHOUT), phrase)
