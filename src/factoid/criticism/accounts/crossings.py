"""At which place a border was crossed, as a quote tells."""

from __future__ import annotations

import re

_CROSSING = re.compile(
    r"\b(?:near|at|close to|opposite|not far from|in the (?:area|region|district|vicinity|sector) of)\s+"
    r"(?:the )?(?:(?:town|village|city|settlement|river|lake|post|hamlet|station) of )?"
    r"((?:[A-Z][\w'’-]+)(?: [A-Z][\w'’-]+)*)"
)


def crossing_in(quote: str) -> str | None:
    """Return the place at which a quote says that a border was crossed, which is not where it led to."""
    found = _CROSSING.search(quote)
    return found.group(1) if found else None


_AT_THE_BORDER = re.compile(r"\b(?:border|frontier|boundary|outpost)\b", re.I)


def border_in(quote: str) -> str | None:
    """Return the place near which a quote says that the border was reached."""
    return crossing_in(quote) if is_at_border(quote) else None


def is_at_border(quote: str) -> bool:
    """Say whether a quote tells of a border."""
    return _AT_THE_BORDER.search(quote) is not None
