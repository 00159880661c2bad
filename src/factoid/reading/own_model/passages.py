"""A text cut into what a model is shown at once: whole segments, of a bounded size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factoid.model import Span, Text
from factoid.reading.parts import parts_of, segments_in

PASSAGE = 4_000  #: characters


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text, and what in it is read: no furniture, nothing twice."""

    span: Span
    stretches: tuple[Span, ...]

    def words(self, content: str) -> str:
        """Return what the model is shown."""
        return "\n".join(stretch.of(content).strip() for stretch in self.stretches)


def passages_of(text: Text) -> Iterator[Passage]:
    """Yield the passages that have words to read."""
    for part in parts_of(text, PASSAGE):
        stretches = tuple(
            Span(max(segment.start, part.start), min(segment.end, part.end))
            for segment in segments_in(text, part)
            if segment.is_read
        )
        if any(map(str.isalnum, "".join(stretch.of(text.content) for stretch in stretches))):
            yield Passage(part, stretches)
