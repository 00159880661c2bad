"""Likelihoods of the model and the shares found right that are given as confidence."""

from dataclasses import replace

import pytest

from factoid.reading.statements.weighing.judging import ClauseWeights, Weights, statement_weights

CLAUSES = ClauseWeights(types=("event",), bias=(0.0,), of={})
TABLE = Weights(bias=0.0, of={}, threshold=0.3, clauses=CLAUSES, shares={"": ((0.4, 0.2), (0.8, 0.6))})


@pytest.mark.parametrize(
    ("likelihood", "share"), [(0.1, 0.2), (0.4, 0.2), (0.6, 0.4), (0.8, 0.6), (0.99, 0.6)]
)
def test_a_likelihood_is_given_as_the_share_found_right(likelihood: float, share: float) -> None:
    assert TABLE.measured(likelihood) == pytest.approx(share)


def test_without_a_table_the_likelihood_stands() -> None:
    assert Weights(bias=0.0, of={}, threshold=0.3, clauses=CLAUSES).measured(0.7) == 0.7


def test_the_shares_that_come_with_the_package_rise() -> None:
    tables = statement_weights().shares
    assert "" in tables
    for shares in tables.values():
        assert list(shares) == sorted(shares)
        assert [s for _, s in shares] == sorted(s for _, s in shares)


def test_a_type_may_have_shares_of_its_own() -> None:
    weights = replace(TABLE, shares={**TABLE.shares, "event": ((0.4, 0.1), (0.8, 0.3))})
    assert weights.measured(0.8, "event") == pytest.approx(0.3)
    assert weights.measured(0.8, "birth") == pytest.approx(0.6)
