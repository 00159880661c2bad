"""What a person decided on a conflict, in a form that outlives any reading."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from factoid.model.anchor import Anchor
from factoid.model.text import Span


class ConflictKind(StrEnum):
    """How claims on one thing stand to each other."""

    INCOMPATIBLE = "incompatible"  #: they cannot both be right
    SELF_CONTRADICTION = "self-contradiction"  #: they cannot, and one source makes them all
    IMPOSSIBLE_CHRONOLOGY = "impossible-chronology"  #: each is possible, all together are not
    TWO_HOLDERS = "two-holders"  #: one post, two holders at a time
    RANK_AND_POST = "rank-and-post"  #: a rank that does not fit the post
    EQUIVALENT = "equivalent"  #: other words of the same standing: ranks of two services
    NEIGHBOURING = "neighbouring"  #: appointed and took office, left and arrived: two steps of one matter
    MORE_PRECISE = "more-precise"  #: one says the same as the other, and more; no conflict
    VARIANT = "variant"  #: the same name in another spelling, script or language; no conflict
    DIFFERENT_EVENTS = "different-events"  #: alike, but of two occasions; no conflict

    @property
    def is_disagreement(self) -> bool:
        """Whether a person has something to decide, rather than only to know."""
        return self not in _AGREEING


_AGREEING = frozenset({ConflictKind.MORE_PRECISE, ConflictKind.VARIANT, ConflictKind.DIFFERENT_EVENTS})


class Ruling(StrEnum):
    """What a person decided on a conflict."""

    SIDE = "side"  #: one side is right
    BOTH = "both"  #: they speak of different events
    NEITHER = "neither"
    UNDECIDED = "undecided"  #: looked at, and left open on purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A person's decision on a conflict and the claims it was about. It outlives any reading.

    Claims are kept as places in sources with the side on which they stood, so that the conflict is known
    again after its sources were read anew, and known to have changed when another source joins.
    """

    conflict: str  #: the id under which it was decided; the conflict keeps it
    type: str
    field: str
    kind: ConflictKind
    ruling: Ruling
    side: str | None = None  #: of `Ruling.SIDE`
    claims: tuple[tuple[str, str, Anchor], ...] = ()  #: side, value, place

    @property
    def verdict(self) -> str:
        """The verdict in a word or two: ``accept A``, ``both``, …"""
        return f"accept {self.side}" if self.ruling is Ruling.SIDE else str(self.ruling)


def json_of_decision(decision: Decision) -> dict[str, Any]:
    """Return the decision as plain JSON values."""
    return {
        "conflict": decision.conflict,
        "type": decision.type,
        "field": decision.field,
        "kind": str(decision.kind),
        "ruling": str(decision.ruling),
        "side": decision.side,
        "claims": [
            {"side": side, "value": value, "source": at.source, "start": at.span.start, "end": at.span.end}
            for side, value, at in decision.claims
        ],
    }


def decision_of_json(data: dict[str, Any]) -> Decision:
    """Return the decision that `json_of_decision` wrote."""
    return Decision(
        conflict=data["conflict"],
        type=data["type"],
        field=data["field"],
        kind=ConflictKind(data["kind"]),
        ruling=Ruling(data["ruling"]),
        side=data["side"],
        claims=tuple(
            (c["side"], c["value"], Anchor(c["source"], Span(c["start"], c["end"]))) for c in data["claims"]
        ),
    )
