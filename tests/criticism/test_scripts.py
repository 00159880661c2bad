"""Values in the cases of Russian and in two scripts: no nonsense conflict, no true one lost."""

from __future__ import annotations

import pytest

from factoid.criticism.comparing.bodies import posts_compared
from factoid.criticism.comparing.places import places_compared
from factoid.criticism.comparing.scripts import compared
from factoid.criticism.conflicts.relation import Relation

PLACES = [
    ("Киеве", "Kiev", True),
    ("Дайрене", "Dairen", True),
    ("Москве", "Москва", True),
    ("Одессу", "Odessa", True),
    ("Николаеве", "Kherson", False),
    ("Kherson", "Николаеве", False),
    ("Казани", "Москва", False),
    ("Осиновке", "Berezovka", None),  # in no gazetteer: nothing translates them
]


@pytest.mark.parametrize(("a", "b", "agree"), PLACES)
def test_places(a: str, b: str, *, agree: bool | None) -> None:
    found = compared(a, b, places_compared)
    assert (None if found.relation is Relation.UNKNOWN else found.relation.agrees) is agree


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("начальником", "начальник", Relation.SAME),
        ("начальником отдела", "начальник", Relation.FINER),
        ("заместитель директора", "his right hand", Relation.UNKNOWN),
        ("head of the NKVD", "начальник УНКВД", Relation.UNKNOWN),
    ],
)
def test_posts(a: str, b: str, relation: Relation) -> None:
    assert compared(a, b, posts_compared, decides=False).relation is relation


def test_words_of_latin_script_are_compared_as_they_were() -> None:
    assert compared("Paris", "Rome", places_compared) == places_compared("Paris", "Rome")
