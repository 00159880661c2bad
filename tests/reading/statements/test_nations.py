"""Nation and faith, on short invented sentences."""

import pytest
from reading.statements.conftest import Read, said


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("The Latvian poet Anton Kessler lived in Bonn.", "ethnicity", "Latvian"),
        ("Anton Kessler, a Russian general, lived in Bonn.", "ethnicity", "Russian"),
        ("Anton Kessler, a Quaker, lived in Bonn.", "religion", "Quaker"),
    ],
)
def test_what_somebody_is(read: Read, text: str, type_: str, value: str) -> None:
    assert value in [f.value for f in said(read(text), type_, "Kessler")]


def test_a_people_is_not_said_of_one_person(read: Read) -> None:
    assert not said(read("Anton Kessler fought the Russians at Riga."), "ethnicity", "Kessler")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Anton Kessler became a Catholic in 1845.", "1845"),
        ("In 1845 Anton Kessler, a Catholic, moved to Bonn.", None),
    ],
)
def test_a_turn_is_dated_a_faith_is_not(read: Read, text: str, edtf: str | None) -> None:
    assert [f.when.edtf if f.when else None for f in said(read(text), "religion", "Kessler")] == [edtf]
