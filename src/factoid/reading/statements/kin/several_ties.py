"""Who bears a noun for kin: in a row of ties all are told of whom the first is told of."""

from __future__ import annotations

from factoid.reading.parse import Token
from factoid.reading.statements.nouns.bearers import bearers
from factoid.reading.statements.nouns.role_fields import Borne
from factoid.reading.statements.passage import Passage
from factoid.reading.tie_rows import first_tie, sex_told


def borne_in_row(token: Token, passage: Passage) -> list[Borne]:
    """Return of whom the noun is said: *daughter of Karl, sister of Otto, and wife of Max* is one of all three."""
    own, first = list(bearers(token, passage)), first_tie(token)
    if first is None or any(b.how == "predicate" for b in own):
        return own
    sex = sex_told(token)
    return [
        b for b in bearers(first, passage) if sex is None or passage.gender(b.person) in (sex, None)
    ] or own
