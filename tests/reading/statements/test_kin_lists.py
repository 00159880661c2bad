"""Kin told in a row: both parents, *and his wife*, lists of sons and daughters, one of several."""

from __future__ import annotations

import pytest
from reading.statements.conftest import Read, said

import factoid

TIES = [
    (
        "Karl Rowe was the son of William Rowe, 7th Earl of Radnor and Helena Adeane.",
        "Karl Rowe",
        "mother",
        "Helena Adeane",
    ),
    (
        "He was the son of Manuel Alfaro, a Spaniard, and of Natividad Delgado.",
        "unnamed man",
        "father",
        "Manuel Alfaro",
    ),
    (
        "Samuel Kek was the son of Karl Kek of Peamore and his wife Salome Sweet.",
        "Karl Kek",
        "wife",
        "Salome Sweet",
    ),
    (
        "Ida Berg is survived by her son John, daughter Julie and son-in-law Max.",
        "Ida Berg",
        "daughter",
        "Julie",
    ),
    ("Edith Lowe was the second of three daughters of Henry Lowe.", "Edith Lowe", "father", "Henry Lowe"),
    ("Paul Low came to Ely. Two sons were born to him, Otto and Karl.", "Paul Low", "son", "Karl"),
    ("Tobias Reed married, on 12 May 1803, Jenny Rowe.", "Tobias Reed", "wife", "Jenny Rowe"),
    ("Max Berg is married to actress Rosa Chao with whom he has two sons.", "Max Berg", "wife", "Rosa Chao"),
]


@pytest.mark.parametrize(("text", "person", "role", "other"), TIES)
def test_whose_kin_a_row_tells(text: str, person: str, role: str, other: str) -> None:
    reading = factoid.read(text)
    names = {persona.id: persona.name for persona in reading.personas}
    told = {(names[f.person], f.role, names[f.related[0]]) for f in reading.factoids if f.type == "kinship"}
    assert (person, role, other) in told


NO_TIES = [
    ("The cellarer was Brother Johan Berg. Brother Karl Lund came to Lund in 1350.", "kinship"),
    ("Anna Low met the student Boris Levin in Riga.", "association"),
    ("In that year died Prior Anselm Lund, Johan Berg the cellarer and twenty-two brothers.", "kinship"),
]


@pytest.mark.parametrize(("text", "type_"), NO_TIES)
def test_what_makes_nobody_kin(text: str, type_: str) -> None:
    assert type_ not in {f.type for f in factoid.read(text).factoids}


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg married Nils Holm in 1912. Two sons, Karl and Emil, were born to them.",
        "Anna Berg and Nils Holm lived in Lund. Two sons, Karl and Emil, were born to them.",
        "Anna Berg married Nils Holm in 1912. Two sons, Karl and Emil, were born to Anna and Nils.",
    ],
)
def test_sons_born_to_them_are_of_both(read: Read, text: str) -> None:
    for son in ("Karl", "Emil"):
        assert {f.role for f in said(read(text), "kinship", son)} >= {"father", "mother"}


def test_a_son_born_to_her_is_hers_alone(read: Read) -> None:
    reading = read("Anna Berg married Nils Holm in 1912. A son, Karl, was born to Ida Low in 1915.")
    assert {f.role for f in said(reading, "kinship", "Karl")} == {"mother"}


def roles(text: str) -> set[tuple[str, str | None, str]]:
    reading = factoid.read(text)
    names = {p.id: p.name for p in reading.personas}
    return {
        (names[f.person], f.role, names[r])
        for f in reading.factoids
        if f.type == "kinship"
        for r in f.related
    }


def test_husbands_and_wives_stand_in_brackets_in_a_row_of_kin() -> None:
    told = roles(
        "Eleanor Haskell died on 14 June 2019. "
        "She is survived by her children Margaret (Tom Bell) of Leeds, Philip (Sandra) and Esther."
    )
    assert told >= {
        ("Eleanor Haskell", "daughter", "Margaret"),
        ("Eleanor Haskell", "son", "Philip"),
        ("Eleanor Haskell", "daughter", "Esther"),
        ("Margaret", "husband", "Tom Bell"),
        ("Philip", "wife", "Sandra"),
    }
    assert not {(p, r) for p, role, r in told if {p, r} == {"Eleanor Haskell", "Sandra"}}


def test_whose_father_goes_on_past_the_brackets() -> None:
    told = roles(
        "John Haskell died in 2019. "
        "He was the loving husband of Nora and father of Anna (Peter Jones), Mark and Esther."
    )
    assert {r for p, role, r in told if p == "John Haskell"} == {"Nora", "Anna", "Mark", "Esther"}


def test_another_name_of_one_in_brackets_is_no_spouse() -> None:
    told = roles("John Haskell was a miller. His brothers Ludwig (Louis) and Karl sold the mill in 1912.")
    assert all(role in ("brother",) for _, role, _ in told)
