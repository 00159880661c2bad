"""A factoid in one line for people."""

from __future__ import annotations

from factoid.model import Certainty, DossierLine, Factoid, Verdict
from factoid.resources import load

_VALUE_LAST = {"office", "membership"}  #: whose value says how it began or ended


def label(factoid: Factoid) -> str:
    """Return what the statement type is called."""
    types = load("statement_types")["types"]
    return str(types[factoid.type]["label"]) if factoid.type in types else factoid.type


def statement(line: DossierLine) -> str:
    """Return what the factoid says, without its date: ``deputy head, city Cheka, Tiraspol (appointed)``."""
    factoid = line.factoid
    others = ", ".join(name for _, name in line.related)
    said = [factoid.role, factoid.organisation, factoid.place]
    if factoid.type in _VALUE_LAST:
        text = ", ".join(part for part in (*said, others) if part)
        return f"{text} ({factoid.value})" if factoid.value else text
    if factoid.role and others:
        return ", ".join(part for part in (f"{factoid.role}: {others}", factoid.value, *said[1:]) if part)
    return ", ".join(part for part in (factoid.value, others, *said) if part)


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
