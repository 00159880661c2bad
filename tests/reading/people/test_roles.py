"""Whom roles, ranks and demonstratives mean, on short texts of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factoid.model import Persona
from factoid.reading.people import People

ReadPeople = Callable[[str], People]


def bearer(people: People, form: str) -> Persona:
    return next(p for p in people.personas if form in p.forms)


_LIFE = (
    "Josef Kuhn was born in Graz in 1878. He grew up there. He learnt to ride. In 1901 he married. "
    "He went to Riga. There he taught. He came home. He was content. He read much. "
)
MEANT = [
    # what follows the life of Josef Kuhn, a description, whom it means
    ("In the war the colonel led a regiment.", "the colonel", "Josef Kuhn"),
    ("The emperor Otto received him. The sovereign was kind.", "The sovereign", "Otto"),
    ("He met Karl Braun in Prague. With that gentleman he went to Lima.", "that gentleman", "Karl Braun"),
]


@pytest.mark.parametrize(("text", "form", "name"), MEANT)
def test_a_role_means_who_holds_it(read_people: ReadPeople, text: str, form: str, name: str) -> None:
    assert bearer(read_people(_LIFE + text), form).name == name


@pytest.mark.parametrize("text", ["On board the captain read to the men.", "He wed Ann, the baker's widow."])
def test_a_command_and_a_trade_of_anothers_kin_are_not_the_heros(read_people: ReadPeople, text: str) -> None:
    hero = bearer(read_people(_LIFE + text), "Josef Kuhn")
    assert not {"the captain", "the baker"} & set(hero.forms)


def test_who_tells_speaks_of_others(read_people: ReadPeople) -> None:
    text = "Recollections of Josef Kuhn. I was born in Graz. I came to Riga. I met the storekeeper there."
    assert bearer(read_people(text), "the storekeeper").name == "storekeeper"


def test_whom_the_hero_meets_is_somebody_else(read_people: ReadPeople) -> None:
    people = read_people(_LIFE + "At last he went with the pretender.")
    assert bearer(people, "the pretender").name == "pretender"


def test_a_rank_that_one_was_raised_to_is_ones_own(read_people: ReadPeople) -> None:
    text = "Karl Braun sailed with Otto Weiss. In 1901 Weiss was promoted to bishop. In July the bishop came to Riga."
    assert bearer(read_people(text), "the bishop").name == "Otto Weiss"


def test_a_story_may_open_without_its_heroines_name(read_people: ReadPeople) -> None:
    text = "In 1806 a young woman cut off her hair. Vera Lind had run away. " + _LIFE.replace(
        "Josef Kuhn", "Vera Lind"
    ).replace("He ", "She ")
    assert bearer(read_people(text), "a young woman").name == "Vera Lind"


def test_what_has_a_mayor_is_no_person(read_people: ReadPeople) -> None:
    people = read_people("Anna Berg was a nurse. The town was poor; its mayor had fled. Berg went home.")
    assert [p.name for p in people.personas] == ["Anna Berg"]


def test_a_passage_may_know_somebody_only_by_a_pronoun(read_people: ReadPeople) -> None:
    people = read_people("He was born in Graz in 1878, and he died in Riga.")
    assert [(p.name, p.forms, len(p.mentions)) for p in people.personas] == [("unnamed man", (), 2)]


def test_the_only_one_of_an_excerpt_is_the_admiral(read_people: ReadPeople) -> None:
    people = read_people("Stavros Kanaris commanded the fleet. In May the admiral sailed to Smyrna.")
    assert bearer(people, "the admiral").name == "Stavros Kanaris"


FORMS = [
    ("They wrote to general Lind. Lind was angry.", "general Lind"),
    ("In 1204 she met the atabeg Otto Lind in Graz.", "the atabeg Otto Lind"),
    ("Stepfather Otto Lind taught him to read.", "Otto Lind"),
    ("Father Ignaz Lind taught in Graz. Ignaz Lind was kind.", "Ignaz Lind"),
]


@pytest.mark.parametrize(("text", "form"), FORMS)
def test_what_stands_before_a_name_is_of_its_form(read_people: ReadPeople, text: str, form: str) -> None:
    assert form in {f for p in read_people(text).personas for f in p.forms}


def test_a_pronoun_goes_to_the_subject_of_the_sentence_before(read_people: ReadPeople) -> None:
    text = (
        "Otto Lind was born in Graz in 1860. He studied in Vienna under the painter Karl Braun. "
        "Braun taught there for thirty years. He died in Moscow in 1926. Lind came home in 1890."
    )
    people = read_people(text)
    died = text.index("He died")
    assert died in {m.start for m in bearer(people, "Karl Braun").mentions}
