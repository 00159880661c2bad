"""Dates of publication are never more precise than their line."""

from __future__ import annotations

import pytest

from factoid.sources.plain.publication import creator_of, published_of

DATES = [
    ("Published: 12 May 2020", "2020-05-12"),
    ("Posted on May 12th, 2020", "2020-05-12"),
    ("Published: May 2020", "2020-05"),
    ("2024, November", "2024-11"),
    ("Published: 2020", "2020"),
    ("Published 2020-05-12T10:00:00", "2020-05-12"),
    ("2020-05", "2020-05"),
    ("Datum: 03.04.2020", "2020-04-03"),
    ("Date: 03/04/2020", "2020"),
    ("Date: 13/04/2020", "2020-04-13"),
    ("Date: 04/13/2020", "2020-04-13"),
    ("by baker7 » Sun Mar 07, 2010 9:14 pm", "2010-03-07"),
    ("Publié le 1er août 2018", "2018-08-01"),
    ("Publicado el 12 de mayo de 2020", "2020-05-12"),
    ("Опубликовано: 3 марта 2019 г.", "2019-03-03"),
    ("Опубліковано: 3 березня 2019", "2019-03-03"),
    ("Dodano: 7 października 2011", "2011-10-07"),
    ("Published: 31 February 2020", "2020-02"),
    ("Published: 1999 and again 2004", None),
    ("Published: yesterday", None),
]


@pytest.mark.parametrize(("words", "edtf"), DATES)
def test_dates(words: str, edtf: str | None) -> None:
    assert published_of(words) == edtf


NAMES = [
    ("Peter Marsh", "Peter Marsh"),
    ("Richard Flan | richard@example.org", "Richard Flan"),
    ("Peter Marsh, 12 May 2020", "Peter Marsh"),
    ("Peter Marsh 12 May 2020", "Peter Marsh"),
    ("the editors", None),
    ("", None),
    ("1234", None),
]


@pytest.mark.parametrize(("rest", "name"), NAMES)
def test_names(rest: str, name: str | None) -> None:
    assert creator_of(rest) == name
