"""Constructions met on pages that nobody had read before: callings behind names, offices, maiden names, months."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factoid.reading.people import People

ReadPeople = Callable[[str], People]

NAMES = [
    # text, the persons named
    ("Of Clara I heard no more until 1820.", {"Clara"}),
    ("King George I died in 1727. Of George I it is told that he wept.", {"George I"}),
    ("The Deputy People's Commissar Orlovsky signed the order.", {"Commissar Orlovsky"}),
    ("Ebba Holm, née von Ritter, was a teacher.", {"Ebba Holm"}),
    ("Karl August died in Lund in 1919.", {"Karl August"}),
    ("HOLMQVIST, Per August. Born in Lund 3 May 1851.", {"Per August Holmqvist"}),
    ("As the legend says, Peter Kovacs built a boat.", {"Peter Kovacs"}),
]


@pytest.mark.parametrize(("text", "named"), NAMES)
def test_who_is_named(read_people: ReadPeople, text: str, named: set[str]) -> None:
    people = read_people(text)
    assert {p.name for p in people.personas if p.forms} == named


OF_WHOM = [
    # text, a description, a form of whom it means
    (
        "Leo Hart was an inventor. The wife of the inventor, the actress Zinaida Holt, recalled it.",
        "The wife of the inventor",
        "Zinaida Holt",
    ),
    (
        "Leo Hart was an inventor. The wife of the inventor, the actress Zinaida Holt, recalled it.",
        "the inventor",
        "Leo Hart",
    ),
    ("Betty's husband, Isaac Coles the baker, failed in 1811.", "Betty's husband", "Isaac Coles"),
    ("Ida Holt married Edgar Pym, vicar of Hull, a widower with two sons.", "a widower", "Edgar Pym"),
]


@pytest.mark.parametrize(("text", "form", "name"), OF_WHOM)
def test_of_whom_it_is_said(read_people: ReadPeople, text: str, form: str, name: str) -> None:
    forms = [p.forms for p in read_people(text).personas if form in p.forms]
    assert len(forms) == 1
    assert name in forms[0]


def test_who_owns_up_tells_of_himself(read_people: ReadPeople) -> None:
    text = (
        "Otto Stack led the inquiry. Otto Stack was born in Hull. In May Stack arrested Albert Finch, a clerk, "
        "who admitted that he had lent her money but denied that he had been there. Stack retired in 1970."
    )
    finch = next(p for p in read_people(text).personas if p.name == "Albert Finch")
    said = [text[m.start : m.end] for m in finch.mentions]
    assert said.count("he") == 2


def test_new_teacher_who_arrives_is_nobody_told_of_before(read_people: ReadPeople) -> None:
    people = read_people(
        "Grandmother would not have her until the priest, old Father Cyprian, said it."
        " In the autumn of 1919 the new teacher arrived. He was called Viktor Halas and he walked from Turnov."
    )
    assert {"Cyprian", "Viktor Halas"} <= {p.name for p in people.personas}
    halas = next(p for p in people.personas if p.name == "Viktor Halas")
    assert "the new teacher" in halas.forms
