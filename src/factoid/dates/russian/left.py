"""What stands before a Russian time and belongs to it: *в начале*, *около*; the preposition."""

from __future__ import annotations

import re

from factoid.dates.grammar import aged, modified
from factoid.dates.meaning import Age, EventTime, Found, Left, Length, Part
from factoid.dates.russian.words import ABOUT, PARTS, PREPOSITIONS

_REACH = 60  #: characters before a time that are looked at
_WORDS = "|".join(
    re.escape(word).replace(r"\ ", r"\s+") for word in sorted(PREPOSITIONS, key=len, reverse=True)
)
_PART = "|".join(f"(?P<{name.replace(' ', '_')}>{pattern})" for name, pattern in PARTS.items())
_LEFT = re.compile(
    rf"(?<!\w)(?:(?P<preposition>{_WORDS})\s+)?(?:(?P<about>{ABOUT})\s+)?"
    rf"(?:(?:{_PART})\s+)?(?:(?P<night>ночь|вечером|утром|днём|днем)\s+)?(?:году\s+)?$",
    re.IGNORECASE,
)
_DURING = re.compile(r"(?:(?:во\s+время|в\s+годы|в\s+период|в\s+ходе|за\s+время)\s+)$", re.IGNORECASE)
_HOW_OLD = re.compile(
    r"(?:(?<!\w)в\s+(?:свои\s+)?|(?:был[оь]?|исполнилось|стукнуло|минуло|шёл|достигнув)\s+(?:всего\s+|лишь\s+)?)$",
    re.IGNORECASE,
)


def with_left(text: str, found: Found, floor: int) -> Left:
    """Take in what stands between ``floor`` and the time and belongs to it."""
    start = max(floor, found.start - _REACH)
    found = _maybe_age(text, found, start)
    if isinstance(found.meaning, EventTime) and (during := _DURING.search(text, start, found.start)):
        return Left(found, "during", during.start(), article=False, pointer=None)
    match = _LEFT.search(text, start, found.start)
    if match is None or isinstance(found.meaning, (Age, Length)):
        return Left(found, None, found.start, article=False, pointer=None)
    part = next((name for name in PARTS if match[name.replace(" ", "_")]), None)
    preposition = " ".join(match["preposition"].lower().split()) if match["preposition"] else None
    begin = match.end("preposition") + 1 if preposition else match.start()
    if not (part or match["about"] or match["night"]):
        begin = found.start
    meaning = modified(found.meaning, Part(part) if part else None, about=bool(match["about"]))
    return Left(
        Found(min(begin, found.start), found.end, meaning, found.rule),
        PREPOSITIONS.get(preposition) if preposition else None,
        match.start() if preposition else min(begin, found.start),
        article=False,
        pointer=None,
    )


def _maybe_age(text: str, found: Found, start: int) -> Found:
    """Read *в семнадцать лет*, *ему было пять лет* as an age."""
    return aged(found) if _HOW_OLD.search(text, start, found.start) else found
