"""Spellings of one surname by different translators have one key; other surnames have other keys or none."""

from __future__ import annotations

import pytest

from factoid.names import romanised_key


@pytest.mark.parametrize(
    "spellings",
    [
        ["Karimbayev", "Karimbaev"],
        ["Khudoyarov", "Hudoyarov", "Khudoiarov"],
        ["Goncharenko", "Honcharenko", "Gontcharenko"],
        ["Usmonov", "Usmanov", "Usmanova"],
        ["Tsulukidze", "Tzulukidze"],
        ["Shcherbakov", "Scherbakov"],
        ["Toomanova", "Tumanov"],
        ["Zagorodnaya", "Zahorodnia"],
    ],
)
def test_spellings_of_one_surname(spellings: list[str]) -> None:
    keys = {romanised_key(word) for word in spellings}
    assert len(keys) == 1
    assert "" not in keys


@pytest.mark.parametrize(
    ("one", "other"),
    [("Colvin", "Calvin"), ("Makarov", "Komarov"), ("Ermakov", "Ermilov"), ("Berlin", "Merlin")],
)
def test_other_surnames(one: str, other: str) -> None:
    assert romanised_key(one) != romanised_key(other)


@pytest.mark.parametrize("word", ["Popov", "Miller", "Gardner", "Kovalenko Petrov"])
def test_no_key_for_short_names_and_for_others(word: str) -> None:
    assert romanised_key(word) == ""
