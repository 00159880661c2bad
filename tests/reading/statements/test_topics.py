"""Orders, prisons, regiments and parties named near a person, on short invented sentences."""

import pytest
from reading.statements.conftest import Read, said

SAID = [
    ("In 1901 Anton Kessler received the Order of Merit.", "award", {"value": "Order of Merit"}),
    ("In 1904 Anton Kessler was awarded the Gold Medal.", "award", {"value": "Gold Medal"}),
    ("In 1919 Anton Kessler joined the Communist Party.", "membership", {"value": "joined"}),
    ("Anton Kessler spent three years in prison.", "imprisonment", {}),
    ("Anton Kessler studied at the University of Bonn.", "education", {}),
]


@pytest.mark.parametrize(("text", "type_", "slots"), SAID)
def test_a_noun_tells_of_a_person(read: Read, text: str, type_: str, slots: dict[str, str]) -> None:
    found = said(read(text), type_, "Kessler")
    assert found, f"no {type_}"
    assert any(all(getattr(f, slot) == words for slot, words in slots.items()) for f in found), found


def test_one_statement_is_read_once(read: Read) -> None:
    assert len(said(read("In 1901 Anton Kessler received the Order of Merit."), "award", "Kessler")) == 1


def test_taking_a_town_is_no_arrest(read: Read) -> None:
    assert not said(read("In 1919 Anton Kessler took Ufa with his regiment."), "arrest", "Kessler")
