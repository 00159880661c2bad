"""Kin as ordinary sentences tell them: who is said to be whose, and nobody else."""

from __future__ import annotations

import pytest

import factoid

Tie = tuple[str, str, str]


def ties(text: str) -> set[Tie]:
    """Return who is what to whom by a text: person, role, the other."""
    reading = factoid.read(text)
    names = {persona.id: persona.name for persona in reading.personas}
    return {
        (names[f.person], f.role or "", names[f.related[0]]) for f in reading.factoids if f.type == "kinship"
    }


TOLD = [
    # a noun beside a predicate noun is said of the subject too
    (
        "Ottilie Kern (1836–1918) was a Swiss botanist, the daughter of Alphons Kern.",
        {("Ottilie Kern", "father", "Alphons Kern"), ("Alphons Kern", "daughter", "Ottilie Kern")},
    ),
    (
        "Lena Zabel was a Polish writer, translator and the youngest daughter of R. L. Zabor.",
        {("Lena Zabel", "father", "R. L. Zabor"), ("R. L. Zabor", "daughter", "Lena Zabel")},
    ),
    (
        "Theo Hale is the son of Harold Hale, QC and the brother of Peter Hale.",
        {
            ("Theo Hale", "father", "Harold Hale"),
            ("Harold Hale", "son", "Theo Hale"),
            ("Theo Hale", "brother", "Peter Hale"),
            ("Peter Hale", "brother", "Theo Hale"),
        },
    ),
    (
        "Emil Voss is the father of Rita Voss and the uncle of Hugo Lamm.",
        {
            ("Emil Voss", "daughter", "Rita Voss"),
            ("Rita Voss", "father", "Emil Voss"),
            ("Emil Voss", "other", "Hugo Lamm"),
            ("Hugo Lamm", "other", "Emil Voss"),
        },
    ),
    # a name beside it takes the noun
    (
        "Karl Low was a friend of Otto Berg, the son of Max Berg.",
        {("Otto Berg", "father", "Max Berg"), ("Max Berg", "son", "Otto Berg")},
    ),
    # what a name of the phrase is told by is not said of the subject
    (
        "Ivan is the son of Oleg Yarov and Alla Petrova (Boris Petrov's daughter).",
        {
            ("Ivan", "father", "Oleg Yarov"),
            ("Ivan", "mother", "Alla Petrova"),
            ("Oleg Yarov", "son", "Ivan"),
            ("Alla Petrova", "son", "Ivan"),
            ("Alla Petrova", "father", "Boris Petrov"),
            ("Boris Petrov", "daughter", "Alla Petrova"),
        },
    ),
    (
        "Ida Stern was the daughter of Moritz Stern and granddaughter of Jakob Stern.",
        {
            ("Ida Stern", "father", "Moritz Stern"),
            ("Moritz Stern", "daughter", "Ida Stern"),
            ("Ida Stern", "other", "Jakob Stern"),
            ("Jakob Stern", "other", "Ida Stern"),
        },
    ),
    # whose wife the other parent is
    (
        "John Tarrant was the son of William Tarrant by his second wife, Elizabeth Blake.",
        {
            ("John Tarrant", "father", "William Tarrant"),
            ("William Tarrant", "son", "John Tarrant"),
            ("John Tarrant", "mother", "Elizabeth Blake"),
            ("Elizabeth Blake", "son", "John Tarrant"),
            ("William Tarrant", "wife", "Elizabeth Blake"),
            ("Elizabeth Blake", "husband", "William Tarrant"),
        },
    ),
    # one of so many children
    (
        "Martha Quill was the eldest of five children born to Samuel Quill and Hannah Dove.",
        {
            ("Martha Quill", "father", "Samuel Quill"),
            ("Samuel Quill", "daughter", "Martha Quill"),
            ("Martha Quill", "mother", "Hannah Dove"),
            ("Hannah Dove", "daughter", "Martha Quill"),
        },
    ),
    # kin of two kinds in a row
    (
        "James Orr had two brothers, Michael and David, and a sister, Kate.",
        {
            ("James Orr", "brother", "Michael"),
            ("Michael", "brother", "James Orr"),
            ("James Orr", "brother", "David"),
            ("David", "brother", "James Orr"),
            ("James Orr", "sister", "Kate"),
            ("Kate", "brother", "James Orr"),
        },
    ),
    # a name told behind what its bearer is
    (
        "Mary Pohl remarried; her second husband was the dentist Karl Rau.",
        {("Mary Pohl", "husband", "Karl Rau"), ("Karl Rau", "wife", "Mary Pohl")},
    ),
    (
        "Martin Stone's youngest son, Mike Stone opened a shop.",
        {("Martin Stone", "son", "Mike Stone"), ("Mike Stone", "father", "Martin Stone")},
    ),
    # those who marry are two, however alike their names
    (
        "Dr. Larsen is married to Josephine Wu Larsen, a journalist.",
        {
            ("Dr. Larsen", "wife", "Josephine Wu Larsen"),
            ("Josephine Wu Larsen", "husband", "Dr. Larsen"),
        },
    ),
    (
        "Anton and Lulu have been happily married for 35 years.",
        {("Anton", "wife", "Lulu"), ("Lulu", "husband", "Anton")},
    ),
    ("Nadia and Peter are married to dancers.", set()),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_a_sentence_tells_these_ties_alone(text: str, told: set[Tie]) -> None:
    assert ties(text) == told


def test_what_opens_a_clause_does_not_take_its_subject() -> None:
    told = ties("Otto Brandt was a printer. By his first wife Otto had a daughter, Lena.")
    assert ("Otto Brandt", "daughter", "Lena") in told
    assert ("Otto Brandt", "wife", "Otto") not in told


def test_the_wife_before_is_not_she_who_is_married_now() -> None:
    told = ties("Emil Patry married Nina Roth in 1878 after the death of his first wife.")
    assert ("Emil Patry", "wife", "Nina Roth") in told
    assert len({other for person, role, other in told if person == "Emil Patry" and role == "wife"}) == 2
