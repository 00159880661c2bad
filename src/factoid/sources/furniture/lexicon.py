"""The words and patterns of page furniture, from `resources/furniture.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from factoid.resources import load
from factoid.sources.furniture.bars import Bars
from factoid.sources.furniture.credits import Credits
from factoid.sources.furniture.marks import Mark, Where
from factoid.sources.plain.lines import ends_sentence, fold
from factoid.sources.plain.publication import begins_with_date

LONGEST_LINE = 400  #: a longer line is never furniture by its words
_LONGEST_WITHOUT_STOP = 220
_ENDS_NAME = re.compile(r"(?:\bJr|\b[^\W\d_])\.$")
_COUNT = re.compile(r"(?:^\d[\d ]*k? | \d[\d ]*k?$)")
_LABEL = re.compile(r"[^\w\"'“«]*([^:：|]{1,60}?)\s*(?:[:：|]|\s[–—-]\s)")
_LEADING_SIGNS = re.compile(r"^[^\w\[(<{…\"'“«‘©▲△▼▽⬆⬇↑↓👍◄►◀▶←→‹›»#@.–—-]+")


@dataclass(frozen=True, slots=True)
class _Phrases:
    rule: str
    where: Where
    forms: frozenset[str]
    leads: str
    names: str
    counts: bool
    needs_digit: bool
    sentence: bool
    is_interface: bool


@dataclass(frozen=True, slots=True)
class _Pattern:
    rule: str
    regex: re.Pattern[str]
    plain_words: bool
    names: str


class Lexicon:
    """Says of a line whether its words mark it as furniture."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._phrases: dict[str, list[_Phrases]] = {}
        self._by_first_word: dict[str, list[str]] = {}
        self._inside: list[str] = []
        for rule, entry in data["marks"].items():
            self._learn(rule, entry)
        self._patterns: dict[Where, list[_Pattern]] = {where: [] for where in Where}
        for p in data["patterns"]:
            self._patterns[Where(p["where"])].append(
                _Pattern(
                    p["name"],
                    re.compile(p["pattern"], re.I),
                    p.get("plain_words", False),
                    p.get("names", ""),
                )
            )
        bylines = data["bylines"]
        self._byline_words = [(fold(w), Where.EDGES) for w in sorted(bylines["words"], key=len, reverse=True)]
        self._byline_words += [(fold(w), Where.AFTER_TITLE) for w in bylines["after_title"]]
        self._workers = set(flatten(bylines["workers"]))
        self._particles = set(bylines["particles"])
        self._bar_items = {fold(w) for w in flatten(data["bars"]["items"])}
        self._sections = {fold(w) for w in flatten(data["bars"]["sections"])}
        self._bars = Bars(data["bars"], self._is_bar_item)
        self._credits = Credits(data["captions"], flatten(data["captions"]["labels"]))

    def _learn(self, rule: str, entry: dict[str, Any]) -> None:
        group = _Phrases(
            rule.replace("_", " "),
            Where(entry["where"]),
            frozenset(entry["form"]),
            entry.get("leads", ""),
            entry.get("names", ""),
            entry.get("counts", False),
            entry.get("needs_digit", False),
            entry.get("sentence", False),
            entry.get("is_interface", False),
        )
        for phrase in map(fold, flatten(entry["phrases"])):
            self._phrases.setdefault(phrase, []).append(group)
            if "start" in group.forms:
                self._by_first_word.setdefault(phrase.split()[0], []).append(phrase)
            if "inside" in group.forms:
                self._inside.append(phrase)

    def mark_of(self, line: str) -> Mark | None:
        """Return the mark that the line bears at the edges of a text, or None. It may be of any length."""
        if len(line) > LONGEST_LINE:
            return None
        return self._mark_of_part(line) or self._bars.mark_of(line, self._mark_of_part)

    def _mark_of_part(self, line: str) -> Mark | None:
        """Return the mark that a line bears as a whole, at the edges of a text."""
        return self.mark_within(line) or (
            next(filter(None, self._at_edges(line, folded)), None) if (folded := fold(line)) else None
        )

    def _at_edges(self, line: str, folded: str) -> Iterator[Mark | None]:
        for where in (Where.EDGES, Where.AFTER_TITLE, Where.FIRST_LINE):
            yield self._by_phrases(line, folded, where)
            yield self._pattern(line, where)
        yield self._byline(line, folded)

    def mark_within(self, line: str) -> Mark | None:
        """Return the mark that the line bears wherever it stands, or None."""
        if len(line) > LONGEST_LINE:
            return None
        folded = fold(line)
        if not folded:
            return Mark("no words", Where.ANYWHERE)
        if self._credits.is_credit(line):
            return Mark("credit", Where.ANYWHERE)
        return (
            self._by_phrases(line, folded, Where.ANYWHERE)
            or self._pattern(line, Where.ANYWHERE)
            or self._bars.mark_within(line)
        )

    def _by_phrases(self, line: str, folded: str, where: Where) -> Mark | None:
        return (
            self._whole(folded, where)
            or self._label(line, where)
            or self._start(line, folded, where)
            or self._inside_of(folded, where)
        )

    def _groups(self, phrase: str, form: str, where: Where | None = None) -> Iterator[_Phrases]:
        for group in self._phrases.get(phrase, ()):
            if form in group.forms and where in (None, group.where):
                yield group

    def _whole(self, folded: str, where: Where) -> Mark | None:
        for group in self._groups(folded, "whole", where):
            return Mark(group.rule, group.where, group.leads, is_interface=group.is_interface)
        without_count = _COUNT.sub("", folded)
        for group in self._groups(without_count, "whole", where):
            if group.counts:
                return Mark(group.rule, group.where, is_interface=group.is_interface)
        words = folded.split(" ", 9)
        if where is Where.EDGES and self._are_page_words(words):
            return Mark("words of a page", Where.EDGES, is_interface=True)
        return None

    def _are_page_words(self, words: list[str]) -> bool:
        """Say whether a line is only `Share Facebook Print 23`; single letters stand for icons."""
        known = sum(self._is_page_word(word) for word in words)
        icons = sum(len(word) == 1 or word.isdigit() for word in words)
        if known >= 2 and len(words) <= 8 and known + icons >= len(words):
            return True
        return 3 <= len(words) <= 9 and all(self._is_page_word(w) or w in self._sections for w in words)

    def _is_page_word(self, word: str) -> bool:
        return word in self._bar_items or any(
            group.rule in ("share", "press", "site", "video", "image")
            for group in self._groups(word, "whole")
        )

    def _label(self, line: str, where: Where) -> Mark | None:
        found = _LABEL.match(line)
        if not found or len(line) > _LONGEST_WITHOUT_STOP:
            return None
        rest = line[found.end() :].strip()
        if rest.endswith(".") and len(rest.split()) > 5:
            return None  # a sentence with a label before it
        for group in self._groups(fold(found[1]), "label", where):
            if group.needs_digit and not any(c.isdigit() for c in rest):
                continue
            return Mark(
                group.rule, group.where, "" if rest else group.leads, group.names, rest, group.is_interface
            )
        return None

    def _start(self, line: str, folded: str, where: Where) -> Mark | None:
        for phrase in self._by_first_word.get(folded.split()[0], ()):
            if not folded.startswith(phrase) or folded[len(phrase) : len(phrase) + 1] not in ("", " "):
                continue
            for group in self._groups(phrase, "start", where):
                if self._fits(group, line, folded[len(phrase) :]):
                    return Mark(
                        group.rule, group.where, names=group.names, rest=folded[len(phrase) :].strip()
                    )
        return None

    @staticmethod
    def _fits(group: _Phrases, line: str, rest: str) -> bool:
        if group.needs_digit and not any(c.isdigit() for c in rest):
            return False
        if group.names == "published" and not begins_with_date(rest):
            return False  # "Published Poems, 1884" is a work of the person
        return group.sentence or (len(line) <= 120 and not ends_sentence(line))

    def _inside_of(self, folded: str, where: Where) -> Mark | None:
        for phrase in self._inside:
            if phrase in folded:
                for group in self._groups(phrase, "inside", where):
                    return Mark(group.rule, group.where, is_interface=group.is_interface)
        return None

    def _pattern(self, line: str, where: Where) -> Mark | None:
        bare = _LEADING_SIGNS.sub("", line)
        for pattern in self._patterns[where]:
            if pattern.regex.fullmatch(bare) and not (pattern.plain_words and _has_names(bare)):
                return Mark(pattern.rule, where, names=pattern.names, rest=bare)
        return None

    def _byline(self, line: str, folded: str) -> Mark | None:
        """`By Anna Weiss`, `By our correspondent`: a word for by, then only names or a worker of a paper."""
        if len(line) > 90 or (ends_sentence(line) and not _ENDS_NAME.search(line)):
            return None
        for word, where in self._byline_words:
            if folded.startswith(word + " "):
                rest = line[len(word) :].strip(" :–—-")
                if self._names_somebody(rest):
                    is_name = rest[:1].isupper()
                    return Mark("byline", where, names="creator" if is_name else "", rest=rest)
        return None

    def _names_somebody(self, rest: str) -> bool:
        words = rest.replace(",", " ").split()
        if not 1 < len(words) <= 9:
            return False
        if any(fold(word) in self._workers for word in words):
            return True
        return len(words) <= 6 and all(w[0].isupper() or w in self._particles for w in words)

    def _is_bar_item(self, item: str) -> bool:
        folded = fold(item)
        return (
            folded in self._bar_items
            or folded in self._sections
            or folded in self._phrases
            or _COUNT.sub("", folded) in self._phrases
        )


def _has_names(line: str) -> bool:
    """Say whether a word after the first begins in upper case."""
    return any(word[:1].isupper() for word in re.findall(r"\w+", line)[1:])


def flatten(by_language: dict[str, list[str]]) -> Iterable[str]:
    """Yield the words of all languages."""
    for words in by_language.values():
        yield from words


@lru_cache(maxsize=4096)
def mark_of(line: str, *, at_edge: bool = True) -> Mark | None:
    """Return what marks the line as furniture, at the edges of a text or within it; else None."""
    lexicon = _furniture_lexicon()
    return lexicon.mark_of(line) if at_edge else lexicon.mark_within(line)


@cache
def _furniture_lexicon() -> Lexicon:
    return Lexicon(load("furniture"))
