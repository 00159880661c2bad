"""Who says "I": the author of a memoir, a letter or a statement, and the speaker of a quotation."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from factoid.reading.parse import ParsedText, Token, span_of
from factoid.reading.people.figures import Figure, Mark
from factoid.reading.people.scene import FIRST
from factoid.resources import load

_HEADING = 300  #: characters within which a heading stands
_QUOTES = frozenset('"\u201c\u201d\u201e\u00ab\u00bb')
_I_AM = frozenset([("i", ","), ("i", "am"), ("i", "'m"), ("i", "was")])
_YOURS = frozenset(
    f"{word}," for word in ("truly", "sincerely", "faithfully", "yours", "servant", "affectionately")
)
_LEAST = 3  #: first-person words outside quotations that make a narrator


@cache
def _by() -> re.Pattern[str]:
    """What stands before the author's name at the start of a line: *from the diary of*."""
    return re.compile(rf"(?:^|\n)\s*(?:{load('narrators')['before']})\s+$", re.IGNORECASE)


@cache
def _source_of() -> re.Pattern[str]:
    """What stands before it within a heading: *From a shoebox: recollections of Nurse Ann Lee*."""
    return re.compile(rf"(?:{load('narrators')['in_heading']})\s+$", re.IGNORECASE)


@cache
def _saying() -> frozenset[str]:
    return frozenset(load("narrators")["saying_verbs"].split())


def quoted_tokens(parsed: ParsedText) -> set[int]:
    """Return where the tokens start in the text that stand within quotation marks."""
    inside: set[int] = set()
    for segment in parsed.segments:
        if _QUOTES.isdisjoint(span_of(segment.doc[:]).of(parsed.text.content)):
            continue
        is_open = False
        for token in segment.doc:
            if token.text == '"':
                is_open = not is_open
            elif is_open:
                inside.add(token.start)
    return inside


def count_first_person(parsed: ParsedText, quoted: set[int]) -> int:
    """Return how often the text says *I* outside quotations."""
    return sum(
        1
        for segment in parsed.segments
        for token in segment.doc
        if token.lower_ in FIRST and token.tag_ != "NNP" and token.start not in quoted
    )


def author_of(parsed: ParsedText, names: list[Mark], quoted: set[int]) -> tuple[bool, Figure | None]:
    """Return whether the text has a narrator, and which of its named figures that is, if it says so."""
    if count_first_person(parsed, quoted) < _LEAST:
        return False, None
    content = parsed.text.content
    for mark in names:
        start = mark.span.start
        if start > 1500:
            break
        before = content[max(0, start - 60) : start]
        if _by().search(before) or _by().search("\n" + before.rsplit("\n", 1)[-1]):
            return True, mark.figure
        if start < _HEADING and _source_of().search(before):
            return True, mark.figure
    signed = _signature(parsed, names)
    return True, signed or _self_named(names)


def _signature(parsed: ParsedText, names: list[Mark]) -> Figure | None:
    """Return who signs at the end of a letter."""
    if not names or not parsed.segments:
        return None
    last = names[-1]
    tail = parsed.segments[-1]
    is_short = len(tail.doc) < 14 and last.words.doc is tail.doc
    rest = parsed.text.content[last.span.end :].strip(" .,\n\t")
    is_signed = is_short or last.words.doc[last.words.start - 2 : last.words.start].text.lower() in _YOURS
    return last.figure if is_signed and len(rest) < 40 else None


def _self_named(names: list[Mark]) -> Figure | None:
    """Return who says *I, Ann Lee,* or *my name is Ann Lee*."""
    for mark in names:
        doc, start = mark.words.doc, mark.words.start
        words = [t.lower_ for t in doc[max(0, start - 3) : start]]
        if tuple(words[-2:]) in _I_AM or words[-3:] == ["my", "name", "is"]:
            return mark.figure
    return None


def speaker_of(token: Token, figure_at: Callable[[Token], Figure | None]) -> Figure | None:
    """Return who speaks the quotation that the token stands in: the subject of *said* beside it."""
    doc = token.doc
    for verb in doc[max(0, token.i - 60) : token.i + 60]:
        if verb.lemma_ in _saying() and verb.pos_ == "VERB":
            subject = next((t for t in verb.children if t.dep_ == "nsubj" and t.lower_ not in FIRST), None)
            found = figure_at(subject) if subject is not None else None
            if found is not None:
                return found
    return None
