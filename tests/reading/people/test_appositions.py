"""Descriptions and the names beside them, and what a name is called with, on short texts of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factoid.model import Persona
from factoid.reading.people import People

ReadPeople = Callable[[str], People]


def bearer(people: People, form: str) -> Persona:
    return next(p for p in people.personas if form in p.forms)


BESIDE = [
    # text, a description, the name it stands beside
    ("In Graz a clerk of a brewery, Pavel Lind, helped her.", "a clerk of a brewery", "Pavel Lind"),
    ("He married Berg's daughter, the twenty-four-year-old Ida.", "Berg's daughter", "Ida"),
    ("The governor of Tyrol, Otto Weiss, was kind to her.", "The governor of Tyrol", "Otto Weiss"),
    ("She was sent by her uncle, Chief Amoru of Anamabu.", "her uncle", "Chief Amoru"),
    ("With a supply sergeant, Ray Delvek of Hoboken, she kept it.", "a supply sergeant", "Ray Delvek"),
    ("The viceroy himself, Don Francisco, bought it.", "The viceroy", "Don Francisco"),
    ("She leaves a daughter, Mrs. Berg, of this city, and a son, Karl, at Graz.", "a son", "Karl"),
    ("Her sweetheart was a young sailor, Josef Kuhn.", "a young sailor", "Josef Kuhn"),
    (
        "Ann built it with a kinsman of her late husband, Mr. Thomas Reed.",
        "a kinsman of her late husband",
        "Thomas Reed",
    ),
]


@pytest.mark.parametrize(("text", "form", "name"), BESIDE)
def test_a_description_means_the_name_past_the_comma(
    read_people: ReadPeople, text: str, form: str, name: str
) -> None:
    people = read_people("Vera Lind was born in Graz in 1850. " + text)
    assert bearer(people, form).name == name


WITH_A_NAME = [
    ("In 1901 she met the Swede Karl Lind.", "the Swede Karl Lind"),
    ("He laid it before the holy Hugo Lind.", "the holy Hugo Lind"),
    ("Also the said Hugo Lind, who died at Graz in 1831.", "the said Hugo Lind"),
    ("She played the twenty-year-old Californian Helen Berg.", "the twenty-year-old Californian Helen Berg"),
    ("He married a Frenchwoman named Marie Lind.", "a Frenchwoman named Marie Lind"),
    ("Ivan the Elder ruled there. Ivan the elder was kind.", "Ivan the elder"),
]


@pytest.mark.parametrize(("text", "form"), WITH_A_NAME)
def test_a_name_is_called_with_what_leads_up_to_it(read_people: ReadPeople, text: str, form: str) -> None:
    assert form in {f for p in read_people(text).personas for f in p.forms}


def test_a_marriage_is_not_what_the_wife_is_called(read_people: ReadPeople) -> None:
    people = read_people("Otto Weiss came to Graz and in 1951 married Ann Berg, called Anni.")
    assert all("married" not in form for p in people.personas for form in p.forms)


OWN_SCRIPT = [
    ("Boris Orlov (Russian: Борис Орлов; born 1901) was a painter.", "Борис Орлов"),
    ("Lin Mei (Chinese: 林梅) was a painter.", "林梅"),
    ("Anandi Rao (Marathi: आनंदी राव; born 1865) was a painter.", "आनंदी राव"),
]


@pytest.mark.parametrize(("text", "name"), OWN_SCRIPT)
def test_a_name_in_its_own_script_is_a_form_and_a_mention(
    read_people: ReadPeople, text: str, name: str
) -> None:
    [persona] = read_people(text).personas
    assert name in persona.forms
    assert name in {text[m.start : m.end] for m in persona.mentions}


def test_a_title_with_its_land_is_a_person(read_people: ReadPeople) -> None:
    people = read_people("Paul Reed was private secretary to the Earl of Bute, and died in 1790.")
    assert bearer(people, "the Earl of Bute").name != "Paul Reed"


TIGHT = [
    # text, a description, whose it is
    ("Witnesses: Walter the priest, Jordan Berg, Baldwin my brother, Otto Reed.", "my brother", "Baldwin"),
    ("Witnesses: Walter the priest, Jordan Berg, Otto Reed.", "the priest", "Walter"),
    ("She saw her brother, Otto Reed, in Graz.", "her brother", "Otto Reed"),
]


@pytest.mark.parametrize(("text", "form", "name"), TIGHT)
def test_what_no_comma_parts_from_a_name_is_not_said_of_the_next(
    read_people: ReadPeople, text: str, form: str, name: str
) -> None:
    assert name in bearer(read_people("Vera Lind was born in Graz in 1850. " + text), form).forms


def test_a_bare_widow_behind_a_name_is_no_one_elses(read_people: ReadPeople) -> None:
    text = "Karl Reed was fined. Agnes Holt, widow, gives two shillings. The widow of Otto Berg came."
    people = read_people(text)
    ids = {p.id: p.name for p in people.personas}
    assert [(ids[tie.owner], ids[tie.relative]) for tie in people.kin] == [
        ("Otto Berg", "widow of Otto Berg")
    ]
