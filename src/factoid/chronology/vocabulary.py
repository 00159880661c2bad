"""What the chronology knows of statement types and words: `resources/chronology.yaml`, with types."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from factoid.model import Factoid
from factoid.resources import load

DAYS_OF_YEAR = 365.2425
SLACK = 2  #: days by which whole years may differ from so many times the year's mean length


class Kind(StrEnum):
    """How a statement stands in time."""

    ONCE = "once"  #: to a person once: birth, death, burial
    MOMENT = "moment"  #: an event that lies within its date
    SPELL = "spell"  #: a state that was true at its date


def kind_of(factoid: Factoid) -> Kind:
    """Return how a statement stands in time: an appointment is a moment, an office a spell, a first burial once."""
    kind = Kind(str(_type(factoid.type).get("kind", Kind.MOMENT)))
    if factoid.type == "burial" and _again().search(factoid.quote):
        return Kind.MOMENT
    if kind is not Kind.SPELL:
        return kind
    vocabulary = load("chronology")
    if factoid.value in vocabulary["moments"].get(factoid.type, ()) or is_wedding(factoid):
        return Kind.MOMENT
    return kind


def is_told_by_pronoun(factoid: Factoid) -> bool:
    """Say whether the words that mean the person are a pronoun: *He died in 1926*."""
    span = factoid.spans.get("person")
    if span is None or span.start < factoid.start:
        return False
    words = factoid.quote[span.start - factoid.start : span.end - factoid.start]
    return words.casefold() in load("chronology")["pronouns"]


def is_wedding(factoid: Factoid) -> bool:
    """Say whether the statement is of a marriage, and so dated by the wedding."""
    return factoid.type == "kinship" and factoid.role in load("chronology")["spouses"]


def within_life(factoid: Factoid) -> str | None:
    """Return ``firm`` or ``likely`` where the statement tells of what only the living do, else None."""
    stated = _type(factoid.type).get("life")
    if stated not in ("firm", "likely") or _posthumous().search(factoid.quote):
        return None
    return str(stated)


def is_told_in_order(factoid: Factoid) -> bool:
    """Say whether a story that tells such things tells them one after the other."""
    return bool(_type(factoid.type).get("told")) or (
        factoid.type in ("office", "membership") and kind_of(factoid) is Kind.MOMENT
    )


def is_deed(factoid: Factoid) -> bool:
    """Say whether words of order (*after which*, *before moving to*) may place the statement."""
    return factoid.type in load("chronology")["deeds"] or is_wedding(factoid)


def is_out_of_order(words: str) -> bool:
    """Say whether the words look back or ahead: *he had fled*."""
    return _out_of_order().search(words) is not None


def is_of_birth(words: str) -> bool:
    """Say whether the words tell of a birth."""
    return _of_birth().search(words) is not None


def limit(name: str) -> int:
    """Return a bound of a human life."""
    return int(load("chronology")["life"][name])


def years_at_least(years: int) -> int:
    """Return the fewest days that so many years can have."""
    return int(years * DAYS_OF_YEAR) - SLACK


def years_at_most(years: int) -> int:
    """Return the most days that so many years can have."""
    return int(years * DAYS_OF_YEAR) + SLACK


def _type(name: str) -> dict[str, object]:
    found: dict[str, object] = load("chronology")["types"].get(name, {})
    return found


@cache
def _posthumous() -> re.Pattern[str]:
    return _any_of(load("chronology")["posthumous"])


@cache
def _again() -> re.Pattern[str]:
    return _any_of(load("chronology")["again"])


@cache
def _out_of_order() -> re.Pattern[str]:
    return _any_of(load("chronology")["out_of_order"])


@cache
def _of_birth() -> re.Pattern[str]:
    return _any_of(load("chronology")["of_birth"])


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
