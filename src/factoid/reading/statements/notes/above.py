"""The heading that stands over the lines of a list: *Mayors of Ely*, *Education*, with a holder or a school a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

from factoid.model import Span
from factoid.reading.parse import TokenSpan, span_of
from factoid.reading.statements.passage import Passage

_FARTHEST = 6_000  #: characters between a heading and the last of its lines
_MARKS = " \t#*=_:\u2022-\u2013\u2014.|"
_LONGEST_LINE = 200  #: characters of a line of a list
_FEWEST_OF_PROSE = 8  #: words of a line that ends in a full stop
_MOST_OF_HEADING = 5  #: words
T = TypeVar("T")


class Line(NamedTuple):
    """A line of a passage."""

    span: Span  #: without the marks around it
    words: TokenSpan
    has_mark: bool  #: whether a mark of lists stands before it


def lines_of(passage: Passage) -> Iterator[Line]:
    """Yield the lines of a passage that may stand in a list: short, and without a verb that tells something."""
    doc, content = passage.segment.doc, passage.content
    if not len(doc):
        return
    at, end = doc.starts[0], doc.ends[-1]
    while at < end:
        stop = content.find("\n", at, end)
        stop = end if stop < 0 else stop
        start = at + len(content[at:stop]) - len(content[at:stop].lstrip(_MARKS))
        words = passage.segment.words(Span(start, stop))
        is_short = stop - start <= _LONGEST_LINE
        if words is not None and is_short and not any(t.i in passage.clauses for t in words):
            before = content[content.rfind("\n", 0, at) + 1 : start].strip()
            yield Line(Span(start, span_of(words).end), words, has_mark=bool(before))
        at = stop + 1


def heading_above(start: int, content: str, told: Callable[[str], T | None]) -> tuple[T, Span] | None:
    """Return what the heading over a line tells, and where it stands; None under prose and unknown headings."""
    end = content.rfind("\n", 0, start)
    while end > 0 and start - end < _FARTHEST:
        begin = content.rfind("\n", 0, end) + 1
        line = content[begin:end]
        words = line.strip(_MARKS)
        if words and (found := told(words)) is not None:
            at = begin + line.index(words)
            return found, Span(at, at + len(words))
        if _ends_list(line.strip(), content[:begin]):
            return None
        end = begin - 1
    return None


def _ends_list(line: str, before: str) -> bool:
    """Whether a line cannot stand between a heading and what is under it: prose, or another heading."""
    words = line.split()
    if line.endswith((".", "!", "?")) and len(words) >= _FEWEST_OF_PROSE:
        return True
    is_apart = not before.strip() or before.endswith(("\n\n", "\n\r\n"))
    is_mere = line[:1].isupper() and not any(c.isdigit() or c in ",;:" for c in line)
    return is_apart and is_mere and len(words) <= _MOST_OF_HEADING
