"""A relation told from both sides: what one is to the other, and what the other is in return."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.model import Span
from factoid.reading.statements.drafts import Draft, Words
from factoid.reading.statements.lexicon import kin_in_return


def role_in_return(role: str, gender: str | None) -> str:
    """Return what a person of the gender is to the one who is ``role`` to them."""
    male, female, unknown = kin_in_return(role)
    return {"m": male, "f": female}.get(gender or "", unknown)


def pair(
    one: tuple[str, Span | None], other: tuple[str, Span | None], roles: tuple[Words, Words], draft: Draft
) -> Iterator[Draft]:
    """Yield the relation from the side of each: ``roles`` are what the other is to the one, and back."""
    for (person, where), (related, there), role in ((one, other, roles[0]), (other, one, roles[1])):
        yield Draft(
            person=person,
            type=draft.type,
            rule=draft.rule,
            quote=draft.quote,
            anchor=draft.anchor,
            who=where,
            slots={"role": role, **draft.slots},
            related=((related, there),),
            clause=draft.clause,
            own_date=draft.own_date,
            undated=draft.undated,
            confidence=draft.confidence,
        )
