"""Rules for named events: *during the Crimean War*, *when the war broke out*, *the end of the war*."""

from __future__ import annotations

import re

from factoid.dates.events import EVENTS, key_of
from factoid.dates.meaning import EventTime, Found
from factoid.dates.patterns import any_of, first_words
from factoid.dates.rules import Rule, rule

_NAMES = [event.name for events in EVENTS.values() for event in events]


def _named(match: re.Match[str]) -> list[Found]:
    key = key_of(match["event"])
    name = "named day" if EVENTS[key][0].is_day else "named event"
    return [Found(match.start(), match.end(), EventTime(event=key, side=_side_after(match)), name)]


def _side_after(match: re.Match[str]) -> str:
    verb = (match.groupdict().get("verb") or "").lower()
    return (
        "start"
        if re.search(r"br(?:oke|eaks)|began|start", verb) or verb == "came"
        else "end"
        if verb
        else "whole"
    )


def _the_war(match: re.Match[str]) -> list[Found]:
    return [
        Found(
            match.start(), match.end(), EventTime(event=None, side=_side_after(match)), "the war named before"
        )
    ]


_VERB = (
    r"(?:\s+(?P<verb>(?i:broke\s+out|breaks\s+out|began|started|came\s+to\s+an\s+end|came|ended"
    r"|was\s+over|finished))\b)?"
)

RULES: tuple[Rule, ...] = (
    rule(
        "named event",
        first_words(_NAMES),
        rf"(?P<event>{any_of(_NAMES)})\b{_VERB}",
        _named,
    ),
    rule(
        "the war named before",
        ["war", "revolution"],
        rf"(?P<event>war|revolution)\b(?!\s+(?:of|in|with|between|on|against|for|office|crimes?)\b){_VERB}",
        _the_war,
    ),
)
