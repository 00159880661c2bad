from __future__ import annotations

import pytest

from factoid.reading.people.fitting import agree, fit, name_of


@pytest.mark.parametrize(
    ("short", "full", "fits"),
    [
        ("Gromov", "Gromova Vera Ilyinichna", False),
        ("Gromova", "Pavel Gromov", False),
        ("Gromova", "Vera Gromova", True),
        ("Trubetskoy", "Maria Trubetskaya", False),
        ("Wolska", "Adam Wolski", False),
        ("Lind", "Anna Lind", True),
    ],
)
def test_the_surname_of_a_man_does_not_name_a_woman(short: str, full: str, fits: bool) -> None:  # noqa: FBT001
    assert (fit(name_of(short), name_of(full)) > 0) is fits


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Robt. Lind", "Robert Lind", True),
        ("Wm. Lind", "William Lind", True),
        ("Jas. Lind", "James Lind", True),
        ("Jas. Lind", "John Lind", False),
        ("Maria Lind", "Anna Maria Lind", True),
        ("Paul Lind", "Anna Paul Lind", False),
    ],
)
def test_a_given_name_may_be_shortened_or_a_later_one(one: str, other: str, is_same: bool) -> None:  # noqa: FBT001
    assert agree(name_of(one), name_of(other)) is is_same
