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


_BY_SEX = {
    "wife": {"m": "husband", "f": "wife"},
    "husband": {"m": "husband", "f": "wife"},
    "parent": {"m": "father", "f": "mother"},
    "child": {"m": "son", "f": "daughter"},
    "sibling": {"m": "brother", "f": "sister"},
}
_OTHER_SEX = {"m": "f", "f": "m"}


def as_of_sex(role: str, gender: str | None, others: str | None = None) -> str:
    """Return the role as one of that sex has it; of a couple one sex tells the other."""
    if role in ("wife", "husband"):
        gender = gender or _OTHER_SEX.get(others or "")
        return _BY_SEX[role].get(gender or "", "spouse")
    return _BY_SEX.get(role, {}).get(gender or "", role)


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
            likelihood=draft.likelihood,
            confidence=draft.confidence,
        )
