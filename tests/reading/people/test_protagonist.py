"""Whom a text is about, on short lives of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factoid.reading.people import People

ReadPeople = Callable[[str], People]

_LIFE = (
    " He grew up in Graz. His father was a miller. He learnt the trade of a printer. In 1901 he married. "
    "He went to Riga. There he founded a newspaper. He was arrested. He died in exile."
)
LIVES = [
    # text, whom it is about
    (
        "Josef Kuhn, printer, was born in Graz in 1878."
        + _LIFE
        + " Karl Braun printed it. Karl Braun had known him.",
        "Josef Kuhn",
    ),
    (
        "KUHN, JOSEF (1878-1931), printer." + _LIFE + " Karl Braun wrote his life. Braun was his pupil.",
        "Josef Kuhn",
    ),
    ("His father, Karl Kuhn, was a miller; Josef Kuhn was born in Graz in 1878." + _LIFE, "Josef Kuhn"),
]


@pytest.mark.parametrize(("text", "name"), LIVES)
def test_a_life_is_about_whom_it_opens_with(read_people: ReadPeople, text: str, name: str) -> None:
    people = read_people(text)
    assert people.main is not None
    assert people.persona(people.main).name.lower() == name.lower()


def test_an_excerpt_is_about_whom_it_names_most(read_people: ReadPeople) -> None:
    text = "Ann Lee wrote to Paul Weber. Paul Weber was ill. Paul Weber did not answer."
    people = read_people(text)
    assert people.main is not None
    assert people.persona(people.main).name == "Paul Weber"


def test_a_text_without_persons_is_about_nobody(read_people: ReadPeople) -> None:
    assert read_people("It rained in Graz. The river rose.").main is None
