"""Named events as times: *during the Crimean War*, *when the war broke out*, *the end of the war*."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from factoid.dates.meaning import EventTime, Found
from factoid.dates.rules import Rule, rule
from factoid.dates.words import any_of
from factoid.resources import load

_DATA: dict[str, dict[str, Any]] = load("event_anchors")["events"]


class Event(NamedTuple):
    """An event that history dates; both ends as EDTF."""

    name: str
    start: str
    end: str
    is_day: bool = False

    @property
    def first_year(self) -> int:
        """The astronomical year in which it began."""
        return int(self.start[:5] if self.start.startswith("-") else self.start[:4])

    @property
    def last_year(self) -> int:
        """The astronomical year in which it ended."""
        return int(self.end[:5] if self.end.startswith("-") else self.end[:4])


def _key(name: str) -> str:
    return " ".join(name.lower().split())


EVENTS: dict[str, list[Event]] = {}
for _entry in _DATA.values():
    for _form in _entry["names"]:
        EVENTS.setdefault(_key(_form), []).append(
            Event(_form, str(_entry["start"]), str(_entry["end"]), bool(_entry.get("is_day")))
        )
WORLD_WARS: tuple[Event, ...] = (EVENTS["world war i"][0], EVENTS["world war ii"][0])


def years_of_event(name: str) -> tuple[int, int] | None:
    """Return the astronomical years of the one event of that name; None where none or several have it."""
    found = EVENTS.get(_key(name.strip().removeprefix("the ")), [])
    return (found[0].first_year, found[0].last_year) if len(found) == 1 else None


_NAMES = [form for entry in _DATA.values() for form in entry["names"]]


def _named(match: re.Match[str]) -> list[Found]:
    key = _key(match["event"])
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
        {re.split(r"\W", name.lower())[0] for name in _NAMES},
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
