"""Births that no source states, worked out from ages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factoid.chronology.case import Case
from factoid.chronology.contradictions import steps_of
from factoid.chronology.result import Inferred, Rule, Step
from factoid.chronology.trial import Outlook
from factoid.chronology.vocabulary import SLACK
from factoid.chronology.wording import edtf_of_years, years_in_words
from factoid.model import Bounds, Extent, When
from factoid.model.when import civil_of

_WIDEST = 12  #: years; what is less certain is no birth year


def inferred_births(case: Case, outlook: Outlook) -> Iterator[Inferred]:
    """Yield the birth of each person of whom an age is told, and no date of birth."""
    stated = {case.person(f.person) for f in case.certain() if f.type == "birth" and f.when}
    for (person, kind), point in case.once_points().items():
        if kind != "birth" or person in stated:
            continue
        first, last = outlook.earliest(point), outlook.latest(point)
        why = steps_of([*outlook.why_earliest(point), *outlook.why_latest(point)])
        if first is not None and last is not None and _is_of_an_age(why):
            birth = _birth(person, first, last, why)
            if birth is not None:
                yield birth


def _is_of_an_age(why: Sequence[Step]) -> bool:
    """Say whether an age gives the bounds, and no date that was itself only inferred."""
    guessed = any(step.rule is Rule.DATE and not step.words for step in why)
    return not guessed and any(step.rule is Rule.AGE for step in why)


def _birth(person: str, first: int, last: int, why: tuple[Step, ...]) -> Inferred | None:
    # the mean length of a year is off by a day or two, which must not add another year
    margin = min(2 * SLACK, (last - first) // 2)
    years = civil_of(first + margin)[0], civil_of(last - margin)[0]
    if years[1] - years[0] > _WIDEST:
        return None
    said = " and ".join(dict.fromkeys(f"“{step.words}”" for step in why if step.words))
    bounds = Bounds(first, last)
    when = When(
        words="",
        edtf=edtf_of_years(*years),
        start=bounds,
        end=bounds,
        extent=Extent.WITHIN,
        basis=f"{years_in_words(*years)}: from {said}",
    )
    return Inferred(person=person, type="birth", when=when, why=why)
