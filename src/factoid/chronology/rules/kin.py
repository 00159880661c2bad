"""Parents are older than their children; who marries or meets is alive."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.chronology.case import Case
from factoid.chronology.constraint import Constraint, Strength
from factoid.chronology.result import Rule, Step
from factoid.chronology.vocabulary import is_wedding, limit, years_at_least, years_at_most
from factoid.model import Factoid
from factoid.resources import load


def kin(case: Case) -> Iterator[Constraint]:
    """Yield the bounds between the births and deaths of parents and children."""
    vocabulary = load("chronology")
    for factoid in case.certain():
        if factoid.type != "kinship" or case.strength(factoid) is not Strength.FIRM:
            continue
        for relative in factoid.related:
            if factoid.role in vocabulary["parents"]:
                yield from _parent(
                    case, factoid, relative, factoid.person, vocabulary["parents"][factoid.role]
                )
            elif factoid.role in vocabulary["children"]:
                yield from _parent(case, factoid, factoid.person, relative, "parent")


def _parent(case: Case, factoid: Factoid, parent: str, child: str, role: str) -> Iterator[Constraint]:
    if case.person(parent) == case.person(child):
        return
    born, born_later = case.once(parent, "birth"), case.once(child, "birth")
    died = case.once(parent, "death")

    def step(rule: str, *, firm: bool = True) -> Step:
        return case.step(Rule.KIN, f"{case.quoted(factoid)}: {rule}", factoid, firm=firm)

    ids = (case.id(factoid),)
    yield Constraint(
        born,
        born_later,
        years_at_least(limit("parent_at_least")),
        step("a parent is older"),
        Strength.FIRM,
        ids,
    )
    soft = Strength.SELDOM_FAILS
    least = limit("parent_seldom_younger")
    words = f"a parent is seldom younger than {least}"
    yield Constraint(
        born, born_later, years_at_least(least), step(words, firm=False), soft, ids, is_check=True
    )
    of_sex = "mother" if role == "mother" else "father"
    most, seldom = limit(f"{of_sex}_at_most"), limit(f"{of_sex}_seldom_older")
    words = f"a {role} is not older than {most} at a birth"
    yield Constraint(born_later, born, -years_at_most(most), step(words), Strength.FIRM, ids, is_check=True)
    words = f"a {role} is seldom older than {seldom} at a birth"
    yield Constraint(
        born_later, born, -years_at_most(seldom), step(words, firm=False), soft, ids, is_check=True
    )
    after = 0 if role == "mother" else limit("posthumous_child_days")
    words = (
        "nobody is born after the mother's death"
        if role == "mother"
        else f"nobody is born a year after a {role}'s death"
    )
    yield Constraint(born_later, died, -after, step(words), Strength.FIRM, ids)


def company(case: Case) -> Iterator[Constraint]:
    """Yield that those who are met or married are alive."""
    for factoid in case.certain():
        if not (factoid.type == "meeting" or (is_wedding(factoid) and factoid.when)):
            continue
        start, end = case.event(factoid)
        strength = min(case.strength(factoid), Strength.FIRM)
        step = case.step(
            Rule.LIFE, f"{case.quoted(factoid)}: both were alive", factoid, firm=strength is Strength.FIRM
        )
        for persona in (factoid.person, *factoid.related):
            youngest = years_at_least(limit("marries_at_least")) if is_wedding(factoid) else 0
            yield Constraint(
                case.once(persona, "birth"), start, youngest, step, strength, (case.id(factoid),)
            )
            yield Constraint(end, case.once(persona, "death"), 0, step, strength, (case.id(factoid),))
