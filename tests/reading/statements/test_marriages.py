"""Who married whom, whose child somebody is and what several are to one another, in the ways English has to tell it."""

from __future__ import annotations

import pytest
from reading.statements.conftest import Read

MARRIED = [
    "In 1866 Hedwig Brandt wed Richard Lange.",
    "Hedwig Brandt was wed to Richard Lange in 1866.",
    "Hedwig Brandt gave her hand to Richard Lange in 1866.",
    "Hedwig Brandt was given in marriage to Richard Lange.",
    "Her parents gave Hedwig Brandt in marriage to Richard Lange.",
    "Richard Lange led Hedwig Brandt to the altar.",
    "Richard Lange tied the knot with Hedwig Brandt in 1866.",
    "Richard Lange entered into a marriage with Hedwig Brandt in 1866.",
    "Richard Lange was joined in marriage to Hedwig Brandt.",
    "Richard Lange and Hedwig Brandt were married at Graz in 1866.",
    "Richard Lange and Hedwig Brandt were man and wife.",
    "The marriage of Richard Lange and Hedwig Brandt was childless.",
    "Richard Lange's marriage with Hedwig Brandt ended in divorce.",
    "Hedwig Brandt taught until her marriage to Richard Lange.",
    "After marriage to Richard Lange, Hedwig Brandt gave up teaching.",
]


def kin(read: Read, text: str) -> set[tuple[str, str | None, str]]:
    reading = read(text)
    names = {p.id: p.name for p in reading.personas}
    return {
        (names[f.person], f.role, names[r])
        for f in reading.factoids
        if f.type in ("kinship", "association")
        for r in f.related
    }


@pytest.mark.parametrize("text", MARRIED)
def test_a_marriage_is_told_from_both_sides(read: Read, text: str) -> None:
    assert kin(read, text) == {
        ("Hedwig Brandt", "husband", "Richard Lange"),
        ("Richard Lange", "wife", "Hedwig Brandt"),
    }


def test_a_marriage_told_by_a_noun_has_the_date_beside_it(read: Read) -> None:
    found = read("Hedwig Brandt taught at Ely until her marriage to Richard Lange in 1866.").factoids
    assert {f.date for f in found if f.type == "kinship"} == {"1866"}


def test_what_somebody_is_may_stand_before_the_verb(read: Read) -> None:
    found = read("Simon Orde, brewer, of Ely, married Lydia Pratt at Ely on 4 May 1811.").factoids
    assert {(f.role, f.date) for f in found if f.type == "kinship"} == {
        ("husband", "1811-05-04"),
        ("wife", "1811-05-04"),
    }
    assert kin(read, "Otto Berg, clerk, married; Ida Roth, widow, of Ely.") == set()


def test_after_whose_death_somebody_married_is_not_whom(read: Read) -> None:
    assert kin(read, "Hedwig Brandt married again after the death of Karl Dorn.") == set()


def test_those_who_give_somebody_in_marriage_are_not_married(read: Read) -> None:
    found = kin(read, "Karl Brandt gave Ida Roth in marriage to Otto Lind.")
    assert ("Otto Lind", "wife", "Ida Roth") in found
    assert not [tie for tie in found if "Karl Brandt" in tie]


RELATED = [
    ("Nina Lind gave birth to Ida in 1912.", ("Ida", "mother", "Nina Lind")),
    ("Otto Lind fathered Karl Lind in 1912.", ("Karl Lind", "father", "Otto Lind")),
    ("Karl Lind was adopted by Otto Lind in 1912.", ("Karl Lind", "father", "Otto Lind")),
    ("Karl Lind was born the son of the grocer Otto Lind.", ("Karl Lind", "father", "Otto Lind")),
    ("Karl Lind was born into the family of the grocer Otto Lind.", ("Karl Lind", "father", "Otto Lind")),
    ("Karl and Emil Lind were brothers.", ("Karl Lind", "brother", "Emil Lind")),
    ("The brothers Karl and Emil Lind went to sea.", ("Karl Lind", "brother", "Emil Lind")),
    ("Karl Lind and Ida Roth were rivals.", ("Ida Roth", "rival", "Karl Lind")),
    ("Karl Lind was related to Emil Roth.", ("Karl Lind", "other", "Emil Roth")),
    ("Otto Lind became engaged to Nina Roth in 1909.", ("Otto Lind", "fiancé", "Nina Roth")),
    ("Otto Lind came in 1766. His great-grandson Georg sailed.", ("Otto Lind", "other", "Georg")),
    ("Otto Lind came in 1766. The poet Emil Roth was his cousin.", ("Otto Lind", "other", "Emil Roth")),
    ("Otto Lind took in his wife's brother, Emil Roth.", ("Otto Lind", "other", "Emil Roth")),
    ("Otto Lind had an affair with Nina Roth.", ("Otto Lind", "lover", "Nina Roth")),
    ("Otto Lind made friends with Emil Roth.", ("Otto Lind", "friend", "Emil Roth")),
    ("Otto Lind entered the service of Emil Roth.", ("Otto Lind", "master", "Emil Roth")),
    ("Otto Lind leaves a wife, Nina, and two sons, Karl and Emil.", ("Otto Lind", "wife", "Nina")),
]


@pytest.mark.parametrize(("text", "tie"), RELATED)
def test_a_tie_is_told_by_a_verb_or_a_noun(read: Read, text: str, tie: tuple[str, str, str]) -> None:
    assert tie in kin(read, text)


def test_a_brother_in_law_is_not_married_nor_a_brother(read: Read) -> None:
    found = kin(read, "Otto Lind took in his wife's brother, Emil Roth.")
    assert {role for person, role, other in found if person == "Otto Lind" and other == "Emil Roth"} == {
        "other"
    }


def test_a_wife_among_the_children_left_is_no_child(read: Read) -> None:
    found = kin(read, "Otto Lind leaves a wife, Nina, two sons, Karl and Emil, and a daughter, Ida.")
    assert {role for person, role, other in found if other == "Nina" and person == "Otto Lind"} == {"wife"}


def test_who_is_somebodys_cousin_is_not_the_one_meant_by_his(read: Read) -> None:
    reading = read("Otto Lind came to Graz in 1766. The poet Emil Roth was his cousin.")
    lind = next(p for p in reading.personas if p.name == "Otto Lind")
    assert any(m.form == "pronoun" for m in lind.mentions)


def test_who_promises_his_niece_to_somebody_is_not_betrothed_himself(read: Read) -> None:
    found = kin(read, "Karl Brandt betrothed his niece Ida Roth to Otto Lind.")
    assert ("Otto Lind", "fiancé", "Ida Roth") in found
    assert not [tie for tie in found if "fiancé" in tie and "Karl Brandt" in tie]


_MET = "Karl Lind was born in Ely in 1880. There he met Ida Holm, the daughter of a smith. "


@pytest.mark.parametrize(
    "text", [_MET + "The two married in 1902.", _MET + "The two became husband and wife."]
)
def test_the_two_who_marry_are_they_who_met_and_not_her_father(read: Read, text: str) -> None:
    found = {(one, other) for one, role, other in kin(read, text) if role in ("husband", "wife")}
    assert found == {("Karl Lind", "Ida Holm"), ("Ida Holm", "Karl Lind")}
