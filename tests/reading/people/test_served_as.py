"""What somebody serves as is a post, and nobody's other name."""

from __future__ import annotations

import pytest

from factoid.reading.entities import find_entities
from factoid.reading.parse import Parser
from factoid.reading.people import find_people
from factoid.sources import document_of_text


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Karl Brandt served as Deputy Prime Minister. He died in 1950.", {"Karl Brandt"}),
        ("Karl Brandt served as Chief Medical Officer. He died in 1950.", {"Karl Brandt"}),
        ("Karl Brandt served as National Security Advisor. He died in 1950.", {"Karl Brandt"}),
        ("Karl Brandt served as Otto Lind's interpreter. He died in 1950.", {"Karl Brandt", "Otto Lind"}),
        ("Karl Brandt lived in Graz as Emil Roth. He died in 1950.", {"Karl Brandt"}),
        (
            "Karl Lind fled to Graz. His diary was edited by Moritz Berg (Leben des Generals Karl Lind).",
            {"Karl Lind", "Moritz Berg"},
        ),
        ("Karl Brandt was known as Captain Lind. He died in 1950.", {"Karl Brandt"}),
    ],
)
def test_nobody_is_called_by_a_post(words: str, names: set[str]) -> None:
    parsed = Parser().parse(document_of_text(words, name="t").text)
    people = find_people(parsed, find_entities(parsed, source="s"), source="s")
    assert {persona.name for persona in people.personas} == names
