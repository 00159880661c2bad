"""What a library answers with, beside the values of the model."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from factoid.model import SegmentKind


class Outcome(StrEnum):
    """What adding a source did to the library."""

    ADDED = "added"
    REPLACED = (
        "replaced"  #: the source was there; the evidence of another reader version stands in its place now
    )
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSummary:
    """A line in the list of sources."""

    name: str
    id: str
    title: str | None
    creator: str | None
    published: str | None  #: EDTF
    language: str | None
    origin: str
    media_type: str
    reader: str
    characters: int
    personas: int
    factoids: int
    declined: int  #: statements that the reader would not emit
    #: what concerns the source as a whole: a language not read yet, a guessed encoding
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a passage's words, and whether it is what was looked for."""

    words: str
    is_hit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A segment in which the words looked for stand, and an extract of it."""

    source: str  #: short name
    source_id: str
    kind: SegmentKind
    start: int  #: where the segment stands in the text
    end: int
    pieces: tuple[Piece, ...]  #: the extract; cut ends are marked by an ellipsis

    @property
    def extract(self) -> str:
        """The extract as plain text."""
        return "".join(piece.words for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of a text that begins at ``start``."""

    start: int
    content: str
