"""Names that cards and forms give part by part."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factoid.reading.people import People

ReadPeople = Callable[[str], People]

CARDS = [
    ("Surname: Orlov\nName: Boris\nPatronymic: Ivanovich\nBorn: 1901, Tula\n", "Boris Ivanovich Orlov"),
    ("Surname: ORLOV\nForenames: Boris Ivanovich\nBorn: 1842\n", "Boris Ivanovich Orlov"),
    ("Last name: Weber\nFirst name: Paul\nPlace of birth: Graz\n", "Paul Weber"),
    ("Given name: Paul\nFamily name: Weber\n", "Paul Weber"),
]


@pytest.mark.parametrize(("card", "name"), CARDS)
def test_the_parts_of_a_name_on_a_card_are_one_persons(read_people: ReadPeople, card: str, name: str) -> None:
    people = read_people(f"{card}\n{name.split()[-1]} went to Riga in 1920.")
    assert [p.name for p in people.personas] == [name]


def test_a_name_without_a_surname_beside_it_is_left_alone(read_people: ReadPeople) -> None:
    people = read_people("Name: Boris\nBorn: 1901\n\nBoris went to Riga in 1920.")
    assert [p.name for p in people.personas] == ["Boris"]


def test_a_word_of_dictionaries_is_no_name(read_people: ReadPeople) -> None:
    people = read_people("LIND, Otto, b. Riga 1860. Ed. at Dorpat. Ord. in 1885. d. Riga 1911.")
    assert [p.name for p in people.personas] == ["Otto Lind"]
