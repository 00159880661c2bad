"""Words of bodies in a common form."""

from __future__ import annotations

import pytest

from factoid.bodies.words import alike, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the People's Commissariat", ("people", "commissariat")),
        ("U.N.K.V.D.", ("directorate", "nkvd")),
        ("Third Rank", ("3", "rank")),
        ("3-го ранга", ("3", "ранга")),
        ("Univ. of Göttingen", ("university", "gottingen")),
        ("", ()),
    ],
)
def test_words(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("one", "other"), [("kharkov", "kharkiv"), ("ukrainian", "ukraine"), ("eastern", "east")]
)
def test_alike(one: str, other: str) -> None:
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(("one", "other"), [("austria", "australia"), ("kiev", "kharkov"), ("3", "13")])
def test_not_alike(one: str, other: str) -> None:
    assert not alike(one, other)
    assert not alike(other, one)
