"""The grammar of time of French and Russian: rules in, phrases in the order of the narrative out.

English, which knows more, has a finder of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from factoid.dates.meaning import (
    Age,
    CalendarTime,
    EventTime,
    Found,
    Left,
    Length,
    Meaning,
    Part,
    Pointed,
    Stretch,
)
from factoid.dates.narrative import Mentioned, follow
from factoid.dates.patterns import plain
from factoid.dates.phrase import TimePhrase
from factoid.dates.ranges import Joints, joined, share_years
from factoid.dates.rules import Rule, furthest
from factoid.dates.setting import setting_of
from factoid.dates.telling import told
from factoid.model import Span

_LETTERS = 3  #: of a word, by which its rules are found: endings follow
_AFTER = re.compile(r"\s*([^\W\d_]+)")
_NUMBER_SIGN = re.compile(r"(?:[№#]|\bn°)\s*$")
_DATING = ("after", "before", "by", "until", "during")  #: prepositions with which *the war* dates something


@dataclass(frozen=True, slots=True)
class TimeGrammar:
    """The grammar of time of a language. Its rules are tried where the first letters of a word are a trigger."""

    rules: dict[str, list[Rule]]
    with_left: Callable[[str, Found, int], Left]  #: takes in what stands before a time, from a place on
    joints: Joints
    not_years: frozenset[str]  #: nouns that follow a number which is no year

    def phrases(self, content: str, passages: Sequence[Span]) -> tuple[TimePhrase, ...]:
        """Return the phrases about time in the passages, sorted and disjoint, as for English."""
        text = plain(content)
        lefts: list[Left] = []
        mentions: list[Mentioned] = []
        for passage in passages:
            is_first = True
            for left in share_years(text, list(self._times(text, passage)), self.joints):
                lefts.append(left)
                if not isinstance(left.found.meaning, (Age, Length)):
                    mentions.append(setting_of(text, left, passage, None, is_first=is_first, page=None))
                    is_first = False
        phrases = told(text, content, lefts, follow(mentions))
        whole = joined(text, lefts, phrases, self.joints)
        return tuple(_quoted(phrase, content) for phrase in whole)

    def _times(self, text: str, passage: Span) -> Iterator[Left]:
        floor = passage.start
        for group in furthest(text, passage, self.rules, letters=_LETTERS):
            first = self.with_left(text, group[0], floor)
            if not self._is_time(text, first):
                continue
            yield first
            for found in group[1:]:
                yield Left(found, None, found.start, article=False, pointer=None)
            floor = group[-1].end

    def _is_time(self, text: str, left: Left) -> bool:
        """Turn away numbers that only look like years, and *the war* where it is not what dates something."""
        found = left.found
        if isinstance(found.meaning, EventTime):
            return found.meaning.event is not None or left.preposition in _DATING
        if found.rule != "bare year":
            return True
        if _NUMBER_SIGN.search(text, max(0, found.start - 3), found.start):
            return False
        after = _AFTER.match(text, found.end)
        return after is None or after[1].lower() not in self.not_years


def triggers(words: Iterable[str]) -> frozenset[str]:
    """Return the beginnings at which a rule is tried."""
    return frozenset(word[:_LETTERS].lower() for word in words)


def aged(found: Found) -> Found:
    """Return a number of years as an age; any other time as it is."""
    length = found.meaning
    if not isinstance(length, Length) or length.unit != "year":
        return found
    return replace(found, meaning=Age(least=int(length.least), most=int(length.most)), rule="age")


def modified(meaning: Meaning, part: Part | None, *, about: bool) -> Meaning:
    """Return what a part (*the end of*) and *about* before a time make of it."""
    if isinstance(meaning, (CalendarTime, Stretch)):
        return replace(meaning, part=part or meaning.part, about=about or meaning.about)
    if isinstance(meaning, EventTime) and part in (Part.EARLY, Part.LATE):
        return replace(meaning, side="start" if part is Part.EARLY else "end")
    if isinstance(meaning, Pointed) and part:
        return replace(meaning, part=part)
    return meaning


def _quoted(phrase: TimePhrase, content: str) -> TimePhrase:
    """Return the phrase with the words of its whole as the text has them."""
    whole = phrase.whole
    if whole is None:
        return phrase
    words = content[whole.start : whole.end]
    return replace(phrase, whole=replace(whole, words=words, when=replace(whole.when, words=words)))
