"""Marriages that end while both live, and what only sounds like it."""

from __future__ import annotations

import pytest
from reading.statements.conftest import Read, said

WED = "Ida Berg married Otto Lind in 1912. "
ENDED = [
    "The marriage broke up in 1920.",
    "The marriage was dissolved in 1920.",
    "Their marriage ended in divorce in 1920.",
    "They divorced in 1920.",
]


@pytest.mark.parametrize("end", ENDED)
def test_the_end_of_a_marriage_is_told_of_both(read: Read, end: str) -> None:
    reading = read(WED + end)
    for name in ("Ida Berg", "Otto Lind"):
        assert [str(f.when.edtf) for f in said(reading, "event", name) if f.when] == ["1920"]


@pytest.mark.parametrize(
    "other",
    [
        "The company was dissolved in 1920.",
        "The marriage ended in 1920 with his death.",
        "The marriage was not dissolved.",
        "The two armies separated in 1920.",
    ],
)
def test_other_ends_are_no_divorce(read: Read, other: str) -> None:
    reading = read(WED + other)
    assert not [f for f in reading.factoids if f.type == "event" and "divorce" in f.reader]
    assert not said(reading, "event", "Ida Berg")


def test_the_day_of_a_divorce_is_not_that_of_the_wedding(read: Read) -> None:
    (wife,) = said(read("Ida Berg divorced Otto Lind in 1920."), "kinship", "Otto Lind")
    assert wife.when is None
