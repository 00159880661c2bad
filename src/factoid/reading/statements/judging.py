"""Judging drafts: how likely each is what the text says, from weights learnt on annotated texts.

The weights are data (``resources/statement_weights.json``, made by ``training/weigh_statements.py``, described in its
model card). A draft's confidence is the logistic of the sum of the weights of its features.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import exp


@dataclass(frozen=True)
class Weights:
    """What each feature of a draft counts for, and how likely a draft must be to be kept."""

    bias: float
    of: dict[str, float]
    threshold: float

    def confidence(self, features: Sequence[str]) -> float:
        """Return how likely a draft with these features is a statement of the text."""
        total = self.bias + sum(self.of.get(feature, 0.0) for feature in features)
        return 1.0 / (1.0 + exp(-max(min(total, 30.0), -30.0)))


@cache
def statement_weights() -> Weights:
    """Return the weights that come with the package."""
    source = resources.files("factoid.resources").joinpath("statement_weights.json")
    data = json.loads(source.read_text("utf-8"))
    return Weights(bias=data["bias"], of=data["weights"], threshold=data["threshold"])
