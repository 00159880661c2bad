"""Where something was: the place that the words name, though nothing is known of its name."""

from __future__ import annotations

import pytest
from reading.statements.conftest import Read, said

PLACES = [
    # of which no gazetteer knows, or that the tagger takes for a body or a person
    ("Otto Lind kept a tavern at Wexham.", "occupation", "Wexham"),
    ("Otto Lind printed his Opera at Bassano.", "work", "Bassano"),
    ("Otto Lind wrote his memoirs in Haifa.", "work", "Haifa"),
    ("Otto Lind attended school in Nyeri and later in Kampala.", "education", "Nyeri"),
    ("Otto Lind was born at Saint-Martin, near Paris, in 1868.", "birth", "Saint-Martin"),
    # told with what it is
    (
        "Otto Lind was born in the village Krasenka of Poltava province.",
        "birth",
        "village Krasenka of Poltava province",
    ),
    ("Otto Lind was born in the village of Ihite in the hills of Kenya.", "birth", "village of Ihite"),
    ("Otto Lind was born at sea between Odessa and Jaffa.", "birth", "at sea"),
    # of the post, the body, the house
    ("Otto Lind received the post of mayor in Selkirk.", "office", "Selkirk"),
    ("Otto Lind was general manager of the United Company in Togo.", "office", "Togo"),
    (
        "Otto Lind, proprietor of a carpet shop in the Via San Nicolo, was arrested.",
        "occupation",
        "Via San Nicolo",
    ),
    # told by a name before what it is
    ("Otto Lind was arrested at Tvarna airport on 3 May 1920.", "arrest", "Tvarna airport"),
    ("Otto Lind was detained in the Orel prison by the police.", "arrest", "Orel prison"),
    # of the school or body whose name tells it
    ("Otto Lind finished the Lviv Conservatory.", "education", "Lviv"),
    ("Otto Lind studied at the Commercial School of Odessa.", "education", "Odessa"),
    # weddings
    (
        "Otto Lind and Anna Berg were married at St. Mary's Church, Ely, in 1887.",
        "kinship",
        "St. Mary's Church",
    ),
    (
        "In the church of the Carmine, in 1883, Otto Lind married Anna Berg.",
        "kinship",
        "church of the Carmine",
    ),
    # what stands behind the date of a form
    (
        "Otto Lind\nBorn: Otto Emil Lind, 6 September 1902, Kpandu, Togoland\nOccupation: engineer",
        "birth",
        "Kpandu, Togoland",
    ),
]


@pytest.mark.parametrize(("text", "type_", "place"), PLACES)
def test_a_statement_has_the_place_that_its_words_name(read: Read, text: str, type_: str, place: str) -> None:
    assert place in {f.place for f in said(read(text), type_, "Lind")}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Otto Lind was a clerk at Siemens.", "occupation"),
        ("Otto Lind was born in the spring of 1868.", "birth"),
        ("Otto Lind died in May.", "death"),
        ("Otto Lind married Anna Berg in Lent.", "kinship"),
    ],
)
def test_a_body_or_a_time_is_no_place(read: Read, text: str, type_: str) -> None:
    assert not {f.place for f in said(read(text), type_, "Lind")} - {None}


@pytest.mark.parametrize(
    "told",
    [
        "Otto Lind was hit in the arm on 3 May 1920.",
        "Otto Lind was paralysed on the right side.",
        "Otto Lind graduated from Boston College.",
    ],
)
def test_neither_a_limb_nor_a_name_of_a_university_is_a_place(read: Read, told: str) -> None:
    assert {f.place for f in read(told).factoids} == {None}


def test_who_teaches_does_not_learn_there(read: Read) -> None:
    reading = read("Otto Lind taught Greek at the gymnasium in Tartu.")
    assert not said(reading, "education", "Lind")
    assert said(reading, "occupation", "Lind")


def test_a_word_before_a_trade_is_no_body_it_is_practised_for(read: Read) -> None:
    reading = read("Otto Lind is a French rugby union footballer who lives in Graz.")
    assert not said(reading, "office", "Lind")
    assert {f.organisation for f in said(reading, "occupation", "Lind")} == {None}
