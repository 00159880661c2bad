"""What commands say in several places: how far a statement is held, what was inferred, what a format left out."""

from __future__ import annotations

from collections.abc import Mapping

from factoid.model import Certainty, DossierLine, Factoid, Verdict


def marks(line: DossierLine) -> tuple[str, ...]:
    """Return how the source commits itself, what a person judged, how surely it was read, where it is to be said."""
    factoid = line.factoid
    found = []
    if factoid.certainty is Certainty.ATTRIBUTED or factoid.said_by:
        found.append(f"said by {factoid.said_by or 'others'}")
    if factoid.certainty in (Certainty.HEDGED, Certainty.DENIED):
        found.append(str(factoid.certainty))
    if line.verdict in (Verdict.ACCEPTED, Verdict.REJECTED):
        found.append(str(line.verdict))
    if line.doubt_of_reading:
        found.append(str(line.doubt_of_reading))
    return tuple(found)


def inferences(factoid: Factoid) -> tuple[str, ...]:
    """Return which fields are not simply quoted, and what they rest on."""
    return tuple(f"{field} inferred: {basis}" for field, basis in sorted(factoid.inference.items()))


def losses_in_words(head: str, lost: Mapping[str, int], *, one_a_line: bool) -> list[str]:
    """Return lines on what was left out, counted by kind, behind a head: one sentence, or a line each, most first."""
    if one_a_line:
        rows = sorted(lost.items(), key=lambda item: (-item[1], item[0]))
        return [f"{head}:", *(f"  {count:>9,}  {kind}" for kind, count in rows)]
    return [f"{head}: {', '.join(f'{count:,} {kind}' for kind, count in sorted(lost.items()))}."]
