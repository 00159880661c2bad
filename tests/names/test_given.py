from __future__ import annotations

import pytest

from factoid.names import gender_of_given_name, given_name_relation, is_given_name

RELATIONS = [
    ("Genrikh", "Heinrich", "translation"),
    ("Basil", "Vasily", "translation"),
    ("Wassili", "Vasily", "spelling"),
    ("Kolya", "Nikolai", "diminutive"),
    ("Bill", "William", "diminutive"),
    ("Catherine", "Katherine", "form"),
    ("Henry", "HENRY", "same"),
    ("Harry", "Heinz", None),  # each is short for Henry, neither for the other
    ("Henry", "Mark", None),
    ("Yezhov", "Nikolai", None),
]


@pytest.mark.parametrize(("one", "other", "relation"), RELATIONS)
def test_relates_given_names_by_kind(one: str, other: str, relation: str | None) -> None:
    assert given_name_relation(one, other) == relation
    assert given_name_relation(other, one) == relation


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Genrikh", "m"),
        ("Pelageya", "f"),
        ("Margaret", "f"),
        ("Nikita", "m"),
        ("Sasha", None),
        ("Qwxz", None),
    ],
)
def test_knows_whose_name_it_is(name: str, gender: str | None) -> None:
    assert gender_of_given_name(name) == gender


def test_a_surname_is_no_given_name() -> None:
    assert is_given_name("Vasily")
    assert not is_given_name("Lyushkov")
