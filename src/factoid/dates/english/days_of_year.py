"""Years under the heading of a day, as anniversaries are told: *On this day: 14 October*, *1066 – Harold is killed*."""

from __future__ import annotations

import re
from dataclasses import replace

from factoid.dates.days import edtf_date, is_day
from factoid.dates.edtf import when_of_edtf
from factoid.dates.english.words import FULL_MONTH, MONTHS
from factoid.dates.phrase import TimePhrase
from factoid.model import Span

_HEADING = re.compile(
    r"^[ \t#*=]*(?:[^\n\d]{0,40}?\b(?i:on this day|this day in|today in|anniversar(?:y|ies))\b[^\n\d]{0,30}?)?"
    rf"(?P<said>(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month>{FULL_MONTH})"
    rf"|(?P<month_first>{FULL_MONTH})\s+(?P<day_behind>\d{{1,2}})(?:st|nd|rd|th)?)(?:\s+in history)?[ \t:.*=]*$",
    re.MULTILINE,
)
_LINE = re.compile(r"[ \t]*(?:[-*•–]\s+)?(?P<year>\d{3,4})\s?[:–—-]\s")
_FEWEST = 2  #: lines that begin with a year


def with_days_of_headings(text: str, phrases: tuple[TimePhrase, ...]) -> tuple[TimePhrase, ...]:
    """Return the phrases, the years that open lines under the heading of a day as that day of the year."""
    found: dict[int, tuple[str, Span]] = {}
    for heading in _HEADING.finditer(text):
        month = MONTHS[(heading["month"] or heading["month_first"]).lower()]
        day, years = int(heading["day"] or heading["day_behind"]), _years_below(text, heading.end())
        if len(years) >= _FEWEST:
            for year in years:
                number = int(text[year.start : year.end])
                if is_day(number, month, day):
                    found[year.start] = (edtf_date(number, month, day), Span(*heading.span("said")))
    if not found:
        return phrases
    return tuple(_on_the_day(phrase, found) for phrase in phrases)


def _on_the_day(phrase: TimePhrase, found: dict[int, tuple[str, Span]]) -> TimePhrase:
    if phrase.start not in found or phrase.whole is not None or not phrase.words.isdigit():
        return phrase
    edtf, said = found[phrase.start]
    return replace(phrase, when=when_of_edtf(edtf, words=phrase.words), hangs_on=said)


def _years_below(text: str, start: int) -> list[Span]:
    """Return the years that open the lines below a heading, up to a line that opens otherwise."""
    years = []
    at = text.find("\n", start)
    while at >= 0:
        end = text.find("\n", at + 1)
        line = _LINE.match(text, at + 1, end if end >= 0 else len(text))
        if line is not None:
            years.append(Span(*line.span("year")))
        elif text[at + 1 : end if end >= 0 else len(text)].strip():
            break
        at = end
    return years
