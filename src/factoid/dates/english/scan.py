"""The text from left to right: at each word that can start a time, the rule that reads furthest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factoid.dates.english import (
    amount_rules,
    calendar_rules,
    event_rules,
    feast_rules,
    life_rules,
    numbered_months,
    old_calendars,
    reigns,
    relative_rules,
    roman_days,
    year_rules,
)
from factoid.dates.english.old_calendars import is_year_of_the_world, year_of_the_world
from factoid.dates.meaning import CalendarTime, Found
from factoid.dates.rules import by_trigger, furthest
from factoid.model import Span

_RULES = by_trigger(
    (
        *roman_days.RULES,
        *old_calendars.RULES,
        *calendar_rules.RULES,
        *numbered_months.RULES,
        *feast_rules.RULES,
        *reigns.RULES,
        *year_rules.RULES,
        *relative_rules.RULES,
        *amount_rules.RULES,
        *life_rules.RULES,
        *event_rules.RULES,
    )
)


def scan(text: str, passage: Span) -> Iterator[list[Found]]:
    """Yield what each reading of words as times finds, in order, never overlapping."""
    for group in furthest(text, passage, _RULES):
        yield [_in_our_count(found) for found in group]


def _in_our_count(found: Found) -> Found:
    """Return *the winter of 6711* as that of 1203: a year counted from the creation."""
    time = found.meaning
    if not isinstance(time, CalendarTime) or time.year is None or not is_year_of_the_world(time.year):
        return found
    ours = replace(time, year=year_of_the_world(time.year), about=True, calendar="byzantine")
    return replace(found, meaning=ours)
