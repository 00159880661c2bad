"""The rules of a language model that mend tags, asked once for each kind of token instead of for each token.

A model's attribute ruler tries some two hundred patterns on every word, a fifth of the time of a parse. Nearly
all are about one token, and speak of its tag, its function and a handful of words: what they find is the same
for all tokens alike in these.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

_ASKED = frozenset(("TAG", "LOWER", "DEP", "IS_SPACE"))
_OPERATORS = frozenset(("IN", "NOT_IN", "REGEX"))

Kind = tuple[str, str, str, bool]  #: tag, lower-case word, function, whether it is blank
Match = tuple[int, int, int, int]  #: number of the rule, its name as a hash, first token, end


class Rule(NamedTuple):
    """A pattern of the ruler: its number, and what it asks of each token in a row."""

    number: int
    name: int
    asks: tuple[dict[str, Any], ...]


class TokenRules:
    """Finds what the ruler's own matcher finds. `ValueError` for rules that ask for more than is known here."""

    def __init__(self, patterns: Iterable[dict[str, Any]], name_of: Callable[[str], int]) -> None:
        self._rules = [
            Rule(number, name_of(str(number)), tuple(asks))
            for number, pattern in enumerate(patterns)
            for asks in pattern["patterns"]
        ]
        wanted = [(attribute, want) for r in self._rules for ask in r.asks for attribute, want in ask.items()]
        if not all(attribute in _ASKED and _is_known(want) for attribute, want in wanted):
            raise ValueError("a rule asks for something else")
        words = [want for attribute, want in wanted if attribute == "LOWER"]
        self._words = frozenset(word for want in words for word in _words_of(want))
        shapes = [want["REGEX"] for want in words if isinstance(want, dict) and "REGEX" in want]
        self._shape = re.compile("|".join(f"(?:{shape})" for shape in dict.fromkeys(shapes)) or "(?!)")
        self._of_kind: dict[Kind, tuple[Rule, ...]] = {}

    def match(self, doc: Any) -> list[Match]:
        """Return what the rules match, in their order, so that later ones have precedence."""
        kinds = [(t.tag_, t.lower_, t.dep_, t.is_space) for t in doc]
        return sorted(self._found(kinds))

    def _found(self, kinds: Sequence[Kind]) -> Iterator[Match]:
        for start, (tag, word, dep, is_space) in enumerate(kinds):
            if word not in self._words and not self._shape.search(word):
                word = ""
            kind = tag, word, dep, is_space
            rules = self._of_kind.get(kind)
            if rules is None:
                rules = self._of_kind[kind] = tuple(r for r in self._rules if _fits(kind, r.asks[0]))
            for rule in rules:
                end = start + len(rule.asks)
                if end - start == 1 or _all_fit(kinds[start:end], rule.asks):
                    yield rule.number, rule.name, start, end


def _is_known(want: object) -> bool:
    return isinstance(want, str | bool) or (isinstance(want, dict) and want.keys() <= _OPERATORS)


def _words_of(want: str | dict[str, Any]) -> Iterable[str]:
    if isinstance(want, str):
        return (want,)
    return (*want.get("IN", ()), *want.get("NOT_IN", ()))


def _all_fit(kinds: Sequence[Kind], asks: Sequence[dict[str, Any]]) -> bool:
    return len(kinds) == len(asks) and all(map(_fits, kinds, asks))


def _fits(kind: Kind, asks: dict[str, Any]) -> bool:
    tag, word, dep, is_space = kind
    have = {"TAG": tag, "LOWER": word, "DEP": dep, "IS_SPACE": is_space}
    return all(_has(have[attribute], want) for attribute, want in asks.items())


def _has(have: Any, want: Any) -> bool:
    if not isinstance(want, dict):
        return bool(have == want)
    return (
        ("IN" not in want or have in want["IN"])
        and ("NOT_IN" not in want or have not in want["NOT_IN"])
        and ("REGEX" not in want or re.search(want["REGEX"], have) is not None)
    )
