"""How likely a statement is of somebody whom the text knows only by a description: *the commander*, *a stranger*.

Whether such words bring in a person at all, and whether annotators tell of them, is less sure than what the words say:
of 163 such statements that a dossier showed .47 were annotators' too, of all 3,102 shown .78 (training and development
texts, weights as shipped, November 2026). Kin, who are known by whose they are, and a narrator are no strangers.
"""

from __future__ import annotations

from factoid.reading.people import People

_SHARE = 0.6  #: of what the words alone promise


def for_person(confidence: float, person: str, people: People) -> float:
    """Return the confidence of a statement about a persona, given that of its words."""
    if people.persona(person).is_named or person == people.narrator:
        return confidence
    is_kin = any(person in (tie.relative, tie.owner) for tie in people.kin)
    return confidence if is_kin else confidence * _SHARE
