"""Persons of web pages that a machine translated: spellings, titles in capitals, pronouns behind a colon."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factoid.reading.people import People

ReadPeople = Callable[[str], People]


def _forms(people: People, name: str) -> set[str]:
    return {form for p in people.personas if p.name == name for form in p.forms}


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        (
            "Sabira Kultaeva was born in 1901. Sabira taught in Osh. In 1937 Koultayeva was dismissed.",
            "Sabira Kultaeva",
            "Koultayeva",
        ),
        (
            "Odilboy Nurmatov was born in 1880. In 1901 Odilbai Nurmotov bought a mill.",
            "Odilboy Nurmatov",
            "Odilbai Nurmotov",
        ),
        (
            "Hryhory Holovko fought at Uman in 1919. Golovko was born in 1890. Holovko died in 1931.",
            "Hryhory Holovko",
            "Golovko",
        ),
        (
            "Karim Salimov was born in 1890. In 1915, Karim-jan entered a school.",
            "Karim Salimov",
            "Karim-jan",
        ),
    ],
)
def test_one_person_as_translators_spell_him(
    read_people: ReadPeople, text: str, name: str, form: str
) -> None:
    assert form in _forms(read_people(text), name)


@pytest.mark.parametrize(
    "text",
    [
        "Ivan Tulebekov was born in 1901. Anna Toolebekova was born in 1905.",
        "Ivan Goncharenko was born in 1901. Pavel Honcharenko was born in 1905.",
    ],
)
def test_two_persons_of_one_surname_in_two_spellings(read_people: ReadPeople, text: str) -> None:
    assert len(read_people(text).personas) == 2


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_a_hero_named_in_a_title_in_capitals(read_people: ReadPeople, apostrophe: str) -> None:
    text = (
        f"KARIM SALIMOV{apostrophe}S LAST BAZAAR\n\nHe was born in 1890 in Osh. Father Otto Rahm sold melons. "
        "In 1930 Salimov moved to Ely."
    )
    people = read_people(text)
    assert people.main is not None
    (hero,) = [p for p in people.personas if p.id == people.main]
    assert hero.name == "Karim Salimov"
    assert "Salimov" in hero.forms


def test_an_age_before_a_name_is_no_part_of_a_form(read_people: ReadPeople) -> None:
    people = read_people("Paul Lind lived in Ely. In 1915 19-year-old Lind was mobilized.")
    assert _forms(people, "Paul Lind") == {"Paul Lind", "Lind"}


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Paul Lind hid in a barn. His brother Max was less lucky: he was shot.", "Max"),
        ("Paul Lind hid in a barn. The news was bad: he was wanted.", "Paul Lind"),
    ],
)
def test_a_pronoun_behind_a_colon(read_people: ReadPeople, text: str, whose: str) -> None:
    people = read_people(text)
    at = text.rindex(" he ") + 1
    (name,) = [p.name for p in people.personas if any(m.start == at for m in p.mentions)]
    assert name == whose


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ida Lind (in marriage Roth) was born in 1920. Karl Roth died in 1950. Ida Roth died in 1980.", 2),
        ("Ida Lind was born in 1920. Karl Roth died in 1950. Ida Roth died in 1980.", 3),
    ],
)
def test_a_wife_by_the_surname_that_a_bracket_gave_her(
    read_people: ReadPeople, text: str, names: int
) -> None:
    assert len(read_people(text).personas) == names


def test_a_byname_behind_what_one_was(read_people: ReadPeople) -> None:
    people = read_people("Karl Lind, better known as ataman Orlyk, was born in 1890. In 1920 Orlyk took Ely.")
    assert "Orlyk" in _forms(people, "Karl Lind")


def test_a_month_is_no_given_name(read_people: ReadPeople) -> None:
    people = read_people(
        "Karl Lind was born in 1890. In August Lind's men took Ely. April Jones left in May."
    )
    assert {p.name for p in people.personas} == {"Karl Lind", "April Jones"}


@pytest.mark.parametrize(
    ("text", "role", "name"),
    [
        ("He met the champion of Riga Max Roth in 1930.", "the champion of Riga", "Max Roth"),
        ("He shot the head of the Ely Cheka Jan Berg.", "the head of the Ely Cheka", "Jan Berg"),
        ("His wife was the singer of the Graz opera Ida Roth.", "His wife", "Ida Roth"),
    ],
)
def test_a_name_behind_a_post_and_its_body(read_people: ReadPeople, text: str, role: str, name: str) -> None:
    people = read_people(f"Karl Lind was born in 1890. {text}")
    assert {p.name for p in people.personas} == {"Karl Lind", name}


def test_a_name_behind_another_persons_kin_is_not_hers(read_people: ReadPeople) -> None:
    people = read_people("Karl Lind was born in 1890. He met the wife of the baker Max Roth.")
    assert "Max Roth" in {p.name for p in people.personas}
    assert len(people.personas) == 3


@pytest.mark.parametrize(
    ("text", "arkadys"),
    [
        (
            "Ida Low was born in Ely. Ida loved Otto Berg. Otto fell. Ida gave birth to two sons, Otto and Max.",
            2,
        ),
        (
            "Ida Low met Otto Berg. They had the daughter Ann and the son Otto. Ida Low died in 1980. Ida was old.",
            2,
        ),
        (
            "Otto Berg was a painter. Otto lived in Ely. His mother Ida had two sons, Otto and Max. Otto died.",
            1,
        ),
    ],
)
def test_a_child_called_like_somebody_before(read_people: ReadPeople, text: str, arkadys: int) -> None:
    assert sum(p.name.startswith("Otto") for p in read_people(text).personas) == arkadys


def test_words_of_a_heading_are_no_part_of_a_name(read_people: ReadPeople) -> None:
    people = read_people("Ten Facts About Karl Lind\n\nKarl Lind was born in Ely in 1890. He died in 1950.")
    assert [p.name for p in people.personas] == ["Karl Lind"]
