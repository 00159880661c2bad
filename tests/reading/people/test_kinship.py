"""What follows from kin told of, and whose kin somebody is, on sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factoid.model import Persona
from factoid.reading.lexicons import kin_terms
from factoid.reading.people import People
from factoid.reading.people.figures import Cast, Figure
from factoid.reading.people.kinship import Family

ReadPeople = Callable[[str], People]


def bearer(people: People, form: str) -> Persona:
    return next(p for p in people.personas if any(form in own for own in p.forms))


FOLLOWS = [
    # told: (owner, relative, term) ..., asked: (owner, term), who it is
    ([("son", "father", "father"), ("daughter", "son", "brother")], ("daughter", "father"), "father"),
    ([("man", "brother", "brother")], ("brother", "brother"), "man"),
    ([("boy", "man", "uncle")], ("man", "nephew"), "boy"),
    (
        [("boy", "mother", "mother"), ("mother", "grandfather", "father")],
        ("boy", "grandfather"),
        "grandfather",
    ),
    ([("man", "woman", "wife"), ("woman", "child", "son")], ("man", "son"), "child"),
    ([("man", "woman", "wife"), ("woman", "old", "father")], ("man", "father-in-law"), "old"),
    ([("man", "one", "son"), ("man", "two", "son")], ("one", "brother"), "two"),
]


@pytest.mark.parametrize(("told", "asked", "who"), FOLLOWS)
def test_what_follows_from_kin_told_of(
    told: list[tuple[str, str, str]], asked: tuple[str, str], who: str
) -> None:
    cast, family = Cast(), Family()
    people: dict[str, Figure] = {}
    for owner, relative, word in told:
        one, other = (people.setdefault(name, people.get(name) or cast.new()) for name in (owner, relative))
        family.learn(one, other, word, kin_terms()[word])
    assert family.find(people[asked[0]], asked[1], kin_terms()[asked[1]]) is people[who]


def test_of_two_brothers_neither_follows() -> None:
    cast, family = Cast(), Family()
    father, one, two, three = (cast.new() for _ in range(4))
    for son in (one, two, three):
        family.learn(father, son, "son", kin_terms()["son"])
    assert family.find(one, "brother", kin_terms()["brother"]) is None


KIN = [
    # text, words for a relative, the relative's name
    (
        "Josef Kuhn was a miller. His wife, a village teacher named Delia Brandt, died in 1901.",
        "His wife",
        "Delia Brandt",
    ),
    (
        "Josef Kuhn lived in Graz with his son, and Peter Brandt his father-in-law, a tailor.",
        "his father-in-law",
        "Peter Brandt",
    ),
    (
        "Ann Lee came to Graz. She was born to Paul Lee and Mary Holt. Her mother was a nurse.",
        "Her mother",
        "Mary Holt",
    ),
    (
        "Ann Lee was a nurse. The father, Paul Lee, died in 1901. Her father had been a tailor.",
        "Her father",
        "Paul Lee",
    ),
    (
        "Karl Brandt, son of the poor jeweller Otto Brandt, was born in Graz. The father died in 1901.",
        "The father",
        "Otto Brandt",
    ),
    (
        "Karl Brandt was born in Graz. His father's brother was the famous corsair Otto Brandt. "
        "Karl sailed in the uncle's ship, and in 1901 the uncle died.",
        "the uncle",
        "Otto Brandt",
    ),
    (
        "Karl Brandt was born in Graz in 1850. He taught in Riga. The son of a tailor, the teacher was poor.",
        "The son of a tailor",
        "Karl Brandt",
    ),
]


@pytest.mark.parametrize(("text", "words", "name"), KIN)
def test_kin_are_found_by_what_the_text_says_elsewhere(
    read_people: ReadPeople, text: str, words: str, name: str
) -> None:
    people = read_people(text)
    assert bearer(people, words).name == name


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee was born in Graz. She was the daughter of a butcher.",
        "Ann Lee was born in Graz in the family of a butcher.",
    ],
)
def test_an_unnamed_father_is_called_by_his_child(read_people: ReadPeople, text: str) -> None:
    assert bearer(read_people(text), "a butcher").name == "father of Ann Lee"
