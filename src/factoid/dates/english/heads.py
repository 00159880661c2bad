"""The day on which a text was written, as it stands over or under it: *Ely, 3 May 1900*, *(The Echo, 9 June 1931)*."""

from __future__ import annotations

import re

HEAD_OF_TEXT = 400  #: characters at the start of a text in which its day may stand
_LINE = 160  #: a line that bears it is no longer
_FOOT = 60  #: the line at the end that bears it is no longer
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Satur|Sat|Sun)(?:day)?\.?,?\s*)?"
_BEFORE = re.compile(
    rf"(?:^|[,(\[:;|»./]|\s[-–—]|\b(?:[Uu]pdated|[Dd]ated)(?:\s+on)?)\s*{_WEEKDAY}(?:the\s+)?$"
)
_ENDS_LINE = re.compile(
    r"[\s)\].]*(?:[-,|]?\s*(?:at\s+)?\d{1,2}[.:]\d\d(?:\s*[ap]\.?m\.?)?)?(?:\s*[|].*)?\s*$"
)
_GOES_ON = re.compile(r"\)?\]?[.:]\s+[^\Wa-z\d_]|\s+[|-]\s")
_OF_A_LIFE = re.compile(
    r"(?:\b(?i:born|died|birth|death|dob|d\.o\.b|married|buried|in office|listed|term|reign|executed|killed|shot)\b"
    r"|\b[bdm]\.|[*\u2020\u221e])[^|\n]*$"
)
_RANGE = re.compile(r"\d\s*[-–—]\s*$")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_WORDS = re.compile(r"(?<![\w'’.])[a-zà-ÿ][\w'’]*")
#: what may stand between the names of a head without making a sentence of it
_OF_A_HEAD = frozenset(
    (
        "of", "the", "and", "at", "in", "by", "for", "to", "a", "an", "on", "from", "no", "with", "our", "before",
        "through", "given", "taken", "made", "read", "held", "sworn", "interviewed", "briefing", "report", "note",
        "notes", "letter", "statement", "de", "la", "le", "du", "der", "von", "van", "di",
    )
)  # fmt: skip


def is_dateline(text: str, start: int, end: int) -> bool:
    """Say whether a date stands in the head of a text, or alone under it, as that of the day it was written."""
    begins = text.rfind("\n", 0, start) + 1
    ends = text.find("\n", end)
    ends = ends if ends >= 0 else len(text)
    before, after = text[begins:start], text[end:ends]
    if ends - begins > _LINE and not _GOES_ON.match(after):
        return False
    if text[ends + 1 : ends + 2].islower():
        return False  # the sentence goes on
    if _OF_A_LIFE.search(before) or _RANGE.search(before) or not _BEFORE.search(before.lstrip(" \t>*_#")):
        return False
    if start >= HEAD_OF_TEXT:
        is_last = not text[ends:].strip() and ends - begins <= _FOOT
        return is_last and bool(_ENDS_LINE.match(after)) and _is_head(before)
    if _OF_A_LIFE.search(_line_before(text, begins)):
        return False
    if re.match(r",\s+before\s+[A-Z]", after):
        return _is_head(before)
    if _ENDS_LINE.match(after):
        has_day = _DAY.search(text, start, end) is not None
        return _is_head(before) or (
            has_day and not text[begins:ends].rstrip().endswith((".", "!", "?", ";", ","))
        )
    return bool(_GOES_ON.match(after)) and _is_head(before)


def _is_head(words: str) -> bool:
    """Whether words make no sentence: names, titles and what joins them."""
    return all(word[0] in _OF_A_HEAD for word in _WORDS.finditer(words))


def _line_before(text: str, begins: int) -> str:
    above = text[:begins].rstrip()
    return above[above.rfind("\n") + 1 :]
