"""The addresses of the pages, and names of sources made fit for places that hold plain text only."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from urllib.parse import quote, urlencode

LONGEST_LABEL = 200  #: characters of a name in a title or a tooltip

_TURNS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def address_of_person(person: str) -> str:
    """Return the address of a dossier."""
    return f"/people/{_step(person)}"


def address_of_comparison(person: str, sources: Iterable[str]) -> str:
    """Return the address at which stands side by side what some sources tell alike, however weakly it was read."""
    named = [("shared", "true"), ("weak", "true"), *(("source", source) for source in sources)]
    return f"{address_of_person(person)}/compare?{urlencode(named)}"


def address_of_source(name: str) -> str:
    """Return the address of a source's page."""
    return f"/sources/{_step(name)}"


def address_of_quote(source: str, factoid: str) -> str:
    """Return the address that opens a statement's quote in its source."""
    return f"{address_of_source(source)}?{urlencode({'factoid': factoid})}#{_step(factoid)}"


def address_of_mention(source: str, start: int, end: int) -> str:
    """Return the address at which it is corrected whom some words mean."""
    return f"{address_of_source(source)}/meant?{urlencode({'start': start, 'end': end})}"


def address_of_factoid(factoid: str) -> str:
    """Return the address of the page that explains a statement."""
    return f"/factoids/{_step(factoid)}"


def address_of_conflict(conflict: str) -> str:
    """Return the address of the page that puts the sides of a conflict next to each other."""
    return f"/conflicts/{_step(conflict)}"


def author(name: str) -> str:
    """Return the name of who judged, as readers know them: without that it is a person."""
    return one_line(name.removeprefix("human:"))


def one_line(name: str) -> str:
    """Return a name as plain text of one line, without what controls or turns the writing."""
    kept = "".join(
        " " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in name[:2000] if c not in _TURNS
    )
    short = " ".join(kept.split())
    return short if len(short) <= LONGEST_LABEL else short[: LONGEST_LABEL - 1] + "…"


def name_of_step(step: str) -> str:
    """Return the name that stands in a path as this step."""
    if not step.startswith("~"):
        return step
    try:
        return bytes.fromhex(step[1:]).decode()
    except ValueError:
        return step


def _step(name: str) -> str:
    """Return a name as one step of a path; one that would lead elsewhere, like ``..`` or ``%2e``, is put in digits."""
    if name.startswith("~") or "/" in name or "%" in name or not name.strip("."):
        return "~" + name.encode("utf-8", "replace").hex()
    return quote(name.encode("utf-8", "replace"), safe="")
