"""Annotated texts read with the annotators' persons, to learn from what is then found in them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotated_people import annotated_people

from factoid.dates import find_time_phrases
from factoid.model import Span
from factoid.reading.entities import find_entities
from factoid.reading.parse import Parser
from factoid.reading.statements.passage import Passage, find_passages
from factoid.sources import document_of_text


@dataclass(frozen=True)
class AnnotatedText:
    """A text: its passages, and each annotated statement with where its quote stands."""

    name: str
    passages: list[Passage]
    statements: list[tuple[dict[str, Any], list[Span]]]

    @property
    def genre(self) -> str:
        """The letter of its genre."""
        return genre_of(self.name)


def genre_of(name: str) -> str:
    """Return the letter of a text's genre: ``a`` of ``a01-blumkin``, and of ``xa01-noether``, written for learning."""
    return name.removeprefix("x")[0]


def annotated_texts(folders: Iterable[Path]) -> Iterator[AnnotatedText]:
    """Yield every ``NAME.txt`` that has a ``NAME.json`` beside it."""
    parser = Parser()
    for path in sorted(path for folder in folders for path in folder.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        document = document_of_text(path.with_suffix(".txt").read_text("utf-8"), name=path.stem)
        parsed, content = parser.parse(document.text), document.text.content
        entities = find_entities(parsed, source=document.source.id)
        times = find_time_phrases(content, [s.segment.span for s in parsed.segments])
        yield AnnotatedText(
            name=path.stem,
            passages=list(find_passages(parsed, entities, annotated_people(parsed, gold), times)),
            statements=[(f, list(_places(content, f["quote"]))) for f in gold["factoids"]],
        )


def _places(content: str, quote: str) -> Iterator[Span]:
    """Yield where the quote stands."""
    at = content.find(quote)
    while at >= 0:
        yield Span(at, at + len(quote))
        at = content.find(quote, at + 1)
