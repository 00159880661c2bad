"""Of whom a clause tells: behind a comma alone, beside who tells it, behind *who*, of *they* and *both*."""

from __future__ import annotations

import pytest

import factoid

Told = tuple[str, str]


def told(text: str, *types: str) -> set[Told]:
    """Return the types and persons of what a text tells."""
    reading = factoid.read(text)
    names = {persona.id: persona.name for persona in reading.personas}
    return {(f.type, names[f.person]) for f in reading.factoids if f.type in types}


DEATHS = [
    # what is told of one of a list is not told of those behind it
    (
        "Ida Low had four children: Leon, born in 1901; Dora, who died of fever at the age of six; Rosa; and Max.",
        {"Dora"},
    ),
    ("Karl and Ida Low, who died in 1900, lived at Ely.", {"Karl Low", "Ida Low"}),
    # behind the trade of a father a clause goes on about whom the sentence names
    ("Karl Low married Ida Grenz, the daughter of a Graz apothecary, who died in 1926.", {"Ida Grenz"}),
    ("Ida Grenz, the daughter of a smith who died in 1926, was a singer.", {"father of Ida Grenz"}),
    # who tells it stands between commas
    (
        "Ida Low was born in Graz. Her father, she learned after the war, had died in a camp near Riga.",
        {"father of Ida Low"},
    ),
    ("Ida Low was born in Graz. Her father learned that Karl Berg had died near Riga.", {"Karl Berg"}),
    # the second half of a sentence is no note of the entry it stands in
    (
        "Ida Low, 1908\u20131991\n\nHer mother, who had refused to leave, perished in Linz in the winter of 1944.",
        {"mother of Ida Low"},
    ),
]


@pytest.mark.parametrize(("text", "who"), DEATHS)
def test_who_died(text: str, who: set[str]) -> None:
    assert {person for _, person in told(text, "death")} == who


def test_what_goes_on_behind_a_comma_is_of_the_same() -> None:
    text = (
        "Ida Low never left. Ida Low was kind. She loved Karl Berg. "
        "Karl was called up in 1914, was taken prisoner near Linz and spent three years in a camp at Riga."
    )
    assert told(text, "imprisonment") == {("imprisonment", "Karl Berg")}


def test_they_are_not_who_is_named_in_passing_nor_who_tells_it() -> None:
    text = (
        "I was born in 1930. My aunt Ida met my uncle, Emil Brand, a chemist who was then an assistant of Otto Reiner. "
        "They were married in April 1928, and I knew them well."
    )
    wed = {person for _, person in told(text, "kinship")}
    reading = factoid.read(text)
    names = {p.id: p.name for p in reading.personas}
    couple = {
        names[f.person] for f in reading.factoids if f.type == "kinship" and f.role in ("husband", "wife")
    }
    assert couple == {"Ida", "Emil Brand"} <= wed


def test_both_are_the_two_just_named_not_an_earlier_couple() -> None:
    text = "Ann Low married Otto Low in 1943. Otto was a friend of Max Roth, and both of them joined the Green Party."
    assert told(text, "membership") == {("membership", "Otto Low"), ("membership", "Max Roth")}


def test_her_mother_is_the_second_parent_told() -> None:
    text = "Ida Low was born in Graz, the only child of Otto Low, a judge, and the painter Rosa Berg. Her mother died."
    assert told(text, "death") == {("death", "Rosa Berg")}


def test_an_age_before_the_name_is_that_of_who_died() -> None:
    text = "Karl Low was the priest of Ely. On 5 November 1787 there died, aged 74, Count Jan Spork."
    assert ("birth", "Jan Spork") in told(text, "birth")


def test_us_is_no_place() -> None:
    reading = factoid.read("In 1781 the priest Karl Low came to us from Graz.")
    assert [f.place for f in reading.factoids if f.type == "travel"] == [None]


def test_who_is_said_to_write_says_i() -> None:
    heir = "His heir was Karl Berg, who is the writer of these lines."
    text = f"Otto Low came in 1800. {heir} I was born at Ely. I, and my son, live here."
    assert told(text, "birth") == {("birth", "Karl Berg")}
