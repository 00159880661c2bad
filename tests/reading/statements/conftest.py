"""Invented sentences read into factoids, for the tests of every family."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from factoid.model import Factoid, Reading
from factoid.reading.reader import make_reader
from factoid.sources import document_of_text

Read = Callable[[str], Reading]


@pytest.fixture(scope="session")
def read() -> Read:
    """Return the whole reader as a function of a text."""
    reader = make_reader()

    def read_english(text: str) -> Reading:
        document = document_of_text(text)
        return reader.read(replace(document, source=replace(document.source, language="en")))

    return read_english


def said(reading: Reading, type_: str, name: str) -> list[Factoid]:
    """Return the statements of a type about the person whose name holds the words."""
    ids = {p.id for p in reading.personas if name in p.name}
    return [f for f in reading.factoids if f.type == type_ and f.person in ids]
