"""Statements of web pages that a machine translated: charges, captions, turned clauses, bynames."""

from __future__ import annotations

import pytest

import factoid


def _told(text: str, type_: str) -> list[tuple[str, str | None]]:
    reading = factoid.read(text)
    names = {p.id: p.name for p in reading.personas}
    return [(names[f.person], f.value) for f in reading.factoids if f.type == type_]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Paul Lind was arrested by the NKVD in 1937.", "membership"),
        ('Paul Lind was shot as a "Polish spy" in 1938.', "ethnicity"),
        ("Paul Lind was convicted as a Polish spy in 1938.", "occupation"),
        ('Paul Lind was born in 1900. The teacher called him "my eagle".', "name"),
        ('The book about Paul Lind, "The Long Way", came out in 1990.', "name"),
    ],
)
def test_what_is_not_told_of_somebody(text: str, type_: str) -> None:
    assert _told(text, type_) == []


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("Paul Lind was recruited by the NKVD in 1937.", "membership", "joined"),
        ("Paul Lind served as a spy in 1938.", "occupation", "spy"),
        ("Friends called Paul Lind the Fox. In June Lind went to Ely.", "name", "the Fox"),
    ],
)
def test_what_is_told(text: str, type_: str, value: str) -> None:
    assert ("Paul Lind", value) in _told(text, type_)


def test_who_stands_behind_the_verb_is_arrested() -> None:
    told = _told("In 1937 Karl Roth was taken away, and after him was arrested Ida Berg as well.", "arrest")
    assert "Ida Berg" in {name for name, _ in told}
    assert not any("Ida" in (value or "") for name, value in told if name == "Karl Roth")


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        (
            "LIND, Paul, b. Ely 1899, d. Graz 1942. Baker. His daughter Ann, who was ill, fled to Riga in 1990.",
            "Ann",
        ),
        ("LIND, Paul, b. Ely 1899, baker, deported to Riga in 1941.", "Paul Lind"),
    ],
)
def test_the_verb_of_a_sentence_begins_no_note_of_an_entry(text: str, whose: str) -> None:
    reading = factoid.read(text)
    names = {p.id: p.name for p in reading.personas}
    assert {names[f.person] for f in reading.factoids if f.type == "travel" and f.place == "Riga"} == {whose}
