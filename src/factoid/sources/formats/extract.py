"""What an extractor gives: one text in pieces, the places that can be cited, and what the document says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from factoid.errors import SourceTooLarge
from factoid.model import Condition, Page, SegmentKind
from factoid.sources.files.limits import MOST_CHARACTERS
from factoid.sources.plain.pieces import Piece

APART = "\n\n"  #: between pieces


@dataclass(slots=True)
class Extract:
    """A text in pieces. It travels between processes as JSON."""

    content: str
    pieces: list[Piece]
    pages: list[Page] = field(default_factory=list)
    title: str | None = None
    creator: str | None = None
    published: str | None = None
    warnings: list[str] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """Return it in values that JSON has."""
        return asdict(self)


def extract_of_json(data: dict[str, Any]) -> Extract:
    """Return the extract that `Extract.to_json` gave."""
    pieces = [Piece(**{**piece, "kind": SegmentKind(piece["kind"])}) for piece in data["pieces"]]
    pages = [Page(start, label) for start, label in data["pages"]]
    conditions = [Condition(*condition) for condition in data["conditions"]]
    return Extract(**{**data, "pieces": pieces, "pages": pages, "conditions": conditions})


class Scribe:
    """Writes one text, piece after piece, with what stands between them."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._parts: list[str] = []
        self._block = 0
        self._coming = ""  #: the page that begins with the next words
        self.place = 0  #: where the text ends so far
        self.pieces: list[Piece] = []
        self.pages: list[Page] = []

    def add(
        self, words: str, kind: SegmentKind = SegmentKind.PARAGRAPH, why: str = "paragraph"
    ) -> Piece | None:
        """Write a piece that stands alone; None where the words are blank."""
        return self._add(words, kind, why, APART)

    def add_row(self, cells: Sequence[str]) -> None:
        """Write the cells of a row of a table."""
        between = APART if not self.pieces or self.pieces[-1].why != "cell of a table" else "\n"
        for cell in cells:
            if self._add(cell, SegmentKind.TABLE_CELL, "cell of a table", between):
                between = "   "

    def add_page(self, label: str, *, at: int | None = None) -> None:
        """Say that a page begins with the next words that are written, or at a place that was."""
        if at is None:
            self._coming = label
        else:
            self.pages.append(Page(at, label))

    def _begin_page(self) -> None:
        if self._coming and (not self.pages or self.pages[-1].label != self._coming):
            self.pages.append(Page(self.place, self._coming))
        self._coming = ""

    def add_extract(self, content: str, pieces: Sequence[Piece]) -> None:
        """Write another text behind this one, with its pieces."""
        self._write(self._gap(APART))
        self._begin_page()
        for piece in pieces:
            piece.start += self.place
            piece.end += self.place
            piece.block += self._block
            if piece.repeats is not None:
                piece.repeats += self.place
        self.pieces += pieces
        self._block = max((piece.block for piece in pieces), default=self._block) + 1
        self._write(content.rstrip())

    def extract(self) -> Extract:
        """Return all that was written."""
        return Extract("".join(self._parts), self.pieces, self.pages)

    def _add(self, words: str, kind: SegmentKind, why: str, between: str) -> Piece | None:
        words = shown(words).strip()
        if not words:
            return None
        self._write(self._gap(between))
        self._begin_page()
        is_cell = kind is SegmentKind.TABLE_CELL
        self._block += not is_cell or between == APART
        piece = Piece(self.place, self.place + len(words), self._block, kind, why, is_lone=not is_cell)
        piece.is_fixed = kind is not SegmentKind.PARAGRAPH or why != "paragraph"
        self.pieces.append(piece)
        self._write(words)
        return piece

    def _gap(self, between: str) -> str:
        return between if self.place else ""

    def _write(self, words: str) -> None:
        self._parts.append(words)
        self.place += len(words)
        if self.place > MOST_CHARACTERS:
            raise SourceTooLarge(
                self._name, f"holds more than {MOST_CHARACTERS:,} characters.", "Split it and read the parts."
            )


_CONTROLS = dict.fromkeys((*range(9), 11, *range(14, 32), 127, 65279, 65534, 65535)) | {12: "\n"}


def shown(words: str) -> str:
    """Return the words without control characters and halves of pairs, which are no text."""
    return words.translate(_CONTROLS).encode("utf-8", "replace").decode("utf-8")
