"""Military units by their numbers: *the 59th border detachment*."""

from __future__ import annotations

import re
from functools import lru_cache

from factoid.criticism.conflicts.relation import UNKNOWN, Comparison, Relation

#: noun -> how it begins in Russian
_NOUNS = {
    "detachment": "отряд", "division": "дивизи", "regiment": "полк", "brigade": "бригад", "corps": "корпус",
    "army": "арми", "battalion": "батальон", "squadron": "эскадр", "company": "рот", "battery": "батаре",
}  # fmt: skip
_UNIT = re.compile(
    rf"\b(\d{{1,4}})(?:st|nd|rd|th|-?(?:й|я|го|м|му|ю|ой))?\s+(?:[\w-]+\s+){{0,3}}?"
    rf"({'|'.join(_NOUNS)}|(?:{'|'.join(_NOUNS.values())})\w*)\b",
    re.I,
)


@lru_cache(maxsize=65536)
def unit_in(quote: str) -> str | None:
    """Return the number and kind of the unit that a quote names, if it does."""
    found = _UNIT.search(quote)
    if found is None:
        return None
    noun = found.group(2).casefold()
    return f"{found.group(1)} {next((own for own, russian in _NOUNS.items() if noun.startswith((own, russian))), noun)}"


def units_compared(a: str, b: str) -> Comparison:
    """Compare two units that `unit_in` found."""
    if a == b:
        return Comparison(Relation.SAME, f"both name the unit {a}")
    if a.split()[-1] == b.split()[-1]:
        return Comparison(Relation.DIFFERENT, f"{a} is not {b}", 0.7)
    return UNKNOWN
