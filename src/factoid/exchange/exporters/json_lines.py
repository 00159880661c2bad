"""JSON that holds everything, and JSON lines that hold one factoid each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from factoid.exchange.base import Shelf, every_line, every_person, left_behind_by_lines
from factoid.exchange.json_text import Json, json_bytes, write_object
from factoid.exchange.shapes import json_of_judgement, json_of_line, json_of_persona, json_of_summary
from factoid.model import Dossier, shape_of_reading

VERSION = 1  #: of the shape; a later shape has a later number


class JsonExporter:
    """The whole library: persons, judgements, readings and texts.

    Nothing is lost but what was withdrawn: undoing a judgement undoes it in every export.
    """

    name = "json"
    suffix = ".json"
    about = "everything: persons, judgements, readings with every mention, texts"

    def write(self, shelf: Shelf, out: BinaryIO) -> Counter[str]:
        """Write one object whose arrays have one item a line."""
        write_object(
            out,
            {"format": "factoid-library", "version": VERSION},
            {
                "persons": (_person(dossier) for dossier in every_person(shelf)),
                "judgements": (json_of_judgement(j) for j in shelf.judgements(active_only=True)),
                "readings": (shape_of_reading(reading) for reading in shelf.readings()),
                "texts": _texts(shelf),
            },
        )
        withdrawn = sum(j.withdrawn is not None for j in shelf.judgements(active_only=False))
        return +Counter({"withdrawn judgements": withdrawn})


class JsonlExporter:
    """One factoid a line, person by person, each life in order."""

    name = "jsonl"
    suffix = ".jsonl"
    about = "one factoid a line, with person, source, quote and offsets"

    def write(self, shelf: Shelf, out: BinaryIO) -> Counter[str]:
        """Write every factoid with all its fields and spans."""
        for dossier, line in every_line(shelf):
            out.write(json_bytes(json_of_line(dossier, line)) + b"\n")
        return left_behind_by_lines(shelf)


def _person(dossier: Dossier) -> Json:
    return {
        **json_of_summary(dossier.summary),
        "personas": [json_of_persona(persona) for persona in dossier.personas],
        "reasons": list(dossier.reasons),
    }


def _texts(shelf: Shelf) -> Iterator[Json]:
    for reading in shelf.readings():
        document = shelf.document(reading.source.name)
        yield {
            "source": reading.source.name,
            "text_sha256": reading.text_sha256,
            "content": document.text.content,
            **({"warnings": list(document.warnings)} if document.warnings else {}),
            **({"pages": [list(page) for page in document.pages]} if document.pages else {}),
        }
