"""Pages of words into one text: paragraphs over line and page breaks, furniture and notes beside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from factoid.model import Condition, SegmentKind
from factoid.sources.formats.extract import Extract, Scribe
from factoid.sources.plain.lines import ends_sentence
from factoid.sources.printed.boxes import Row, Run, Word, gutter_of, levels_of, rows_in_order, runs_of
from factoid.sources.printed.hyphens import Hyphens
from factoid.sources.printed.lettering import set_right, words_known
from factoid.sources.printed.letters import Box
from factoid.sources.printed.rows import leading_of, starts_block
from factoid.sources.printed.running_heads import Edges, Level, find_edges, words_of
from factoid.sources.printed.tables import with_tables

_PAGES_AROUND = 4  #: that may show where a page is divided
_LARGER, _SMALLER = 1.15, 0.92  #: than the usual letters: headings, notes
_LONGEST_HEADING = 250
_ITEM = re.compile(r"[•·▪◦‣●○]\s+\S")
_LEADERS = re.compile(r"(?:\.\s?){5,}\s*(?:\d{1,4}|[ivxlc]{1,7})\b", re.I)
_NOTE = re.compile(r"[(\[]?(?:\d{1,3}|[*†‡§]{1,3})[.)\]]?\s?\S")


@dataclass(slots=True)
class Leaf:
    """A page of words."""

    number: int  #: from 1
    words: list[Word]
    height: float
    label: str  #: as the file numbers it; empty where it does not
    drawn: Sequence[Box] = ()  #: the boxes of what is drawn on it
    confidence: float | None = None  #: of its letters, in 0 to 100, where they were recognised in a picture


@dataclass(slots=True)
class _Block:
    """Lines that belong together, and what they are."""

    rows: list[Row]
    kind: SegmentKind = SegmentKind.PARAGRAPH
    why: str = "paragraph"
    page: int = 0
    #: row at which a later page begins, and which
    breaks: list[tuple[int, int]] = field(default_factory=list)


def write_leaves(leaves: Sequence[Leaf], name: str) -> Extract:
    """Return the text of the pages: furniture labelled, paragraphs whole, each page's place known."""
    body = _usual_size(leaf.words for leaf in leaves)
    known = words_known([leaf.words for leaf in leaves])
    pages = [set_right(leaf.words, body, known) for leaf in leaves]
    levels = [_levels(page, leaf.drawn) for page, leaf in zip(pages, leaves, strict=True)]
    edges, printed = find_edges(levels, body)
    labels = _labels(leaves, printed)
    blocks: list[_Block] = []
    parts = [_parted(page, at_edge) for page, at_edge in zip(levels, edges, strict=True)]
    gutters = [gutter_of(part.rest) for part in parts]
    for number, part in enumerate(parts):
        near = [place for place in _nearest(gutters, number) if place is not None]
        rows = rows_in_order(part.rest, near)
        page_blocks = [_furniture(level, number) for level in part.heads]
        page_blocks += _whole_over_notes(list(_body(rows, number, body)))
        page_blocks += [_furniture(level, number) for level in part.feet]
        _append_page(blocks, page_blocks)
    hyphens = Hyphens(word.text for page in pages for word in page)
    scribe = Scribe(name)
    for block in blocks:
        _write(scribe, block, hyphens, labels)
    found = scribe.extract()
    _choose_title(found, blocks, body)
    found.conditions = _conditions(found, dict(zip(labels, leaves, strict=True)))
    return found


def _conditions(found: Extract, leaves: Mapping[str, Leaf]) -> list[Condition]:
    """Return where pages stand whose letters were recognised."""
    ends = [page.start for page in found.pages[1:]] + [len(found.content)]
    conditions = []
    for page, end in zip(found.pages, ends, strict=True):
        sure = leaves[page.label].confidence
        if sure is not None and page.start < end:
            note = f"Read by OCR, confidence {sure:.0f} %: look at the page."
            conditions.append(Condition(page.start, end, "ocr", note))
    return conditions


def _labels(leaves: Sequence[Leaf], printed: dict[int, str]) -> list[str]:
    """Return what each page is called: by the file, by the number printed on it, or by its place."""
    own = [leaf.label for leaf in leaves]
    if all(own) and len(set(own)) == len(own):
        return [f"p. {label}" for label in own]
    if printed:
        return [
            f"p. {printed[n]}" if n in printed else f"page {leaf.number} of the file"
            for n, leaf in enumerate(leaves)
        ]
    return [f"p. {leaf.number}" for leaf in leaves]


