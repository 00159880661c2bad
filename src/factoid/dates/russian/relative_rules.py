"""Rules for times that hang on the narrative, for ages and for durations."""

from __future__ import annotations

import re

from factoid.dates.grammar import triggers
from factoid.dates.makers import rule
from factoid.dates.meaning import Age, Found, Length, Pointed, Shift
from factoid.dates.rules import DIGITS, Rule
from factoid.dates.russian.rules import WAR
from factoid.dates.russian.words import (
    ABOUT,
    NUMBER,
    NUMBER_TRIGGERS,
    NUMBERS,
    ORDINAL,
    ORDINAL_TRIGGERS,
    UNIT,
    number_of,
    ordinal_of,
    unit_of,
)

_HALF = {"полгода": (0.5, "year"), "полтора года": (1.5, "year"), "полтора месяца": (1.5, "month")}
_AMOUNT = (
    r"(?:(?P<half>полгода|полтора\s+года|полтора\s+месяца)"
    rf"|(?P<several>несколько\s+)?(?:(?P<number>{NUMBER})\s+)?(?P<unit>{UNIT}))"
)
_TENS = "|".join(form for form, n in NUMBERS.items() if n >= 20)
_ONES = "|".join(form for form, n in NUMBERS.items() if n < 20)
_STEP = {"следующ": 1, "предыдущ": -1, "прошл": -1, "будущ": 1}


def _amount(match: re.Match[str]) -> tuple[float, float, str]:
    """Return at least how many, at most how many, of which unit."""
    if match["half"]:
        number, unit = _HALF[" ".join(match["half"].lower().split())]
        return number, number, unit
    unit = unit_of(match["unit"])
    if match["several"]:
        return 2, 9, unit
    count = number_of(match["number"]) if match["number"] else 1
    return count, count, unit


def _shift(match: re.Match[str]) -> list[Found]:
    if not (match["half"] or match["several"] or match["number"]) and match["unit"].lower() in ("лет", "г."):
        return []
    least, most, unit = _amount(match)
    words = match[0].lower()
    forward = not words.endswith(("раньше", "ранее", "назад", "прежде"))
    is_loose = bool(match.groupdict().get("about")) or least != most
    meaning = Shift(
        least=least, most=most, unit=unit, forward=forward, about=is_loose, from_now=words.endswith("назад")
    )
    return [Found(match.start(), match.end(), meaning, "shift")]


def _pointed(match: re.Match[str]) -> list[Found]:
    step = next((n for stem, n in _STEP.items() if match["which"].lower().startswith(stem)), 0)
    return [Found(match.start(), match.end(), Pointed(unit=unit_of(match["unit"]), step=step), "pointed")]


def _age(match: re.Match[str]) -> list[Found]:
    words = match["number"]
    years = number_of(words)
    if not 0 < years < 120:
        return []
    about = bool(match.groupdict().get("about"))
    return [Found(match.start(), match.end(), Age(least=years, most=years, about=about), "age")]


def _age_in_one_word(match: re.Match[str]) -> list[Found]:
    years = sum(NUMBERS[match[part].lower()] for part in ("tens", "ones") if match[part])
    return [Found(match.start(), match.end(), Age(least=years, most=years), "age")] if years else []


def _year_of_life(match: re.Match[str]) -> list[Found]:
    words = match["number"]
    years = (int(words) if words.isdigit() else ordinal_of(words)) - 1
    return [Found(match.start(), match.end(), Age(least=years, most=years), "age")]


def _length(match: re.Match[str]) -> list[Found]:
    least, most, unit = _amount(match)
    if not (match["half"] or match["several"] or match["number"]):
        return []
    return [Found(match.start(), match.end(), Length(least=least, most=most, unit=unit), "length")]


_AMOUNTS = (
    frozenset([DIGITS])
    | NUMBER_TRIGGERS
    | triggers(["год", "месяц", "день", "неделя", "несколько", "полгода", "полтора"])
)
RELATIVE_RULES: tuple[Rule, ...] = (
    rule(
        "shift",
        triggers(["через", "спустя"]),
        rf"(?:через|спустя)\s+(?P<about>{ABOUT}\s+)?(?:каких-то\s+)?{_AMOUNT}",
        _shift,
    ),
    rule("shift", _AMOUNTS, rf"{_AMOUNT}\s+(?:спустя|назад|раньше|ранее|позже|позднее)(?!\w)", _shift),
    rule(
        "pointed",
        triggers(["том", "тот", "того", "этот", "этом", "эту", "той", "ту"]),
        rf"(?P<which>том|тот|того|тем|этот|этом|эту|той|ту)\s+же\s+(?:сам\w+\s+)?(?P<unit>{UNIT})",
        _pointed,
    ),
    rule(
        "pointed",
        triggers(["следующий", "предыдущий"]),
        rf"(?P<which>следующ\w+|предыдущ\w+)\s+(?P<unit>{UNIT})",
        _pointed,
    ),
    rule(
        "age",
        triggers(["возрасте"]),
        rf"возрасте\s+(?P<about>{ABOUT}\s+)?(?P<number>{NUMBER})\s+(?:лет|года?)",
        _age,
    ),
    rule(
        "age",
        NUMBER_TRIGGERS | {DIGITS},
        rf"(?P<number>{NUMBER})\s+(?:лет|года?)\s+(?:от\s+роду|ему|ей)(?!\w)",
        _age,
    ),
    rule("age", frozenset([DIGITS]), r"(?P<number>\d{1,2})-летн\w+", _age),
    rule("age", NUMBER_TRIGGERS, rf"(?P<tens>{_TENS})?(?P<ones>{_ONES})?летн\w+", _age_in_one_word),
    rule(
        "age",
        ORDINAL_TRIGGERS | {DIGITS},
        rf"(?P<number>{ORDINAL}|\d{{1,2}})(?:-?\s?(?:м|ом))?\s+году\s+(?:жизни|от\s+рождения)",
        _year_of_life,
    ),
    rule("length", _AMOUNTS, _AMOUNT, _length),
    WAR,
)
