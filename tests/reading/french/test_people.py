"""Persons of French texts: names, titles, particles, pronouns, kin, and who says *je*."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factoid.model import Persona, Reading

Read = Callable[[str], Reading]
#: so that the language of the text is plain
TAIL = " La ville se trouve au bord de la rivière, dans une plaine entourée de collines."
NAMES = [
    ("Hugues de Montbazin mourut en 1230.", "Hugues de Montbazin"),
    ("Le général Louis-Auguste de Marchanville naquit à Nancy.", "Louis-Auguste de Marchanville"),
    ("LAMBERTIN (Étienne), né à Vesoul en 1871.", "Étienne Lambertin"),
    ("Maître Robert Chassagne est mort à Limoges.", "Robert Chassagne"),
    ("Viktor Pavlovitch Sorokine est né à Kherson en 1902.", "Viktor Pavlovitch Sorokine"),
    ("Jean-Baptiste Collin naquit à Metz.", "Jean-Baptiste Collin"),
    ("M. Chassagne fut arrêté en 1943.", "Chassagne"),
]


def named(reading: Reading, name: str) -> Persona:
    return next(p for p in reading.personas if p.name == name)


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_names(read: Read, text: str, name: str) -> None:
    assert name in [p.name for p in read(text + TAIL).personas]


def test_pronouns_by_sex(read: Read) -> None:
    reading = read(
        "Jean Collin épousa Anne Roy en 1921. Elle mourut à Nice en 1930. Il partit pour Madrid." + TAIL
    )
    told = {f.type: f.person for f in reading.factoids if f.type in ("death", "travel")}
    assert told == {"death": named(reading, "Anne Roy").id, "travel": named(reading, "Jean Collin").id}


def test_descriptions(read: Read) -> None:
    reading = read(
        "Le colonel Pierre Brémont quitta Paris. En juin 1940, le colonel fut arrêté à Lyon." + TAIL
    )
    arrest = next(f for f in reading.factoids if f.type == "arrest")
    assert arrest.person == named(reading, "Pierre Brémont").id


def test_relative_pronouns(read: Read) -> None:
    reading = read("Jean Collin naquit à Metz. Il rencontra Anne Roy, qui mourut à Nice en 1930." + TAIL)
    death = next(f for f in reading.factoids if f.type == "death")
    assert death.person == named(reading, "Anne Roy").id


def test_other_names(read: Read) -> None:
    reading = read(
        "Irina Valder, née Irina Chtern à Odessa, mourut à Lyon. Sous le nom de Sylvie, elle cacha des armes."
        + TAIL
    )
    assert [f.value for f in reading.factoids if f.type == "name"] == ["Irina Chtern", "Sylvie"]


def test_kin_without_a_name(read: Read) -> None:
    reading = read("Jean Collin, fils d'un imprimeur, naquit à Metz. Sa femme fut arrêtée." + TAIL)
    assert {"père de Jean Collin", "femme de Jean Collin"} <= {p.name for p in reading.personas}


def test_both_sides_of_kinship(read: Read) -> None:
    reading = read("Paul Collin, fils de Jean Collin et d'Anne Roy, naquit à Metz." + TAIL)
    told = {(f.person, f.role) for f in reading.factoids if f.type == "kinship"}
    father, mother, son = (named(reading, n).id for n in ("Jean Collin", "Anne Roy", "Paul Collin"))
    assert {(son, "father"), (son, "mother"), (father, "son"), (mother, "son")} <= told


def test_who_says_i(read: Read) -> None:
    reading = read(
        "Je suis née le 3 octobre 1885 à Épinal. Mon père, Émile Vautrin, était menuisier. "
        "J'ai fait mes études à Nancy. En 1914, je suis partie pour Lyon."
    )
    birth = next(f for f in reading.factoids if f.type == "birth")
    who = next(p for p in reading.personas if p.id == birth.person)
    assert (who.name, who.is_named, who.gender) == ("l'auteur", False, "f")
    assert any(f.role == "father" and f.person == who.id for f in reading.factoids)
