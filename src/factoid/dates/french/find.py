"""Every phrase about time in a French text, in the order of the narrative."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factoid.dates.french.left import with_left
from factoid.dates.french.relative_rules import RELATIVE_RULES
from factoid.dates.french.rules import CALENDAR_RULES
from factoid.dates.french.words import NOT_YEARS
from factoid.dates.grammar import TimeGrammar
from factoid.dates.phrase import TimePhrase
from factoid.dates.ranges import Joints
from factoid.dates.rules import by_trigger
from factoid.model import Span

_JOINTS = Joints(
    to=re.compile(r"\s*(?:-|à|au|jusqu'(?:à|au|en))\s*(?:l'|la\s+|le\s+)?", re.IGNORECASE),
    and_=re.compile(r"\s*(?:et|,)\s*(?:(?:en|l'|le|la)\s*)?", re.IGNORECASE),
    or_=re.compile(r"\s*,?\s*(?:ou)\s*(?:en\s+|le\s+)?", re.IGNORECASE),
)
_GRAMMAR = TimeGrammar(by_trigger((*CALENDAR_RULES, *RELATIVE_RULES)), with_left, _JOINTS, NOT_YEARS)


def find_french_times(content: str, passages: Sequence[Span]) -> tuple[TimePhrase, ...]:
    """Return the phrases about time in the passages, sorted and disjoint, as for English."""
    return _GRAMMAR.phrases(content, passages)
