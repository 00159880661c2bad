"""A rule of the grammar: where to try it, what it matches, what that means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from factoid.dates.meaning import Found

DIGITS = "0"  #: the trigger for a token that starts with a digit

Maker = Callable[[re.Match[str]], list[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """Words that start at a trigger; the maker returns nothing where they only look like a time."""

    name: str
    triggers: frozenset[str]
    pattern: re.Pattern[str]
    make: Maker


_MOST_SPACES = 12  #: an indented line may follow; a longer gap parts the words


def bounded(pattern: str) -> str:
    """Return the pattern with its white space bounded, so that no gap makes a match slow."""
    return pattern.replace(r"\s*", rf"\s{{0,{_MOST_SPACES}}}").replace(r"\s+", rf"\s{{1,{_MOST_SPACES}}}")


def rule(name: str, triggers: Iterable[str], pattern: str, make: Maker) -> Rule:
    """Return the rule with its pattern compiled."""
    return Rule(name, frozenset(triggers), re.compile(bounded(pattern)), make)
