"""Markdown into pieces. The source stays as it is written: markup is furniture or part of its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from factoid.model import SegmentKind
from factoid.sources.furniture.lexicon import mark_of
from factoid.sources.plain.lines import Line, fold, read_blocks
from factoid.sources.plain.pieces import Piece
from factoid.sources.plain.plain_text import cells_of

_HEADING = re.compile(r"#{1,6}\s+\S")
_UNDERLINE = re.compile(r"(?:=+|-+)\s*")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])\s+\S")
_FENCE = re.compile(r"(?:`{3,}|~{3,})")
_IMAGE = re.compile(r"""\[?!\[(?P<alt>[^\]]*)\](?:\([^)]*\)|\[[^\]]*\])(?:\]\([^)]*\))?""")
_MARKUP_LINE = re.compile(
    r"<!--.*-->|</?[A-Za-z][^>]*>(?:\s*</?[A-Za-z][^>]*>)*|\[[^\]]+\]:\s*\S+.*|\{[:%].*\}|\[TOC\]"
)
_EMPHASIS_LINE = re.compile(r"(?P<sign>[*_]{1,2})[^*_].*(?P=sign)")
_TABLE_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")
_FRONT = re.compile(r"---[ \t]*\r?\n(?P<fields>.*?)^(?:---|\.\.\.)[ \t]*$", re.S | re.M)


@dataclass(frozen=True, slots=True)
class MarkdownText:
    """The pieces of a Markdown text and the fields of its front matter."""

    pieces: list[Piece]
    fields: dict[str, Any] = field(default_factory=dict)


def pieces_of_markdown(content: str) -> MarkdownText:
    """Return the pieces in order; together they hold every character that is not white space."""
    front = _FRONT.match(content)
    begin, fields = 0, {}
    pieces: list[Piece] = []
    if front:
        fields = _fields_of(front["fields"])
        begin = front.end()
        pieces.append(_furniture(front.start(), front.end(), -1, "front matter"))
    for number, block in enumerate(_blocks(content, begin)):
        pieces.extend(_cut(content, block, number))
    return MarkdownText(pieces, fields)


def _fields_of(words: str) -> dict[str, Any]:
    try:
        fields = yaml.safe_load(words)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return (
        {str(key).casefold(): _plain(value) for key, value in fields.items()}
        if isinstance(fields, dict)
        else {}
    )


def _plain(value: Any) -> Any:
    """Return a value, or a list of values, without what lies deeper: a few lines of YAML can stand for gigabytes."""
    if isinstance(value, list):
        return [item for item in value if not isinstance(item, dict | list)]
    return None if isinstance(value, dict) else value


def _blocks(content: str, begin: int) -> Iterator[list[Line]]:
    for block in read_blocks(content):
        kept = [line for line in block if line.start >= begin]
        if kept:
            yield kept


def _furniture(start: int, end: int, block: int, why: str) -> Piece:
    return Piece(start, end, block, SegmentKind.FURNITURE, f"furniture: {why}", is_fixed=True)


def _cut(content: str, block: list[Line], number: int) -> Iterator[Piece]:
    if (
        len(block) >= 2
        and _TABLE_RULE.fullmatch(_words(content, block[1]))
        and "|" in _words(content, block[0])
    ):
        yield from _table(content, block, number)
        return
    paragraph: list[Line] = []
    after_image = False
    for line in block:
        words = _words(content, line)
        if paragraph and _UNDERLINE.fullmatch(words) and len(paragraph) == 1:
            yield _fixed(paragraph[0], number, SegmentKind.HEADING, "underlined heading")
            paragraph = []
            yield _furniture(line.start, line.end, number, "markup")
            continue
        special = list(_special(content, line, number, after_image=after_image))
        if not special and not (paragraph and _is_apart(content, paragraph[-1], line)):
            paragraph.append(line)
            continue
        yield from _paragraph(paragraph, number, is_whole=len(paragraph) == len(block))
        paragraph = [] if special else [line]
        after_image = bool(special) and _IMAGE.match(words) is not None
        yield from special
    yield from _paragraph(paragraph, number, is_whole=len(paragraph) == len(block))


def _words(content: str, line: Line) -> str:
    return content[line.start : line.end]


def _fixed(line: Line, number: int, kind: SegmentKind, why: str) -> Piece:
    return Piece(line.start, line.end, number, kind, why, is_fixed=True)


def _paragraph(lines: list[Line], number: int, *, is_whole: bool) -> Iterator[Piece]:
    if not lines:
        return
    yield Piece(lines[0].start, lines[-1].end, number, is_lone=is_whole)


def _special(content: str, line: Line, number: int, *, after_image: bool) -> Iterator[Piece]:
    """Yield the pieces of a line whose markup says what it is; nothing for a line of a paragraph."""
    words = _words(content, line)
    if _HEADING.match(words):
        yield _fixed(line, number, SegmentKind.HEADING, "heading")
    elif _FENCE.match(words) or _MARKUP_LINE.fullmatch(words):
        yield _furniture(line.start, line.end, number, "markup")
    elif image := _IMAGE.fullmatch(words):
        yield from _image(content, line, number, image)
    elif after_image and _EMPHASIS_LINE.fullmatch(words):
        yield _fixed(line, number, SegmentKind.CAPTION, "under an image")
    elif _ITEM.match(words) and not set(words) <= set("*-_ "):
        yield _fixed(line, number, SegmentKind.LIST_ITEM, "list item")


def _image(content: str, line: Line, number: int, image: re.Match[str]) -> Iterator[Piece]:
    """The alternative text is the caption; what is around it is markup."""
    alt = image["alt"].strip()
    if not alt or mark_of(alt) is not None:
        yield _furniture(line.start, line.end, number, "image")
        return
    start = line.start + image.start("alt") + image["alt"].index(alt)
    yield _furniture(line.start, start, number, "markup")
    yield Piece(start, start + len(alt), number, SegmentKind.CAPTION, "text of an image", is_fixed=True)
    yield _furniture(start + len(alt), line.end, number, "markup")


def _is_apart(content: str, line: Line, after: Line) -> bool:
    """Say whether two lines of a paragraph are not one: a repetition, or furniture."""
    words, next_words = _words(content, line), _words(content, after)
    return fold(words) == fold(next_words) or mark_of(words) is not None or mark_of(next_words) is not None


def _table(content: str, block: list[Line], number: int) -> Iterator[Piece]:
    for line in block:
        if _TABLE_RULE.fullmatch(_words(content, line)):
            yield _furniture(line.start, line.end, number, "markup")
            continue
        for start, end in cells_of(content, line):
            yield Piece(
                start, end, number, SegmentKind.TABLE_CELL, "cell of a table", is_lone=False, is_fixed=True
            )
