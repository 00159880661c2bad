"""How sure statements about persons are that may be none."""

import pytest

from factoid.reading.entities import Entities, find_entities
from factoid.reading.parse import Parser
from factoid.reading.people import People, find_people
from factoid.reading.statements.weighing.strangers import for_person
from factoid.sources import document_of_text


@pytest.fixture(scope="module")
def otto() -> tuple[People, str, int]:
    document = document_of_text("Otto Lind was born in Graz. A stranger saw it.", name="t")
    parsed = Parser().parse(document.text)
    people = find_people(parsed, find_entities(parsed, source="s"), source="s")
    persona = next(p for p in people.personas if p.name == "Otto Lind")
    return people, persona.id, persona.mentions[0].start


@pytest.mark.parametrize(("log_odds", "share"), [(0.2, 0.7), (1.0, 0.87), (1.5, 1.0), (5.0, 1.0)])
def test_a_name_that_may_be_no_persons_makes_its_lines_doubtful(
    otto: tuple[People, str, int], log_odds: float, share: float
) -> None:
    people, person, start = otto
    assert for_person(0.8, person, people, Entities(_evidence={start: log_odds})) == pytest.approx(
        0.8 * share
    )


def test_a_name_found_otherwise_than_by_its_evidence_is_not_doubted(otto: tuple[People, str, int]) -> None:
    people, person, _ = otto
    assert for_person(0.8, person, people, Entities()) == 0.8


def test_names_of_persons_have_more_evidence_than_names_of_things() -> None:
    words = "Otto Lind, a tailor, married Anna Berg. He wrote for Young Graz, a paper."
    parsed = Parser().parse(document_of_text(words, name="t").text)
    entities = find_entities(parsed, source="s")
    assert (entities.evidence_at(0) or 0) > 1.5
    assert entities.evidence_at(words.index("tailor")) is None
