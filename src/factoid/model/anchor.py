"""Places in sources that conclusions rest on."""

from __future__ import annotations

from dataclasses import dataclass

from factoid.model.text import Span


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a source that a judgement rests on: it outlives any reading."""

    source: str  #: id
    span: Span
