from __future__ import annotations

import pytest

from factoid.evaluation.dates import Agreement, agreement_of_dates

CASES = [
    # gold, got, agreement
    (None, None, "equal"),
    ("1938", None, "wrong"),
    (None, "1938", "wrong"),
    ("1938-06", "1938-06", "equal"),
    ("1920~", "1920", "equal"),  # doubt is compared elsewhere
    ("1938-06", "1938-06-09", "compatible"),  # a month is near enough to its days
    ("1938", "1938-06-09", "wrong"),  # a year is not
    ("1937/1938", "1938", "compatible"),
    ("1788/..", "1788", "compatible"),
    ("1788/..", "1788-05", "compatible"),
    ("../1937", "1937", "compatible"),
    ("../1937", "1930", "wrong"),
    ("1938-24", "1938-01", "wrong"),  # a winter is wide
    ("1938-21", "1938-04", "compatible"),
    ("193X", "1931/1939", "compatible"),
    ("19XX", "1931", "wrong"),
    ("1938-02-30", "1938-02", "wrong"),  # no such day
    ("[1937,1938]", "1937/1938", "equal"),
]


@pytest.mark.parametrize(("gold", "got", "agreement"), CASES)
def test_agreement(gold: str | None, got: str | None, agreement: str) -> None:
    assert agreement_of_dates(gold, got) is Agreement(agreement)
