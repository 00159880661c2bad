"""English, or whatever language a spaCy model reads, with the rules of English."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import replace

from factoid.model import Document, Span
from factoid.reading.entities import find_entities
from factoid.reading.language import PartRead, Share
from factoid.reading.parse import Parser
from factoid.reading.people import find_people
from factoid.reading.statements import read_statements
from factoid.reading.statements.weighing.encoder import is_heard, the_encoder
from factoid.reading.statements.weighing.judging import statement_weights
from factoid.reading.times import times_in


class English:
    """The rules of English over a spaCy model. `ModelMissing` if there is no such model.

    What heard the text is part of the model's name: *en_core_web_sm@3.8.0+encoder@2*.
    """

    def __init__(self, model: str | None = None) -> None:
        self._parser = Parser(model)
        self._encoder = the_encoder() if self._parser.language == "en" and is_heard() else None
        self.code = self._parser.language
        self.model = "+".join([self._parser.model, *([self._encoder.version] if self._encoder else ())])

    def forgetting(self) -> AbstractContextManager[object]:
        """Let the words that are met for the length of a block be forgotten at its end."""
        return self._parser.forgetting()

    def read_part(self, document: Document, part: Span, share: Share) -> PartRead:
        """Return what a stretch of whole segments says."""
        source = document.source.id
        times = times_in(document.text, part)
        parsed = self._parser.parse(document.text, within=part)
        share(0.6)
        entities = find_entities(parsed, source=source)
        people = find_people(parsed, entities, source=source, author=document.source.creator)
        share(0.8)
        weights = replace(statement_weights(), encoder=self._encoder) if self._encoder is not None else None
        return PartRead(
            times=times,
            personas=people.personas,
            organisations=entities.organisations,
            places=entities.places,
            factoids=read_statements(parsed, entities, people, times, document, weights=weights),
            narrator=people.narrator,
        )
