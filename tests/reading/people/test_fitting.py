from __future__ import annotations

import pytest

from factoid.reading.people.fitting import fit, name_of


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
