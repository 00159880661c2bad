from __future__ import annotations

import pytest
from chronology.said import days, likely, said

from factoid.chronology.case import Case
from factoid.chronology.rules.telling import telling
from factoid.chronology.solving import solve
from factoid.model import Certainty, Factoid

FIRST = said("travel", "In 1938 he fled", "1938")
SECOND = said("meeting", "he met a farmer", start=40)

UNTOLD = [
    said("office", "was a clerk", start=40),  # a state has no place in the order
    said("meeting", "he had met a farmer", start=40),  # looks back
    said("meeting", "he met a farmer", start=4000),  # the story may have begun anew
    said("meeting", "he met a farmer", start=40, certainty=Certainty.ATTRIBUTED),
    said("meeting", "he met a farmer", start=40, source="s-b"),
    said("death", "he died", start=40),
]


def test_what_is_told_later_is_not_earlier() -> None:
    (order,) = telling(Case([FIRST, SECOND]))
    assert order.rests_on == (FIRST.id, SECOND.id)
    assert likely(solve([FIRST, SECOND]).times[SECOND.id]) == days("1938-01-01", None)


@pytest.mark.parametrize("factoid", UNTOLD)
def test_what_has_no_place_in_the_order(factoid: Factoid) -> None:
    assert not list(telling(Case([FIRST, factoid])))


def test_the_nearer_of_two_orders_that_clash_is_kept() -> None:
    back = said("travel", "In 1920 he came to Riga", "1920", start=900)
    near = said("meeting", "he met a farmer", start=860)
    time = solve([FIRST, near, back]).times[near.id]
    assert time.likely_latest == days(None, "1920-12-31").latest
    assert time.likely_earliest is None
