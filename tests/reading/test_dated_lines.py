"""Lines of a chronology: a date, and a deed of somebody whom the line does not name."""

from __future__ import annotations

import pytest

import factoid
from factoid.reading.dated_lines import as_sentence

LIFE = """Clara Roth, painter

* c. 1851: Born at Ely
* 1869: Moves to Dresden
* 1871–1873: Studies under Anton Weber in Munich
* 1875: Marriage to Paul Lind
* Spring 1877: Travels to Italy
* 1884: Elected a member of the Royal Society
* 1890: Appointed director of the Northern Academy
* 3 March 1920: Died in Ely
"""

TOLD = [
    ("birth", "1851~"),
    ("travel", "1869"),
    ("education", "1871/1873"),
    ("kinship", "1875"),
    ("travel", "1877-21"),
    ("office", "1890"),
    ("death", "1920-03-03"),
]


def told_of_clara(text: str) -> set[tuple[str, str | None]]:
    reading = factoid.read(text)
    clara = next(p for p in reading.personas if p.name == "Clara Roth")
    return {(f.type, f.date) for f in reading.factoids if f.person == clara.id}


def test_each_line_tells_of_whom_the_chronology_is_about_at_its_date() -> None:
    assert set(TOLD) <= told_of_clara(LIFE)


@pytest.mark.parametrize("mark", [" –", ".", " -", ""])
def test_the_mark_behind_the_date_matters_not(mark: str) -> None:
    assert set(TOLD) <= told_of_clara(LIFE.replace(":", mark).replace("* ", ""))


def test_what_was_added_is_in_no_quote() -> None:
    assert all(f.quote in LIFE and " he " not in f.quote for f in factoid.read(LIFE).factoids)


@pytest.mark.parametrize(
    ("line", "others"),
    [
        ("1898 saw the founding of the bank.", ""),
        ("1874 – Alois Furrer builds forty beds.", "others"),
        ("1281. Siegfried died at Falkenau.", "others"),
        ("1898 – Empress Elisabeth takes chocolate.", "others"),
        ("2009 – Bought back by the city", "others"),
        ("1905: Teacher at the Riga Gymnasium", "others"),
        ("Clara Roth was born in 1851.", "others"),
    ],
)
def test_other_lines_stay_as_they_are(line: str, others: str) -> None:
    assert as_sentence(line, is_among_others=bool(others)) is None


def test_what_the_model_takes_for_no_deed_is_parsed_as_it_stands() -> None:
    reading = factoid.read(
        "Clara Roth, painter\n\n1869: Studies and drawings of the harbour\n\n1870: Series of maps"
    )
    assert {f.date for f in reading.factoids} <= {None, "1869", "1870"}


def test_a_name_gone_by_is_told_in_any_paragraph() -> None:
    reading = factoid.read("Otto Lind was a spy.\n\nIn 1900 Otto Lind travelled as Emil Roth to Bonn.")
    assert "Emil Roth" in [f.value for f in reading.factoids if f.type == "name"]
