"""What stands before a time and belongs to it: *early*, *the end of*, *about*, *that*; the preposition."""

from __future__ import annotations

import re
from dataclasses import replace

from factoid.dates.meaning import (
    CalendarTime,
    EdtfTime,
    EventTime,
    Found,
    Left,
    Meaning,
    Part,
    Pointed,
    Stretch,
)
from factoid.dates.patterns import STEPS, any_of

_SIDES = {Part.EARLY: "start", Part.LATE: "end"}
_REACH = 70  #: characters before a time that are looked at
_PARTS = (
    (
        Part.EARLY,
        r"(?:the\s+)?(?:very\s+)?early(?:\s+part\s+of|\s+(?:on\s+)?in|\s+days\s+of|\s+months\s+of|\s+years\s+of)?",
    ),
    (Part.FIRST_HALF, r"(?:the\s+)?(?:first|earlier)\s+half\s+of"),
    (Part.SECOND_HALF, r"(?:the\s+)?(?:second|latter|later|last)\s+half\s+of"),
    (
        Part.EARLY,
        r"(?:the\s+)?(?:very\s+)?(?:beginning|start|opening|outset|outbreak|commencement|dawn)\s+(?:of|in)",
    ),
    (
        Part.EARLY,
        r"(?:the\s+)?(?:first|earlier)\s+(?:half|part|months|weeks|days|years|third|quarter|decades?)\s+of",
    ),
    (Part.MID, r"(?:the\s+)?(?:mid|middle)(?:\s+of)?"),
    (Part.LATE, r"(?:the\s+)?(?:very\s+)?late(?:r)?(?:\s+part\s+of|\s+(?:on\s+)?in)?"),
    (
        Part.LATE,
        r"(?:the\s+)?(?:very\s+)?(?:end|close|last\s+"
        r"(?:days|weeks|months|years|part|half|quarter|third|decades?))\s+of",
    ),
    (
        Part.LATE,
        r"(?:the\s+)?(?:second|latter|later|final|closing)\s+"
        r"(?:half|part|months|weeks|days|years|third|quarter|decades?)\s+of",
    ),
)
_PART = "|".join(f"(?P<p{n}>{pattern})" for n, (_, pattern) in enumerate(_PARTS))
_PREPOSITION = (
    r"not\s+later\s+than|no\s+later\s+than|not\s+earlier\s+than|as\s+early\s+as|as\s+late\s+as|prior\s+to|"
    r"up\s+(?:to|until|till)|"
    r"as\s+of|as\s+from|(?:starting|beginning)\s+in|down\s+to|ever\s+since|when|while|by|before|after|since|until|till|unto|from|between|"
    r"during|throughout|through|in|on|at|of|"
    r"to|or|either|following|over|for|within|towards?|into|dated|and"
)
_LEFT = re.compile(
    rf"(?<![\w$£€])(?:(?P<preposition>{_PREPOSITION})\s+)?"
    r"(?P<doubted>(?P<doubt>probably|perhaps|possibly)\s+(?:in\s+)?)?"
    r"(?:(?P<about>about|around|circa|ca?\.|approximately|roughly|abt\.?|"
    r"some\s*time\s+(?:in|around|about|during)|or\s+about)\s*(?:the\s+)?)?"
    rf"(?:(?:{_PART})[\s-]+)?"
    rf"(?:(?P<pointer>{any_of(STEPS)})\s+)?(?:(?P<article>the)\s+)?(?:(?P<year_word>years?)\s+)?"
    r"(?:(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)\s*,?\s+(?:the\s+)?)?"
    r"(?:(?P<night>night|morning|evening|afternoon|eve)\s+of\s+(?:the\s+)?)?$",
    re.IGNORECASE,
)


def with_left(content: str, found: Found, floor: int) -> Left:
    """Take in what stands between ``floor`` and the time and belongs to it."""
    start = max(floor, found.start - _REACH)
    match = _LEFT.search(content, start, found.start)
    if match is None:
        return Left(found, None, found.start, article=False, pointer=None)
    preposition = _blanks(match["preposition"])
    pointer = _blanks(match["pointer"])
    begin = match.start()
    if preposition:
        begin = match.end("preposition")
        while content[begin].isspace():
            begin += 1
    if match["doubt"]:
        begin = match.end("doubted")
    part = next((part for n, (part, _) in enumerate(_PARTS) if match[f"p{n}"]), None)
    about = bool(match["about"])
    meaning = _modified(found, part, about=about, doubtful=bool(match["doubt"]), pointer=pointer)
    if match["night"] and not (match["article"] or part):
        begin = min(begin, match.start("night"))
    return Left(
        Found(min(begin, found.start), found.end, meaning, found.rule),
        preposition,
        match.start() if preposition else begin,
        article=bool(match["article"])
        or bool(pointer)
        or bool(re.match(r"(?i)the\s", content[begin : begin + 4])),
        pointer=pointer,
    )


def _blanks(words: str | None) -> str | None:
    return " ".join(words.lower().split()) if words else None


def _modified(
    found: Found, part: Part | None, *, about: bool, doubtful: bool, pointer: str | None
) -> Meaning:
    meaning = found.meaning
    if isinstance(meaning, CalendarTime):
        return replace(
            meaning,
            part=part or meaning.part,
            about=about or meaning.about,
            doubtful=doubtful or meaning.doubtful,
            pointer=meaning.pointer or pointer,
        )
    if isinstance(meaning, Stretch):
        return replace(meaning, part=part or meaning.part, about=about or meaning.about)
    if isinstance(meaning, EdtfTime):
        return replace(meaning, about=about or meaning.about)
    if isinstance(meaning, EventTime) and part in _SIDES and meaning.side == "whole":
        return replace(meaning, side=_SIDES[part])
    if isinstance(meaning, Pointed) and part:
        return replace(meaning, part=part)
    return meaning
