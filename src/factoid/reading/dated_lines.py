"""Lines of a chronology shown to the language model as the sentences they stand for.

*1898: Enters the University of Dorpat*, *1905 – Appointed teacher*: a model taught on newspapers takes the year for the
subject, or the verb for a noun. It is shown *In 1898 he enters the University of Dorpat*; the words added are taken out
of the parse again, and the deed is left without a subject, as it is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from factoid.names import is_given_name
from factoid.reading.lexicons import person_nouns
from factoid.resources import load

_MONTH = r"[A-Z][a-z]{2,8}\.?"


class Shown(NamedTuple):
    """A line as a sentence: its words, where each of its characters stands in the line, and what was added."""

    words: str
    places: list[int]
    added: tuple[tuple[int, int], ...]
    verb: int  #: where the line's own verb begins, in the words


def opens_with_date(words: str) -> bool:
    """Whether a line begins as those of a chronology do."""
    return _pattern().match(words) is not None


def place_behind_date(words: str) -> int | None:
    """Return where what is told begins in a line of a chronology; None of any other line."""
    line = _pattern().match(words)
    return line.start("verb") if line is not None else None


def as_sentence(words: str, *, is_among_others: bool) -> Shown | None:
    """Return a line that tells of a deed but not whose, as a sentence; None for any other.

    Without a mark behind the date a line must stand among others of its kind: *1898 saw the founding of the bank*.
    """
    line = _pattern().match(words)
    if line is None or not (line["mark"] or is_among_others) or not _is_verb(line["verb"]):
        return None
    start, end, verb = line.start("date"), line.end("date"), line.start("verb")
    lower, has_agent = line["verb"].lower(), words.startswith((" by ", " back by "), line.end("verb"))
    if has_agent and lower in _words("did"):
        return None  # *2009 – Bought back by the city*: a house
    subject = ", he was " if has_agent or lower in _words("suffered") else ", he "
    opening = "" if words[start].islower() else "In "
    rest = words[verb].lower() + words[verb + 1 :]
    places = (
        [start] * len(opening) + [*range(start, end)] + [end] * len(subject) + [*range(verb, len(words) + 1)]
    )
    at = len(opening) + end - start
    added = ((0, len(opening)), (at, at + len(subject)))
    return Shown(opening + words[start:end] + subject + rest, places, added, at + len(subject))


def without_added(parsed: Any, line: Shown) -> set[int] | None:
    """Return which tokens of a parsed line were added; None where the model did not see a deed of somebody in it."""
    added = {t.i for t in parsed if any(start <= t.idx < end for start, end in line.added)}
    verb = next((t for t in parsed if t.idx == line.verb), None)
    subject = next((parsed[i] for i in sorted(added) if parsed[i].dep_ in ("nsubj", "nsubjpass")), None)
    if verb is None or subject is None:
        return None
    return added if verb.pos_ == "AUX" or (verb.pos_ == "VERB" and subject.head.i == verb.i) else None


def heads_without(heads: Sequence[int], added: set[int]) -> list[int]:
    """Return for each token that stays what it hangs on, counted without those that were added."""
    stays = [i for i in range(len(heads)) if i not in added]
    place = {i: at for at, i in enumerate(stays)}
    found = []
    for i in stays:
        head = heads[i]
        while head in added and heads[head] != head:
            head = heads[head]
        found.append(place.get(head, place[i]))
    return found


_SEVERAL = ("ers", "ors", "ists", "ents", "ants", "ians", "ees")


def _is_verb(word: str) -> bool:
    """Whether a word may be the verb of a line: none that names somebody, *Alois*, *Siegfried*, *Empress*."""
    lower = word.lower()
    if is_given_name(word) or lower in person_nouns():
        return False
    if lower.endswith(_SEVERAL) and lower[:-1] in person_nouns():
        return False  # *1943: Prisoners at the camp revolt*
    return lower.endswith(("s", "ed")) or lower in _words("suffered") or lower in _words("did")


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(load("dated_lines")[section].split())


@cache
def _pattern() -> re.Pattern[str]:
    opens = "|".join(re.escape(word) for word in load("dated_lines")["opens"].split())
    before = rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?,?|{_MONTH}|(?i:{opens}))\s){{0,4}}"
    date = rf"(?P<date>{before}\d{{4}}s?(?:\s?[-–—/]\s?{before}\d{{2,4}})?)"
    return re.compile(
        rf"\s*(?:[-*•–]\s+)?{date}(?P<mark>\s?[:.–—]|\s-|,)?\s+(?P<verb>[A-Za-z][a-z-]+)\b(?!['’:])"
    )
