"""Conflicts: what sources say against each other, side by side, and what a person made of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from factoid.model.anchor import Anchor
from factoid.model.decision import ConflictKind, Decision
from factoid.model.factoid import Certainty
from factoid.model.text import Span


class ConflictStatus(StrEnum):
    """Where a conflict stands."""

    OPEN = "open"
    DECIDED = "decided"
    REOPENED = "reopened"  #: decided, but a source that was not there then has a claim to it now


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one factoid has to say on the matter of a conflict."""

    side: str  #: A, B, …: claims of one side agree
    source: str  #: short name
    value: str  #: what it says, in the field that is disputed
    date: str | None  #: EDTF
    quote: str
    factoid: str  #: its id in the present reading
    anchor: Anchor  #: where the quote stands; outlives the reading
    witness_group: str  #: sources of one group are one witness
    certainty: Certainty = Certainty.ASSERTED
    said_by: str | None = None
    years_after: int | None = None  #: from what is told to the publication of the source
    is_checked: bool = False  #: a person judged that the source does say so


@dataclass(frozen=True, slots=True, kw_only=True)
class SideWeight:
    """What speaks for one side. Never a measure of truth."""

    side: str
    value: str  #: the most precise or most frequent wording
    sources: tuple[str, ...]
    witnesses: int  #: independent ones
    hedged: int = 0
    attributed: int = 0
    checked: int = 0
    years_after: int | None = None  #: of the source nearest in time


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """The side that what is known speaks for, if any, and why."""

    side: str | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicted:
    """A decision as it stands in the library."""

    decision: Decision
    reason: str
    author: str
    made: str  #: ISO 8601 in UTC
    judgement: int  #: its number, for undo


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Claims of one or several sources on one matter of one life that do not agree."""

    id: str
    person: str  #: id of the person
    person_name: str
    type: str  #: the statement type
    field: str  #: date, place, value, role, organisation, related, …
    kind: ConflictKind
    claims: tuple[Claim, ...]
    reasons: tuple[str, ...] = ()  #: why they speak of one thing, and why they do not agree
    weights: tuple[SideWeight, ...] = ()
    suggestion: Suggestion | None = None
    verdict: Verdicted | None = None
    status: ConflictStatus = ConflictStatus.OPEN
    confidence: float = 1.0  #: that the sources do disagree, rather than that one was misread

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides in order."""
        return tuple(dict.fromkeys(claim.side for claim in self.claims))

    @property
    def sources(self) -> tuple[str, ...]:
        """The short names of the sources that have a claim."""
        return tuple(sorted({claim.source for claim in self.claims}))


def json_of_conflict(conflict: Conflict) -> dict[str, Any]:
    """Return the conflict as plain JSON values."""
    verdict = conflict.verdict
    return {
        "id": conflict.id,
        "person": conflict.person,
        "person_name": conflict.person_name,
        "type": conflict.type,
        "field": conflict.field,
        "kind": str(conflict.kind),
        "claims": [json_of_claim(claim) for claim in conflict.claims],
        "sides": [_of_weight(weight) for weight in conflict.weights],
        "reasons": list(conflict.reasons),
        "suggestion": conflict.suggestion
        and {"side": conflict.suggestion.side, "reason": conflict.suggestion.reason},
        "verdict": verdict
        and {
            "verdict": verdict.decision.verdict,
            "side": verdict.decision.side,
            "reason": verdict.reason,
            "author": verdict.author,
            "made": verdict.made,
            "judgement": verdict.judgement,
        },
        "status": str(conflict.status),
        "confidence": round(conflict.confidence, 3),
    }


def json_of_claim(claim: Claim) -> dict[str, Any]:
    """Return the claim as plain JSON values."""
    return {
        "side": claim.side,
        "source": claim.source,
        "value": claim.value,
        "date": claim.date,
        "quote": claim.quote,
        "factoid": claim.factoid,
        "witness_group": claim.witness_group,
        "source_id": claim.anchor.source,
        "start": claim.anchor.span.start,
        "end": claim.anchor.span.end,
        "certainty": str(claim.certainty),
        "said_by": claim.said_by,
        "years_after": claim.years_after,
        "checked": claim.is_checked,
    }


def _of_weight(weight: SideWeight) -> dict[str, Any]:
    return {
        "side": weight.side,
        "value": weight.value,
        "sources": list(weight.sources),
        "witnesses": weight.witnesses,
        "hedged": weight.hedged,
        "attributed": weight.attributed,
        "checked": weight.checked,
        "years_after": weight.years_after,
    }


def conflict_of_json(data: dict[str, Any]) -> Conflict:
    """Return the conflict that `json_of_conflict` wrote, as undecided as it was found."""
    suggestion = data["suggestion"]
    return Conflict(
        id=data["id"],
        person=data["person"],
        person_name=data["person_name"],
        type=data["type"],
        field=data["field"],
        kind=ConflictKind(data["kind"]),
        claims=tuple(claim_of_json(claim) for claim in data["claims"]),
        reasons=tuple(data["reasons"]),
        weights=tuple(_weight(weight) for weight in data["sides"]),
        suggestion=suggestion and Suggestion(side=suggestion["side"], reason=suggestion["reason"]),
        confidence=data["confidence"],
    )


def claim_of_json(data: dict[str, Any]) -> Claim:
    """Return the claim that `json_of_claim` wrote."""
    return Claim(
        side=data["side"],
        source=data["source"],
        value=data["value"],
        date=data["date"],
        quote=data["quote"],
        factoid=data["factoid"],
        anchor=Anchor(data["source_id"], Span(data["start"], data["end"])),
        witness_group=data["witness_group"],
        certainty=Certainty(data["certainty"]),
        said_by=data["said_by"],
        years_after=data["years_after"],
        is_checked=data["checked"],
    )


def _weight(data: dict[str, Any]) -> SideWeight:
    return SideWeight(
        side=data["side"],
        value=data["value"],
        sources=tuple(data["sources"]),
        witnesses=data["witnesses"],
        hedged=data["hedged"],
        attributed=data["attributed"],
        checked=data["checked"],
        years_after=data["years_after"],
    )
