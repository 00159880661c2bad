from __future__ import annotations

import pytest

import factoid

AFFAIRS = [
    ("Tibor Fark served as Minister of Agriculture from 1932 until 1935.", "Minister of Agriculture", None),
    (
        "Anna Weir was professor of mathematics at the University of Riga.",
        "professor of mathematics",
        "University of Riga",
    ),
]


@pytest.mark.parametrize(("text", "role", "body"), AFFAIRS)
def test_a_field_of_affairs_belongs_to_the_office(text: str, role: str, body: str | None) -> None:
    offices = [(f.role, f.organisation) for f in factoid.read(text).factoids if f.type == "office"]
    assert (role, body) in offices


def ties(text: str) -> set[tuple[str | None, str]]:
    return {(f.role, str(f.certainty)) for f in factoid.read(text).factoids if f.type == "kinship"}


def test_a_tie_that_is_spoken_of_as_known_is_not_denied_with_its_clause() -> None:
    found = ties("My father kept the ferry at Orlik. I never saw my father again.")
    assert found
    assert all(certainty == "asserted" for _, certainty in found)


def test_a_tie_that_is_denied_is_denied() -> None:
    assert ("brother", "denied") in ties("Anna Weir lived in Riga. Otto Lang was never her brother.")
