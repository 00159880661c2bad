"""Who is meant on pages translated by machine: names at birth and pseudonyms in a row, pronouns of a wrong sex."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factoid.reading.people import People

ReadPeople = Callable[[str], People]

# text, forms that mean one person in it
ONE = [
    ("The singer Vera Holl saw the light on 3 May 1880 in Ulm as Berta Kranz.", {"Vera Holl", "Berta Kranz"}),
    (
        'Anna Lind, pseudonyms "Fox" and "Berta Kern", was born in 1912. Berta Kern fled.',
        {"Anna Lind", "Berta Kern"},
    ),
    ('Anna Lind, pseudonym "Berta Kern", was born in 1912.', {"Anna Lind", "Berta Kern"}),
    ("Anna Lind, née Berg, primo voto Roth, was born in 1912 in Ely.", {"Anna Lind", "Berg", "Roth"}),
    (
        "Vera Holl married Otto Kern in 1901. In 1908 she married Baron Paul Lind. Her husband fell in 1914. "
        "Kern was not so lucky: the former husband was shot in 1944.",
        {"Otto Kern", "the former husband"},
    ),
    (
        "Rashid Kemal Pasha, vizier, was born in 1821. In 1854 Kemal Efendi moved to Edirne. The pasha died.",
        {"Rashid Kemal Pasha", "Kemal Efendi", "The pasha"},
    ),
    (
        'Rashid Kemal Pasha (Turkish: Raşid Kemal Paşa; in the Greek sources "Chosref", d. 1889), a general.',
        {"Rashid Kemal Pasha", "Chosref"},
    ),
    ("Rashid Pasha married Fehime Hanum. His widow Fehime lived until 1904.", {"Fehime Hanum", "Fehime"}),
    (
        "Count Juozas Zaluskis had a daughter Marija. Marija Zaluskytė died in 1971.",
        {"Marija", "Marija Zaluskytė"},
    ),
    ("Vera Holl married Otto Kern. A daughter was born from it, Magda, who sang.", {"Magda", "A daughter"}),
]


@pytest.mark.parametrize(("text", "forms"), ONE)
def test_names_are_one_persons(read_people: ReadPeople, text: str, forms: set[str]) -> None:
    assert any(forms <= set(p.forms) for p in read_people(text).personas)


# text, the names of its persons
CAST = [
    (
        "Ida Lind was born in Ely in 1912 in the family of the guide Jacob Lind. Her brother James Lind fell.",
        {"Ida Lind", "Jacob Lind", "James Lind"},
    ),
    ("Ida Lind was born in the family of the guide Otto Lind. Otto Lind fell.", {"Ida Lind", "Otto Lind"}),
    (
        "Rashid Kemal Pasha was born in 1821. His brother Kemal Efendi fled.",
        {"Rashid Kemal Pasha", "Kemal Efendi"},
    ),
    ("Rashid Kemal Pasha fled. Rashid Bey slept.", {"Rashid Kemal Pasha", "Rashid Bey"}),
    ('Vera Holl sang in the operetta "The Miller Stone\'s Bride".', {"Vera Holl"}),
    ('Otto Kern wrote the novel "In the House of Anna Berg".', {"Otto Kern"}),
    ('Otto Kern said: "In the house of Anna Berg I slept."', {"Otto Kern", "Anna Berg"}),
    ("Vera Holl was born in Ulm in 1880.\nKnown for: The Pearl Stone's Bride, Queen Flora", {"Vera Holl"}),
]


@pytest.mark.parametrize(("text", "names"), CAST)
def test_names_are_those_of_persons(read_people: ReadPeople, text: str, names: set[str]) -> None:
    assert {p.name for p in read_people(text).personas} == names


_HOLL = "Vera Holl sang in Graz. In 1908 she married Baron Paul Lind. He fell in 1914. "

# text, a name, a word for kin: as whose kin the bearer of the name is brought in
KIN = [
    (f"{_HOLL}Her sister, Ida Holl, sang too.", "Ida Holl", "Vera Holl"),
    (f"{_HOLL}His younger sister, Ida Holl, sang too.", "Ida Holl", "Vera Holl"),
    (f"{_HOLL}His younger sister, Ida Lind, sang too.", "Ida Lind", "Paul Lind"),
    (f"{_HOLL}His younger sister, Ida Roth, sang too.", "Ida Roth", "Paul Lind"),
]


@pytest.mark.parametrize(("text", "name", "owner"), KIN)
def test_a_surname_tells_whose_sister_it_is(
    read_people: ReadPeople, text: str, name: str, owner: str
) -> None:
    people = read_people(text)
    names = {p.id: p.name for p in people.personas}
    found = {(names[t.relative], names[t.owner]) for t in people.kin if "sister" in t.role}
    assert found == {(name, owner)}


# text, a pronoun that occurs in it last, whom it means
PRONOUNS = [
    (
        "Vera Holl sang. Her sister, Ida Holl, tried her luck as an actress, but she went to Ulm.",
        "she",
        "Ida Holl",
    ),
    (
        "Otto Lind was a judge. His elder son Karl Lind was the consul in Rome when he shot himself.",
        "he",
        "Karl Lind",
    ),
    ("Vera Holl sang. Her mother loved Ida Kern, but she went to Ulm.", "she", "Ida Kern"),
]


@pytest.mark.parametrize(("text", "word", "name"), PRONOUNS)
def test_a_joined_clause_goes_on_from_its_subject(
    read_people: ReadPeople, text: str, word: str, name: str
) -> None:
    at = text.rindex(f" {word} ") + 1
    meant = {p.name for p in read_people(text).personas for m in p.mentions if m.start == at}
    assert meant == {name}


def test_kin_of_a_reader_is_nobodys(read_people: ReadPeople) -> None:
    people = read_people(
        "Vera Holl was a singer. She died in 1951.\n\nkati55: My grandmother heard her sing!"
    )
    assert not people.kin


def test_a_name_behind_a_year_is_the_subject(read_people: ReadPeople) -> None:
    text = "Ilka Holl sang. In the summer of 1901 Ilka married the clerk Ödön Kern. Her husband died."
    assert any({"Ödön Kern", "Her husband"} <= set(p.forms) for p in read_people(text).personas)


# text, whose father or mother the last named is
PARENTS = [
    ("Otto Lind was taught by Karl Roth and married his daughter Ida.", "Karl Roth", "Ida"),
    ("Otto Lind was taught by Karl Roth and married with his daughter Ida.", "Karl Roth", "Ida"),
    ("Otto Lind was taught by Karl Roth and married his daughter Ida to a baron.", "Otto Lind", "Ida"),
    (
        "Otto Lind was born in 1821. His father was Karl Lind; her mother, the cook Ida, sang.",
        "Ida",
        "Otto Lind",
    ),
]


@pytest.mark.parametrize(("text", "parent", "child"), PARENTS)
def test_whose_child_it_is(read_people: ReadPeople, text: str, parent: str, child: str) -> None:
    people = read_people(text)
    names = {p.id: p.name for p in people.personas}
    found = {frozenset((names[t.relative], names[t.owner])) for t in people.kin}
    assert frozenset((parent, child)) in found


def test_a_semicolon_ends_what_a_pronoun_waits_for(read_people: ReadPeople) -> None:
    text = "Otto Lind got a medal in 1842. One year before, his wife had died; the small Theodor fell ill."
    people = read_people(text)
    assert "wife of Otto Lind" in {p.name for p in people.personas}
