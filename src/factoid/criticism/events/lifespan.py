"""Whether what is told of a life leaves its bounds: a quick look, before a chronology is worked out in full."""

from __future__ import annotations

from factoid.criticism.accounts.days import days_of
from factoid.model import Attestation, Certainty, Factoid

_NOT_OF_A_LIFE = frozenset({"birth", "death", "burial", "name", "work", "award", "kinship", "ethnicity"})
_CHILDHOOD = 7 * 365  #: days; nobody holds a post before
_GROWN_UP = frozenset({"office", "rank", "service", "membership", "occupation", "award", "sentence"})


def leaves_its_bounds(attestation: Attestation) -> bool:
    """Say whether any source tells something before the birth or after the death that any source dates."""
    told = [line.factoid for line in attestation.lines if line.factoid.certainty is Certainty.ASSERTED]
    births = [latest for f in told if f.type == "birth" and (latest := _days(f)[1]) is not None]
    deaths = [earliest for f in told if f.type == "death" and (earliest := _days(f)[0]) is not None]
    born, died = max(births, default=None), min(deaths, default=None)
    return any(_outside(factoid, born, died) for factoid in told if factoid.type not in _NOT_OF_A_LIFE)


def _outside(factoid: Factoid, born: int | None, died: int | None) -> bool:
    earliest, latest = _days(factoid)
    youngest = _CHILDHOOD if factoid.type in _GROWN_UP else 0
    is_early = born is not None and latest is not None and latest < born + youngest
    return is_early or (died is not None and earliest is not None and earliest > died)


def _days(factoid: Factoid) -> tuple[int | None, int | None]:
    days, sureness = days_of(factoid, is_point=True)
    return (days.earliest, days.latest) if days and sureness == 1 else (None, None)
