"""Lines of several parts: menus, paths and share bars, and lines that say several things of their page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from factoid.sources.furniture.marks import Mark, Where
from factoid.sources.plain.lines import ends_sentence
from factoid.sources.plain.publication import published_of

_LONGEST_ITEM = 45
_LONGEST_STEP = 70
_LONGEST_BAR = 200
_MOST_SENTENCES = 4
_AFTER_SENTENCE = re.compile(r"(?<=\w\w[.!?])\s+|(?<=[\w*★☆][!?])\s+")
_SECTION_AND_DAY = re.compile(r"([^\W\d_][^,\d]{2,30}),\s+(.{4,30}(?:199|20[0-3])\d)")
_FULL_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_BAR = Mark("bar", Where.EDGES)
_NOT_TELLING = frozenset({"page number", "pager", "nobody", "kind of page", "ellipsis", "no words"})


class Bars:
    """Says of a line of several parts whether it is furniture.

    ``data`` is `bars` of `resources/furniture.yaml`; ``is_known`` says of a part whether it is an item of menus.
    """

    def __init__(self, data: dict[str, Any], is_known: Callable[[str], bool]) -> None:
        self._signs: list[str] = data["signs"]
        signs = "|".join(rf"\s+{re.escape(sign)}\s+" for sign in data["signs"])
        self._sign = re.compile(signs)
        self._weak_sign = re.compile("|".join(rf"\s+{re.escape(sign)}\s+" for sign in data["weak_signs"]))
        self._is_known = is_known

    def mark_of(self, line: str, mark_of_part: Callable[[str], Mark | None]) -> Mark | None:
        """Return the mark of a bar, or of a line whose every sentence bears a mark; else None."""
        items = [item.strip() for item in self._sign.split(line)]
        if len(items) > 1:
            return self._of_items(line, items, mark_of_part)
        weak = self._weak_sign.split(line)
        if len(weak) > 2 and self._is_weak_bar(weak):
            return _BAR
        dated = _SECTION_AND_DAY.fullmatch(line)
        if dated and self._is_known(dated[1]) and _FULL_DATE.fullmatch(published_of(dated[2]) or ""):
            return Mark("section and day", Where.EDGES, names="published")
        return _of_sentences(line, mark_of_part)

    def mark_within(self, line: str) -> Mark | None:
        """Return the mark of a bar that is one wherever it stands: four short items or more, with a known one."""
        if not any(sign in line for sign in self._signs):
            return None
        items = [item.strip() for item in self._sign.split(line)]
        is_bar = (
            len(items) >= 4
            and all(len(item.split()) <= 4 and not any(c.isdigit() for c in item) for item in items)
            and any(map(self._is_known, items))
            and not ends_sentence(line)
        )
        return Mark("bar", Where.ANYWHERE) if is_bar else None

    def _of_items(
        self, line: str, items: list[str], mark_of_part: Callable[[str], Mark | None]
    ) -> Mark | None:
        marks = [None if self._is_known(item) else mark_of_part(item) for item in items]
        told = [self._is_known(item) or _tells(mark) for item, mark in zip(items, marks, strict=True)]
        known = sum(told)
        if ends_sentence(line) and not (told[-1] and 2 * known >= len(items)):
            return None
        named = next((mark for mark in marks if mark is not None and mark.names and _tells(mark)), None)
        found = Mark("bar", Where.EDGES, names=named.names, rest=named.rest) if named else _BAR
        if any(len(item) > _LONGEST_ITEM or len(item.split()) > 6 for item in items):
            is_path = len(items) >= 3 and all(len(item) <= _LONGEST_STEP for item in items)
            is_bar = known > 0 and (is_path or 2 * known >= len(items)) and len(line) <= _LONGEST_BAR
        else:
            is_plain = len(items) >= 3 and not any(c.isdigit() for c in line)
            is_bar = known > 0 or is_plain
        return found if is_bar else None

    def _is_weak_bar(self, items: Iterable[str]) -> bool:
        items = [item.strip() for item in items]
        return any(map(self._is_known, items)) and all(
            len(item.split()) <= 3 and not ends_sentence(item) for item in items
        )


def _tells(mark: Mark | None) -> bool:
    return mark is not None and mark.rule not in _NOT_TELLING


def _of_sentences(line: str, mark_of_part: Callable[[str], Mark | None]) -> Mark | None:
    """`Author: the editors. Views: 12 305`: several sentences, and each would be furniture alone."""
    sentences = _AFTER_SENTENCE.split(line)
    if not 2 <= len(sentences) <= _MOST_SENTENCES:
        return None
    marks = [mark_of_part(sentence.strip()) for sentence in sentences]
    if not all(map(_tells, marks)):
        return None
    named = next((mark for mark in marks if mark is not None and mark.names), None)
    return Mark(
        "several marks",
        Where.EDGES,
        names=named.names if named else "",
        rest=named.rest if named else "",
        is_interface=any(mark.is_interface for mark in marks if mark is not None),
    )
