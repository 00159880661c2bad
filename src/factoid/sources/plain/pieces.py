"""Pieces: the cuts of a text before they are labelled."""

from __future__ import annotations

from dataclasses import dataclass

from factoid.model import Segment, SegmentKind
from factoid.sources.plain.lines import ends_sentence

_LONG_PROSE = 140


@dataclass(slots=True)
class Piece:
    """A cut of a text: what it is by its form, and later what it was judged to be."""

    start: int
    end: int
    block: int  #: number of the block, or of the group of pieces, it stands in
    kind: SegmentKind = SegmentKind.PARAGRAPH
    why: str = "paragraph"
    repeats: int | None = None
    is_lone: bool = True  #: nothing else stands in its block
    is_fixed: bool = False  #: the markup says what it is

    def words(self, content: str) -> str:
        """Return its words."""
        return content[self.start : self.end]

    @property
    def is_furniture(self) -> bool:
        """Whether it was judged furniture."""
        return self.kind is SegmentKind.FURNITURE

    def judge(self, kind: SegmentKind, why: str) -> None:
        """Set what it is."""
        self.kind, self.why = kind, why

    def segment(self) -> Segment:
        """Return it as a segment."""
        return Segment(kind=self.kind, start=self.start, end=self.end, why=self.why, repeats=self.repeats)


def is_prose(words: str) -> bool:
    """Say whether the words read as a paragraph: a whole sentence, or more than a line or two."""
    if len(words) > _LONG_PROSE:
        return ends_sentence(words) or ". " in words or len(words) > 3 * _LONG_PROSE
    return ends_sentence(words) and not words.endswith("?") and (len(words.split()) >= 6 or len(words) >= 80)
