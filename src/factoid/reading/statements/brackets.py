"""Fields that begin or end within a bracket or a quotation, made whole: *member of the VKP(b)*."""

from __future__ import annotations

import re

from factoid.model import Span
from factoid.reading.statements.lexicon import word_list

_PAIRS = (("(", ")"), ("[", "]"), ("\u201c", "\u201d"), ("\u00ab", "\u00bb"), ("\u201e", "\u201c"))


def made_whole(span: Span, content: str) -> Span:
    """Return the span with each bracket and quotation mark closed, or left out where it cannot be."""
    for opening, closing in _PAIRS:
        span = _closed(span, content, opening, closing)
    words = span.of(content)
    if words.count('"') % 2:
        closed = content.find('"', span.end, span.end + _REST_OF_QUOTATION)
        opened = words.rfind('"')
        if words.startswith('"') and words.count('"') == 1 and closed != span.end:
            span = Span(span.start + 1, span.end)
        elif words.endswith('"'):
            span = Span(span.start, span.end - 1)
        elif closed >= 0 and "\n" not in content[span.end : closed]:
            span = Span(span.start, closed + 1)
        else:
            span = _part(span, words, words[:opened].rstrip())
    return _without_edges(span, content)


_CLASS = re.compile(
    r",?\s\(?(?:the\s)?(?:\d(?:st|nd|rd|th)|first|second|third|fourth|fifth|I{1,3}|IV|V)\s(?:class|cl\.|degree|deg\.|grade)\)?",
    re.IGNORECASE,
)


def with_class(span: Span, content: str) -> Span:
    """Return the span of an order with its class behind a comma: *Order of the Red Star, 2nd class*."""
    found = _CLASS.match(content, span.end)
    return Span(span.start, found.end()) if found is not None else span


_OF_WHAT = re.compile(r"\sof\s(?:the\s)?[A-Z][\w'\u2019-]+(?:\s[A-Z][\w'\u2019-]+){0,3}")


def with_what_follows(span: Span, slot: str, type_: str, content: str) -> Span:
    """Return a field with what belongs to it behind it: the class of an order, what a university is of."""
    if type_ == "award":
        return with_class(span, content)
    if slot == "organisation":
        return with_of_what(span, content)
    return with_whole_word(span, content) if slot in ("role", "value") and type_ in _IN_OWN_WORDS else span


#: no *French* of *French-born*
_IN_OWN_WORDS = frozenset(("office", "occupation", "rank", "event", "action"))
_REST_OF_WORD = re.compile(r"(?<=\w)(?:-[^\W\d_]+)+")


def with_whole_word(span: Span, content: str) -> Span:
    """Return a field with the rest of the word that a hyphen joins to it: *secretary-general*."""
    rest = _REST_OF_WORD.match(content, span.end)
    return Span(span.start, rest.end()) if rest is not None else span


def with_of_what(span: Span, content: str) -> Span:
    """Return the name of a body with what it is of, where only its kind was taken: *University* of *Western Ausona*."""
    if span.of(content) not in word_list("named_of_a_place"):
        return span
    found = _OF_WHAT.match(content, span.end)
    return Span(span.start, found.end()) if found is not None else span


_REST_OF_QUOTATION = 60  #: characters by which a field grows to the end of what it quotes
_EDGES = " .,;:!?"


def _without_edges(span: Span, content: str) -> Span:
    """Leave out the stop that an abbreviation before it left: *. deacon*."""
    words = span.of(content)
    kept = words.lstrip(_EDGES)
    return Span(span.end - len(kept), span.end) if kept else span


def _closed(span: Span, content: str, opening: str, closing: str) -> Span:
    words = span.of(content)
    unclosed = words.count(opening) - words.count(closing)
    if unclosed > 0:
        if content[span.end : span.end + 1] == closing:
            return Span(span.start, span.end + 1)
        at = words.rfind(opening)
        kept = words[:at].rstrip() if at else words[1:].lstrip()
        return _part(span, words, kept)
    if unclosed < 0 and words.endswith(closing):
        return _part(span, words, words[:-1].rstrip())
    return span


def _part(span: Span, words: str, kept: str) -> Span:
    """Return the place of a part of the words; all of them where nothing would be left."""
    if not kept:
        return span
    start = span.start + words.index(kept)
    return Span(start, start + len(kept))
