"""The adapter of French: from a part of a document to what it says."""

from __future__ import annotations

from contextlib import AbstractContextManager

from factoid.model import Document, Span
from factoid.reading.french.parse import Parser
from factoid.reading.french.read import FrenchPart
from factoid.reading.language import PartRead, Share
from factoid.reading.times import times_in

CODE = "fr"


class French:
    """French over spaCy's model. `ModelMissing` where the extra ``factoid[french]`` is not installed."""

    def __init__(self) -> None:
        self._parser = Parser()
        self.code = CODE
        self.model = self._parser.model

    def forgetting(self) -> AbstractContextManager[object]:
        """Let the words that are met for the length of a block be forgotten at its end."""
        return self._parser.forgetting()

    def read_part(self, document: Document, part: Span, share: Share) -> PartRead:
        """Return what a stretch of whole segments says."""
        times = times_in(document.text, part, CODE)
        sentences = self._parser.parse(document.text, part)
        share(0.6)
        reader = FrenchPart(document, sentences, times)
        share(0.8)
        return reader.read(times)
