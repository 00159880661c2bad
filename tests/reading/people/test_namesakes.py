"""Who is not who: namesakes in a family, sovereigns and commoners, those who name and those who are named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factoid.model import MentionForm
from factoid.reading.people import People

ReadPeople = Callable[[str], People]

# text, the names of everybody in it
CAST = [
    # a parent or child told by a given name alone is not the bearer of that name with another surname
    (
        "Otto Brandt was the eldest son of a modest locksmith, Karl. In 1890 he beat Karl Wessel in a duel.",
        {"Otto Brandt", "Karl", "Karl Wessel"},
    ),
    (
        "Elena Ruiz married Manuel Soto. Two daughters, Edelmira and Carmen, were born. She met Carmen Aguirre.",
        {"Elena Ruiz", "Manuel Soto", "Edelmira", "Carmen", "Carmen Aguirre"},
    ),
    (
        "Otto Brandt married Ida Roth. Their children were Karl, Paul and Ann. In 1930 Karl Brandt took the mill.",
        {"Otto Brandt", "Ida Roth", "Karl Brandt", "Paul", "Ann"},
    ),
    # a given name with a word for a generation is not the one who is named in full without it
    (
        "Otto Roth Lind was born in 1908. The oldest son, Otto Filho, fell in 1966. Otto died in 1970.",
        {"Otto Roth Lind", "Otto Filho"},
    ),
    ("Robert Tansey Jr. was born in 1908. Robert Jr. died in 1970.", {"Robert Tansey Jr."}),
    # in whose family one is born is another, though his name is the end of one's own
    (
        "Karl Otto Lind was a smuggler. He was born in Riga, in the family of the pilot Otto Lind.",
        {"Karl Otto Lind", "Otto Lind"},
    ),
    ("Karl Otto Lind was a smuggler. In Riga Otto Lind was born.", {"Karl Otto Lind"}),
    # a sovereign is no commoner of that given name, but one who is called by his title elsewhere
    (
        "William Foster sold books. He printed a libel against King William and was jailed.",
        {"William Foster", "King William"},
    ),
    (
        "Friedrich Wilhelm Bauer stole a uniform. Kaiser Wilhelm laughed.",
        {"Friedrich Wilhelm Bauer", "Kaiser Wilhelm"},
    ),
    ("King Louis Philippe fled to England. King Louis died at Claremont.", {"Louis Philippe"}),
    ("Bishop William Ward came to Ely. Bishop William died in 1570.", {"William Ward"}),
    # who gives a name is not who gets it
    (
        "Ram Mohan Ghose was baptised by Dr. Lund in 1835 as Abraham.",
        {"Ram Mohan Ghose", "Dr. Lund"},
    ),
    (
        "Pavel Orlov robbed banks. In 1925 he was killed by Simon Adler, nicknamed Shorty, a former clerk.",
        {"Pavel Orlov", "Simon Adler"},
    ),
    # a given name and a woman's patronymic, whether or not the given name is known as one
    ("Ilvida Kalnina was born in Riga. Ilvida Avgustovna taught German.", {"Ilvida Kalnina"}),
    # who is said to be the bearer of a name behind a word for what he is
    (
        "Clara Vogel was born in Linz. In Graz her neighbour was the painter Rosa Lind.",
        {"Clara Vogel", "Rosa Lind"},
    ),
    (
        "Clara Vogel was born in Linz. Emil Roth was the painter Rosa Lind's pupil.",
        {"Clara Vogel", "Emil Roth", "Rosa Lind", "pupil of Rosa Lind"},
    ),
    # told of only as somebody's husband, by what he does
    (
        "Ada Brown was born in Hull in 1850. To Charlotte Moss, wife of the geologist, she sold a skull.",
        {"Ada Brown", "Charlotte Moss", "geologist"},
    ),
    (
        "Karl Weiss was born in Ely in 1850. He fled to Graz. Anna Low, the wife of the fugitive, stayed.",
        {"Karl Weiss", "Anna Low"},
    ),
    # wives by their husband's surname
    (
        "Judith Moore married Henry Lanfear in 1905. Mrs. Lanfear opened a shop. Mother Lanfear never slept.",
        {"Judith Moore", "Henry Lanfear"},
    ),
    (
        "Charles Holt and his wife Adeline took the girl in. She wrote to Mrs. Holt.",
        {"Charles Holt", "Adeline"},
    ),
    (
        "Maria Zakharova married the diplomat Ivan Orloff. In 1921 Countess Orloff was arrested.",
        {"Maria Zakharova", "Ivan Orloff"},
    ),
    (
        "Judith Moore married Henry Lanfear. Ann Lanfear lived with them.",
        {"Judith Moore", "Henry Lanfear", "Ann Lanfear"},
    ),
    (
        "PEREZ, Juana Ines (1648-1695), poet. Juana Ramirez was born on 12 November on a farm. She wrote plays.",
        {"Juana Ines Perez"},
    ),
    (
        "Otto Berg (1850-1910) was a printer. Otto Lind was born in Graz in 1855. Lind joined him in 1880.",
        {"Otto Berg", "Otto Lind"},
    ),
    # names as they stand
    (
        "Col. Pottinger met Capt. Jackman and Joseph S. at Ely.",
        {"Col. Pottinger", "Capt. Jackman", "Joseph S."},
    ),
    ("Ann Lowe wrote to Mrs. J. Dwyer in 1830.", {"Ann Lowe", "Mrs. J. Dwyer"}),
    (
        "Judith Moore married Henry Lanfear. Mrs. Lanfear, his mother, lived with them.",
        {"Judith Moore", "Henry Lanfear", "Mrs. Lanfear"},
    ),
    (
        "Henry Lanfear married Judith Moore in 1905. In 1920 he married Ann Reed. Mrs. Lanfear kept a shop.",
        {"Henry Lanfear", "Judith Moore", "Ann Reed", "Mrs. Lanfear"},
    ),
]


@pytest.mark.parametrize(("text", "names"), CAST)
def test_who_is_in_the_text(read_people: ReadPeople, text: str, names: set[str]) -> None:
    assert {p.name for p in read_people(text).personas} == names


# text, names of all persons, how often the first is named: a parent of the same name is another
OF_ONE_NAME = [
    (
        "Paul Lind was born in Bern in 1871, the second son of Paul Lind, a painter. Paul Lind died in Ely.",
        ["Paul Lind", "Paul Lind"],
        2,
    ),
    (
        "Pierre Karl Lind was born in Ely. Lind was the third child and second son of Pierre Lind, a painter.",
        ["Pierre Karl Lind", "Pierre Lind"],
        2,
    ),
    (
        "John Ford Smith was born in 1902. His father was John Smith, a miller. Smith studied at Ely.",
        ["John Ford Smith", "John Smith"],
        2,
    ),
    (
        "Otto Roth was born in 1850. His father, Otto Roth, was a miller. In 1900 Otto Roth died.",
        ["Otto Roth", "Otto Roth"],
        2,
    ),
    (
        "Otto Roth was a miller. Karl Roth was born in 1850, the son of Otto Roth. Otto Roth died in 1900.",
        ["Karl Roth", "Otto Roth"],
        None,
    ),
    (
        "Otto Roth was a miller. Karl Low came to Ely in 1850. His father, Ivo Low, knew Otto Roth.",
        ["Ivo Low", "Karl Low", "Otto Roth"],
        None,
    ),
]


@pytest.mark.parametrize(("text", "names", "first"), OF_ONE_NAME)
def test_a_parent_of_the_same_name(
    read_people: ReadPeople, text: str, names: list[str], first: int | None
) -> None:
    personas = read_people(text).personas
    assert sorted(p.name for p in personas) == names
    if first is not None:
        hero = next(p for p in personas if any(m.span.start == 0 for m in p.mentions))
        assert sum(m.form is MentionForm.NAME for m in hero.mentions) == first


# text, what the pronoun of the last clause says, the name of whom it means
WOUNDED = [
    ("Karl Berg, a monk, stabbed the premier Otto Lind in his house. He died the next morning.", "Otto Lind"),
    ("Ann Lee struck her cousin Mary Roth with a spade, and she died within a week.", "Mary Roth"),
    ("Karl Berg killed Otto Lind in 1900. He died in 1930 in Graz.", "Karl Berg"),
    ("Karl Berg shot Otto Lind in 1900. Berg was pardoned. He died in 1930.", "Karl Berg"),
]


@pytest.mark.parametrize(("text", "name"), WOUNDED)
def test_he_died_is_said_of_the_wounded(read_people: ReadPeople, text: str, name: str) -> None:
    at = max(text.rfind(" He died"), text.rfind(" she died")) + 1
    meant = [p.name for p in read_people(text).personas if any(m.start == at for m in p.mentions)]
    assert meant == [name]
