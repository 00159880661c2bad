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
    ("Reri, really Anne Chevalier, sang.", "Reri", "Anne Chevalier"),
    ("There came the admiral Mirati [Vasco da Gama] with ships.", "Mirati", "Vasco da Gama"),
    ("Kansuke, that is, Karl Berg, slept.", "Kansuke", "Karl Berg"),
    ('Karl Lind went to Spain; there he was "Comrade Grig".', "Karl Lind", "Comrade Grig"),
    ("Leib Zlat is a presser and is called here Louis Gold.", "Leib Zlat", "Louis Gold"),
    ("Mrs. Ida Lee, or, as the whole town called her, Mother Keala, died.", "Mrs. Ida Lee", "Mother Keala"),
    ("The eunuch Eusebius, to whom they had given the name Mattyo, fled.", "Eusebius", "Mattyo"),
]


@pytest.mark.parametrize(("text", "one", "other"), ONE)
def test_two_names_are_one_persons(read_people: ReadPeople, text: str, one: str, other: str) -> None:
    assert any({one, other} <= set(p.forms) for p in read_people(text).personas)


# text, two names of two persons in it
TWO = [
    ("In the inscription Ann Low saw the name of Karl Berg.", "Ann Low", "Karl Berg"),
    ("Karl Lind was Otto Berg's clerk.", "Karl Lind", "Otto Berg"),
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
