"""The persons of a short text, for the tests of who is meant by which words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factoid.reading.entities import find_entities
from factoid.reading.parse import Parser
from factoid.reading.people import People, find_people
from factoid.sources import document_of_text


@pytest.fixture(scope="session")
def read_people(parser: Parser) -> Callable[[str], People]:
    """Read the persons of a text."""

    def read(content: str) -> People:
        parsed = parser.parse(document_of_text(content).text)
        return find_people(parsed, find_entities(parsed, source="s-1"), source="s-1")

    return read
