"""Rules for times that hang on the narrative, for ages and for durations."""

from __future__ import annotations

import re

from factoid.dates.french.rules import WAR
from factoid.dates.french.words import (
    ABOUT,
    NUMBER,
    NUMBER_TRIGGERS,
    ORDINAL,
    ORDINAL_TRIGGERS,
    UNIT,
    number_of,
    ordinal_of,
    unit_of,
)
from factoid.dates.grammar import triggers
from factoid.dates.makers import rule
from factoid.dates.meaning import Age, Found, Length, Pointed, Shift
from factoid.dates.rules import DIGITS, Rule

_AMOUNT = (
    rf"(?:(?P<several>quelques|plusieurs|peu\s+de)|(?P<number>{NUMBER}))\s+(?P<unit>{UNIT})"
    r"(?P<half>\s+et\s+demie?)?"
)
_LATER = r"plus\s+tard|après|ensuite"
_EARLIER = r"plus\s+tôt|auparavant|avant"


def _amount(match: re.Match[str]) -> tuple[float, float, str]:
    """Return at least how many, at most how many, of which unit."""
    unit = unit_of(match["unit"])
    if match["several"]:
        return 2, 9, unit
    count: float = number_of(match["number"])
    if unit == "week" and match["unit"].lower() in ("quinzaine", "huitaine"):
        count = 2 if match["unit"].lower() == "quinzaine" else 1
    if match["half"]:
        count += 0.5
    return count, count, unit


def _shift(match: re.Match[str]) -> list[Found]:
    least, most, unit = _amount(match)
    groups = match.groupdict()
    anchored = groups.get("anchor") is not None
    meaning = Shift(
        least=least,
        most=most,
        unit=unit,
        forward=not (groups.get("earlier") or groups.get("ago")),
        about=bool(groups.get("about")) or least != most,
        from_now=bool(groups.get("ago")),
        anchored=anchored,
    )
    return [Found(match.start(), match.end(), meaning, "shift")]


def _pointed(match: re.Match[str]) -> list[Found]:
    groups = match.groupdict()
    step = 1 if groups.get("next") else -1 if groups.get("previous") else 0
    return [Found(match.start(), match.end(), Pointed(unit=unit_of(match["unit"]), step=step), "pointed")]


def _neighbour(match: re.Match[str]) -> list[Found]:
    """Read *le lendemain*, *la veille*, *le surlendemain*."""
    words = match["which"].lower()
    meaning = (
        Shift(least=2, most=2, unit="day", forward=True)
        if words.startswith(("surlendemain", "avant"))
        else Pointed(unit="day", step=-1 if words == "veille" else 1)
    )
    if words.startswith("avant"):
        meaning = Shift(least=2, most=2, unit="day", forward=False)
    return [Found(match.start(), match.end(), meaning, "pointed")]


def _age(match: re.Match[str]) -> list[Found]:
    years = number_of(match["number"])
    if not 0 < years < 120:
        return []
    about = bool(match.groupdict().get("about"))
    return [Found(match.start(), match.end(), Age(least=years, most=years, about=about), "age")]


def _year_of_life(match: re.Match[str]) -> list[Found]:
    years = ordinal_of(match["ordinal"]) - 1
    return [Found(match.start(), match.end(), Age(least=years, most=years), "age")]


def _length(match: re.Match[str]) -> list[Found]:
    least, most, unit = _amount(match)
    return [Found(match.start(), match.end(), Length(least=least, most=most, unit=unit), "length")]


_NUMBERS = frozenset([DIGITS]) | NUMBER_TRIGGERS
_AMOUNTS = _NUMBERS | triggers(["quelques", "plusieurs", "peu"])
_ANCHOR = r"(?P<anchor>(?=\s+(?:(?:son|sa|ses|leur|la|le|les|que|avoir|être|mon|ma)\s|l'|qu')))?"
RELATIVE_RULES: tuple[Rule, ...] = (
    rule(
        "shift",
        _AMOUNTS,
        rf"{_AMOUNT}\s+(?:(?:{_LATER})(?!\w){_ANCHOR}|(?P<earlier>{_EARLIER})(?!\w))",
        _shift,
    ),
    rule(
        "shift", triggers(["bout"]), rf"bout\s+d(?:e\s+|')(?P<about>{ABOUT}\s+)?{_AMOUNT}(?!\s+d[e'])", _shift
    ),
    rule(
        "shift", triggers(["il"]), rf"(?P<ago>il\s+y\s+a)(?:vait)?\s+(?P<about>{ABOUT}\s+)?{_AMOUNT}", _shift
    ),
    rule(
        "pointed",
        triggers(["an", "année", "mois", "jour", "semaine", "journée"]),
        rf"(?P<unit>{UNIT})(?:\s+(?:(?P<next>suivante?|d'après)|(?P<previous>précédente?|d'avant))|(?P<same>-là))(?!\w)",
        _pointed,
    ),
    rule("pointed", triggers(["même"]), rf"même\s+(?P<unit>{UNIT})", _pointed),
    rule(
        "pointed",
        triggers(["lendemain", "surlendemain", "veille", "avant"]),
        r"(?P<which>lendemain|surlendemain|avant-veille|veille)(?!\w)(?!\s+d[eu']|\s+des\s)",
        _neighbour,
    ),
    rule(
        "age",
        triggers(["âge", "age", "âgé", "agé"]),
        rf"[âa]g(?:e|ée?)\s+d(?:e\s+|')(?P<about>{ABOUT}\s+)?(?P<number>{NUMBER})\s+ans(?!\w)",
        _age,
    ),
    rule(
        "age",
        ORDINAL_TRIGGERS | {DIGITS},
        rf"(?P<ordinal>{ORDINAL})\s+année(?!\s+d[e'])(?!\w)",
        _year_of_life,
    ),
    rule("length", _AMOUNTS, _AMOUNT, _length),
    WAR,
)
