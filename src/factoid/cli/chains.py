"""Times and their reasons as people read them."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.chronology.result import EventTime, Step
from factoid.chronology.wording import bounds_in_words
from factoid.model import Bounds, When
from factoid.pipeline.lives import told_bounds

LIKELY = "likely"


def time_in_words(time: EventTime, stated: When | None = None, *, ends_life: bool = False) -> str | None:
    """Return what follows about a time, or what is likely; None where that is no more than a lifetime.

    Of a birth or a death (``ends_life``) it tells that the person was alive before or after. Beside a stated date,
    only what is narrower is told, and nothing that goes against it: that is for the contradictions to tell.
    """
    firm, likely = told_bounds(time, ends_life=ends_life)
    if likely == Bounds(None, None) or (stated is not None and not _is_narrower(likely, stated)):
        return None
    words = bounds_in_words(likely)
    return words if likely == firm else f"{LIKELY} {words}"


def _is_narrower(found: Bounds, stated: When) -> bool:
    """Say whether bounds lie at least partly within a stated date, and tell more than it."""
    apart = found.is_before(stated.days) or stated.days.is_before(found)
    return not apart and not found.holds(stated.days)


def reasons(time: EventTime) -> Iterator[tuple[str, tuple[Step, ...]]]:
    """Yield ``not earlier than …`` and ``not later than …``, each with the chain that gives it."""
    ends = (
        ("not before", time.earliest, time.why_earliest, time.likely_earliest, time.why_likely_earliest),
        ("not after", time.latest, time.why_latest, time.likely_latest, time.why_likely_latest),
    )
    for side, firm, why, likely, why_likely in ends:
        bound = Bounds(firm, None) if side == "not before" else Bounds(None, firm)
        if firm is not None:
            yield bounds_in_words(bound), why
        if likely is not None and likely != firm:
            bound = Bounds(likely, None) if side == "not before" else Bounds(None, likely)
            yield f"{LIKELY} {bounds_in_words(bound)}", why_likely
