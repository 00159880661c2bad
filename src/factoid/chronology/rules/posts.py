"""A post ends when its successor's begins; nobody serves in a body that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.bodies import compare_bodies, compare_posts, lifespan_of_body
from factoid.chronology.case import Case
from factoid.chronology.constraint import Constraint, Strength
from factoid.chronology.result import Rule, Step
from factoid.chronology.vocabulary import limit
from factoid.chronology.wording import day_in_words
from factoid.model import Bounds, Factoid
from factoid.resources import load

SERVING = ("office", "membership", "service", "education")


def succession(case: Case) -> Iterator[Constraint]:
    """Yield the order of two holders of one post, where a source says who followed whom."""
    offices = [f for f in case.certain() if f.type == "office" and (f.role or f.organisation)]
    vocabulary = load("chronology")
    for tie in case.certain():
        if tie.type != "association" or not tie.related or tie.role is None:
            continue
        role = tie.role.lower()
        if role in vocabulary["successors"]:
            yield from _followed(case, tie, offices, (tie.person, tie.related[0]))
        elif role in vocabulary["predecessors"]:
            yield from _followed(case, tie, offices, (tie.related[0], tie.person))


def _followed(
    case: Case, tie: Factoid, offices: list[Factoid], holders: tuple[str, str]
) -> Iterator[Constraint]:
    own = [[f for f in offices if case.person(f.person) == case.person(holder)] for holder in holders]
    pairs = [(earlier, later) for earlier in own[0] for later in own[1] if _is_one_post(earlier, later)]
    if len(pairs) == 1:  # who held a post twice, or two alike, may come before and after another
        yield from _handed_over(case, tie, *pairs[0])


def _is_one_post(first: Factoid, second: Factoid) -> bool:
    if first.role is None or second.role is None:
        return False
    bodies_differ = (
        first.organisation is not None
        and second.organisation is not None
        and compare_bodies(first.organisation, second.organisation).kind == "different"
    )
    return not bodies_differ and compare_posts(first.role, second.role).kind in ("same", "equivalent")


def _handed_over(case: Case, tie: Factoid, earlier: Factoid, later: Factoid) -> Iterator[Constraint]:
    ids = tuple(dict.fromkeys((case.id(tie), case.id(earlier), case.id(later))))
    words = f"{case.quoted(later)} follows {case.quoted(earlier)} in the post, as {case.quoted(tie)} says"

    def step(more: str, *, firm: bool) -> Step:
        return case.step(Rule.POST, f"{words}: {more}", tie, firm=firm)

    before, after = case.event(earlier), case.event(later)
    firm = case.strength(tie)
    yield Constraint(before.start, after.start, 0, step("whoever follows starts later", firm=True), firm, ids)
    most = limit("handover_days")
    handed = step("the first ends by the time that the second has started", firm=False)
    yield Constraint(before.end, after.start, -most, handed, Strength.SELDOM_FAILS, ids)
    ends = step("a post ends when the successor's begins", firm=False)
    yield Constraint(before.end, after.start, 0, ends, Strength.SAID, ids)


def bodies(case: Case) -> Iterator[Constraint]:
    """Yield that who serves in a body does so while it exists; names are used loosely, so this only makes likely."""
    for factoid in case.certain():
        if factoid.type not in SERVING or factoid.organisation is None:
            continue
        span = lifespan_of_body(factoid.organisation)
        if span is None or case.strength(factoid) is not Strength.FIRM:
            continue
        yield from _while_it_existed(case, factoid, span)


def _while_it_existed(case: Case, factoid: Factoid, span: tuple[Bounds, Bounds]) -> Iterator[Constraint]:
    founded, dissolved = span[0].earliest, span[1].latest
    start, end = case.event(factoid)
    margin, ids = limit("body_renamed_days"), (case.id(factoid),)
    if founded is not None:
        words = f"{case.quoted(factoid)}: {factoid.organisation} was founded on {day_in_words(founded)}"
        step = case.step(Rule.BODY, words, factoid, firm=False)
        yield Constraint(0, start, founded - margin, step, Strength.SELDOM_FAILS, ids)
        yield Constraint(0, start, founded, step, Strength.SAID, ids)
    if dissolved is not None:
        words = f"{case.quoted(factoid)}: {factoid.organisation} was dissolved on {day_in_words(dissolved)}"
        step = case.step(Rule.BODY, words, factoid, firm=False)
        yield Constraint(start, 0, -(dissolved + margin), step, Strength.SELDOM_FAILS, ids)
        yield Constraint(end, 0, -(dissolved + margin), step, Strength.SAID, ids)
