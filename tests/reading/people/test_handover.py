"""Whom *he* means where the clause before tells of somebody else than the text does: in braces, with who is meant."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from factoid.reading.people import People

LIFE = (
    "{name} was born in 1880 in a small town by the river. {his} father kept a shop there, and {he} went to the school "
    "of the parish. At fourteen {he} was sent to the city. There {he} lived with an uncle and learnt to read Latin. In "
    "1899 {he} fell ill and spent a winter in bed. The illness left {him} weak. In 1905 {he} bought a house near the "
    "harbour and kept two dogs.\n\n"
)

GONE_OVER = [
    (
        "Greta",
        "Marta Hollen carried messages with her friend Greta Lind. Marta was caught once and released. Greta was "
        "caught twice, and the second time {she} was hanged.",
    ),
    (
        "Toth",
        "Leopold Kurz was wounded at Custozza. His orderly, Franz Toth, was hit as well. {He} bled to death.",
    ),
    (
        "Hardacre",
        "Walter Quince played for Burnley. He was replaced by Tom Hardacre. Hardacre scored at once, and {he} kept the "
        "place for nine seasons.",
    ),
    (
        "Odo",
        "In that year Count Reinald fought against Odo of Marle. Odo fled by night. {He} took refuge there.",
    ),
    (
        "Rashid",
        "Emir Salih left the city to his cousin Rashid. Rashid kept it for years. Then {he} was poisoned.",
    ),
    (
        "Hess",
        "Felix Auer studied under Bruno Hess. Hess himself had been a pupil of Kassel. {He} allowed no models.",
    ),
]
OF_THE_LIFE = [
    ("Reed", "{name} was recruited by Malkov. {He} received a pseudonym and worked in Harbin."),
    (
        "Brun",
        "Her supervisor was Helga Brun. Brun also came from Lund, where {she} had been the first to lecture.",
    ),
    ("Sommer", "{name} remembered her governess, Ida Sommer. Miss Sommer was born in Riga. {She} wept."),
    ("Jean", "{name} nursed her sister Jean. Jean never complained. {She} died in the spring."),
    ("Reed", "{name} founded the choir with Edgar Bell. {He} went on conducting it for years."),
    ("Reed", "{name} besieged Odo of Marle, who surrendered. {He} spared the garrison."),
    ("Reed", "The orderly, Franz Toth, carried {him} off the field. {He} lost the left arm."),
    ("Reed", "The mate was a certain Pike. {name} disliked him from the first day. {He} kept a knife."),
    ("Reed", "{name} studied under the sculptor Bruno Hess. {He} won the prize in 1902."),
    ("Reed", "The adjutant was Lieutenant Fried. In the summer {he} was elected to the council."),
    ("Reed", "{name} was taught by the organist Cyril Marsh. {He} retired in 1938."),
]


def _meant(people: People, at: int) -> str:
    return next((p.name for p in people.personas if any(m.span.start == at for m in p.mentions)), "nobody")


@pytest.mark.parametrize(("meant", "passage"), GONE_OVER)
def test_he_is_whom_the_clause_before_tells_of(
    read_people: Callable[[str], People], meant: str, passage: str
) -> None:
    asked = re.search(r"\{(\w+)\}", passage)
    assert asked is not None
    assert meant in _meant(read_people(passage.replace(asked[0], asked[1])), asked.start())


@pytest.mark.parametrize(("meant", "passage"), OF_THE_LIFE)
def test_in_a_life_he_is_the_other_only_where_the_clause_before_told_of_the_other(
    read_people: Callable[[str], People], meant: str, passage: str
) -> None:
    is_woman = "{She}" in passage or "{she}" in passage
    he, his, him = ("she", "her", "her") if is_woman else ("he", "his", "him")
    name = "Clara Beck" if is_woman else "Jonas Reed"
    life = LIFE.format(name=name, he=he, his=his.capitalize(), him=him)
    ending = passage.replace("{name}", name).replace("{him}", him)
    asked = re.search(r"\{(\w+)\}", ending)
    assert asked is not None
    people = read_people(life + ending.replace(asked[0], asked[1]))
    assert meant in _meant(people, len(life) + asked.start())


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        (
            "Mary Hale was born in Ely. She worked for her cousin Henry Hale. Hale paid her badly.",
            "Henry Hale",
        ),
        (
            "Mary Hale was born in Ely. She worked for her cousin Henry Hale. Hale drew his house.",
            "Mary Hale",
        ),
        ("Henry Low came to Ely with Anna Low. He kept a shop. Low gave him a horse.", "Anna Low"),
    ],
)
def test_a_surname_of_two_is_not_hers_to_whom_it_is_done(
    read_people: Callable[[str], People], text: str, whose: str
) -> None:
    surname = text.rindex(f" {whose.split()[1]} ") + 1
    assert _meant(read_people(text), surname) == whose


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Otto Lind painted. His father Karl was the consul in Riga when he was born in 1901.", "Otto Lind"),
        ("Otto Lind painted. Karl Berg was working in Graz before he was born.", "Otto Lind"),
        ("Otto Lind painted. Karl Berg was blind when he was born.", "Karl Berg"),
    ],
)
def test_nobody_is_something_before_his_own_birth(
    read_people: Callable[[str], People], text: str, whose: str
) -> None:
    assert _meant(read_people(text), text.rindex("he was born")) == whose
