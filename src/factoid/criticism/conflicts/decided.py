"""Conflicts and what people decided on them: found again after a re-reading, opened again by a new source."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import count

from factoid.criticism.accounts.families import may_be_one
from factoid.criticism.conflicts.claims import letter
from factoid.criticism.conflicts.weigh import weighed
from factoid.errors import UsageError
from factoid.model import Conflict, ConflictStatus, Decision, Judgement, Ruling, Verdict, Verdicted


class Decisions:
    """The decisions that stand, the latest first."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._by_source: dict[str, list[Judgement]] = defaultdict(list)
        for judgement in sorted(judgements, key=lambda j: j.id or 0, reverse=True):
            if judgement.verdict is Verdict.DECIDED and judgement.withdrawn is None and judgement.decision:
                for source in {at.source for _, _, at in judgement.decision.claims}:
                    self._by_source[source].append(judgement)

    def applied(self, conflict: Conflict) -> Conflict:
        """Return the conflict with the decision that was made on it, if any, under the id and sides it had then.

        It is open again if a source that had no claim then has one now.
        """
        fitting = self._on(conflict)
        judgement = fitting[0] if fitting else None
        decision = judgement.decision if judgement else None
        if judgement is None or decision is None:
            return conflict
        alike = (j.decision for j in fitting if j.decision and j.decision.verdict == decision.verdict)
        known = {at.source for decided in alike for _, _, at in decided.claims}
        is_new = any(claim.anchor.source not in known for claim in conflict.claims)
        verdict = Verdicted(
            decision=decision,
            reason=judgement.reason,
            author=judgement.author,
            made=judgement.made,
            judgement=judgement.id or 0,
        )
        return replace(
            _with_sides_of(conflict, decision),
            id=decision.conflict,
            verdict=verdict,
            status=ConflictStatus.REOPENED if is_new else ConflictStatus.DECIDED,
        )

    def _on(self, conflict: Conflict) -> list[Judgement]:
        """Return the decisions on a conflict, the latest first; one carried over to another edition is one more."""
        sources = {claim.anchor.source for claim in conflict.claims}
        candidates = {j.id: j for source in sources for j in self._by_source.get(source, ())}
        latest_first = (j for _, j in sorted(candidates.items(), key=lambda item: -(item[0] or 0)))
        return [j for j in latest_first if j.decision and is_on(j.decision, conflict)]


def is_on(decision: Decision, conflict: Conflict) -> bool:
    """Say whether a decision was about this conflict: the same field, and words of two of its sides meet."""
    if decision.field != conflict.field or not may_be_one((decision.type, conflict.type)):
        return False
    met = {side for side, _ in _meetings(conflict, decision)}
    sides = {side for side, _, _ in decision.claims}
    return len(met) >= min(2, len(sides))


def _meetings(conflict: Conflict, decision: Decision) -> Iterable[tuple[str, str]]:
    """Yield (side of the decision, side of the conflict) for each claim that stands where one stood then."""
    for claim in conflict.claims:
        for side, value, at in decision.claims:
            if claim.anchor.source == at.source and claim.anchor.span.overlaps(at.span):
                weight = 2 if claim.value == value else 1
                for _ in range(weight):
                    yield side, claim.side


def _with_sides_of(conflict: Conflict, decision: Decision) -> Conflict:
    """Return the conflict with its sides called as they were when it was decided."""
    names: dict[str, str] = {}
    for (then, now), _ in Counter(_meetings(conflict, decision)).most_common():
        if now not in names and then not in names.values():
            names[now] = then
    taken = {*names.values(), *(side for side, _, _ in decision.claims)}
    free = (name for name in map(letter, count()) if name not in taken)
    for side in conflict.sides:
        if side not in names:
            names[side] = next(free)
    claims = tuple(
        sorted((replace(c, side=names[c.side]) for c in conflict.claims), key=lambda claim: claim.side)
    )
    return weighed(conflict, claims)


def decision_on(conflict: Conflict, ruling: Ruling, side: str | None = None) -> Decision:
    """Return a decision on the conflict as it stands now; `UsageError` where it has no such side."""
    if ruling is Ruling.SIDE and side not in conflict.sides:
        sides = ", ".join(conflict.sides)
        raise UsageError(f"the conflict {conflict.id} has no side {side}. Choose one of {sides}.")
    return Decision(
        conflict=conflict.id,
        type=conflict.type,
        field=conflict.field,
        kind=conflict.kind,
        ruling=ruling,
        side=side if ruling is Ruling.SIDE else None,
        claims=tuple((claim.side, claim.value, claim.anchor) for claim in conflict.claims),
    )
