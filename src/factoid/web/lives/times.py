"""Solved times in the words that pages head their reasons and gutters with."""

from __future__ import annotations

import re

from factoid.chronology.result import EventTime
from factoid.dates.in_words import bounds_in_words, edtf_in_words
from factoid.model import Bounds
from factoid.model.when import civil_of, iso_of_year
from factoid.resources.catalogue import Catalogue

_ISO = r"\d{4}-\d\d(?:-\d\d)?"
_QUOTED_OR_ISO = re.compile(rf"“[^”]*”|(?<![\w/.-])(?P<date>{_ISO}(?:/{_ISO})?)(?![\w/-])")


def known_in_words(time: EventTime, words: Catalogue) -> str:
    """Return the firm bounds of a time, and the likely ones where they are narrower; nothing where there are none."""
    firm = Bounds(time.earliest, time.latest)
    likely = Bounds(time.likely_earliest, time.likely_latest)
    said, narrower = bounds_in_words(firm, words), bounds_in_words(likely, words)
    if narrower in ("", said):
        return said
    narrower = words.say("dates.likely", date=narrower)
    return f"{said}; {narrower}" if said else narrower


def sentence_in_words(sentence: str, words: Catalogue) -> str:
    """Return a sentence of our own with its ISO dates in words; what it quotes stays as it is."""
    return _QUOTED_OR_ISO.sub(
        lambda found: edtf_in_words(found["date"], words) if found["date"] else found[0], sentence
    )


def years_in_words(time: EventTime, words: Catalogue) -> str:
    """Return the years in which something likely was, as short as a heading."""
    start = first_year_in_words(time, words)
    if not start:
        return ""
    if time.likely_latest is None:
        return words.say("dates.from", start=start)
    end = _year_of_day(time.likely_latest, words)
    return start if start == end else f"{start}–{end}"


def first_year_in_words(time: EventTime, words: Catalogue) -> str:
    """Return the first year in which something likely was; nothing where it may have been ever so early."""
    return "" if time.likely_earliest is None else _year_of_day(time.likely_earliest, words)


def _year_of_day(day: int, words: Catalogue) -> str:
    return edtf_in_words(iso_of_year(civil_of(day)[0]), words)
