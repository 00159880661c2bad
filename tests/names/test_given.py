from __future__ import annotations

import pytest

from factoid.names import forms_of, gender_of_given_name, given_name_relation, is_given_name, title_of
from factoid.names.given import families_of

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


@pytest.mark.parametrize("word", ["German", "Colonel", "Captain", "General", "April", "Doctor", "Russian"])
def test_peoples_ranks_and_months_are_no_given_names(word: str) -> None:
    assert not is_given_name(word)


def test_a_word_that_is_no_given_name_by_itself_keeps_its_family() -> None:
    assert "ru" in {form.language for form in forms_of("German")}  # German Titov


@pytest.mark.parametrize("spelling", ["Генрих", "Genrikh", "Genrich", "GENRIKH"])
def test_cyrillic_names_are_known_in_their_romanisations(spelling: str) -> None:
    assert "henricus" in {form.family for form in forms_of(spelling)}


def test_every_title_of_one_word_in_running_text_is_told_from_given_names() -> None:
    for word in ("Sergeant", "Admiral", "Bishop", "Professor", "Baron", "Countess"):
        assert title_of(word)
        assert not is_given_name(word)


@pytest.mark.parametrize(
    ("full", "short"), [("Kenneth", "Ken"), ("Percival", "Percy"), ("Adelaide", "Addy"), ("Sarah", "Sally")]
)
def test_english_short_names(full: str, short: str) -> None:
    assert given_name_relation(full, short) == given_name_relation(short, full) == "diminutive"
    assert families_of(full) & families_of(short)


def test_two_names_with_one_short_form_are_two() -> None:
    assert given_name_relation("Albert", "Robert") is None
    assert given_name_relation("Isabel", "Arabella") is None
