"""The dates that sources give."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factoid.chronology.case import Case, is_lasting, not_after, not_before
from factoid.chronology.constraint import Choice, Constraint, Reading, Strength
from factoid.chronology.result import Rule
from factoid.chronology.rules.ages import governing_age, is_dated_otherwise, is_overshadowed
from factoid.chronology.vocabulary import Kind, kind_of
from factoid.chronology.wording import bounds_in_words
from factoid.dates.alternatives import readings_of
from factoid.dates.in_words import when_in_words
from factoid.model import Bounds, Factoid, When
from factoid.resources.catalogue import Catalogue, catalogue_of


def dates(case: Case) -> Iterator[Constraint]:
    """Yield what each dated statement says, where its date can be read in one way."""
    for factoid in case.certain():
        when = factoid.when
        if when is None or len(readings_of(when)) > 1 or _is_reckoned_from_age(case, factoid):
            continue
        strength = strength_of_date(case, factoid)
        yield from _date(case, factoid, when, strength)
        if strength is Strength.SAID:
            yield from _date(case, factoid, _twice_as_wide(when), Strength.FIRM)


def choices(case: Case) -> Iterator[Choice]:
    """Yield the statements whose date can be read in several ways: *the winter of 1938*, *1937 or 1938*."""
    for factoid in case.certain():
        ways = readings_of(factoid.when) if factoid.when else ()
        if factoid.when is None or len(ways) < 2:
            continue
        strength = strength_of_date(case, factoid)
        yield Choice(
            factoid=case.id(factoid),
            readings=tuple(
                Reading(bounds_in_words(way.start), tuple(_date(case, factoid, way, strength)))
                for way in ways
            ),
            whole=tuple(_date(case, factoid, factoid.when, strength)),
        )


def _is_reckoned_from_age(case: Case, factoid: Factoid) -> bool:
    """Say whether the date is made of an age that is heard itself: to infer the birth from it would be a circle."""
    return not is_dated_otherwise(case, factoid) and governing_age(case, factoid) is not None


def strength_of_date(case: Case, factoid: Factoid) -> Strength:
    """Return what the date of a statement can decide.

    Firm is what the source asserts with the date's own words. What a reader inferred from the story is not, nor
    what the source says with doubt; *about 1920* is, with twice its margin.
    """
    when = factoid.when
    if when is None or "date" in factoid.inference or when.is_doubtful:
        return Strength.CARRIED
    if is_overshadowed(case, factoid):
        return Strength.CARRIED
    strength = case.strength(factoid)
    if strength is Strength.FIRM and when.is_about:
        return Strength.SAID
    return strength


def _date(case: Case, factoid: Factoid, when: When, strength: Strength) -> Iterator[Constraint]:
    said = when.words or (factoid.when.words if factoid.when else "") or when.edtf
    basis = factoid.inference.get("date")
    read = when_in_words(when, _english())
    sentence = f"{case.quoted(factoid)} is dated “{said}”{'' if read == said else f': {read}'}"
    if basis:
        sentence = f"{case.quoted(factoid)} is dated by inference, {read}: {basis}"
    step = case.step(
        Rule.DATE, sentence, factoid, firm=strength is Strength.FIRM, words="" if basis else said
    )
    start, end = _bounds(factoid, when)
    points = case.event(factoid)
    weight = round(100 * factoid.confidence)
    for point, bounds in ((points.start, start), (points.end, end)):
        if bounds.earliest is not None:
            made = not_before(point, bounds.earliest, step, strength, (case.id(factoid),))
            yield Constraint(made.early, made.late, made.days, step, strength, made.rests_on, weight)
        if bounds.latest is not None:
            made = not_after(point, bounds.latest, step, strength, (case.id(factoid),))
            yield Constraint(made.early, made.late, made.days, step, strength, made.rests_on, weight)


@cache
def _english() -> Catalogue:
    return catalogue_of()


def _bounds(factoid: Factoid, when: When) -> tuple[Bounds, Bounds]:
    """Return the bounds of start and end: a spell was true at its date, an event lies within it."""
    whole = when.days
    kind = kind_of(factoid)
    if kind is Kind.ONCE:
        return whole, whole
    if is_lasting(factoid):
        return when.start, when.end
    if kind is Kind.SPELL:
        return Bounds(None, when.latest), Bounds(when.earliest, None)
    return whole, whole


def _twice_as_wide(when: When) -> When:
    """Return the time with its width added on both sides."""
    return When(
        words=when.words,
        edtf=when.edtf,
        start=_widened(when.start),
        end=_widened(when.end),
        extent=when.extent,
    )


def _widened(bounds: Bounds) -> Bounds:
    if bounds.earliest is None or bounds.latest is None:
        return bounds
    width = bounds.latest - bounds.earliest
    return Bounds(bounds.earliest - width, bounds.latest + width)
