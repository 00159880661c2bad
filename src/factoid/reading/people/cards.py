"""Names on cards and forms: *Surname: Orlov*, *Name: Boris*, *Patronymic: Ivanovich*, each on a line of its own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from factoid.reading.lexicons import around_names
from factoid.reading.parse import ParsedText
from factoid.reading.people.figures import Mark
from factoid.reading.tables import names_in_tables

_LINE = re.compile(  # a line of its own, or one of several fields that full stops part
    r"(?:^[ \t*•-]*|(?<=[.;])[ ]+)(?P<label>[^\W\d_][\w., ()]{2,26}?)[ \t]*[:=][ \t]*"
    r"(?P<value>[^\n:=]{2,60}?)(?=$|[.;][ ]+[^\W\d_a-z][\w, ()]{2,26}:)",
    re.MULTILINE,
)
_WORDS = re.compile(r"[^\W\d_][\w'’-]*(?:[ \t]+[^\W\d_][\w'’-]*)*")
_APART = 4  #: lines at most between the surname and the given name
_KINDS = ("surname_labels", "given_labels", "patronymic_labels")


@cache
def _kinds() -> dict[str, str]:
    """Return for each label what stands behind it."""
    return {label.replace("_", " "): kind for kind in _KINDS for label in around_names(kind)}


def names_on_cards(parsed: ParsedText, marks: Sequence[Mark]) -> dict[int, str]:
    """Return for the marks that are a part of a name on a card, by where they stand, the whole name."""
    if not parsed.segments or not marks:
        return {}
    found = _names_of_rows(parsed, marks)
    for card in _cards(parsed.text.content, parsed.segments[0].offset, marks[-1].span.end + 100):
        parts = {kind: value for kind, value, _ in reversed(card)}
        if not {"surname_labels", "given_labels"} <= parts.keys():
            continue
        order = ("given_labels", "patronymic_labels", "surname_labels")
        whole = " ".join(parts[kind] for kind in order if kind in parts)
        for _, value, at in card:
            for mark in marks:
                if at <= mark.span.start and mark.span.end <= at + len(value):
                    found[mark.at] = whole
    return found


def _names_of_rows(parsed: ParsedText, marks: Sequence[Mark]) -> dict[int, str]:
    """Return the whole names for the marks in the cells of a table that have them, whole or in parts."""
    rows = [(cell, whole) for parts, whole in names_in_tables(parsed.text) for cell in parts]
    rows.sort()
    found = {}
    for mark in marks if rows else ():
        at = bisect_right(rows, mark.span.start, key=lambda row: row[0].start) - 1
        if at >= 0 and mark.span.end <= rows[at][0].end:
            found[mark.at] = _as_name(rows[at][1])
    return found


def _cards(content: str, start: int, end: int) -> Iterator[list[tuple[str, str, int]]]:
    """Yield the labelled parts of names that stand near one another: what it is, the words, where they start."""
    card: list[tuple[str, str, int]] = []
    lines_since = 0
    for line in _LINE.finditer(content, start, min(end, len(content))):
        kind = _kinds().get(" ".join(line["label"].lower().split()))
        value = _WORDS.match(line["value"])
        lines_since += 1
        if kind is None or value is None:
            continue
        if card and (lines_since > _APART or kind in {known for known, _, _ in card}):
            yield card
            card = []
        card.append((kind, _as_name(value[0]), line.start("value")))
        lines_since = 0
    if card:
        yield card


def _as_name(words: str) -> str:
    """Return the words as names are written, where they are in capitals."""
    return " ".join(w.capitalize() if w.isupper() and len(w) > 2 else w for w in words.split())
