from __future__ import annotations

import pytest

from factoid.reading.statements.dating import life_dated

CASES = [
    # what stands before the date                     what the date tells of
    ("WEIR, Anna, weaver, b. ", "birth"),
    ("WEIR, Anna, weaver, b. at Graz, ", "birth"),
    ("Anna Weir was born in Graz on ", "birth"),
    ("schoolmaster; d. ", "death"),
    ("bur. ", "burial"),
    ("She moved to Graz in ", None),
    ("Born of poor parents, she left in ", None),
]


@pytest.mark.parametrize(("before", "type_"), CASES)
def test_knows_the_dates_that_tell_of_birth_and_death_alone(before: str, type_: str | None) -> None:
    assert life_dated(f"{before}9 Feb. 1887", len(before)) == type_
