"""Posts and callings compared."""

from __future__ import annotations

import pytest

from factoid.bodies import compare_posts, read_post

OPPOSITE = {"more precise": "less precise", "less precise": "more precise"}

RELATIONS = [
    ("deputy head", "vice-chief", "equivalent"),
    ("head of the Far Eastern NKVD", "chief of the UNKVD", "more precise"),
    ("NKVD chief", "head of the NKVD", "equivalent"),
    ("deputy head of the Rostov NKVD", "deputy chief of the NKVD in Rostov", "equivalent"),
    ("head", "deputy head", "different"),
    ("first deputy chief", "deputy head", "more precise"),
    ("acting director", "director", "more precise"),
    ("former head of the INO", "chief of the Foreign Department of the OGPU", "equivalent"),
    ("head of the Kharkov GPU", "head of the Kiev GPU", "different"),
    ("first secretary of the Kharkov obkom", "first secretary of the Kiev obkom", "different"),
    ("People's Commissar of Internal Affairs", "head of the NKVD", "more precise"),
    ("minister of war", "War minister", "equivalent"),
    ("deputy", "deputy chief of the OGPU", "less precise"),
    ("deputy to the head", "deputy head", "same"),
    ("assistant head", "deputy head", "unknown"),
    ("vice president", "president", "different"),
    ("chief of staff of the 39th Rifle Corps", "chief of staff", "more precise"),
    ("senior investigator", "junior investigator", "different"),
    ("chairman of the OGPU", "head of the OGPU", "more precise"),
    ("head of the OGPU in Kharkov", "head of the NKVD in Kharkov", "equivalent"),
    ("governor of Bombay", "Governor of Madras", "different"),
    ("tailor", "cap maker", "different"),
    ("hatter", "cap-maker", "equivalent"),
    ("poet", "writer", "more precise"),
    ("lord of the manor", "soothsayer", "unknown"),
    ("the Director", "director", "same"),
]


@pytest.mark.parametrize(("a", "b", "kind"), RELATIONS)
def test_relations_hold_and_turn_round(a: str, b: str, kind: str) -> None:
    told = compare_posts(a, b)
    assert told.kind == kind, told.reason
    assert told.reason
    assert compare_posts(b, a).kind == OPPOSITE.get(kind, kind)


def test_the_words_of_a_post_are_kept_apart() -> None:
    told = read_post("former first deputy head of the Far Eastern NKVD")
    assert (set(told.grades), told.name, told.body) == ({"first deputy"}, "head", "Far Eastern NKVD")
