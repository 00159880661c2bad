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
    # to whom a mother bears a child is no child of hers
    (
        "Karl Low was a miller. Karl's first wife, Ida, bore him one son, Otto, who emigrated in 1892.",
        {
            ("Karl Low", "wife", "Ida"),
            ("Ida", "husband", "Karl Low"),
            ("Otto", "mother", "Ida"),
            ("Ida", "son", "Otto"),
            ("Otto", "father", "Karl Low"),
            ("Karl Low", "son", "Otto"),
        },
    ),
    # whose wife she is beside whom she is named
    (
        "Max Brandt resigned. Rosa's parents were Karl Low, a smith, and Ida, his wife.",
        {
            ("Rosa", "father", "Karl Low"),
            ("Karl Low", "daughter", "Rosa"),
            ("Rosa", "mother", "Ida"),
            ("Ida", "daughter", "Rosa"),
            ("Karl Low", "wife", "Ida"),
            ("Ida", "husband", "Karl Low"),
        },
    ),
    # a word for kin with a capital is a priest's title in what somebody tells of himself
    ("Father Brandt resigned in 1800. I was born at Ely. Ida Low taught me. I love her.", set()),
    ("Brother Emil came to Ely in 1350. Karl Low was the abbot.", set()),
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
    (
        "Emil Berg was born in 1810. He was the son of Karl Low by his consort, Ida Stern.",
        {
            ("Emil Berg", "father", "Karl Low"),
            ("Karl Low", "son", "Emil Berg"),
            ("Emil Berg", "mother", "Ida Stern"),
            ("Ida Stern", "son", "Emil Berg"),
            ("Karl Low", "spouse", "Ida Stern"),
            ("Ida Stern", "husband", "Karl Low"),
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
    (
        "Peter Kern was married first to Nora Damm and then to Martha Mayer.",
        {
            ("Peter Kern", "wife", "Nora Damm"),
            ("Nora Damm", "husband", "Peter Kern"),
            ("Peter Kern", "wife", "Martha Mayer"),
            ("Martha Mayer", "husband", "Peter Kern"),
        },
    ),
    # to whom children are borne is no child
    (
        "Sophie Lahr bore her husband, Duke Albert, six children.",
        {("Sophie Lahr", "husband", "Duke Albert"), ("Duke Albert", "wife", "Sophie Lahr")},
    ),
    (
        "Rolf Hahn's parents were Emil Hahn, a tailor, and Bertha Klein.",
        {
            ("Rolf Hahn", "father", "Emil Hahn"),
            ("Emil Hahn", "son", "Rolf Hahn"),
            ("Rolf Hahn", "mother", "Bertha Klein"),
            ("Bertha Klein", "son", "Rolf Hahn"),
        },
    ),
    # whose son *their son* is: of the two named together
    (
        "Tom Low and Ann Low ran the inn. John Low, their son, became director in 2006.",
        {
            ("John Low", "father", "Tom Low"),
            ("Tom Low", "son", "John Low"),
            ("John Low", "mother", "Ann Low"),
            ("Ann Low", "son", "John Low"),
        },
    ),
    # whoever is somebody's brother's son is not that brother's brother
    (
        "King Karl was succeeded by Otto, the son of his brother Emil.",
        {
            ("Otto", "father", "Emil"),
            ("Emil", "son", "Otto"),
            ("King Karl", "brother", "Emil"),
            ("Emil", "brother", "King Karl"),
        },
    ),
    # two callings before a name are one person's
    (
        "Mike Norr is the son of the famous actor and boxing champion Chuck Norr.",
        {("Mike Norr", "father", "Chuck Norr"), ("Chuck Norr", "son", "Mike Norr")},
    ),
    (
        "Mike Norr is the son of the more famous actor and martial arts champion Chuck Norr.",
        {("Mike Norr", "father", "Chuck Norr"), ("Chuck Norr", "son", "Mike Norr")},
    ),
    # what opens a clause tells whose son its subject is
    (
        "Born in Brussels as the second son of Leopold Voss and Louise Roth, he moved to Ely.",
        {
            ("unnamed man", "father", "Leopold Voss"),
            ("Leopold Voss", "son", "unnamed man"),
            ("unnamed man", "mother", "Louise Roth"),
            ("Louise Roth", "son", "unnamed man"),
        },
    ),
    # names past a colon are those of the sons
    (
        "Ida Fels left two sons by her first husband, Karl Berg: Otto and Emil.",
        {("Ida Fels", "husband", "Karl Berg"), ("Karl Berg", "wife", "Ida Fels")},
    ),
    # in an entry, the wife's father is not the husband's
    (
        "Pole, William. s. of R. Denham; m. 1602, Joan, da. of H. Carew.",
        {
            ("William Pole", "father", "R. Denham"),
            ("R. Denham", "son", "William Pole"),
            ("William Pole", "wife", "Joan"),
            ("Joan", "husband", "William Pole"),
            ("Joan", "father", "H. Carew"),
            ("H. Carew", "daughter", "Joan"),
        },
    ),
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


def test_what_a_marriage_produces_is_the_couples() -> None:
    told = ties(
        "Ada Low's marriage to Sir Miles Hall produced one son, Miles, and two daughters, Jane and Eliza."
    )
    assert {("Miles", "mother", "Ada Low"), ("Miles", "father", "Sir Miles Hall")} <= told
    assert ("Miles", "mother", "Jane") not in told


def test_those_born_to_parents_are_not_the_parents() -> None:
    assert ("Moritz", "mother", "Rosa Stern") not in ties(
        "Born to Jewish parents, Moritz and Rosa Stern, Ida left."
    )
