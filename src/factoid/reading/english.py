"""English, or whatever language a spaCy model reads, with the rules of English."""

from __future__ import annotations

from contextlib import AbstractContextManager

from factoid.model import Document, Span
from factoid.reading.entities import find_entities
from factoid.reading.language import PartRead, Share
from factoid.reading.parse import Parser
from factoid.reading.people import find_people
from factoid.reading.statements import read_statements
from factoid.reading.times import times_in


class English:
    """The rules of English over a spaCy model. `ModelMissing` if there is no such model."""

    def __init__(self, model: str | None = None) -> None:
        self._parser = Parser(model)
        self.code = self._parser.language
        self.model = self._parser.model

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
        return PartRead(
            times=times,
            personas=people.personas,
            organisations=entities.organisations,
            places=entities.places,
            factoids=read_statements(parsed, entities, people, times, document),
            narrator=people.narrator,
        )
