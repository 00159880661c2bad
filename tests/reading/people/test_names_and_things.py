"""Names that the tagger misses, and things, houses and lands that it takes for persons."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factoid.reading.people import People

ReadPeople = Callable[[str], People]

# text, a name that somebody in it bears
NAMED = [
    ("In May she wrote to Mr. Hill about the house.", "Mr. Hill"),
    ("The cook brought Mrs. Baker the letter.", "Mrs. Baker"),
    ("Ann Low laid the plan before Lord Derby.", "Lord Derby"),
    ("Ann Low met Dr. T. R. Field of Norwood.", "Dr. T. R. Field"),
    ("The queen of Kazmir, Belk, adored her.", "Belk"),
    ("The crown prince of Nepal, Sidkeng, adored him.", "Sidkeng"),
    ("Averrhoes, the Latin form of his name, was a doctor.", "Averrhoes"),
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_a_name_is_found(read_people: ReadPeople, text: str, name: str) -> None:
    assert name in {form for p in read_people(text).personas for form in p.forms}


# text, words that name nobody in it
NOBODY = [
    ("Ann Low thanked Mr. Speaker and sat down.", "Mr. Speaker"),
    ("Ann Low met the mayor of the town, Riga, and left.", "Riga"),
    ("Nevertheless, Ann Low went home.", "Nevertheless"),
    ('On Crete Ann Low built the "Agamemnon", 33 metres long.', "Agamemnon"),
    ('The young Ann Low wrote for the "Emma" theatre.', "Emma"),
    ('The Naples "Susanna" was painted by Ann Low.', "Susanna"),
    ("Cracks were found in the dome of St Martin's, and Ann Low went home.", "St Martin"),
    ("She was sent to Watson's College.", "Watson"),
    ("Ann Low was kept by the two Standfields, father and son.", "Standfields"),
    ("Her father was the prior of Toro, and Ann Low hated it.", "Toro"),
]


@pytest.mark.parametrize(("text", "words"), NOBODY)
def test_nobody_is_named(read_people: ReadPeople, text: str, words: str) -> None:
    assert words not in {form for p in read_people(text).personas for form in (p.name, *p.forms)}


@pytest.mark.parametrize(
    "text",
    [
        'The "Otto Lind" who kept the inn was Karl.',
        "Henderson's wife was Ann. Karl Henderson slept.",
        "Lady Berg's college was small. Lady Berg slept.",
    ],
)
def test_a_person_stays_one(read_people: ReadPeople, text: str) -> None:
    assert {"Otto Lind", "Henderson", "Lady Berg"} & {
        form for p in read_people(text).personas for form in p.forms
    }


# text that opens with a full name, and what is short for it
SHORT = [
    ("Joos De Wael printed it, and De Wael's widow sold the plates.", "De Wael"),
    ("Pieter van der Meer came to London. Van der Meer drew maps.", "Van der Meer"),
    ("Marie Le Gros was superior. Mother Le Gros answered for it.", "Mother Le Gros"),
    ("Ahmed Rustem Pasha was born in Istanbul. Rustem Pasha taught her.", "Rustem Pasha"),
]


@pytest.mark.parametrize(("text", "short"), SHORT)
def test_a_short_name_means_the_fuller(read_people: ReadPeople, text: str, short: str) -> None:
    bearers = [p for p in read_people(text).personas if short in p.forms]
    assert [text.startswith(p.forms[0]) for p in bearers] == [True]


def test_two_of_one_pasha_are_two(read_people: ReadPeople) -> None:
    names = {p.name for p in read_people("Ahmed Rustem Pasha met Osman Nuri Pasha.").personas}
    assert names == {"Ahmed Rustem Pasha", "Osman Nuri Pasha"}


def test_a_daughter_by_her_fathers_name(read_people: ReadPeople) -> None:
    names = {p.name for p in read_people("Rivkl bas Asher Levi was born in Hamburg.").personas}
    assert names == {"Rivkl bas Asher Levi"}
