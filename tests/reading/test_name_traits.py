"""What the words of a name tell by themselves."""

from __future__ import annotations

import pytest

from factoid.reading.name_traits import traits_of
from factoid.reading.parse import Parser
from factoid.reading.runs import find_runs
from factoid.sources import document_of_text

TRAITS = [
    ("They went on to Truro at last.", "Truro", "settled:town"),
    ("They met in Odessa at last.", "Odessa", "settled:city"),
    ("They saw Florence at last.", "Florence", "settled_given:city"),
    ("They gave it to the R.N. at last.", "R.N.", "dotted_acronym"),
    ("They honoured Captain Founder at last.", "Founder", "mere_role"),
    ("They saw Anna Petrovna at last.", "Anna Petrovna", "patronymic"),
]


@pytest.mark.parametrize(("text", "name", "trait"), TRAITS)
def test_traits(parser: Parser, text: str, name: str, trait: str) -> None:
    runs = find_runs(parser.parse(document_of_text(text).text))
    assert trait in set(traits_of(next(run for run in runs if run.name == name)))


def test_a_surname_that_no_settlement_bears_is_none(parser: Parser) -> None:
    runs = find_runs(parser.parse(document_of_text("They saw Heinicke at last.").text))
    assert not any(trait.startswith("settled") for run in runs for trait in traits_of(run))
