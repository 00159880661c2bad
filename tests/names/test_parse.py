from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factoid.names import fold_surname, is_patronymic, parse_name

CASES = [
    # text                                         given          patronymic     surname
    ("Genrikh Samoilovich Lyushkov", "Genrikh", "Samoilovich", "Lyushkov"),
    ("Lieutenant General Genrikh Samoilovich Lyushkov", "Genrikh", "Samoilovich", "Lyushkov"),
    ("CHAPAYEV, Vasily Ivanovich", "Vasily", "Ivanovich", "CHAPAYEV"),
    ("Mary Ann Evans", "Mary Ann", "", "Evans"),
    ("Люшков Генрих Самойлович", "Генрих", "Самойлович", "Люшков"),
]


@pytest.mark.parametrize(("text", "first", "patronymic", "surname"), CASES)
def test_takes_a_name_apart(text: str, first: str, patronymic: str, surname: str) -> None:
    name = parse_name(text)
    assert " ".join(name.given) == first
    assert (name.patronymic or "") == patronymic
    assert " ".join([name.surname]) == surname


def test_tells_patronymics_from_surnames() -> None:
    assert is_patronymic("Samuilovich")
    assert is_patronymic("Ivanovna")
    assert not is_patronymic("Lyushkov")


@pytest.mark.parametrize(("inflected", "base"), [("Lyushkov's", "Lyushkov"), ("Люшкова", "Люшков")])
def test_an_inflected_surname_folds_to_its_base(inflected: str, base: str) -> None:
    assert fold_surname(inflected) == fold_surname(base)


@given(st.text(max_size=60))
def test_parses_any_string(text: str) -> None:
    name = parse_name(text)
    assert all(part.text for part in name.parts)
