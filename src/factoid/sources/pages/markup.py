"""HTML into a text and pieces: the one place that uses lxml and inscriptis."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from inscriptis.css_profiles import CSS_PROFILES
from inscriptis.html_engine import Inscriptis
from inscriptis.html_properties import Display
from inscriptis.model.config import ParserConfig
from inscriptis.model.html_element import HtmlElement as Laid
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, fromstring

from factoid.model import SegmentKind
from factoid.resources import load
from factoid.sources.plain.lines import Line, read_blocks
from factoid.sources.plain.pieces import Piece
from factoid.sources.plain.plain_text import cut_block, page_width

_NOT_SHOWN = ("script", "style", "noscript", "template", "svg", "math", "iframe", "object")
_KINDS = {  # strongest first
    "caption": SegmentKind.CAPTION,
    "heading": SegmentKind.HEADING,
    "title": SegmentKind.HEADING,
    "cell": SegmentKind.TABLE_CELL,
    "item": SegmentKind.LIST_ITEM,
    "paragraph": SegmentKind.PARAGRAPH,
}


_NOTE = re.compile(r"\d{1,3}|[*†‡§]{1,3}")
_CALLS_NOTE = re.compile(r"(?:[^\W\d_]{3}|\d{4}|[.,;:!?)\]\"'”’»])$")  #: not *m²*
_NEAR = 20  #: characters before a number that is set high
_BLOCKS = frozenset({"p", "div", "li", "td", "body", "html", "blockquote"})
_DEEPEST = 150  #: elements in elements; pages that people read have some thirty


_LONGEST_TERM = 60  #: characters
_FLAT = "flat"  #: the name that such elements get, to be left out by it


class Label(NamedTuple):
    """A label on a range of the text, from an element of the page."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a web page, its pieces, and what the markup says of each."""

    content: str
    pieces: list[Piece]
    labels: list[frozenset[str]] = field(default_factory=list)  #: for each piece
    link_share: list[float] = field(default_factory=list)  #: for each piece


def parse_page(html: str) -> HtmlElement | None:
    """Return the tree of a page, without what is never shown; None where there is no element."""
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree: HtmlElement = fromstring(html.replace("\x00", "").encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError):
        return None
    _flatten(tree)
    return tree


def _flatten(tree: HtmlElement) -> None:
    """Put what lies too deep into the element above it: laying out goes down the tree by recursion."""
    deep: list[HtmlElement] = []
    todo = [(tree, 0)]
    while todo:
        element, depth = todo.pop()
        if depth > _DEEPEST and isinstance(element.tag, str):
            deep.append(element)
        todo += [(child, depth + 1) for child in element]
    for element in deep:
        element.tag = _FLAT
    etree.strip_tags(tree, _FLAT)


def text_of_page(tree: HtmlElement) -> PageText:
    """Return the text of the page as a browser would lay it out, in pieces."""
    etree.strip_elements(tree, *_NOT_SHOWN, with_tail=False)
    _bracket_notes(tree)
    _join_terms(tree)
    laid_out = Inscriptis(tree, _rules())
    content = laid_out.get_text()
    labels = sorted(_labels(laid_out.get_annotations()))
    blocks = list(read_blocks(content))
    by_line = _by_line(blocks, labels)
    page = page_width(content, blocks)
    page_text = PageText(content, [])
    for number, block in enumerate(blocks):
        for piece in _cut(content, block, number, page, by_line):
            _add(page_text, piece, by_line[_line_at(block, piece.start)])
    return page_text


def _bracket_notes(tree: HtmlElement) -> None:
    """Put the numbers of notes that are set high in brackets: else they would be the end of the word before."""
    for high in tree.iter("sup"):
        said = "".join(high.itertext()).strip()
        if _NOTE.fullmatch(said) and _CALLS_NOTE.search(_before(high)):
            holder = next((part for part in high.iter() if (part.text or "").strip() == said), None)
            if holder is not None:
                holder.text = f"[{said}]"


def _join_terms(tree: HtmlElement) -> None:
    """Put the first text below a term on its line, behind a colon, as browsers show it below: *1881: Born in Riga*."""
    for term in list(tree.iter("dt")):
        text = term.getnext()
        said = " ".join("".join(term.itertext()).split())
        if text is None or text.tag != "dd" or not 0 < len(said) <= _LONGEST_TERM:
            continue
        last = term[-1] if len(term) else None
        mark = " " if said.endswith(":") else ": "
        if last is not None:
            last.tail = (last.tail or "").rstrip() + mark
        else:
            term.text = (term.text or "").rstrip() + mark
        text.tag = "span"
        term.append(text)


