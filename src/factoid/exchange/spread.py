"""The folder of Parquet that a distributed run writes: its tables, and a source as a row of one.

``readings`` has a row for each source, or for what is wrong with an input; ``persons`` who is who; ``lives`` what
follows for each person: times and conflicts. ``sources`` and ``failures`` are lists for people. A library is made
of the first three.
"""

from __future__ import annotations

import json
from typing import Any

from factoid.exchange.importing import Evidence
from factoid.model import Document, Page, Reading, Text, json_of_reading, reading_of_json

Row = dict[str, Any]

READINGS, PERSONS, LIVES, SOURCES, FAILURES = "readings", "persons", "lives", "sources", "failures"
ORDER = ("wave", "ordinal", "place")  #: of the rows of ``readings``: in which a library takes them in
CONCLUDED = "concluded.json"  #: stands there while ``persons`` and ``lives`` are of all ``readings``


def row_of_evidence(document: Document, reading: Reading) -> Row:
    """Return a source as the two columns that hold all of it; `UnicodeEncodeError` for what is no text."""
    text = {
        "content": document.text.content,
        "warnings": list(document.warnings),
        "pages": [list(page) for page in document.pages],
    }
    return {"document": text_of_json(text), "reading": text_of_json(json_of_reading(reading))}


def evidence_of_row(row: Row) -> Evidence:
    """Return the source that `row_of_evidence` wrote; `ReadingShapeError` or `KeyError` for anything else."""
    text, reading = json.loads(row["document"]), reading_of_json(json.loads(row["reading"]))
    document = Document(
        reading.source,
        Text(text["content"], reading.segments),
        tuple(text["warnings"]),
        tuple(Page(start, label) for start, label in text["pages"]),
    )
    return Evidence(document, reading)


def text_of_json(value: Any) -> str:
    """Return a value as JSON that can be written as UTF-8."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text.encode("utf-8")
    return text
