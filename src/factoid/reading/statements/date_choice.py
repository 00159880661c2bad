"""Choosing the date of a statement among those it may have, by weights learnt from annotated texts.

The weights are data: ``resources/date_weights.json``, made by ``training/weigh_dates.py``.
"""

from __future__ import annotations

import json
from collections.abc import Set
from dataclasses import dataclass
from functools import cache
from importlib import resources

from factoid.reading.statements.date_evidence import Evidence, evidence
from factoid.reading.statements.date_options import options
from factoid.reading.statements.dating import Dated
from factoid.reading.statements.drafts import Draft
from factoid.reading.statements.passage import Passage

_SURE = (".bracket",)  #: rules whose date stands with the words themselves and needs no weighing


@dataclass(frozen=True)
class DateWeights:
    """What each fact counts for each head, in thousandths; none at all is a date to choose too.

    Whole numbers add up to the same in any order, and sets have none.
    """

    of: dict[str, dict[str, int]]
    caution: int = 0  #: what is added to none at all

    def best(self, given: Evidence) -> int:
        """Return the number of the likeliest option; the first is none at all."""
        shared = {head: self._sum(head, given.about) for head in {h for heads in given.heads for h in heads}}
        totals = [
            sum(shared[head] for head in heads) + sum(self._sum(head, facts) for head, facts in own)
            for heads, own in zip(given.heads, given.own, strict=True)
        ]
        totals[0] += self.caution
        return max(range(len(totals)), key=lambda n: totals[n])

    def _sum(self, head: str, facts: Set[str]) -> int:
        row = self.of.get(head)
        return sum(map(row.__getitem__, row.keys() & facts)) if row else 0


def weights_of(flat: dict[str, float], caution: float = 0.0) -> DateWeights:
    """Return weights from features written out as ``HEAD | FACT``."""
    of: dict[str, dict[str, int]] = {}
    for feature, weight in flat.items():
        head, _, fact = feature.partition(" | ")
        of.setdefault(head, {})[fact] = round(weight * 1000)
    return DateWeights(of, round(caution * 1000))


@cache
def date_weights() -> DateWeights:
    """Return the weights that come with the package."""
    source = resources.files("factoid.resources").joinpath("date_weights.json")
    data = json.loads(source.read_text("utf-8"))
    return weights_of(data["weights"], data["caution"])


def date_of(draft: Draft, passage: Passage, rule: Dated | None, weights: DateWeights) -> Dated | None:
    """Return the likeliest date of a statement, where ``rule`` is what its clause and its sentence give.

    A date in the words of the clause itself is taken as it is; what is weighed is what else the story allows.
    """
    if draft.rule.endswith(_SURE) or (rule is not None and rule.span is not None):
        return rule
    open_to = options(draft, passage, rule)
    if len(open_to) == 1:
        return None
    return open_to[weights.best(evidence(draft, passage, open_to, rule))].dated()
