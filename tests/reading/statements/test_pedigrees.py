"""Pedigrees: whose child somebody is by a number or by dots, and lists that are no pedigrees."""

from __future__ import annotations

import pytest

import factoid

Ties = set[tuple[str, str, str]]


def ties(text: str) -> Ties:
    """Return who is what to whom: *Otto is the father of Ann* is ``("Otto", "father", "Ann")``."""
    reading = factoid.read(text)
    names = {p.id: p.name for p in reading.personas}
    return {(names[f.related[0]], f.role or "", names[f.person]) for f in reading.factoids if f.related}


ANCESTORS = """Ahnentafel of Clara Berg

1. Clara Berg, b. 3 May 1901 Ely
2. Otto Berg, tanner, b. 1870
3. Ida Lind, b. 1874, d. 1950
5. Martha Roth, d. 1911
6. Emil Lind, b. 1840
"""


def test_number_2n_is_the_father_and_the_next_the_mother() -> None:
    assert ties(ANCESTORS) == {
        ("Otto Berg", "father", "Clara Berg"),
        ("Clara Berg", "daughter", "Otto Berg"),
        ("Ida Lind", "mother", "Clara Berg"),
        ("Clara Berg", "daughter", "Ida Lind"),
        ("Martha Roth", "mother", "Otto Berg"),
        ("Otto Berg", "son", "Martha Roth"),
        ("Emil Lind", "father", "Ida Lind"),
        ("Ida Lind", "daughter", "Emil Lind"),
    }


def test_generations_head_a_table_of_ancestors_where_numbers_and_sexes_fit() -> None:
    told = ties(
        "First generation\n\n1. Clara Berg was born in 1901.\n\nSecond generation\n\n2. Otto Berg was a tanner.\n"
        "3. Ida Lind was born in 1874.\n\nThird generation\n\n4. Paul Berg died in 1890.\n5. Martha Roth died.\n"
    )
    assert {("Ida Lind", "mother", "Clara Berg"), ("Paul Berg", "father", "Otto Berg")} <= told


def test_dots_and_parts_of_numbers_tell_descent() -> None:
    dotted = ties(
        "Descendants of Otto Berg\n\n. Otto Berg b. 1790 d. 1861\n.. Ann Berg b. 1815\n... Karl Holt b. 1844\n"
    )
    numbered = ties(
        "1 Otto Berg, b. 1790\n1.1 Ann Berg, b. 1815\n1.1.1 Karl Holt, b. 1844\n1.2 Emil Berg, b. 1820\n"
    )
    for told in (dotted, numbered):
        assert {("Otto Berg", "father", "Ann Berg"), ("Ann Berg", "mother", "Karl Holt")} <= told
        assert ("Otto Berg", "father", "Karl Holt") not in told
    assert ("Otto Berg", "father", "Emil Berg") in numbered


def test_a_plus_sign_brings_in_the_spouse_and_so_the_other_parent() -> None:
    told = ties(
        "1. Otto Berg (1801-1870)\n+ Ida Lind (1806-1877)\n1.1. Emil Berg (1830-1899)\n1.2. Ann Berg (1834-1836)\n"
    )
    assert {("Ida Lind", "wife", "Otto Berg"), ("Ida Lind", "mother", "Emil Berg")} <= told
    assert ("Otto Berg", "father", "Ann Berg") in told


def test_a_grandson_of_the_same_name_is_another() -> None:
    told = ties("1 Otto Berg, d. 1702\n1.1 Emil Berg, d. 1730\n1.1.1 Otto Berg, b. 1688\n")
    assert told >= {("Otto Berg", "father", "Emil Berg"), ("Emil Berg", "father", "Otto Berg")}


@pytest.mark.parametrize(
    "text",
    [
        "1. Clara Berg, b. 1901\n2. Otto Holt, b. 1870\n3. Ida Lind, b. 1874\n4. Karl Frye, b. 1866\n",
        "Mayors of Ely\n\n1. Otto Berg, 1801\n2. Karl Holt, 1804\n3. Emil Roth, 1810\n",
        "1 Otto Berg, director\n1.1 Ida Lind, deputy\n1.2 Karl Holt, clerk\n1.2.1 Emil Roth, porter\n",
        # the descents of a register go on counting
        "First generation\n\n1. Otto Berg was a tanner.\n\nSecond generation\n\n2. Ann Berg died in 1811.\n"
        "3. Karl Berg was born in 1780.\n",
    ],
)
def test_a_numbered_list_is_no_pedigree(text: str) -> None:
    assert ties(text) == set()


def test_letters_right_behind_a_name_tell_its_life() -> None:
    reading = factoid.read(". Otto Berg b. 1790 Ely d. 1861\n.. Ann Berg b. 1815\n")
    told = {(f.type, f.place, f.date) for f in reading.factoids if f.type in ("birth", "death")}
    assert told == {("birth", "Ely", "1790"), ("death", None, "1861"), ("birth", None, "1815")}


def test_letters_behind_a_name_within_a_sentence_end_no_line() -> None:
    reading = factoid.read("The clerk Otto Berg b. 1790 was seen in the house of the mayor with others.")
    assert not [f for f in reading.factoids if f.type == "birth" and "seen" in f.quote]
