"""What stands beside a factoid's line: how far it is held, and what was inferred."""

from __future__ import annotations

from factoid.model import Certainty, DossierLine, Factoid, Verdict


def marks(line: DossierLine) -> tuple[str, ...]:
    """Return how the source commits itself, and what a person judged, where it is not the plain case."""
    factoid = line.factoid
    found = []
    if factoid.certainty is Certainty.ATTRIBUTED or factoid.said_by:
        found.append(f"said by {factoid.said_by or 'others'}")
    if factoid.certainty in (Certainty.HEDGED, Certainty.DENIED):
        found.append(str(factoid.certainty))
    if line.verdict in (Verdict.ACCEPTED, Verdict.REJECTED):
        found.append(str(line.verdict))
    return tuple(found)


def inferences(factoid: Factoid) -> tuple[str, ...]:
    """Return which fields are not simply quoted, and what they rest on."""
    return tuple(f"{field} inferred: {basis}" for field, basis in sorted(factoid.inference.items()))
