"""Two years of a life, of any age: *1811-67*, *c. 468-413 BC*, *41 BC-AD 23*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factoid.dates import when_of_edtf
from factoid.model import Span
from factoid.reading.statements.lexicon import word_list
from factoid.reading.statements.when.dated import Dated

_YEAR = (
    r"(?P<about_{0}>(?:c\.?|ca\.?|circa)\s*)?(?:[abd-z][a-z]{{0,2}}\.\s*)?(?:(?P<ad_{0}>A\.?D\.?)\s?)?"
    r"(?P<{0}>\d{{1,4}})(?P<doubt_{0}>\?)?(?:\s?(?:(?P<bc_{0}>B\.?\s?C\.?(?:\s?E\.?)?)|(?P<ce_{0}>C\.?E\.?|A\.?D\.?)))?"
)
_YEARS = re.compile(_YEAR.format("born") + r"\s*(?:--|[-\u2013\u2014])\s*" + _YEAR.format("died"))
#: what may stand before the years: the name in other letters, or in another tongue; both years of the Hijra
_NAME_BEFORE = re.compile(
    r"[^;]*;\s*|[^,;A-Za-z\u00c0-\u024f]+,\s*"
    r"|(?:A\.?\s?H\.?\s?)?\d{1,4}\s?[-\u2013\u2014]\s?\d{1,4}(?:\s?A\.?\s?H\.?)?\s?/\s?"
)


def years_of(words: str) -> re.Match[str] | None:
    """Return both years of a bracket that holds nothing else but the name in other letters before them."""
    told = end_told(words)
    words = words[: told.start()] if told is not None else words
    before = _NAME_BEFORE.match(words)
    at = before.end() if before is not None else len(words) - len(words.lstrip())
    years = _YEARS.fullmatch(words.rstrip(), at)
    if years is None or (len(years["born"]) < _SURE_DIGITS and not _has_era(years)):
        return None
    return years


_COMMENT = re.compile(
    r",\s(?P<how>(?P<verb>[a-z]+)\b[^;:()\d]*?)(?:\s(?:at|in|near|off)\s(?P<place>[^\W\d_a-z][^;:(),\d]*))?$"
)


def end_told(words: str) -> re.Match[str] | None:
    """Return how somebody died, and where, behind the years: *1866-1942, murdered at Theresienstadt*."""
    told = _COMMENT.search(words)
    return told if told is not None and told["verb"] in word_list("ends_of_lives") else None


_SURE_DIGITS = 3  #: fewer digits are a year only with an era: *(59 BC-AD 17)*


_STARTS = ("about_", "ad_", "")


def _has_era(years: re.Match[str]) -> bool:
    return any(years[f"{era}_{end}"] for era in ("bc", "ad", "ce") for end in ("born", "died"))


def two_years(years: re.Match[str], offset: int) -> Iterator[tuple[str, Span, Dated]]:
    """Yield birth and death with their spans, ``offset`` being where the words stand; nothing for no life."""
    born, died = _two(years)
    if not born <= died <= born + _LONGEST_LIFE:
        return
    for type_, group, year in (("birth", "born", born), ("death", "died", died)):
        is_about, is_doubtful = years[f"about_{group}"] is not None, years[f"doubt_{group}"] is not None
        start = min(at for part in _STARTS if (at := years.start(f"{part}{group}")) >= 0)
        end = max(years.end(group), years.end(f"bc_{group}"), years.end(f"ce_{group}"))
        mark = "%" if is_about and is_doubtful else "~" if is_about else "?" if is_doubtful else ""
        span = Span(offset + start, offset + end)
        words = years.string[start:end]
        edtf = f"{'-' if year < 0 else ''}{abs(year):04}{mark}"
        yield type_, span, Dated(when_of_edtf(edtf, words=words), span)


_LONGEST_LIFE = 115


def _two(years: re.Match[str]) -> tuple[int, int]:
    """Return both years in full, as EDTF counts them: *1904-32*, *468-413 BC* (the year 1 BC is 0)."""
    born, died = years["born"], years["died"]
    if years["bc_died"]:
        return 1 - int(born), 1 - int(died)
    if years["bc_born"]:
        return 1 - int(born), int(died)
    return int(born), int(born[: len(born) - len(died)] + died if len(died) < len(born) else died)


_YOUNGEST, _LONGEST_MARRIAGE = 14, 45  #: years


def are_of_marriage(words: str, born: int | None) -> bool:
    """Whether two years behind a husband's or wife's name are those of the marriage, and not of a life.

    They are where they begin long after the other was born; where that is not known, where they are few.
    """
    years = [int(year) for year in re.findall(r"(?<!\d)\d{3,4}(?!\d)", words)]
    if len(years) != 2:
        return False
    return years[0] - born >= _YOUNGEST if born is not None else years[1] - years[0] <= _LONGEST_MARRIAGE
