"""A story is told in its order, mostly: the weakest reason, and the first to give way."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factoid.chronology.case import Case
from factoid.chronology.constraint import Constraint, Strength
from factoid.chronology.network import ORIGIN
from factoid.chronology.result import Rule
from factoid.chronology.rules.ages import stated_duration
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
                (case.id(first), case.id(second)),
                weight=-gap,
            )


def between_times(case: Case) -> Iterator[Constraint]:
    """Yield that an undated event lies between the times that the text tells before and behind it."""
    for factoid in case.certain():
        passage = case.passages.get(case.id(factoid))
        if factoid.when is not None or passage is None or not _is_told(case, factoid):
            continue
        point = case.event(factoid).start
        for told, side in ((passage.told_before, "after"), (passage.told_after, "before")):
            gap = 0 if told is None else max(factoid.start - told.end, told.start - factoid.end)
            if told is None or gap > _FAR:
                continue
            words = f"{case.quoted(factoid)} is told {side} “{told.text}”"
            step = case.step(Rule.TOLD, words, factoid, firm=False, words=told.text)
            if side == "after" and told.when.earliest is not None:
                yield Constraint(
                    ORIGIN, point, told.when.earliest, step, Strength.TOLD, (case.id(factoid),), -gap
                )
            if side == "before" and told.when.latest is not None:
                yield Constraint(
                    point, ORIGIN, -told.when.latest, step, Strength.TOLD, (case.id(factoid),), -gap
                )


def _is_told(case: Case, factoid: Factoid) -> bool:
    """Say whether a statement has a place in the order; a spell has one where its length is told: *for two years*."""
    return (
        (is_told_in_order(factoid) or stated_duration(case, factoid) is not None)
        and kind_of(factoid) is not Kind.ONCE
        and factoid.certainty is Certainty.ASSERTED
        and not is_out_of_order(case.sentence(factoid).content)
    )
