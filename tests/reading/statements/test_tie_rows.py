"""Several ties told in a row: all are told of whom the first is told of, but for what is told of a name between."""

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
    # a row of three, in which the second stands behind the name of a man
    (
        "Ruth Hale (1701–1760) was the sister of Karl Low, aunt of Jan Berg, and mother of Eva Hale.",
        {
            ("Karl Low", "sister", "Ruth Hale"),
            ("Jan Berg", "other", "Ruth Hale"),
            ("Eva Hale", "mother", "Ruth Hale"),
        },
        {"Ruth Hale"},
    ),
    # kings have numbers; the father is a man although *sister* follows upon his name
    (
        "Clara of Alten (1546–1568) was a daughter of King Henry II, sister of Kings Francis II and Charles IX, "
        "and wife of Philip of Arles.",
        {
            ("Clara of Alten", "father", "Henry II"),
            ("Clara of Alten", "brother", "Francis II"),
            ("Clara of Alten", "brother", "Charles IX"),
            ("Clara of Alten", "husband", "Philip of Arles"),
        },
        {"Clara of Alten"},
    ),
    # beside the name, in an entry
    (
        "Edith Vane, second daughter of George Vane, niece of Admiral Pell and widow of Thomas Ford, died in 1811.",
        {
            ("Edith Vane", "father", "George Vane"),
            ("Edith Vane", "husband", "Thomas Ford"),
        },
        {"Edith Vane"},
    ),
    (
        "Otto Reuss was a judge. He was the father of Heinz, Karl and Ernst, and father-in-law of Teresa Baden.",
        {("Teresa Baden", "other", "Otto Reuss"), ("Karl", "father", "Otto Reuss")},
        {"Otto Reuss"},
    ),
    # near misses: one tie more, told of the name that it stands behind
    (
        "Max Roth was the son of Emil Roth, brother of the banker Karl Roth.",
        {("Emil Roth", "brother", "Karl Roth"), ("Max Roth", "father", "Emil Roth")},
        {"Max Roth", "Emil Roth"},
    ),
    (
        "Ida Holm was married to Ivan Petrov, son of Pavel Petrov and grandson of Nikita Petrov.",
        {("Ivan Petrov", "father", "Pavel Petrov"), ("Nikita Petrov", "other", "Ivan Petrov")},
        {"Ida Holm", "Ivan Petrov"},
    ),
]


@pytest.mark.parametrize(("text", "told", "tied"), TOLD)
def test_ties_in_a_row_are_told_of_whom_the_first_is_told_of(
    text: str, told: set[Tie], tied: set[str]
) -> None:
    """Each tie is found, and none joins two who are not among those of whom the row tells."""
    found = ties(text)
    assert told <= found
    assert all(one in tied or other in tied for one, _, other in found), found
