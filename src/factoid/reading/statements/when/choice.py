"""Choosing the date of a statement among those it may have, by weights learnt from annotated texts.

The weights are data: ``resources/date_weights.json``, made by ``training/weigh_dates.py``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from math import exp

from factoid.dates import when_of_edtf
from factoid.reading.statements.drafts import Draft
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.when.dated import Dated
from factoid.reading.statements.when.evidence import Evidence, evidence
from factoid.reading.statements.when.lasting import (
    after_the_years,
    in_the_year_of_the_life,
    now_so,
    outlived,
    until_death,
    years_of_war,
)
from factoid.reading.statements.when.nearness import is_near
from factoid.reading.statements.when.options import NOTHING_TOLD, options
from factoid.reading.statements.when.seen_from import done_before
from factoid.reading.statements.when.told_dates import ToldDates

_SURE = (".bracket",)  #: rules whose date stands with the words themselves and needs no weighing


_WEIGHED = 8  #: of the options, how many of the likeliest are held against each other
_DAY = re.compile(r"(-?\d{4})-\d\d(?:-\d\d)?[?~%]?")
_NOTHING: tuple[frozenset[str], dict[str, int]] = (frozenset(), {})
_NEARLY_RIGHT = 0.5  #: what a date near the right one is worth


@dataclass(frozen=True)
class DateWeights:
    """What each fact counts for each head, in thousandths; none at all is a date to choose too.

    Whole numbers add up to the same in any order, and sets have none.
    """

    of: dict[str, dict[str, int]]
    caution: int = 0  #: what is added to none at all
    #: rules whose statements seldom have a date that is not told with them
    seldom: frozenset[str] = frozenset()

    def best(self, given: Evidence, dates: Sequence[str | None]) -> int:
        """Return the number of the option that is most likely right or near; the first is none at all."""
        totals = self.totals(given)
        return most_likely(totals, dates, self.caution)

    def totals(self, given: Evidence) -> list[int]:
        """Return what speaks for each option, in thousandths."""
        known: dict[tuple[str, frozenset[str]], int] = {}

        def total(head: str, facts: frozenset[str]) -> int:
            found = known.get((head, facts))
            if found is None:
                found = known[head, facts] = self._sum(head, facts)
            return found

        return [
            sum([total(head, given.about) for head in heads]) + sum([total(*pair) for pair in own])
            for heads, own in zip(given.heads, given.own, strict=True)
        ]

    def _sum(self, head: str, facts: frozenset[str]) -> int:
        known, row = self._rows.get(head, _NOTHING)
        return sum(map(row.__getitem__, known & facts))

    @cached_property
    def _rows(self) -> dict[str, tuple[frozenset[str], dict[str, int]]]:
        """Return the facts of each head, as a set, with what they count."""
        return {head: (frozenset(row), row) for head, row in self.of.items()}


def most_likely(totals: Sequence[int], dates: Sequence[str | None], caution: int) -> int:
    """Return the option that is right or near with the greatest likelihood, given thousandths of log-odds.

    A year and a month of it, a day and its month support each other: *1834* is chosen where half speaks for
    *1834/..* and half for *1834*.
    """
    likely = sorted(range(1, len(totals)), key=totals.__getitem__, reverse=True)[:_WEIGHED]
    none = totals[0] + caution
    top = max(none, *(totals[n] for n in likely)) if likely else none
    odds = {n: exp((totals[n] - top) / 1000) for n in likely}
    best, worth = 0, exp((none - top) / 1000)
    for n in likely:
        near = sum(odds[m] for m in likely if m != n and is_near(dates[n], dates[m]))
        if odds[n] + _NEARLY_RIGHT * near > worth:
            best, worth = n, odds[n] + _NEARLY_RIGHT * near
    return best


def weights_of(flat: Mapping[str, float], caution: float = 0.0, seldom: Iterable[str] = ()) -> DateWeights:
    """Return weights from features written out as ``HEAD | FACT``."""
    of: dict[str, dict[str, int]] = {}
    for feature, weight in flat.items():
        head, _, fact = feature.partition(" | ")
        of.setdefault(head, {})[fact] = round(weight * 1000)
    return DateWeights(of, round(caution * 1000), frozenset(seldom))


@cache
def date_weights() -> DateWeights:
    """Return the weights that come with the package."""
    source = resources.files("factoid.resources").joinpath("date_weights.json")
    data = json.loads(source.read_text("utf-8"))
    return weights_of(data["weights"], data["caution"], data.get("seldom", ()))


def date_of(
    draft: Draft, passage: Passage, rule: Dated | None, weights: DateWeights, told: ToldDates = NOTHING_TOLD
) -> Dated | None:
    """Return the likeliest date of a statement, where ``rule`` is what its clause and its sentence give.

    A date in the words of the clause itself is taken as it is; what is weighed is what else the story allows.
    """
    known = (
        outlived(draft, passage, told)
        or now_so(draft, rule, passage)
        or in_the_year_of_the_life(draft, rule, passage, told)
    )
    if known is not None:
        return known
    if is_settled(draft, rule):
        return until_death(draft, rule, passage, told) if rule is not None else None
    if draft.rule in weights.seldom:
        return None
    known = after_the_years(draft, passage) or years_of_war(draft, rule, passage)
    if known is not None:
        return known
    open_to = options(draft, passage, rule, told)
    if len(open_to) == 1:
        return None
    given = evidence(draft, passage, open_to, rule)
    found = open_to[weights.best(given, [o.edtf for o in open_to])].dated()
    if found is None:
        return None
    if draft.type == "burial":
        return _its_year(found)
    return until_death(draft, done_before(draft, found, passage), passage, told)


def _its_year(date: Dated) -> Dated:
    """Return the year of a day that is not told of it: who died on 2 May was buried that year, not that day."""
    day = _DAY.fullmatch(date.when.edtf)
    if day is None or date.is_told:
        return date
    return Dated(when_of_edtf(day[1], basis=date.inference or ""), None, date.inference)


def is_settled(draft: Draft, rule: Dated | None) -> bool:
    """Whether the date stands with the words themselves, so that nothing is to be weighed."""
    return draft.undated or draft.rule.endswith(_SURE) or (rule is not None and rule.span is not None)
