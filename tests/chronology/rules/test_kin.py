from __future__ import annotations

import pytest
from chronology.said import said, sets

from factoid.chronology.solving import solve
from factoid.model import Factoid

FATHER = said("kinship", "his father Jan", role="father", related=("p-2",))
MOTHER = said("kinship", "his mother Anna", role="mother", related=("p-2",))
SON = said("kinship", "Jan had a son", role="son", related=("p-1",), person="p-2")
BORN = said("birth", "was born in 1850", "1850", start=50)


def parent(statement_type: str, year: str) -> Factoid:
    return said(statement_type, f"the parent in {year}", year, person="p-2", start=90)


CASES = [
    # tie, what is said of the parent, contradiction, doubt
    (FATHER, parent("birth", "1820"), False, False),
    (FATHER, parent("birth", "1845"), True, False),
    (SON, parent("birth", "1845"), True, False),
    (FATHER, parent("birth", "1838"), False, True),
    (MOTHER, parent("birth", "1790"), False, True),
    (MOTHER, parent("birth", "1770"), True, False),
    (FATHER, parent("birth", "1790"), False, False),
    (MOTHER, parent("death", "1849"), True, False),
    (FATHER, parent("death", "1849"), False, False),
    (FATHER, parent("death", "1848"), True, False),
]


@pytest.mark.parametrize(("tie", "of_parent", "contradicts", "doubtful"), CASES)
def test_parents_are_older(tie: Factoid, of_parent: Factoid, contradicts: bool, doubtful: bool) -> None:  # noqa: FBT001
    solved = solve([tie, BORN, of_parent])
    assert sets(solved) == ([{tie.id, BORN.id, of_parent.id}] if contradicts else [])
    assert bool(solved.doubts) is doubtful


def test_nobody_is_both_parent_and_child_of_another() -> None:
    back = said("kinship", "her son Jan", role="son", related=("p-2",), source="s-b")
    assert sets(solve([FATHER, back])) == [{FATHER.id, back.id}]


def test_who_is_met_or_married_is_alive() -> None:
    met = said("meeting", "met Jan in 1880", "1880", related=("p-2",))
    wed = said("kinship", "married Anna in 1880", "1880", role="wife", related=("p-2",))
    for together in (met, wed):
        dead = parent("death", "1879")
        assert sets(solve([together, dead])) == [{together.id, dead.id}]
    child = parent("birth", "1878")
    assert sets(solve([wed, child])) == [{wed.id, child.id}]
    assert not solve([met, child]).contradictions
