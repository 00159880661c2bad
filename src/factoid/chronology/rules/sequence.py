"""The order that words give to two statements of one sentence: *…, after which he left*, *having sold it, he went*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby

from factoid.chronology.case import Case, Passage
from factoid.chronology.constraint import Constraint, Strength
from factoid.chronology.result import Rule
from factoid.chronology.vocabulary import is_deed
from factoid.model import Certainty, Factoid, Span
from factoid.resources import load

_NEAR = 60  #: characters between a word of order and the statement that it places


def sequences(case: Case) -> Iterator[Constraint]:
    """Yield that what a word of order places behind something did not begin before it.

    *After which* and *after serving* also say that the first thing had ended; *having become* and *and then* do not.
    """
    for factoids in case.by_source.values():
        told = [f for f in factoids if f.certainty is Certainty.ASSERTED and is_deed(f)]
        for sentence, members in groupby(told, key=case.sentence):
            together = list(members)
            if len(together) > 1:
                yield from _in_sentence(case, sentence, together)


def _in_sentence(case: Case, sentence: Passage, told: Sequence[Factoid]) -> Iterator[Constraint]:
    for match, way in _links(sentence.content):
        at = sentence.start + match.start()
        if way["leads"]:  # what it places stands before the comma, the rest of the sentence behind it
            comma = sentence.content.find(",", match.end())
            if comma < 0:
                continue
            first = _first_in(told, Span(at, sentence.start + comma))
            second = _first_in(told, Span(sentence.start + comma, sentence.start + len(sentence.content)))
        else:
            first = _last_in(told, Span(sentence.start, at))
            second = _first_in(told, Span(at, sentence.start + len(sentence.content)))
        if first is None or second is None:
            continue
        earlier, later = (second, first) if way["reversed"] else (first, second)
        yield from _ordered(case, earlier, later, match[0], has_ended=bool(way["ended"]))


def _ordered(
    case: Case, earlier: Factoid, later: Factoid, link: str, *, has_ended: bool
) -> Iterator[Constraint]:
    before, behind = case.event(earlier), case.event(later)
    point = before.end if has_ended else before.start
    if point == behind.start:
        return
    words = " ".join(link.split()).strip(" ,;").lower()
    sentence = f"{case.quoted(later)} is put behind {case.quoted(earlier)} by the words “{words}”"
    step = case.step(Rule.RELATION, sentence, later, firm=False, words=words)
    yield Constraint(point, behind.start, 0, step, Strength.SAID, (case.id(earlier), case.id(later)))


def _last_in(told: Sequence[Factoid], part: Span) -> Factoid | None:
    """Return the statement told last within a part of the sentence, if it ends near its end."""
    within = [f for f in told if part.start <= f.start and f.end <= part.end]
    last = max(within, key=lambda f: (f.end, -f.start), default=None)
    return last if last is not None and part.end - last.end <= _NEAR else None


def _first_in(told: Sequence[Factoid], part: Span) -> Factoid | None:
    """Return the statement told first within a part of the sentence, if it starts near its start."""
    within = [f for f in told if part.start <= f.start and f.end <= part.end]
    first = min(within, key=lambda f: (f.start, f.end), default=None)
    return first if first is not None and first.start - part.start <= _NEAR else None


def _links(content: str) -> Iterator[tuple[re.Match[str], Mapping[str, object]]]:
    for pattern, way in _ways():
        yield from ((match, way) for match in pattern.finditer(content))


@cache
def _ways() -> tuple[tuple[re.Pattern[str], Mapping[str, object]], ...]:
    ways: Sequence[Mapping[str, object]] = load("chronology")["sequence"]
    return tuple((re.compile(str(way["words"])), way) for way in ways)
