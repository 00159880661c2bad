"""What speaks for each side of a conflict. A help for the person who decides, never a measure of truth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from factoid.model import Certainty, Claim, Conflict, SideWeight, Suggestion

_CLEARLY_NEARER = 2.0  #: times as near in time to what is told


def weights_of(claims: Sequence[Claim]) -> tuple[SideWeight, ...]:
    """Return what speaks for each side, in the order of the sides."""
    return tuple(
        _weight(side, [claim for claim in claims if claim.side == side])
        for side in dict.fromkeys(claim.side for claim in claims)
    )


def _weight(side: str, claims: Sequence[Claim]) -> SideWeight:
    years = [claim.years_after for claim in claims if claim.years_after is not None]
    return SideWeight(
        side=side,
        value=_value(claims),
        sources=tuple(sorted({claim.source for claim in claims})),
        witnesses=len({claim.witness_group for claim in claims}),
        hedged=sum(claim.certainty is Certainty.HEDGED for claim in claims),
        attributed=sum(claim.certainty is Certainty.ATTRIBUTED or bool(claim.said_by) for claim in claims),
        checked=sum(claim.is_checked for claim in claims),
        years_after=min(years, default=None),
    )


def _value(claims: Sequence[Claim]) -> str:
    """Return what most claims of a side say, else the one that says most."""
    votes = Counter(claim.value for claim in claims)
    return max(votes, key=lambda value: (votes[value], len(value), value))


def weighed(conflict: Conflict, claims: tuple[Claim, ...]) -> Conflict:
    """Return the conflict with these claims, and what then speaks for each side."""
    weights = weights_of(claims)
    return replace(conflict, claims=claims, weights=weights, suggestion=suggestion_for(weights))


def suggestion_for(weights: Sequence[SideWeight]) -> Suggestion:
    """Return the side that what is known speaks for, if one stands out, and why."""
    if len(weights) <= 1:
        return Suggestion(side=None, reason="there is one side only")
    points = {weight.side: _points(weight, weights) for weight in weights}
    best, second = sorted(points, key=lambda side: (-len(points[side]), side))[:2]
    if len(points[best]) == len(points[second]):
        return Suggestion(side=None, reason="nothing that is known of the sources speaks for one side")
    return Suggestion(side=best, reason="; ".join(points[best]))


def _points(weight: SideWeight, weights: Sequence[SideWeight]) -> list[str]:
    others = [other for other in weights if other is not weight]
    found = []
    if weight.witnesses > max(other.witnesses for other in others):
        found.append(
            f"{weight.witnesses} independent witnesses against {_against(o.witnesses for o in others)}"
        )
    if _plain(weight) and not any(_plain(other) for other in others):
        found.append("said outright, where the others hedge or pass on what somebody says")
    if weight.checked and not any(other.checked for other in others):
        found.append("a person has checked that the source says so")
    rest = [other.years_after for other in others]
    known = [years for years in rest if years is not None]
    told = weight.years_after
    if told is not None and len(known) == len(rest) and (told + 1) * _CLEARLY_NEARER <= min(known):
        found.append(f"told {told} years after, against {min(known)}")
    return found


def _against(counts: Iterable[int]) -> str:
    return ", ".join(str(count) for count in sorted(set(counts), reverse=True))


def _plain(weight: SideWeight) -> bool:
    return weight.hedged + weight.attributed < len(weight.sources)
