"""Fathers and sons of one name: who is told to be born, to be whose son, to be the elder."""

from __future__ import annotations

import pytest

import factoid


def lives(text: str) -> set[tuple[str | None, str | None]]:
    """The birth and death of each person, by year."""
    reading = factoid.read(text)
    found: dict[str, dict[str, str | None]] = {}
    for f in reading.factoids:
        if f.type in ("birth", "death"):
            found.setdefault(f.person, {})[f.type] = f.date[:4] if f.date else None
    return {(told.get("birth"), told.get("death")) for told in found.values()}


def test_nobody_is_born_twice() -> None:
    text = (
        "Simon Pike was born 3 August 1790. Adam Pike, son of Simon and Ruth, was born 14 February 1818. "
        "Simon Pike, son of Adam and Lucy, was born 19 March 1848."
    )
    assert lives(text) >= {("1790", None), ("1818", None), ("1848", None)}


def test_a_birth_told_again_with_another_year_is_of_one_person() -> None:
    text = "Simon Pike was born in 1790 at Ely. The stone says that Simon Pike was born in 1793."
    assert len({p.id for p in factoid.read(text).personas if p.name == "Simon Pike"}) == 1


@pytest.mark.parametrize("name", ["His son, Simon Pike, was", "In Ely his son Simon Pike was"])
def test_his_son_of_his_own_name_is_another(name: str) -> None:
    text = f"Simon Pike was born in 1768. {name} born in 1797. The elder Simon died in 1829, aged sixty."
    assert lives(text) == {("1768", "1829"), ("1797", None)}


def test_the_son_of_the_late_man_of_that_name_is_another() -> None:
    text = (
        "Mr. Simon Pike died in 1861. Mr. Pike was born in Ely in 1795, the only son of the late Simon Pike."
    )
    assert ("1795", "1861") in lives(text)
    reading = factoid.read(text)
    names = {p.id: p.name for p in reading.personas}
    ties = {(names[f.person], f.role) for f in reading.factoids if f.type == "kinship"}
    assert ties == {("Simon Pike", "father"), ("Simon Pike", "son")}


def test_the_younger_of_two_is_the_one_told_of_last() -> None:
    text = "Simon Pike was a miller. His nephew Simon Orde was a smith. The younger Simon died in 1870."
    names = {p.id: p.name for p in factoid.read(text).personas}
    died = {names[f.person] for f in factoid.read(text).factoids if f.type == "death"}
    assert died == {"Simon Orde"}


def test_a_brother_is_not_the_father_too() -> None:
    text = "Adam Pike is the younger brother of Simon Pike. Adam's father was a miller. He died in 1979."
    reading = factoid.read(text)
    names = {p.id: p.name for p in reading.personas}
    ties = {(f.role, names[r]) for f in reading.factoids if f.type == "kinship" for r in f.related}
    assert ("father", "Simon Pike") not in ties


def test_a_number_in_brackets_counts_the_bearers_of_a_name() -> None:
    text = (
        "Simon (1), tanner, was born in 1751 and died in 1809. Simon (2), a baker, was born in 1779. "
        "Simon (3) was born in 1804 and died in 1857. Simon (2) died in 1840."
    )
    assert lives(text) == {("1751", "1809"), ("1779", "1840"), ("1804", "1857")}
