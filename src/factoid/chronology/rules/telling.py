"""A story is told in its order, mostly: the weakest reason, and the first to give way."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factoid.chronology.case import Case
from factoid.chronology.constraint import Constraint, Strength
from factoid.chronology.result import Rule
from factoid.chronology.vocabulary import Kind, is_out_of_order, is_told_in_order, kind_of
from factoid.model import Certainty, Factoid

_FAR = 1200  #: characters of the text; beyond, a story may have begun anew


def telling(case: Case) -> Iterator[Constraint]:
    """Yield that of two events told one after the other, the second did not start first."""
    for factoids in case.by_source.values():
        told = [f for f in factoids if _is_told(case, f)]
        for first, second in pairwise(told):
            gap = second.start - first.end
            if gap > _FAR or case.event(first).start == case.event(second).start:
                continue
            words = f"{case.quoted(second)} is told after {case.quoted(first)}"
            step = case.step(Rule.TOLD, words, second, firm=False)
            yield Constraint(
                case.event(first).start,
                case.event(second).start,
                0,
                step,
                Strength.TOLD,
                (first.id, second.id),
                weight=-gap,
            )


def _is_told(case: Case, factoid: Factoid) -> bool:
    return (
        is_told_in_order(factoid)
        and kind_of(factoid) is not Kind.ONCE
        and factoid.certainty is Certainty.ASSERTED
        and not is_out_of_order(case.sentence(factoid).content)
    )
