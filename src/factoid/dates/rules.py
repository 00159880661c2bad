"""A rule of the grammar: where to try it, what it matches, what that means."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from factoid.dates.meaning import Found
from factoid.model import Span

DIGITS = "0"  #: the trigger for a token that starts with a digit

Maker = Callable[[re.Match[str]], list[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """Words that start at a trigger; the maker returns nothing where they only look like a time."""

    name: str
    triggers: frozenset[str]
    pattern: re.Pattern[str]
    make: Maker


_WORD = re.compile(r"\d+|[^\W\d_]+")
_MOST_SPACES = 12  #: an indented line may follow; a longer gap parts the words


def bounded(pattern: str) -> str:
    """Return the pattern with its white space bounded, so that no gap makes a match slow."""
    return pattern.replace(r"\s*", rf"\s{{0,{_MOST_SPACES}}}").replace(r"\s+", rf"\s{{1,{_MOST_SPACES}}}")


def rule(name: str, triggers: Iterable[str], pattern: str, make: Maker) -> Rule:
    """Return the rule with its pattern compiled."""
    return Rule(name, frozenset(triggers), re.compile(bounded(pattern)), make)


def by_trigger(rules: Iterable[Rule]) -> dict[str, list[Rule]]:
    """Return the rules by the words, or the beginnings of words, at which they are tried, in the order given."""
    table: dict[str, list[Rule]] = defaultdict(list)
    for each in rules:
        for trigger in each.triggers:
            table[trigger].append(each)
    return table


def furthest(
    text: str, passage: Span, rules: Mapping[str, Sequence[Rule]], *, letters: int | None = None
) -> Iterator[list[Found]]:
    """Yield what the rules find, never overlapping: at each word what the one finds that reads furthest.

    ``letters``: how many of a word's beginning a trigger has; None for the whole word.
    """
    at = passage.start
    for word in _WORD.finditer(text, passage.start, passage.end):
        if word.start() < at or (word.start() and text[word.start() - 1].isalnum()):
            continue  # within what was read, or the figures of a label: B52, 5K
        trigger = DIGITS if word[0][0].isdigit() else word[0].lower()[:letters]
        best: list[Found] = []
        for each in rules.get(trigger, ()):
            match = each.pattern.match(text, word.start(), passage.end)
            if match and (not best or match.end() > best[-1].end):
                best = each.make(match) or best
        if best:
            yield best
            at = best[-1].end
