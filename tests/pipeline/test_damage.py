"""A reading carries the conditions of its document, and statements on such pages are told so."""

from __future__ import annotations

from dataclasses import replace

from factoid.criticism import damaged_by
from factoid.model import Condition
from factoid.pipeline.damage import examined
from factoid.reading import make_reader
from factoid.sources import document_of_text

FIRST, SECOND = "Anna Weiss was born in Graz in 1901.", "Karl Brandt died in Bonn in 1980."


def test_statements_from_a_recognised_page_say_so() -> None:
    plain = document_of_text(f"{FIRST}\n\n{SECOND}\n")
    start = plain.text.content.index(SECOND)
    condition = Condition(start, start + len(SECOND), "ocr", "Read by OCR, confidence 71 %.")
    reading = examined(plain, make_reader().read(plain))
    assert not any(damaged_by(factoid, reading.findings) for factoid in reading.factoids)
    document = replace(plain, conditions=(condition,))
    reading = examined(document, make_reader().read(document))
    told = {str(f.type): [d.note for d in damaged_by(f, reading.findings)] for f in reading.factoids}
    assert told["death"] == ["Read by OCR, confidence 71 %."]
    assert told["birth"] == []
