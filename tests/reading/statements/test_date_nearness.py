"""When two dates of one statement are the same, near, or apart."""

from __future__ import annotations

import pytest

from factoid.reading.statements.when.nearness import is_near, is_same

PAIRS = [
    # one, other, same, near
    ("1834", "1834", True, True),
    ("1834~", "1834", True, True),  # doubts aside
    ("1834/..", "1834", False, True),  # the one known end
    ("../1834", "1834-05", False, True),
    ("1834/..", "1836", False, False),
    ("1834", "1834-05", False, False),  # twelve times as wide
    ("1834-05", "1834-05-03", False, True),  # a month and its day
    ("1834/1836", "1835", False, True),
    ("1830/1840", "1835", False, False),
    ("1834", "1835", False, False),
    (None, None, True, False),
    (None, "1834", False, False),
    ("nonsense", "1834", False, False),
]


@pytest.mark.parametrize(("one", "other", "same", "near"), PAIRS)
def test_two_dates_either_way_round(one: str | None, other: str | None, *, same: bool, near: bool) -> None:
    assert (is_same(one, other), is_same(other, one)) == (same, same)
    assert (is_near(one, other), is_near(other, one)) == (near, near)
