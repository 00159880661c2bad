"""A source and its text: one string, never changed, cut into labelled segments."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from factoid.errors import QuoteError
from factoid.model.ids import digest, sha256_of_text


class Span(NamedTuple):
    """A half-open range of character offsets into a text: ``text[start:end]``."""

    start: int
    end: int

    def of(self, content: str) -> str:
        """Return the words at the span."""
        return content[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Say whether the other lies within this one."""
        return self.start <= other.start and other.end <= self.end


class SegmentKind(StrEnum):
    """What a segment of a text is."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    LIST_ITEM = "list_item"
    TABLE_CELL = "table_cell"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A labelled piece of a text. Furniture is labelled, never deleted."""

    kind: SegmentKind
    start: int
    end: int
    why: str = ""  #: the rule that chose the kind
    repeats: int | None = (
        None  #: where the segment starts whose words this one says again (a doubled caption)
    )

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @property
    def is_read(self) -> bool:
        """Whether readers take statements from it: not from furniture, and not twice from a repetition."""
        return self.kind is not SegmentKind.FURNITURE and self.repeats is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that makes statements."""

    name: str  #: short name: the file's stem, made unique within a library
    content_sha256: str  #: of the bytes that were read
    origin: str  #: where it came from: a path or an address, as the user gave it
    media_type: str
    title: str | None = None
    creator: str | None = None
    published: str | None = None  #: EDTF
    language: str | None = None  #: ISO 639-1
    encoding: str = "utf-8"

    @property
    def id(self) -> str:
        """The same bytes have the same id."""
        return digest("s", self.content_sha256)


@dataclass(frozen=True, slots=True)
class Text:
    """One normalised string and its segments: in order, not overlapping, every word in exactly one."""

    content: str
    segments: tuple[Segment, ...] = ()

    @property
    def sha256(self) -> str:
        """The hash of the content."""
        return sha256_of_text(self.content)

    def check(self, span: Span, quote: str, *, source: str) -> None:
        """Raise `QuoteError` unless the quote stands at the span."""
        found = span.of(self.content)
        if span.start < 0 or found != quote:
            raise QuoteError(source=source, at=span.start, wanted=quote, found=found)


class Page(NamedTuple):
    """Where a page, a chapter or a numbered paragraph of the source begins in the text, and what it is called."""

    start: int
    label: str  #: `p. 12`, `chapter 3: The Quarry`, `par. 7`; nothing where what follows is on no page


class Condition(NamedTuple):
    """What makes a stretch of the text doubtful before it is read: its letters were recognised in a picture."""

    start: int
    end: int
    kind: str  #: of the finding that it becomes: `ocr`
    note: str


def page_at(pages: Sequence[Page], place: int) -> str | None:
    """Return what the page that holds a place of the text is called; None where there is none, or none with a name."""
    at = bisect_right(pages, place, key=lambda page: page.start)
    return (pages[at - 1].label or None) if at else None


@dataclass(frozen=True, slots=True)
class Document:
    """A source with its text: what `factoid.sources` makes of bytes."""

    source: Source
    text: Text
    #: what was doubtful, one line each (an encoding that was guessed)
    warnings: tuple[str, ...] = field(default=())
    pages: tuple[Page, ...] = ()  #: in order; empty where the source has no pages to cite
    conditions: tuple[Condition, ...] = ()  #: kept as findings of the reading
