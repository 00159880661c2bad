"""What a clause says of somebody, and what only stands beside: subjects, bodies, times, gestures."""

from __future__ import annotations

import pytest

import factoid

TOLD = [
    (
        "Born in Ely, the daughter of Henry Low and Ann Cole, Edith Berg taught music.",
        "birth",
        "Edith Berg",
        "Ely",
    ),
    (
        "Karl Rowe grew up at the Moravian mission of Pniel.",
        "residence",
        "Karl Rowe",
        "Moravian mission of Pniel",
    ),
    ("Karl Rowe worked for Tibco, Seebeyond Corporation and Dell.", "office", "Karl Rowe", "Tibco"),
    ("Ann Lee is a Republican politician.", "membership", "Ann Lee", "Republican"),
    (
        "Karl Rowe was a commissar. Zubov joined the Bolsheviks after the revolution.",
        "membership",
        "Zubov",
        "Bolsheviks",
    ),
    (
        "Ansari appointed as the Executive Director of Enviro Holdings in 2010.",
        "office",
        "Ansari",
        "Enviro Holdings",
    ),
    (
        "Count Ekbert set out for Jerusalem; he died at Acre and was buried there.",
        "burial",
        "Count Ekbert",
        "Acre",
    ),
    (
        "Ann Lee was educated at Brownell-Talbot, Harvard, and the University of California.",
        "education",
        "Ann Lee",
        "Harvard",
    ),
]


@pytest.mark.parametrize(("text", "type_", "person", "where"), TOLD)
def test_what_is_told_of_whom(text: str, type_: str, person: str, where: str) -> None:
    reading = factoid.read(text)
    names = {persona.id: persona.name for persona in reading.personas}
    found = {
        (f.type, names[f.person], field) for f in reading.factoids for field in (f.organisation, f.place)
    }
    assert (type_, person, where) in found


NOT_TOLD = [
    ("Anna Low smiled. She nodded, turned round and sat down.", "event"),
    ("Anna Low was sure of it. He was not a bad man.", "event"),
    ("Anna Low wrote to her brother Karl Low.", "work"),
    ("Semyon Zubov managed to get to his own people.", "office"),
    ("Semyon Zubov was appointed MBE.", "office"),
    ("After the revolution Semyon Zubov joined the Bolsheviks.", "service"),
    ("Henry Low married Anne Cole, née Pole, in 1903.", "ethnicity"),
    ("Mary Cole opened a store, called the Red House, near Balaclava.", "name"),
    ("Karl Lund built eleven schools.", "education"),
    ("Karl Lund was examined by the prison doctor.", "imprisonment"),
    ("Karl Lund wrote much, enabling him to live well.", "action"),
    ('Karl Lund was a smith. "Get the basket," he said.', "event"),
    ("Karl Lund thrust his hands into his pockets.", "event"),
    ("Karl Lund did not know whether it would rain.", "event"),
    ("Karl Lund wrote of the ambition of the middle class.", "education"),
    ("Karl Lund was Hero of the Soviet Union.", "membership"),
]


@pytest.mark.parametrize(("text", "type_"), NOT_TOLD)
def test_what_no_words_tell(text: str, type_: str) -> None:
    assert type_ not in {f.type for f in factoid.read(text).factoids}


def test_a_death_that_only_bounds_what_is_told_has_no_date_of_it() -> None:
    reading = factoid.read("Karl Rowe sat in the House for Devon from 1892 until his death.")
    assert [f.date for f in reading.factoids if f.type == "death"] == [None]


def test_they_are_no_couple_before_they_marry() -> None:
    text = "Amy Corvo hid with Joan Lund. They took her cousin to Lagos. In 1940 Joan Lund married Max Berg."
    reading = factoid.read(text)
    names = {persona.id: persona.name for persona in reading.personas}
    assert "Max Berg" not in {names[f.person] for f in reading.factoids if "took" in f.quote}


def test_who_claims_something_is_its_speaker() -> None:
    factoids = factoid.read("Karl Rowe claims to have escaped from Oslo.").factoids
    assert [(str(f.certainty), f.said_by) for f in factoids if f.type == "travel"] == [
        ("attributed", "Karl Rowe")
    ]


def test_an_arm_that_is_lost_is_no_gesture() -> None:
    assert [f.value for f in factoid.read("Karl Lund lost his arm at Narva.").factoids if f.type == "event"]


def test_who_is_only_born_in_a_title_lives_nowhere_else() -> None:
    reading = factoid.read("Josiah Low (1741-1809), b. at Ely, was a smith.")
    assert "residence" not in {f.type for f in reading.factoids}
