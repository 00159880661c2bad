"""Headings of registers, which say what every entry below them tells: *Register of Colby: burials*, *Baptisms 1821*.

Such a line has no verb but what was done in a church. Its noun stands at its beginning, behind the church and a comma
or colon, or behind *register of*.
"""

from __future__ import annotations

import re
from functools import cache

from factoid.resources import load

_LONGEST = 110  #: characters of a heading
_BOOKS = "registers?|books?|transcripts?|records?|extracts?|entries|returns?|list|index"
_SENTENCE = re.compile(
    r"\b(?:was|were|had|has|is|are|he|she|they|his|her|their|who|which|kept)\b", re.IGNORECASE
)


def kind_of_register(line: str) -> str | None:
    """Return what the entries below a heading tell: death, burial, baptism, marriage; None of any other line."""
    bare = line.strip(" .:#*_=\t")
    if not bare or len(bare) > _LONGEST or not bare[0].isalnum() or _SENTENCE.search(bare):
        return None
    found = _heading().fullmatch(bare)
    return _kinds()[(found["many"] or found["one"] or found["kept"]).lower()] if found is not None else None


def is_year(line: str) -> bool:
    """Whether a line is but a year, or a month and a year: a heading within a register."""
    return _YEAR.fullmatch(line.strip(" .:#*_\t[]")) is not None


_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_YEAR = re.compile(
    rf"(?:(?:{_MONTHS})[a-z]*\.?,? )?1\d{{3}}(?:\s?[-/\u2013]\s?\d{{1,4}})?|(?:{_MONTHS})[a-z]*",
    re.IGNORECASE,
)


@cache
def _kinds() -> dict[str, str]:
    return {
        word: kind
        for kind in ("marriage", "death", "burial", "baptism")
        for word in load("notices")["registers"][kind]
    }


@cache
def _heading() -> re.Pattern[str]:
    many = "|".join(word for word in _kinds() if word.endswith("s"))
    one = "|".join(word for word in _kinds() if not word.endswith("s"))
    before = r"(?:[^,:;]{1,60}[,:;\u2013\u2014-]\s+|[^,:;]{1,50}\.\s+){0,2}"
    name = r"(?:(?-i:[A-Z])[\w.'\u2019]* ){0,4}"
    book = rf"(?:{name}(?:\w+ ){{0,3}}?(?:{_BOOKS}) (?:of|from|for) (?:the )?(?P<one>{one}|{many})|"
    kept = rf"(?:the |\d{{4}} )?(?:{name}(?P<kept>{one}|{many}) (?:{_BOOKS})|(?P<many>{many})))"
    done = r"(?:,? (?:solemni[sz]ed|celebrated|performed|recorded|registered))?"
    where = (
        r"(?:of|in|at|from|for|within) (?:(?:the|this|our) )?"
        r"(?:(?:parish|district|county|town|city|church|chapel|congregation|years?)\b|(?-i:[A-Z])|\d)"
    )
    behind = rf"(?:[,:;.]?\s+(?:\d{{4}}|\(|\[|{where}|(?:parish|district|county|church) of ).*)?"
    return re.compile(before + book + kept + done + behind, re.IGNORECASE)
