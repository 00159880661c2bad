"""Marks in a text as HTML: overlapping spans become well-nested elements, and not one character is lost.

The text content of the result equals the source text. The one exception is what HTML cannot carry: control
characters (NUL among them) are shown by their pictures, one character for one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape

MOST_NESTED = 8  # deeper than any honest text; it bounds the page that a hostile one can ask for

_ELLIPSIS = Markup('<span class="cut">…</span>')
_PICTURES = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A, 0x0D)} | {0x7F: 0x2421}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A span of the text and the element that shows it."""

    start: int
    end: int
    tag: str = "span"
    layer: int = 0  #: outer elements have the smaller number
    attributes: tuple[tuple[str, str], ...] = ()
    once: tuple[tuple[str, str], ...] = ()  #: attributes of the first piece only, like an ``id``


@dataclass(slots=True)
class _Writer:
    """Writes pieces, keeping the elements that are open on a stack."""

    pieces: list[str] = field(default_factory=list)
    open: list[Mark] = field(default_factory=list)
    begun: set[int] = field(default_factory=set)

    def turn_to(self, wanted: Sequence[Mark]) -> None:
        """Close and open elements until exactly the wanted ones are open."""
        shared = 0
        for held, mark in zip(self.open, wanted, strict=False):
            if held is not mark:
                break
            shared += 1
        while len(self.open) > shared:
            self.pieces.append(f"</{self.open.pop().tag}>")
        for mark in wanted[shared:]:
            self.pieces.append(_start_tag(mark, is_first=id(mark) not in self.begun))
            self.begun.add(id(mark))
            self.open.append(mark)


def marked(content: str, marks: Iterable[Mark], *, start: int = 0, end: int | None = None) -> Markup:
    """Return ``content[start:end]`` as HTML with the marks that touch it; everything is escaped.

    A link never stands within a link: where two would, the shorter one wins.
    """
    end = len(content) if end is None else min(end, len(content))
    opening: dict[int, list[Mark]] = defaultdict(list)
    closing: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        first, last = max(mark.start, start), min(mark.end, end)
        if first < last:
            opening[first].append(mark)
            closing[last].append(mark)
    writer = _Writer()
    active: list[Mark] = []
    position = start
    for boundary in sorted({*opening, *closing, end}):
        if boundary > position:
            writer.turn_to(_shown(active))
            writer.pieces.append(_escaped(content[position:boundary]))
            position = boundary
        gone = {id(mark) for mark in closing[boundary]}
        active = [mark for mark in active if id(mark) not in gone] + opening[boundary]
    writer.turn_to(())
    return Markup("".join(writer.pieces))


def cut_out(content: str, marks: Iterable[Mark], *, start: int, end: int) -> Markup:
    """Return a piece as `marked` does, with an ellipsis where its paragraph has more: no part is taken for a whole."""
    before, after = content[max(0, start - 1) : start].strip(" "), content[end : end + 1]
    is_begun = start > 0 and before != "\n"
    goes_on = end < len(content) and after not in ("\n", "\r")
    piece = marked(content, marks, start=start, end=end)
    return (_ELLIPSIS if is_begun else Markup("")) + piece + (_ELLIPSIS if goes_on else Markup(""))


def plain(content: str) -> Markup:
    """Return words of a source as HTML without marks."""
    return Markup(_escaped(content))


def _shown(active: Sequence[Mark]) -> list[Mark]:
    links = [mark for mark in active if mark.tag == "a"]
    shortest = min(links, key=_length, default=None)
    kept = [mark for mark in active if mark.tag != "a" or mark is shortest]
    kept.sort(key=lambda mark: (mark.layer, mark.start, -mark.end))
    return kept[-MOST_NESTED:]


def _length(mark: Mark) -> int:
    return mark.end - mark.start


def _start_tag(mark: Mark, *, is_first: bool) -> str:
    attributes = (*mark.once, *mark.attributes) if is_first else mark.attributes
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes)
    return f"<{mark.tag}{written}>"


def _escaped(words: str) -> str:
    # A bare carriage return would be read as a line feed: only a reference keeps it.
    return str(escape(words.translate(_PICTURES))).replace("\r", "&#13;")
