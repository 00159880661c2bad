"""Which of their names people are shown under."""

from __future__ import annotations

import pytest

import factoid

CALLED = [
    ("Anna Holm was born Anna Petersen in Bergen. Holm taught music.", "Anna Holm"),
    ("Anna Holm was born on 3 May 1871 in Bergen as Anna Petersen. Holm taught music.", "Anna Holm"),
    (
        "Ida Vosper, 4 May 1842 – 19 November 1911, was a keeper.\n\nBorn Ida Pascoe in Ely, she was the daughter of "
        "a pilot.",
        "Ida Vosper",
    ),
    ("Rosa Weiss, née Rosa Adler-Lewin, studied in Vienna. Weiss died in 1900.", "Rosa Weiss"),
    (
        "John Lark (born Ivan Stepanovich Zhavoronkov; 3 May 1871 – 4 June 1930) was an actor. Lark died there.",
        "John Lark",
    ),
    # the text itself uses the further name
    ("Ottokar Brandl took the name Otto Lind in 1900. Lind lived in Bonn. Lind died in 1930.", "Otto Lind"),
    # a single name gives way to a whole one
    ("Vasil Petrov Kolev, known as Lastov, was a teacher. He died in 1873.", "Vasil Petrov Kolev"),
    # and a whole one to a single one where the text hardly uses it
    (
        "Zeca, born Edson Arantes Moreira, was a painter. Zeca lived in Santos. Zeca went to Rome in 1900. "
        "There Zeca painted. Zeca died in 1930.",
        "Zeca",
    ),
]


@pytest.mark.parametrize(("text", "name"), CALLED)
def test_people_are_called_by_the_name_that_the_text_uses(text: str, name: str) -> None:
    assert factoid.read(text).personas[0].name == name


RELIGIOUS = [
    ("Sister Mary Aloysia, in the world Anna Kern, entered the convent in 1870.", "Anna Kern"),
    ("Karl Lind, in religion Brother Ubald, taught in Bonn. Brother Ubald died in 1900.", "Brother Ubald"),
]


@pytest.mark.parametrize(("text", "other"), RELIGIOUS)
def test_names_in_the_world_and_in_religion_are_one_person_s(text: str, other: str) -> None:
    reading = factoid.read(text)
    assert len(reading.personas) == 1
    assert other in reading.personas[0].forms
    assert other in [f.value for f in reading.factoids if f.type == "name"]
