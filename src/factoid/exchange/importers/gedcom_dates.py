"""GEDCOM's dates as ours: never sharper, and our own EDTF where a phrase of ours holds it."""

from __future__ import annotations

import re

from factoid.dates import when_of_edtf
from factoid.model import Extent, When
from factoid.model.when import iso_of_year

_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_DAY = re.compile(rf"(?:GREGORIAN )?(?:(?:(\d{{1,2}}) )?({'|'.join(_MONTHS)}) )?(\d{{1,4}})( BCE)?")
_SPAN = re.compile(r"(FROM|BET) (.+?) (?:TO|AND) (.+)")
_ENDS = {"BEF": "../{}", "AFT": "{}/..", "TO": "../{}", "FROM": "{}/.."}
_ABOUT = ("ABT", "CAL", "EST")


def when_of_date(date: str, phrase: str) -> When | None:
    """Return the time; None for a calendar or words that are not ours to turn, which stand in the record."""
    extent = Extent.THROUGHOUT if date.startswith(("FROM", "TO")) else Extent.WITHIN
    if found := _of_phrase(phrase, extent, date):
        return found
    edtf = _edtf(date.strip())
    if not edtf:
        return None
    words = phrase.strip() or date.strip()
    try:
        return when_of_edtf(edtf, words=words, extent=extent)
    except ValueError:
        return None


def _of_phrase(phrase: str, extent: Extent, date: str) -> When | None:
    """Read ``words [EDTF]``, or EDTF alone, as our export writes a phrase."""
    words, bracket, rest = phrase.strip().rpartition(" [")
    edtf = rest.removesuffix("]") if bracket else phrase.strip()
    if not edtf or (bracket and not rest.endswith("]")):
        return None
    is_span = "/" in edtf
    try:
        return when_of_edtf(
            edtf,
            words=words,
            basis="stated" if words else "as the record has it",
            extent=extent if is_span and date else None,
        )
    except ValueError:
        return None


def _edtf(date: str) -> str:
    if found := _SPAN.fullmatch(date):
        first, last = _point(found[2]), _point(found[3])
        return f"{first}/{last}" if first and last else ""
    head, _, rest = date.partition(" ")
    if head in _ENDS:
        return _ENDS[head].format(point) if (point := _point(rest)) else ""
    if head in _ABOUT:
        return f"{point}~" if (point := _point(rest)) else ""
    return _point(date)


def _point(date: str) -> str:
    found = _DAY.fullmatch(date.strip())
    if not found or (found[1] and not found[2]):
        return ""
    year = 1 - int(found[3]) if found[4] else int(found[3])
    parts = [iso_of_year(year)]
    if found[2]:
        parts.append(f"{_MONTHS.index(found[2]) + 1:02}")
    if found[1]:
        parts.append(f"{int(found[1]):02}")
    return "-".join(parts)
