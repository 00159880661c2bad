"""How likely a statement is whose person is doubtful: only described, or of a name that may be no person's.

Whether *the commander*, *a stranger* bring in a person at all, and whether annotators tell of them, is less sure
than what the words say: of 163 such statements that a dossier showed .47 were annotators' too, of all 3,102 shown
.78 (training and development texts, weights as shipped, November 2026). Kin, who are known by whose they are, and a
narrator are no strangers. Names told from those of other things with log-odds below .5 are a person's in two of
five cases: of 161 statements shown about such .51 were annotators' too, of 553 at up to 1.5 .66, of all others .76
(the training texts and 139 of our own, November 2026).
"""

from __future__ import annotations

from factoid.reading.entities import Entities
from factoid.reading.people import People

_DESCRIBED = 0.6  #: of what the words alone promise
#: below such log-odds of the surest name: of what the words alone promise
_DOUBTFUL = ((0.5, 0.7), (1.5, 0.87))


def for_person(confidence: float, person: str, people: People, entities: Entities) -> float:
    """Return the confidence of a statement about a persona, given that of its words."""
    if person == people.narrator:
        return confidence
    persona = people.persona(person)
    if persona.is_named:
        found = (entities.evidence_at(mention.start) for mention in persona.mentions)
        known = [evidence for evidence in found if evidence is not None]
        sure = max(known) if known else _DOUBTFUL[-1][0]
        return confidence * next((share for below, share in _DOUBTFUL if sure < below), 1.0)
    is_kin = any(person in (tie.relative, tie.owner) for tie in people.kin)
    return confidence if is_kin else confidence * _DESCRIBED
