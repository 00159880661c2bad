"""Every phrase about time in a Russian text, in the order of the narrative."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factoid.dates.grammar import TimeGrammar
from factoid.dates.phrase import TimePhrase
from factoid.dates.ranges import Joints
from factoid.dates.rules import by_trigger
from factoid.dates.russian.left import with_left
from factoid.dates.russian.relative_rules import RELATIVE_RULES
from factoid.dates.russian.rules import CALENDAR_RULES
from factoid.dates.russian.words import NOT_YEARS
from factoid.model import Span

_JOINTS = Joints(
    to=re.compile(r"\s*(?:г(?:ода)?\.?\s*)?,?\s*(?:-|-?\s*по|до)\s*", re.IGNORECASE),
    and_=re.compile(r"\s*(?:и|,)\s*", re.IGNORECASE),
    or_=re.compile(r"\s*,?\s*(?:или|либо)\s*(?:в\s+)?", re.IGNORECASE),
)
_GRAMMAR = TimeGrammar(by_trigger((*CALENDAR_RULES, *RELATIVE_RULES)), with_left, _JOINTS, NOT_YEARS)


def find_russian_times(content: str, passages: Sequence[Span]) -> tuple[TimePhrase, ...]:
    """Return the phrases about time in the passages, sorted and disjoint, as `find_time_phrases` does for English."""
    return _GRAMMAR.phrases(content, passages)
