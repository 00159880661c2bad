"""Judging: how likely a draft is what the text says, and of which type a clause is, from weights learnt.

The weights are data: ``resources/statement_weights.json``, made by ``training/weigh_statements.py`` from
annotated texts; the model card is in the documentation. A likelihood is the logistic of a sum of weights.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import resources
from math import exp
from typing import Any

import numpy as np
from numpy.typing import NDArray

from factoid.reading.statements.weighing.encoder import Encoder

_HEARD = 0.4  #: what the encoder counts beside the weights, where it is heard
_BIAS = 0  #: the row of the biases in the table of weights


def logistic(total: float) -> float:
    """Return the likelihood that a sum of weights stands for."""
    return 1.0 / (1.0 + exp(-max(min(total, 30.0), -30.0)))


def with_heard(total: float, heard: float) -> float:
    """Return the likelihood that a sum of weights stands for, with what an encoder's log-odds make of it."""
    return (1 - _HEARD) * logistic(total) + _HEARD * logistic(heard)


@dataclass(frozen=True)
class ClauseWeights:
    """What each feature of somebody's part in a clause counts for each type of statement."""

    types: tuple[str, ...]
    bias: tuple[float, ...]
    of: dict[str, tuple[tuple[int, float], ...]]  #: feature -> (number of the type, weight) …
    threshold: float = 0.33
    second: float = 0.5  #: how likely a further type must be, where a clause states two things

    def likely(
        self,
        features: Sequence[str],
        *,
        but: frozenset[str] = frozenset(),
        least: float | None = None,
        heard: Sequence[float] | None = None,
    ) -> list[tuple[str, float]]:
        """Return the types that are likely enough to keep, the likeliest first; none of ``but``.

        ``least`` is asked of the first instead of the usual threshold. ``heard``: what else says how likely each
        type is, as log-odds.
        """
        asked = self.threshold if least is None else least
        totals = self._totals(features)
        weighed = totals if heard is None else list(map(with_heard, totals, heard))
        possible = (n for n in range(len(weighed)) if self.types[n] not in but)
        ranked = sorted(possible, key=lambda n: -weighed[n])
        kept = [(self.types[n], logistic(totals[n]) if heard is None else weighed[n]) for n in ranked[:3]]
        return [(t, p) for i, (t, p) in enumerate(kept) if p >= (self.second if i else asked)]

    def _totals(self, features: Sequence[str]) -> list[float]:
        numbers, rows = self._table
        known = [number for feature in features if (number := numbers.get(feature))]
        totals: list[float] = np.add.reduce(rows[[_BIAS, *known]]).tolist()  # in the order of the features
        return totals

    @cached_property
    def _table(self) -> tuple[dict[str, int], NDArray[np.float64]]:
        """Return the number of each feature's row, from 1, and the rows: the biases, then those of the features."""
        rows = np.zeros((1 + len(self.of), len(self.types)))
        rows[_BIAS] = self.bias
        for at, row in enumerate(self.of.values(), start=1):
            for number, weight in row:
                rows[at, number] = weight
        return {feature: at for at, feature in enumerate(self.of, start=1)}, rows


@dataclass(frozen=True)
class Weights:
    """What each feature of a draft counts for, and how likely a draft must be to be kept."""

    bias: float
    of: dict[str, float]
    threshold: float
    clauses: ClauseWeights
    bars: Mapping[str, float] = field(default_factory=dict)  #: types of which more is asked than of others
    #: for types measured by themselves, and for all others (""): likelihood -> share found right; rising
    shares: Mapping[str, tuple[tuple[float, float], ...]] = field(default_factory=dict)
    encoder: Encoder | None = None  #: what is heard beside them

    def asks(self, type_: str) -> float:
        """Return how likely a draft of the type must be to be kept."""
        return self.bars.get(type_, self.threshold)

    def measured(self, likelihood: float, type_: str = "") -> float:
        """Return how often statements of this likelihood were found right in texts not learnt from."""
        shares = self.shares.get(type_) or self.shares.get("")
        if not shares:
            return likelihood
        low = shares[0]
        for high in shares:
            if likelihood <= high[0]:
                if high[0] == low[0]:
                    return high[1]
                return low[1] + (high[1] - low[1]) * (likelihood - low[0]) / (high[0] - low[0])
            low = high
        return low[1]

    def confidence(self, features: Sequence[str], heard: float | None = None) -> float:
        """Return how likely a draft with these features is right. ``heard``: its log-odds by what else is known."""
        total = self.bias + sum([self.of.get(feature, 0.0) for feature in features])
        return logistic(total) if heard is None else with_heard(total, heard)


@cache
def statement_weights() -> Weights:
    """Return the weights that come with the package."""
    source = resources.files("factoid.resources").joinpath("statement_weights.json")
    return weights_of(json.loads(source.read_text("utf-8")))


def weights_of(data: Mapping[str, Any]) -> Weights:
    """Return weights from the values that `training/weigh_statements.py` writes."""
    clauses = data["clauses"]
    return Weights(
        bias=data["bias"],
        of=data["weights"],
        threshold=data["threshold"],
        bars=data["bars"],
        shares={
            type_: tuple((likelihood, share) for likelihood, share in rows)
            for type_, rows in data["shares"].items()
        },
        clauses=ClauseWeights(
            types=tuple(clauses["types"]),
            bias=tuple(clauses["bias"]),
            of={f: tuple((n, w) for n, w in row) for f, row in clauses["weights"].items()},
            threshold=clauses["threshold"],
            second=clauses["second"],
        ),
    )
