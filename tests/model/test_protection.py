from __future__ import annotations

from datetime import date

import pytest

from factoid.model import Because, Life, day_before_which_all_are_dead, may_be_living

SINCE = 1000
CASES = [
    # what is known of a life                                   why it may not be over
    (Life(is_dead=True, is_born=True, born=2000), None),
    (Life(is_born=True, born=999), None),
    (Life(is_born=True, born=1000), Because.BORN),
    (Life(is_born=True, born=999, told=5000), None),  # a birth decides
    (Life(is_born=True, told=5000), Because.TOLD),  # but not without a day
    (Life(told=1000), Because.TOLD),
    (Life(told=999, company=5000), None),
    (Life(company=1000), Because.COMPANY),
    (Life(company=999), None),
    (Life(), None),
]


@pytest.mark.parametrize(("life", "because"), CASES)
def test_who_may_be_living(life: Life, because: Because | None) -> None:
    assert may_be_living(life, since=SINCE) is because


def test_a_life_is_so_many_years_also_on_the_29th_of_february() -> None:
    assert day_before_which_all_are_dead(date(2026, 3, 1), years=110) == date(1916, 3, 1).toordinal()
    assert day_before_which_all_are_dead(date(2024, 2, 29), years=110) == date(1914, 2, 28).toordinal()
