"""Further names: disguises, editors' brackets, what all called her; and given names that share a surname."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factoid.reading.people import People

ReadPeople = Callable[[str], People]

# text, two names of one person in it
ONE = [
    ("Gannet, Deborah, alias Robert Shorn, was a soldier.", "Robert Shorn", "Gannet, Deborah"),
    ("Ann Low was born in Ely. In 1782 she tried to enlist as Karl Thay.", "Ann Low", "Karl Thay"),
    ("Ann Low was born in Ely. She took the name of Karl Berg.", "Ann Low", "Karl Berg"),
    (
        'Ida Roth Lee, "La Vilna": the woman who kept a cape.\n\nIda Roth Lee was born in Ely. La Vilna sang.',
        "Ida Roth Lee",
        "La Vilna",
    ),
    (
        'She met Rafael Luque, "Nino de la Fragua", who was then a rider. Nino de la Fragua fell in 1921.',
        "Rafael Luque",
        "Nino de la Fragua",
    ),
    ("Karl Lind was born in Ely. His kunya was Abu'l-Fath.", "Karl Lind", "Abu'l-Fath"),
    ("Reri, really Anne Chevalier, sang.", "Reri", "Anne Chevalier"),
    ("There came the admiral Mirati [Vasco da Gama] with ships.", "Mirati", "Vasco da Gama"),
    ("Kansuke, that is, Karl Berg, slept.", "Kansuke", "Karl Berg"),
    ('Karl Lind went to Spain; there he was "Comrade Grig".', "Karl Lind", "Comrade Grig"),
    ("Leib Zlat is a presser and is called here Louis Gold.", "Leib Zlat", "Louis Gold"),
    ("Mrs. Ida Lee, or, as the whole town called her, Mother Keala, died.", "Mrs. Ida Lee", "Mother Keala"),
    ("Aspazia was the pen name of Elza Rozenberg. She wrote plays.", "Aspazia", "Elza Rozenberg"),
    ("Aspazia, the pseudonym of Elza Rozenberg, wrote plays.", "Aspazia", "Elza Rozenberg"),
    ("Federico García Lorca wrote. García Lorca died.", "Federico García Lorca", "García Lorca"),
    ("Art Ó Laoghaire fell. Ó Laoghaire was shot.", "Art Ó Laoghaire", "Ó Laoghaire"),
    ("The eunuch Eusebius, to whom they had given the name Mattyo, fled.", "Eusebius", "Mattyo"),
]


@pytest.mark.parametrize(("text", "one", "other"), ONE)
def test_two_names_are_one_persons(read_people: ReadPeople, text: str, one: str, other: str) -> None:
    assert any({one, other} <= set(p.forms) for p in read_people(text).personas)


# text, two names of two persons in it
TWO = [
    ("In the inscription Ann Low saw the name of Karl Berg.", "Ann Low", "Karl Berg"),
    ("Karl Lind was Otto Berg's clerk.", "Karl Lind", "Otto Berg"),
    ("Karl Lind was a friend in the name of Otto Berg.", "Karl Lind", "Otto Berg"),
    (
        "Ananda Gopalrao Joshi was born in Pune. Gopalrao Joshi taught her.",
        "Ananda Gopalrao Joshi",
        "Gopalrao Joshi",
    ),
    ("Karl Lind, that is to say, Otto Berg's clerk, slept.", "Karl Lind", "Otto Berg"),
    ("She dressed Ann Low as the men called her to Otto Berg.", "Ann Low", "Otto Berg"),
]


@pytest.mark.parametrize(("text", "one", "other"), TWO)
def test_two_names_are_two_persons(read_people: ReadPeople, text: str, one: str, other: str) -> None:
    assert not any({one, other} <= set(p.forms) for p in read_people(text).personas)


# text, the names of its persons
SHARED = [
    ("Willem and Lydia Lindner had ten children. Willem slept.", {"Willem Lindner", "Lydia Lindner"}),
    ("The brothers Abbas, Otto and Karl Gokal failed.", {"Abbas Gokal", "Otto Gokal", "Karl Gokal"}),
    ("Karl and Anna Berg came. Karl Weiss left.", {"Karl Weiss", "Anna Berg"}),
    ("Marx and Friedrich Engels wrote.", {"Marx", "Friedrich Engels"}),
]


@pytest.mark.parametrize(("text", "names"), SHARED)
def test_given_names_share_the_surname(read_people: ReadPeople, text: str, names: set[str]) -> None:
    assert {p.name for p in read_people(text).personas} == names


# text, whom *his mother*, *her father* means in it
BORN = [
    ("Ida Low gave birth to a daughter, Anna. Anna hated her mother.", "Ida Low", "her mother"),
    ("Ida Low gave birth to Anna in 1920. Anna hated her mother.", "Ida Low", "her mother"),
    (
        "By his first wife, Ida Low, Otto Lind had a son, Karl. Karl wept for his mother.",
        "Ida Low",
        "his mother",
    ),
    ("Otto Lind fathered Karl. Karl buried his father.", "Otto Lind", "his father"),
    ("Otto Lind and Ida Low had a daughter named Anna. Anna mourned her mother.", "Ida Low", "her mother"),
    ("Otto Lind adopted Karl. Karl buried his adoptive father.", "Otto Lind", "his adoptive father"),
]


@pytest.mark.parametrize(("text", "name", "kin"), BORN)
def test_who_bears_a_child_is_its_mother(read_people: ReadPeople, text: str, name: str, kin: str) -> None:
    assert any({name, kin} <= set(p.forms) for p in read_people(text).personas)


def test_who_bears_a_grudge_is_no_mother(read_people: ReadPeople) -> None:
    people = read_people("Ida Low bore no grudge. Karl Berg loved his mother.")
    assert not any({"Ida Low", "his mother"} <= set(p.forms) for p in people.personas)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sister Inés of the Holy Face died at Popayán.", "Inés of the Holy Face"),
        ("Sister Anna of Saint Joseph slept.", "Anna of Saint Joseph"),
        ("Father Brown of Norwich slept.", "Brown"),
        ("In 1925 Sun Quanmou ruled the town.", "Sun Quanmou"),
    ],
)
def test_names_in_religion_and_of_china_are_whole(read_people: ReadPeople, text: str, name: str) -> None:
    assert name in {p.name for p in read_people(text).personas}
