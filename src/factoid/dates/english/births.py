"""Dates of births in a text, and the ages that count from them: *born in 1874 … At fourteen he was bound out*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factoid.dates.meaning import Age, CalendarTime, Left, Shift
from factoid.dates.narrative import Mentioned
from factoid.model import Span

_BIRTH = re.compile(
    r"\b(?:born\b|(?<!gave )(?<!give )(?<!giving )birth\b|b\.|nat\.|natus|baptized|baptised|christened|"
    r"c[ao]me (?:in)?to the world|saw the light)",
    re.IGNORECASE,
)
_OTHER_END = re.compile(r"(?:[(,;]\s*|\b)(?:d\.|died|\u2020|death|killed|buried|bur\.)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?:[^\W\d_]{2}|\b\d{4})\. ")  #: not after the point of *b. Rome*
_REACH = 60  #: characters between a birth and its date
_SHORTEST_LIFE, _LONGEST_LIFE = 12, 115  #: years between brackets that are a life
_DASH = re.compile(r"\s*(?:[-\u2013\u2014]|to)\s*")
#: what may stand before an age that opens its sentence; not *At a wedding, at fourteen*
_LEAD = re.compile(r"(?:(?:already|only|just|then|and|but|by|at)\W+)*", re.IGNORECASE)
_OPENED = re.compile(r"(?:[.!?][\"')\]\u201d]*\s+|\n\s*)(?=[^\n.!?]*$)")
#: who is of that age is the one the story tells of: not *At fifty his mother …*, *At ten her son …*
_DOER = re.compile(r"\s*(?:years(?: old| of age)?\b)?,?\s+(?:he|she|I|we|(?:the|this) [a-z]+)\b")
_IS_SO_OLD = re.compile(r"[Ww]hen\s+(?P<who>he|she|I|we|(?:the|this) [a-z]+)\b")
#: who else a pronoun may mean: *his wife left when she was thirty*; not *Father went bankrupt when she was thirteen*
_OF_THE_SAME_SEX = {
    "he": re.compile(r"\b(?:[Ff]ather|[Bb]rother|son|husband|uncle|nephew|grandson|boy|man)\b"),
    "she": re.compile(r"\b(?:[Mm]other|[Ss]ister|daughter|wife|aunt|niece|girl|woman|bride|widow)\b"),
}


def tells_birth(text: str, start: int) -> bool:
    """Say whether the words before a time tell of a birth, and of no death after it: *(d. 1899)* is none."""
    first = max(start - _REACH, 0)
    for end in _SENTENCE_END.finditer(text, first, start):
        first = end.end()
    told = [match.end() for match in _BIRTH.finditer(text, first, start)]
    return bool(told) and _OTHER_END.search(text, told[-1], start) is None


def step_of_an_age(text: str, left: Left, passage: Span, mentions: Sequence[Mentioned]) -> Mentioned | None:
    """Return the age as a step of the story, counted from the one birth told so far; None where it is none.

    The age is to be that of whom the sentence tells: *At fourteen he was bound to a printer*, *He left at fourteen*.
    Where two births have been told it is not known whose age it is.
    """
    age = left.found.meaning
    if not isinstance(age, Age) or age.least != age.most or not _is_of_the_doer(text, left, passage):
        return None
    births = list(_births(text, mentions))
    if len(births) != 1:
        return None
    years = Shift(least=age.least, most=age.least, unit="year", forward=True, about=True)
    span = Span(left.found.start, left.found.end)
    return Mentioned(span, years, seen_from=births[0], of_an_age=True)


def _is_of_the_doer(text: str, left: Left, passage: Span) -> bool:
    start, end = left.found.start, left.found.end
    opened = _OPENED.search(text, passage.start, left.at)
    sentence = opened.end() if opened else passage.start
    when = _IS_SO_OLD.match(text, start, end)
    if when is not None:
        others = _OF_THE_SAME_SEX.get(when["who"])
        return others is None or others.search(text, sentence, start) is None
    if _LEAD.fullmatch(text, sentence, start):
        return _DOER.match(text, end, passage.end) is not None
    return bool(_AT.match(text, start, end) and _ONE_DOES.fullmatch(text, sentence, start))


#: nobody but the one told of: not *He sent his son to sea at fourteen*, *She married Karl at sixty*
_ONE_DOES = re.compile(
    r"(?:(?:Then|There|Later|So) )?(?:He|She|I)\b(?:(?!\b(?:his|her|my|for|of|old)\b)[a-z -])*"
)
_AT = re.compile(r"(?:at )?(?:the )?age|at\b", re.IGNORECASE)


def _births(text: str, mentions: Sequence[Mentioned]) -> Iterator[int]:
    """Yield which of the times are those of births, since the last entry of a dictionary began."""
    begun = max((n for n, mention in enumerate(mentions) if mention.restarts), default=0)
    for number in range(begun, len(mentions)):
        meaning = mentions[number].meaning
        if not isinstance(meaning, CalendarTime) or meaning.year is None:
            continue
        if tells_birth(text, mentions[number].span.start) or _opens_a_life(text, mentions, number):
            yield number


def _opens_a_life(text: str, mentions: Sequence[Mentioned], number: int) -> bool:
    """Say whether the time is the first of a life in brackets: *(31 March 1865 - 26 February 1887)*."""
    if number + 1 == len(mentions) or not mentions[number].bracketed:
        return False
    one, other = mentions[number], mentions[number + 1]
    if _DASH.fullmatch(text, one.span.end, other.span.start) is None:
        return False
    first, last = (m.meaning.year if isinstance(m.meaning, CalendarTime) else None for m in (one, other))
    return first is not None and last is not None and _SHORTEST_LIFE <= last - first <= _LONGEST_LIFE
