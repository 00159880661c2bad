"""Names told apart, names with an article of their own, and capitalised words that name nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import factoid
from factoid.reading.people import People

ReadPeople = Callable[[str], People]

# text, the names of everybody in it who is named
NAMED = [
    # one more of a name is said to be one more
    (
        "Karl Lind married Ida Berg in 1840. In the next farm lived another Ida Berg, a servant.",
        ["Ida Berg", "Ida Berg", "Karl Lind"],
    ),
    ("Otto Lind had another son. Otto Lind died.", ["Otto Lind"]),
    # his son of that name is not his father, whose child he was told to be
    (
        "Paul Berg was one of nine children of the late Otto Berg. In the storm he lost his eldest son Otto.",
        ["Otto", "Otto Berg", "Paul Berg"],
    ),
    ("Paul Berg sailed with Otto Berg. In the storm he lost his son Otto.", ["Otto Berg", "Paul Berg"]),
    # a ruler with his number, two given names a letter apart, a wife who is only addressed
    (
        "In 1831 Nikolai I received the lancer. Nikolai Pavlovich, a clerk, wrote it down.",
        ["Nikolai I", "Nikolai Pavlovich"],
    ),
    (
        "Marcus Verro killed him at Osca. Before that Marius sent him out as a spy.",
        ["Marcus Verro", "Marius"],
    ),
    (
        "Otto Stanning bought the mill. He quarrelled with Mrs. Stanning. Stanning sold it.",
        ["Mrs. Stanning", "Otto Stanning"],
    ),
    # words for kin and neighbours before a name, with capitals as in old print
    ("Her Neighbour Sarah Ellwood lay ill. Sarah Ellwood was poor.", ["Sarah Ellwood"]),
    # the article of an Arabic name
    ("The sons of al-Zarwali al-Fasi and Hasan al-Fasi came.", ["Hasan al-Fasi", "al-Zarwali al-Fasi"]),
    ("The poet Abu l-Qasim al-Andalusi was born at Seville.", ["Abu l-Qasim al-Andalusi"]),
    # what stands between an article and a calling, a day and a year; a ship
    ("Otto Lind was bound to a Tormouth saddler.", ["Otto Lind"]),
    ("Otto Lind died on 4th Novr. 1798.", ["Otto Lind"]),
    ("Otto Lind sailed in May. The Adolph Krantz landed him at Bremen.", ["Otto Lind"]),
    ("Otto Lind came with the Adolph Krantz who had landed in May.", ["Adolph Krantz", "Otto Lind"]),
    # a place before a whole name; a body in the plural
    ("At Tormouth Emil Roth built a mill.", ["Emil Roth"]),
    ("In San Karl Roth wrote to Otto Lind.", ["Karl Roth", "Otto Lind"]),
    ("At Karl Otto Lind's mill a fire broke out.", ["Karl Otto Lind"]),
    ("Verdana Laboratories hired Karl Lind. Lind left Verdana Laboratories in 1990.", ["Karl Lind"]),
    # a sentence that begins behind a ruler's number
    ("Rolf was the son of Sigurd I. His brother died young.", ["Rolf", "Sigurd I."]),
]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_each_bearer_of_a_name_is_one(read_people: ReadPeople, text: str, names: list[str]) -> None:
    found = sorted(p.name for p in read_people(text).personas if p.is_named)
    assert found == names


def test_two_of_one_name_stay_two_in_the_reading() -> None:
    text = "Karl Lind married Ida Berg in 1840. On the next farm lived another Ida Berg, a servant."
    assert [p.name for p in factoid.read(text).personas].count("Ida Berg") == 2


def test_a_name_behind_a_phrase_is_his_who_has_it(read_people: ReadPeople) -> None:
    people = read_people("Emil Roth, for this reason known as Milo Fox, kept the books of Karl Lind.")
    assert any({"Emil Roth", "Milo Fox"} <= set(p.forms) for p in people.personas)


# text, a form, whether it is one
FORMS = [
    ("Dr. Lind came. Otto Berg saw Dr. Lind.", "Lind", True),  # a title that is earned
    ("Baron Lind came. Otto Berg saw Baron Lind.", "Lind", False),  # and one that is borne with the name
    ("Otto Lind, formerly a tailor, came.", "a tailor", False),
    ("Otto Lind, a tailor, came.", "a tailor", True),
    ("Otto Lind, later his tutor, came with Karl Berg.", "his tutor", True),
    ("Otto Lind was heard in the magistrate's court.", "the magistrate", False),
    ("Otto Lind was heard in the sultan's court.", "the sultan", True),
    ("Otto Lind met her in a dentist's waiting room.", "a dentist", False),
    ("Otto Lind came in the rags of a peasant.", "a peasant", False),
    ("Otto Lind married the daughter of a peasant.", "a peasant", True),
    ("Otto Lind mistook her for a nurse.", "a nurse", False),
    ("Otto Lind left her for a nurse.", "a nurse", True),
    ("Otto Lind dreamed of a son.", "a son", False),
    ("Otto Lind spoke of a son.", "a son", True),
]


@pytest.mark.parametrize(("text", "form", "is_one"), FORMS)
def test_what_is_a_way_to_call_somebody(
    read_people: ReadPeople, text: str, form: str, *, is_one: bool
) -> None:
    assert any(form in p.forms for p in read_people(text).personas) is is_one


# text, a form, whose it is
MEANT = [
    # the predicate of a verb that goes on from another
    (
        "Otto Lind was born in Ely. He left for Riga and became a loader. In 1896 the loader wed.",
        "the loader",
        "Otto Lind",
    ),
    ("Otto Lind met a loader in Riga. Then Karl Berg came. The loader left.", "The loader", "loader"),
    # a marriage told by a noun
    (
        "Ida Lind was born in 1850. In 1868 she contracted a marriage in name with the zoologist Karl Berg. In "
        "1880 she buried her husband.",
        "her husband",
        "Karl Berg",
    ),
    (
        "Ida Lind was born in 1850. In 1868 she discussed her marriage with the priest Karl Berg. In 1880 she "
        "buried her husband.",
        "her husband",
        "husband of Ida Lind",
    ),
    # a wife, another's widow
    (
        "Otto Lind lived in York with the second wife, the baker's widow Maria Mason.",
        "the second wife",
        "Maria Mason",
    ),
    # children whom a clause describes before their list
    ("Karl Berg had two sons who grew up: Otto and Emil. Otto buried his father.", "his father", "Karl Berg"),
]


@pytest.mark.parametrize(("text", "form", "name"), MEANT)
def test_who_is_meant_by_what_the_text_has_told(
    read_people: ReadPeople, text: str, form: str, name: str
) -> None:
    assert next(p.name for p in read_people(text).personas if form in p.forms) == name


def test_what_somebody_is_named_to_be_is_nobody_else(read_people: ReadPeople) -> None:
    people = read_people("Lind left debts. Emil Roth, whom he had named his executor, paid them.")
    assert all("executor" not in p.name for p in people.personas)
