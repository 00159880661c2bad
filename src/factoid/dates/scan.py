"""The text from left to right: at each word that can start a time, the rule that reads furthest."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from factoid.dates import (
    amount_rules,
    calendar_rules,
    events,
    feasts,
    life_rules,
    old_calendars,
    reigns,
    relative_rules,
    roman_days,
    year_rules,
)
from factoid.dates.meaning import CalendarTime, Found
from factoid.dates.old_calendars import is_year_of_the_world, year_of_the_world
from factoid.dates.rules import DIGITS, Rule

_WORD = re.compile(r"\d+|[^\W\d_]+")
_RULES: dict[str, list[Rule]] = defaultdict(list)
for _rule in (
    *roman_days.RULES,
    *old_calendars.RULES,
    *calendar_rules.RULES,
    *feasts.RULES,
    *reigns.RULES,
    *year_rules.RULES,
    *relative_rules.RULES,
    *amount_rules.RULES,
    *life_rules.RULES,
    *events.RULES,
):
    for _trigger in _rule.triggers:
        _RULES[_trigger].append(_rule)


def scan(content: str, start: int, end: int) -> Iterator[list[Found]]:
    """Yield what each reading of words as times finds, in order, never overlapping."""
    at = start
    for word in _WORD.finditer(content, start, end):
        if word.start() < at:
            continue
        first = word[0]
        if word.start() and content[word.start() - 1].isalnum():
            continue  # the figures of a label: B52, 5K
        rules = _RULES.get(DIGITS if first[0].isdigit() else first.lower())
        if not rules:
            continue
        best: list[Found] = []
        for rule in rules:
            match = rule.pattern.match(content, word.start(), end)
            if match and (not best or match.end() > best[-1].end):
                best = rule.make(match) or best
        if best:
            best = [_in_our_count(found) for found in best]
            yield best
            at = best[-1].end


def _in_our_count(found: Found) -> Found:
    """Return *the winter of 6711* as that of 1203: a year counted from the creation."""
    time = found.meaning
    if not isinstance(time, CalendarTime) or time.year is None or not is_year_of_the_world(time.year):
        return found
    ours = replace(time, year=year_of_the_world(time.year), about=True, calendar="byzantine")
    return replace(found, meaning=ours)
