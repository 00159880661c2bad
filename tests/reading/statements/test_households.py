"""Households in tables, and the years behind whom an infobox names as a spouse."""

from __future__ import annotations

import pytest

import factoid

Told = set[tuple[str, str, str | None, str | None, str]]


def told(text: str) -> Told:
    reading = factoid.read(text)
    names = {p.id: p.name for p in reading.personas}
    return {
        (names[f.person], f.type, f.role or f.place or f.value, f.date, "".join(names[r] for r in f.related))
        for f in reading.factoids
    }


HOUSEHOLD = """1881 Census, 3 Back Lane, Ely

Name\tRelation\tAge\tOccupation\tWhere born
Karl Rand\tHead\t42\tShoemaker\tSoham
Ida Rand\tWife\t39\tLacemaker\tOlney
Otto Rand\tSon\t11\tScholar\tEly
Ann Frye\tServant\t19\tHousemaid\tTilney
"""


def test_a_table_of_a_household_tells_births_by_age_and_kin_by_relation() -> None:
    found = told(HOUSEHOLD)
    assert found >= {
        ("Karl Rand", "birth", "Soham", "1839~", ""),
        ("Ann Frye", "birth", "Tilney", "1862~", ""),
        ("Karl Rand", "kinship", "wife", None, "Ida Rand"),
        ("Otto Rand", "kinship", "father", None, "Karl Rand"),
    }
    assert {who for who, *_ in found} == {"Karl Rand", "Ida Rand", "Otto Rand", "Ann Frye"}
    assert not [f for f in found if f[0] == "Ann Frye" and f[1] == "kinship"]


def test_an_age_alone_tells_a_birth_where_a_year_heads_the_table() -> None:
    rows = "Name | Age | Occupation\nKarl Rand | 42 | tanner\nIda Frye | 39 | weaver\n"
    assert ("Karl Rand", "birth", None, "1809~", "") in told(f"Census of 1851\n\n{rows}")
    assert not [f for f in told(f"Members of the club\n\n{rows}") if f[1] == "birth"]


@pytest.mark.parametrize("label", ["Spouse(s)", "Wife", "Partner(s)"])
def test_years_behind_a_spouse_are_of_the_marriage(label: str) -> None:
    found = told(
        f"Otto Rand\nBorn: 8 May 1901, Ely\nOccupation: tanner\n{label}: Ida Frye (1926–1938)\nDied: 1979\n"
    )
    assert not [f for f in found if f[0] == "Ida Frye" and f[1] in ("birth", "death")]
    assert [f for f in found if f[0] == "Otto Rand" and f[3] == "1926/1938" and f[4] == "Ida Frye"]


def test_years_that_begin_with_the_birth_of_the_other_are_a_life() -> None:
    found = told("Ida Rand\nBorn: 8 May 1880\nSpouse: Otto Frye (1875–1940)\nDied: 1951\n")
    assert ("Otto Frye", "birth", None, "1875", "") in found
    assert ("Ida Rand", "kinship", "husband", None, "Otto Frye") in found


def test_a_title_heads_a_form_too() -> None:
    found = told(
        "Dame Ida Rand\nBorn: 17 October 1911\nSpouse: Otto Frye (1935–1952; divorced)\nOccupation: actress\n"
    )
    assert ("Ida Rand", "birth", None, "1911-10-17", "") in found
