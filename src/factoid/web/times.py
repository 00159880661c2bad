"""Bounds in words: between which days something was, as far as all statements together tell."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.chronology.result import EventTime, Step
from factoid.dates.in_words import edtf_in_words
from factoid.model import Bounds, Factoid
from factoid.model.when import civil_of, iso_of
from factoid.pipeline.lives import told_bounds
from factoid.resources.catalogue import Catalogue


def bounds_in_words(bounds: Bounds, words: Catalogue) -> str:
    """Return ``between 1937 and June 1938``, ``not before 1937``, ``9 June 1938``; nothing where nothing is known."""
    earliest, latest = bounds
    if earliest is not None and latest is not None:
        if (whole := whole_edtf(earliest, latest)) is not None:
            return edtf_in_words(whole, words)
        return edtf_in_words(f"{_first(earliest)}/{_last(latest)}", words, throughout=False)
    if earliest is not None:
        return words.say("dates.not_before", date=edtf_in_words(_first(earliest), words))
    return (
        words.say("dates.not_after", date=edtf_in_words(_last(latest), words)) if latest is not None else ""
    )


def whole_edtf(earliest: int, latest: int) -> str | None:
    """Return the day, month or year that the bounds just fill."""
    first, last = _first(earliest), _last(latest)
    if earliest == latest:
        return iso_of(earliest)
    for one, other in ((first, last), (first[:-3], last), (first, last[:-3])):
        if one == other and (civil_of(earliest)[2], civil_of(latest + 1)[2]) == (1, 1):
            return one
    return None


def time_in_words(time: EventTime, words: Catalogue, *, ends_life: bool = False) -> str:
    """Return what follows about a time, or is likely; nothing where no more is known than the lifetime.

    Of a birth or a death (``ends_life``) the lifetime is told too.
    """
    firm, likely = told_bounds(time, ends_life=ends_life)
    said = bounds_in_words(likely, words)
    return said if likely == firm or not said else words.say("dates.likely", date=said)


def known_in_words(time: EventTime, words: Catalogue) -> str:
    """Return the firm bounds of a time, and the likely ones where they are narrower; nothing where there are none."""
    firm = Bounds(time.earliest, time.latest)
    likely = Bounds(time.likely_earliest, time.likely_latest)
    said, narrower = bounds_in_words(firm, words), bounds_in_words(likely, words)
    if narrower in ("", said):
        return said
    narrower = words.say("dates.likely", date=narrower)
    return f"{said}; {narrower}" if said else narrower


def says_more(factoid: Factoid, time: EventTime) -> bool:
    """Say whether more follows about the time than the statement's own date."""
    when = factoid.when
    if when is None:
        return True
    _, told = told_bounds(time)
    return told.earliest not in (None, when.earliest) or told.latest not in (None, when.latest)


def years_in_words(time: EventTime, words: Catalogue) -> str:
    """Return the years in which something likely was, as short as a heading."""
    earliest, latest = time.likely_earliest, time.likely_latest
    if earliest is None:
        return ""
    first = civil_of(earliest)[0]
    if latest is None:
        return words.say("dates.from", start=edtf_in_words(_year(first), words))
    last = civil_of(latest)[0]
    start, end = edtf_in_words(_year(first), words), edtf_in_words(_year(last), words)
    return start if first == last else f"{start}–{end}"


def reasons_of(time: EventTime, words: Catalogue) -> Iterator[tuple[str, tuple[Step, ...]]]:
    """Yield each bound in words with the chain of reasons that gives it."""
    for earliest, why, likely, why_likely in (
        (True, time.why_earliest, False, ()),
        (True, (), True, time.why_likely_earliest),
        (False, time.why_latest, False, ()),
        (False, (), True, time.why_likely_latest),
    ):
        firm = time.earliest if earliest else time.latest
        day = (time.likely_earliest if earliest else time.likely_latest) if likely else firm
        if day is None or (likely and day == firm):
            continue
        said = bounds_in_words(Bounds(day, None) if earliest else Bounds(None, day), words)
        yield (words.say("dates.likely", date=said), why_likely) if likely else (said, why)


def _first(day: int) -> str:
    """Return the first day of a span in EDTF, as short as it may be."""
    year, month, number = civil_of(day)
    if (month, number) == (1, 1):
        return _year(year)
    return iso_of(day)[:-3] if number == 1 else iso_of(day)


def _last(day: int) -> str:
    """Return the last day of a span in EDTF, as short as it may be."""
    _, month, number = civil_of(day + 1)
    if (month, number) == (1, 1):
        return _year(civil_of(day)[0])
    return iso_of(day)[:-3] if number == 1 else iso_of(day)


def _year(year: int) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04}"
