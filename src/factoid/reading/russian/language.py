"""The adapter of Russian: from a part of a document to what it says."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext

from factoid.model import Document, Span
from factoid.reading.language import PartRead, Share
from factoid.reading.russian.morphology import Morphology
from factoid.reading.russian.read import RussianPart
from factoid.reading.times import times_in

CODE = "ru"


class Russian:
    """Russian over natasha's models. `ModelMissing` where the extra ``factoid[russian]`` is not installed."""

    def __init__(self) -> None:
        self._morphology = Morphology()
        self.code = CODE
        self.model = self._morphology.model

    def forgetting(self) -> AbstractContextManager[object]:
        """Nothing of a text is kept; the caches of words are bounded."""
        return nullcontext()

    def read_part(self, document: Document, part: Span, share: Share) -> PartRead:
        """Return what a stretch of whole segments says."""
        times = times_in(document.text, part, CODE)
        sentences = self._morphology.parse(document.text, part)
        share(0.6)
        reader = RussianPart(document, sentences, times, self._morphology)
        share(0.8)
        return reader.read(times)
