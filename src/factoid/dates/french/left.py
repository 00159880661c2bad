"""What stands before a French time and belongs to it: *au début de*, *vers*; the preposition."""

from __future__ import annotations

import re

from factoid.dates.french.words import ABOUT, PARTS, PREPOSITIONS
from factoid.dates.grammar import aged, modified
from factoid.dates.meaning import Age, EventTime, Found, Left, Length, Part

_REACH = 60  #: characters before a time that are looked at
_WORDS = "|".join(
    re.escape(word).replace(r"\ ", r"\s+") + (r"\s*" if word.endswith("'") else r"\s+")
    for word in sorted(PREPOSITIONS, key=len, reverse=True)
)
_PART = "|".join(f"(?P<{name.replace(' ', '_')}>{pattern})" for name, pattern in PARTS.items())
_ARTICLE = (
    r"(?:la\s+nuit\s+du\s+|(?:l'|le\s+|la\s+|les\s+|cet?t?e?\s+)(?:mois\s+d(?:e\s+|')|an(?:née)?\s+)?"
    r"|mois\s+d(?:e\s+|'))?"
)
_LEFT = re.compile(
    rf"(?<![\w'])(?:(?P<preposition>{_WORDS}))?(?:(?P<about>{ABOUT})\s+)?{_ARTICLE}"
    rf"(?:(?:{_PART})(?:\s+|(?<=-))?(?:d(?:e\s+l[a']?|e|u|es)\s*|d'|l')?(?:l'|la\s+|les?\s+)?(?:années?\s+)?)?"
    rf"(?:mois\s+d(?:e\s+|'))?(?:(?P<inner>{ABOUT})\s+)?{_ARTICLE}$",
    re.IGNORECASE,
)
_DURING = re.compile(r"(?:pendant|durant|lors\s+de|au\s+cours\s+de|à)\s+(?:l'|la\s+|les\s+)$", re.IGNORECASE)
_HOW_OLD = re.compile(
    r"(?:(?<!\w)à\s+(?:seulement\s+|peine\s+|l'âge\s+de\s+)?|\bj'avais\s+(?:alors\s+)?|\bavait\s+(?:alors\s+|à\s+peine\s+)?"
    r"|\b(?:avoir|ayant|a)\s+)$",
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
    told = PREPOSITIONS.get(preposition) if preposition else None
    about = bool(match["about"] or match["inner"])
    begin = found.start
    if part or match["about"]:
        begin = match.end("preposition") if preposition else match.start()
    elif match["inner"]:
        begin = match.start("inner")
    meaning = modified(found.meaning, Part(part) if part else None, about=about)
    at = match.start() if told and told != "at" else begin
    return Left(Found(begin, found.end, meaning, found.rule), told, at, article=False, pointer=None)


def _maybe_age(text: str, found: Found, start: int) -> Found:
    """Read *à dix-sept ans*, *j'avais douze ans* as an age; *à deux ans de prison* is none."""
    is_of_something = re.match(r"\s+d(?:e\s|')", text[found.end : found.end + 6])
    return found if is_of_something or not _HOW_OLD.search(text, start, found.start) else aged(found)
