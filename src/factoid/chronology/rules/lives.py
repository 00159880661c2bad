"""A life lies between birth and death, and nothing is reported before it happens."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.chronology.case import Case
from factoid.chronology.constraint import Constraint, Strength
from factoid.chronology.result import Rule
from factoid.chronology.vocabulary import Kind, kind_of, limit, within_life, years_at_most
from factoid.chronology.wording import day_in_words
from factoid.model import Factoid


def lives(case: Case) -> Iterator[Constraint]:
    """Yield that nobody dies before birth, is buried before death, or lives beyond all measure."""
    for person in dict.fromkeys(case.person(f.person) for f in case.factoids):
        birth, death, burial = (case.once(person, kind) for kind in ("birth", "death", "burial"))
        name = case.name(person)
        born = case.step(Rule.LIFE, f"{name} did not die before being born")
        yield Constraint(birth, death, 0, born)
        longest = case.step(Rule.LIFE, f"nobody lives for more than {limit('longest')} years")
        yield Constraint(death, birth, -years_at_most(limit("longest")), longest, is_check=True)
        seldom = case.step(
            Rule.LIFE, f"hardly anybody lives for more than {limit('seldom_longer')} years", firm=False
        )
        yield Constraint(
            death,
            birth,
            -years_at_most(limit("seldom_longer")),
            seldom,
            Strength.SELDOM_FAILS,
            is_check=True,
        )
        buried = case.step(Rule.LIFE, f"{name} was not buried before death")
        yield Constraint(death, burial, 0, buried)


def reburials(case: Case) -> Iterator[Constraint]:
    """Yield that who is buried once more is dead."""
    for factoid in case.certain():
        if factoid.type == "burial" and kind_of(factoid) is Kind.MOMENT:
            step = case.step(Rule.LIFE, f"{case.quoted(factoid)} tells of the dead", factoid)
            death, start = case.once(factoid.person, "death"), case.event(factoid).start
            yield Constraint(death, start, 0, step, case.strength(factoid), (case.id(factoid),))


def living(case: Case) -> Iterator[Constraint]:
    """Yield that who does something is alive."""
    for factoid in case.certain():
        stated = within_life(factoid)
        if stated is None or kind_of(factoid) is Kind.ONCE:
            continue
        asserted = case.strength(factoid) is Strength.FIRM
        strength = Strength.FIRM if stated == "firm" and asserted else Strength.SAID
        yield from _between_birth_and_death(case, factoid, strength)


def _between_birth_and_death(case: Case, factoid: Factoid, strength: Strength) -> Iterator[Constraint]:
    start, end = case.event(factoid)
    birth, death = case.once(factoid.person, "birth"), case.once(factoid.person, "death")
    firm = strength is Strength.FIRM
    quoted = case.quoted(factoid)
    alive = case.step(Rule.LIFE, f"{quoted} tells of the living: not before birth", factoid, firm=firm)
    yield Constraint(birth, start, 0, alive, strength, (case.id(factoid),))
    still = case.step(Rule.LIFE, f"{quoted} tells of the living: not after death", factoid, firm=firm)
    yield Constraint(end, death, 0, still, strength, (case.id(factoid),))


def spans(case: Case) -> Iterator[Constraint]:
    """Yield that nothing ends before it starts."""
    for factoid in case.factoids:
        start, end = case.event(factoid)
        if start != end:
            step = case.step(Rule.SPAN, f"{case.quoted(factoid)} did not end before it started", factoid)
            yield Constraint(start, end, 0, step, Strength.FIRM, (case.id(factoid),))


def reported(case: Case) -> Iterator[Constraint]:
    """Yield that what a source reports had begun when the source was published."""
    for factoid in case.certain():
        when = case.published.get(factoid.source)
        if when is None or when.latest is None or case.strength(factoid) is not Strength.FIRM:
            continue
        words = (
            f"{case.quoted(factoid)} was reported by {day_in_words(when.latest)}, "
            "when its source was published at the latest"
        )
        step = case.step(Rule.PUBLISHED, words, factoid)
        start = case.event(factoid).start
        yield Constraint(start, 0, -when.latest, step, Strength.FIRM, (case.id(factoid),))
