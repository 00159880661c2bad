"""Says what Factoid keeps in English, its reasons and notes and errors, in the language of the pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import attrgetter

from factoid import resources
from factoid.resources.catalogue import Catalogue, catalogue_of

_SLOT = re.compile(r"\{([a-z_]+)\d*\}")
_QUOTED = re.compile(r"“[^”]*”")
_STANDS_FOR = re.compile("\ue000(\\d+)\ue001")  # private letters, which mean nothing in a source
_VERBATIM = frozenset(("quoted", "said", "words", "other"))
_DATED = frozenset(("date", "start", "end"))
_DATE = re.compile(r"[\[\d][-\d~?%X/.,\]]*")
_LONGEST = 1200  #: characters without those quoted; what is longer is not ours, or not worth the while
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class _Rule:
    """An English sentence and the other one, with the names of what is put in."""

    pattern: re.Pattern[str]
    longest: str  #: piece of the English sentence between the names, by which most sentences are passed over
    size: tuple[int, int]  #: of all its pieces: letters, and all signs
    other: str
    slots: tuple[tuple[str, str], ...]  #: each name in the English sentence, and what kind of thing it is


class Interpreter:
    """Says sentences of ours in another language; what it does not know, and English, it leaves as it is."""

    def __init__(self, language: str) -> None:
        held: dict[str, dict[str, str]] = {}
        for name in (f"reasons_{language}", f"errors_{language}"):
            held |= resources.load(name) if f"{name}.yaml" in resources.names() else {}
        self._words = held.pop("words", {})
        pairs = [pair for entries in held.values() for pair in entries.items()]
        if pairs:
            pairs += _of_dates(catalogue_of(), catalogue_of(language))
        rules = sorted((_rule(*pair) for pair in pairs), key=attrgetter("size"), reverse=True)
        self._rules = [rule for rule in rules if rule.size[0]]
        self._frames = [rule for rule in rules if not rule.size[0]]  #: which only put others together
        self.said = lru_cache(maxsize=4096)(self._said)

    def _said(self, sentence: str) -> str:
        """Return the sentence in the language, its quotations untouched; as it is where nothing is known of it."""
        return self.found(sentence) or sentence

    def found(self, sentence: str) -> str | None:
        """Return the sentence in the language, or None where no rule has it."""
        quotes = _QUOTED.findall(sentence)
        numbers = iter(range(len(quotes)))
        masked = _QUOTED.sub(lambda _: f"\ue000{next(numbers)}\ue001", sentence)
        if not self._rules or len(masked) > _LONGEST or "\ue000" in sentence:
            return None
        said = self._interpreted(masked, _DEEPEST)
        return None if said is None else _STANDS_FOR.sub(lambda found: quotes[int(found[1])], said)

    def _interpreted(self, sentence: str, depth: int) -> str | None:
        if sentence in self._words:
            return self._words[sentence]
        if not depth:
            return None
        if said := self._by_rules(self._rules, sentence, depth):
            return said
        if sentence.endswith(".") and (said := self._by_rules(self._rules, sentence[:-1], depth)):
            return f"{said}."
        return self._by_rules(self._frames, sentence, depth) or self._in_parts(sentence, depth - 1)

    def _by_rules(self, rules: list[_Rule], sentence: str, depth: int) -> str | None:
        for rule in rules:
            if rule.longest in sentence and (found := rule.pattern.fullmatch(sentence)):
                values = {name: self._put_in(kind, found[name], depth - 1) for name, kind in rule.slots}
                if None not in values.values():
                    return rule.other.format(**values)
        return None

    def _in_parts(self, sentence: str, depth: int) -> str | None:
        """Return several sentences, one by one."""
        for joint in ("; ", ". "):
            parts = sentence.replace(joint, f"{joint[0]}\0").split("\0")
            told = [self._interpreted(part.removesuffix(";"), depth) for part in parts]
            if len(parts) > 1 and None not in told:
                return joint.replace(".", "").join(filter(None, told))
        return None

    def _put_in(self, kind: str, value: str, depth: int) -> str | None:
        """Return what is put in, in the language; None where it must be of another kind."""
        if kind in _VERBATIM:
            return value
        if kind in _DATED:
            if _DATE.fullmatch(value):
                return value
            return None if value in self._words else self._interpreted(value, depth)
        if kind == "reason":
            return self._interpreted(value, depth)
        if kind == "reasons":
            return "; ".join(self._in_words(part, depth) for part in value.split("; "))
        if kind == "list":
            and_ = f" {self._words['and']} "
            return and_.join(self._in_words(part, depth) for part in value.split(" and "))
        return self._in_words(value, depth)

    def _in_words(self, value: str, depth: int) -> str:
        return self._interpreted(value, depth) or value


@cache
def interpreter_of(language: str) -> Interpreter:
    """Return who says our sentences in a language."""
    return Interpreter(language)


def _rule(english: str, other: str) -> _Rule:
    slots = tuple((found[0].strip("{}"), found[1]) for found in _SLOT.finditer(english))
    pieces = _SLOT.split(english)[::2]
    kinds = iter(slots)
    pattern = re.escape(pieces[0])
    for piece in pieces[1:]:
        name, kind = next(kinds)
        pattern += f"(?P<{name}>{_SHAPES.get(kind, _ANYTHING)}){re.escape(piece)}"
    letters = sum(map(str.isalpha, "".join(pieces)))
    size = letters, len("".join(pieces))
    return _Rule(re.compile(pattern, re.DOTALL), max(pieces, key=len), size, other, slots)


_MONTHS = "|".join(catalogue_of().entry("dates.months"))
_SEASONS = "|".join(catalogue_of().entry("dates.seasons").values())
_ANYTHING = r"(?:(?!; |: | = | is | are | was | were | has ).)+?"  #: but a sentence, or two
_SHAPES = {
    "said": r"(?:(?!: ).)+?",
    "words": r"(?:(?!\. ).)+?",
    **dict.fromkeys(("other", "reason", "reasons", "list"), ".+?"),
    "language": r"\w+",
    "role": "father|mother|parent|child|son|daughter|wife|husband|spouse|brother|sister",
    "n": r"-?\d[\d,]*(?:\.\d+)?(?:, -?\d+)*",
    "day": r"\d{1,2}",
    "year": r"-?\d{1,4}",
    "quoted": "\ue000\\d+\ue001.*?",
    "month": f"(?:{_MONTHS})",
    "season": f"(?:{_SEASONS})",
}


def _of_dates(ours: Catalogue, theirs: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield dates in English words with the same in the language: months, and what is said of them."""
    for key, said in ours.entry("dates").items():
        if isinstance(said, str) and "{" in said:
            yield said, theirs.entry(f"dates.{key}")
    for key in ("months", "seasons"):
        mine, other = ours.entry(f"dates.{key}"), theirs.entry(f"dates.{key}")
        if isinstance(mine, dict):
            mine, other = mine.values(), [other[number] for number in mine]
        yield from zip(mine, other, strict=True)
