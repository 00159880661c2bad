"""What a source calls somebody in full, where that tells whose child it is: patronymics, names at birth."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factoid.model import DossierLine, Factoid, Verdict
from factoid.names import parse_name


def full_name_in(factoid: Factoid) -> str | None:
    """Return the name with a patronymic by which the words of a statement call the person, if they do."""
    span = factoid.spans.get("person")
    if span is None or not factoid.span.holds(span):
        return None
    words = factoid.quote[span.start - factoid.start : span.end - factoid.start]
    return words if _has_patronymic(words) else None


@lru_cache(maxsize=65536)
def _has_patronymic(words: str) -> bool:
    return " " in words and bool(parse_name(words).patronymic)


def lines_with_names(lines: tuple[DossierLine, ...]) -> Iterator[DossierLine]:
    """Yield, for each source, the first statement in whose words each full name stands."""
    seen: set[tuple[str, str]] = set()
    for line in lines:
        name = full_name_in(line.factoid) if line.verdict is not Verdict.REJECTED else None
        key = (line.source, (name or "").casefold())
        if name and key not in seen:
            seen.add(key)
            yield line