def _before(element: HtmlElement) -> str:
    """Return the end of the words that stand before an element in its paragraph."""
    while True:
        previous, parent = element.getprevious(), element.getparent()
        if previous is not None:
            words: str = previous.tail or "".join(previous.itertext())
        else:
            words = (parent.text or "") if parent is not None else ""
        if words.strip() or parent is None or parent.tag in _BLOCKS:
            return words[-_NEAR:]
        element = parent if previous is None else previous


def metadata_of_markup(tree: HtmlElement) -> dict[str, str]:
    """Return what the `meta` and `time` elements say: the first of each, by lower-case name."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if name and (said := (meta.get("content") or "").strip()):
            found.setdefault(name.casefold(), said)
    for time in tree.iter("time"):
        if time.get("itemprop") == "datePublished" or time.get("pubdate") is not None:
            found.setdefault("datepublished", (time.get("datetime") or "").strip())
    root_language = tree.get("lang")
    return found | ({"lang": root_language} if root_language else {})


def _labels(annotations: list[object]) -> Iterator[Label]:
    for a in annotations:
        yield Label(a.start, a.end, a.metadata)  # type: ignore[attr-defined]  # inscriptis' Annotation is untyped


def _by_line(blocks: list[list[Line]], labels: list[Label]) -> defaultdict[int, list[Label]]:
    """Return the labels that touch each line, by where the line starts."""
    lines = [line for block in blocks for line in block]
    ends = [line.end for line in lines]
    found: defaultdict[int, list[Label]] = defaultdict(list)
    for label in labels:
        at = bisect_left(ends, label.start + 1)
        while at < len(lines) and lines[at].start < label.end:
            found[lines[at].start].append(label)
            at += 1
    return found


def _line_at(block: list[Line], start: int) -> int:
    return max(line.start for line in block if line.start <= start)


def _cut(
    content: str, block: list[Line], number: int, page: int | None, by_line: dict[int, list[Label]]
) -> Iterator[Piece]:
    """Cut a block at the lines and cells that the markup made; one without markup as plain text."""
    if not any(label.name in _KINDS for line in block for label in by_line.get(line.start, ())):
        yield from cut_block(content, block, number, page)
        return
    for line in block:
        yield from _cut_line(content, line, number, by_line.get(line.start, []), is_lone=len(block) == 1)


def _cut_line(
    content: str, line: Line, number: int, labels: list[Label], *, is_lone: bool
) -> Iterator[Piece]:
    cells = sorted(
        {label.start for label in labels if label.name == "cell" and line.start < label.start < line.end}
    )
    for start, end in zip([line.start, *cells], [*cells, line.end], strict=True):
        words = content[start:end].strip()
        if words:
            start += len(content[start:end]) - len(content[start:end].lstrip())
            yield _labelled(Piece(start, start + len(words), number, is_lone=is_lone), labels)


def _labelled(piece: Piece, labels: list[Label]) -> Piece:
    names = _names_on(piece, labels)
    for name, kind in _KINDS.items():
        if name in names:
            piece.judge(kind, f"element: {name}")
            piece.is_fixed = kind is not SegmentKind.PARAGRAPH
            break
    return piece


def _names_on(piece: Piece, labels: list[Label]) -> frozenset[str]:
    """Return the names of the labels that lie on more than half of the piece."""
    half = (piece.end - piece.start) / 2
    return frozenset(
        label.name for label in labels if min(label.end, piece.end) - max(label.start, piece.start) > half
    )


def _add(page: PageText, piece: Piece, labels: list[Label]) -> None:
    linked = sum(
        max(0, min(label.end, piece.end) - max(label.start, piece.start))
        for label in labels
        if label.name == "link"
    )
    page.pieces.append(piece)
    page.labels.append(_names_on(piece, labels))
    page.link_share.append(linked / (piece.end - piece.start))


@cache
def _rules() -> ParserConfig:
    markup = load("furniture")["markup"]
    rules = {
        "h1": ["title"],
        **{f"h{n}": ["heading"] for n in range(2, 7)},
        "li": ["item"],
        "dd": ["item"],
        "dt": ["item"],
        "td": ["cell"],
        "th": ["cell"],
        "p": ["paragraph"],
        "blockquote": ["paragraph"],
        "a": ["link"],
        "header": ["header"],
        **{name: ["furniture"] for name in markup["furniture"]},
        **{name: ["caption"] for name in markup["caption"]},
    }
    blocks = {name: Laid(display=Display.block) for name in ("dt", "dd")}
    return ParserConfig(css=CSS_PROFILES["relaxed"] | blocks, annotation_rules=rules)