def _usual_size(pages: Iterator[list[Word]]) -> float:
    sizes: Counter[float] = Counter()
    for words in pages:
        for word in words:
            sizes[round(word.size * 2) / 2] += len(word.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _levels(words: Sequence[Word], drawn: Sequence[Box]) -> list[Level]:
    outside, rows = with_tables(words, drawn)
    return levels_of([*runs_of(outside), *rows])


class _Parts(NamedTuple):
    """What stands on a page: its furniture, and the rest."""

    heads: list[Level]
    rest: list[Run]
    feet: list[Level]


def _parted(levels: Sequence[Level], edges: Edges) -> _Parts:
    found = _Parts([], [], [])
    for at, level in enumerate(levels):
        if at in edges.head:
            found.heads.append(level)
        elif at in edges.foot:
            found.feet.append(level)
        else:
            found.rest.extend(level)
    return found


def _nearest(gutters: Sequence[float | None], number: int) -> list[float | None]:
    """Return the gutters of the pages around a page, the nearest first."""
    around = range(max(number - _PAGES_AROUND, 0), min(number + _PAGES_AROUND + 1, len(gutters)))
    return [gutters[other] for other in sorted(around, key=lambda n: (abs(n - number), n))]


def _furniture(level: Level, number: int) -> _Block:
    run = level[0]
    row = Row([words_of(level)], [], run.left, run.right, run.middle, run.size, 0.0, -1)
    return _Block([row], SegmentKind.FURNITURE, "furniture: stands on every page", number)


def _body(rows: list[Row], number: int, body: float) -> Iterator[_Block]:
    leading = leading_of(rows, body)
    block: list[Row] = []
    for at, row in enumerate(rows):
        after = rows[at + 1] if at + 1 < len(rows) else None
        if block and starts_block(block, row, after, leading, body):
            yield _labelled(block, number, body)
            block = []
        block.append(row)
    if block:
        yield _labelled(block, number, body)


def _labelled(rows: list[Row], number: int, body: float) -> _Block:
    found = _Block(rows, page=number)
    size = max(row.size for row in rows)
    length = sum(len(row.text) for row in rows)
    if rows[0].is_ruled or (len(rows) >= 2 and len(rows[0].cells) >= 2):
        found.kind, found.why = SegmentKind.TABLE_CELL, "cell of a table"
    elif 2 * sum(_LEADERS.search(row.text) is not None for row in rows) >= len(rows):
        found.kind, found.why = SegmentKind.FURNITURE, "furniture: list of contents"
    elif _ITEM.match(rows[0].text):
        found.kind, found.why = SegmentKind.LIST_ITEM, "begins as an item"
    elif size >= _LARGER * body and length <= _LONGEST_HEADING:
        found.kind, found.why = SegmentKind.HEADING, "larger letters"
    elif size <= _SMALLER * body and _NOTE.match(rows[0].text):
        found.why = "footnote"
    return found


def _whole_over_notes(page: list[_Block]) -> list[_Block]:
    """Put paragraphs together that notes at the foot of a column cut; the notes stand behind."""
    found: list[_Block] = []
    for block in page:
        at = next((n for n in range(len(found) - 1, -1, -1) if found[n].why != "footnote"), None)
        if at is None or at == len(found) - 1 or not (_runs_over(found[at]) and _runs_over(block)):
            found.append(block)
        elif found[at].rows[-1].column != block.rows[0].column and _goes_on(
            found[at].rows[-1], block.rows[0]
        ):
            found[at].rows += block.rows
        else:
            found.append(block)
    return found


def _append_page(blocks: list[_Block], page: list[_Block]) -> None:
    """Put the blocks of a page behind those before; a paragraph that runs over stands behind the feet.

    So the text stays whole, and every block stands where its page is.
    """
    at = next((n for n in range(len(blocks) - 1, -1, -1) if _runs_over(blocks[n])), None)
    first_at = next((n for n, block in enumerate(page) if _runs_over(block)), None)
    if at is not None and first_at is not None:
        last, first = blocks[at], page[first_at]
        if (
            last.page + len(last.breaks) == first.page - 1
            and all(b.why.startswith(("furniture", "footnote")) for b in blocks[at + 1 :])
            and all(b.why.startswith("furniture") for b in page[:first_at])
            and _goes_on(last.rows[-1], first.rows[0])
        ):
            del blocks[at], page[first_at]
            last.breaks.append((len(last.rows), first.page))
            last.rows += first.rows
            blocks.append(last)
    blocks += page


def _runs_over(block: _Block) -> bool:
    return block.kind is SegmentKind.PARAGRAPH and block.why == "paragraph"


def _goes_on(row: Row, after: Row) -> bool:
    """Say whether a paragraph goes on in the next column or page."""
    if abs(row.size - after.size) > 0.1 * max(row.size, after.size):
        return False
    text = row.text
    if text.endswith("-") or after.text[:1].islower():
        return True
    is_set_in = after.left - after.edges[0] > 0.8 * after.size
    fills = row.right + 0.25 * row.size + after.first_word > row.edges[1]
    return not ends_sentence(text) and text[-1:] not in ":" and fills and not is_set_in


def _write(scribe: Scribe, block: _Block, hyphens: Hyphens, labels: Sequence[str]) -> None:
    scribe.add_page(labels[block.page])
    if block.kind is SegmentKind.TABLE_CELL:
        for row in block.rows:
            scribe.add_row([hyphens.joined(cell.split("\n"))[0] for cell in row.cells])
        return
    words, starts = hyphens.joined([row.text for row in block.rows])
    piece = scribe.add(words, block.kind, block.why)
    if piece is None:
        return
    for number, page in block.breaks:
        scribe.add_page(labels[page], at=piece.start + starts[number])


def _choose_title(found: Extract, blocks: Sequence[_Block], body: float) -> None:
    """The largest heading of the first page is the title."""
    heads = [b for b in blocks if b.page == 0 and b.kind is SegmentKind.HEADING]
    if not heads:
        return
    largest = max(heads, key=lambda block: (block.rows[0].size, -heads.index(block)))
    words = " ".join(" ".join(row.text for row in largest.rows).split())
    for piece in found.pieces:
        if piece.kind is SegmentKind.HEADING and " ".join(piece.words(found.content).split()) == words:
            piece.judge(SegmentKind.TITLE, "largest letters of the first page")
            found.title = words
            return
