"""What all statements together tell of a time, as a dossier tells it beside the source's own date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factoid.chronology.result import EventTime, Rule, Step
from factoid.dates.in_words import bounds_in_words
from factoid.model import Bounds, Factoid, When
from factoid.resources.catalogue import Catalogue

_ENDS_OF_LIFE = frozenset({"birth", "death", "burial"})


def tells_more(why: Sequence[Step], *, ends_life: bool = False) -> bool:
    """Say whether a bound says more than that the person was alive, or the source not yet published."""
    return bool(why) and why[-1].rule is not Rule.PUBLISHED and (ends_life or why[-1].rule is not Rule.LIFE)


def time_in_words(time: EventTime, words: Catalogue, *, ends_life: bool = False) -> str:
    """Return what follows about a time, or is likely; nothing where no more is known than the lifetime.

    Of a birth or a death (``ends_life``) the lifetime is told too: that the person was alive before or after.
    """
    firm, likely = _told(time, ends_life=ends_life)
    said = bounds_in_words(likely, words)
    return said if likely == firm or not said else words.say("dates.likely", date=said)


def time_beside(factoid: Factoid, time: EventTime, words: Catalogue) -> str:
    """Return what a time tells beside the statement's own date; nothing where that is no more than the date.

    A date in the source's words is only narrowed: what goes against it is for the contradictions to tell. One that
    a reader inferred may be contradicted here.
    """
    ends_life = factoid.type in _ENDS_OF_LIFE
    _, found = _told(time, ends_life=ends_life)
    if factoid.when is not None:
        is_corrected = "date" in factoid.inference and bool(found.gap(factoid.when.days))
        if not (is_corrected or _is_narrower(found, factoid.when)):
            return ""
    return time_in_words(time, words, ends_life=ends_life)


def reasons_of(time: EventTime, words: Catalogue) -> Iterator[tuple[str, tuple[Step, ...]]]:
    """Yield each bound in words with the chain of reasons that gives it; both at once where one chain gives both."""
    is_one = None not in (time.earliest, time.latest) and time.why_earliest == time.why_latest
    if is_one:
        yield bounds_in_words(Bounds(time.earliest, time.latest), words), time.why_earliest
    for earliest, why, likely, why_likely in (
        (True, time.why_earliest, False, ()),
        (True, (), True, time.why_likely_earliest),
        (False, time.why_latest, False, ()),
        (False, (), True, time.why_likely_latest),
    ):
        firm = time.earliest if earliest else time.latest
        day = (time.likely_earliest if earliest else time.likely_latest) if likely else firm
        if day is None or (day == firm if likely else is_one):
            continue
        said = bounds_in_words(Bounds(day, None) if earliest else Bounds(None, day), words)
        yield (words.say("dates.likely", date=said), why_likely) if likely else (said, why)


def _is_narrower(found: Bounds, stated: When) -> bool:
    """Say whether bounds lie at least partly within a stated date, and end it sooner on one side."""
    starts_later = found.earliest is not None and (
        stated.earliest is None or found.earliest > stated.earliest
    )
    ends_earlier = found.latest is not None and (stated.latest is None or found.latest < stated.latest)
    return not found.gap(stated.days) and (starts_later or ends_earlier)


def _told(time: EventTime, *, ends_life: bool) -> tuple[Bounds, Bounds]:
    """Return the bounds of a time, for sure and likely, where they say more: see `tells_more`."""

    def told(bounds: Bounds, why_earliest: Sequence[Step], why_latest: Sequence[Step]) -> Bounds:
        first, last = (tells_more(why, ends_life=ends_life) for why in (why_earliest, why_latest))
        return Bounds(bounds.earliest if first else None, bounds.latest if last else None)

    likely = Bounds(time.likely_earliest, time.likely_latest)
    return (
        told(Bounds(time.earliest, time.latest), time.why_earliest, time.why_latest),
        told(likely, time.why_likely_earliest, time.why_likely_latest),
    )
