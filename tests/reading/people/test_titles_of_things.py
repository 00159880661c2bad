"""The novel “Emma” is no person, and nobody whom a pronoun could mean."""

from __future__ import annotations

import pytest

import factoid


@pytest.mark.parametrize("quotes", ["“”", '""', "«»"])
def test_a_title_in_quotation_marks_is_no_person(quotes: str) -> None:
    opening, closing = quotes[0], quotes[1]
    novel = f"Dmitry Furman published the novel {opening}Orlov{closing} in 1923. He died in 1926."
    text = f"Vasily Orlov led the division. {novel}"
    reading = factoid.read(text)
    names = {persona.id: persona for persona in reading.personas}
    (death,) = [f for f in reading.factoids if f.type == "death"]
    assert names[death.person].name == "Dmitry Furman"
    orlov = next(p for p in reading.personas if p.name == "Vasily Orlov")
    assert orlov.forms == ("Vasily Orlov",)


def test_a_nickname_in_quotation_marks_stays_a_name() -> None:
    reading = factoid.read('The thief "Karl Roth" was hanged. Roth left a wife.')
    assert "Karl Roth" in {persona.name for persona in reading.personas}


def test_a_ship_named_after_somebody_is_nobody() -> None:
    reading = factoid.read(
        "In 1914 Otto Lind saved eleven men from the steamer Haakon Berg. Lind died in 1920."
    )
    assert "Haakon Berg" not in {persona.name for persona in reading.personas}
