"""The unnamed: the father of one man is one man, in whatever source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from factoid.identity.profile import Bearer

PARENTS = frozenset({"father", "mother"})  #: everybody has one
SPOUSES = frozenset({"wife", "husband"})  #: one may have had several


@dataclass(frozen=True, slots=True)
class Described:
    """A persona that its source only describes: somebody's father."""

    bearer: Bearer
    role: str
    owner: str  #: persona id, of the same source


def described(bearers: Iterable[Bearer]) -> Iterator[Described]:
    """Yield the unnamed whom a role and a known owner tell from everybody else in their source."""
    sources: dict[str, list[Bearer]] = defaultdict(list)
    for bearer in bearers:
        sources[bearer.source].append(bearer)
    for source in sources.values():
        yield from _described_in(source)


def _described_in(source: list[Bearer]) -> Iterator[Described]:
    called: dict[str, set[str]] = defaultdict(set)
    spoken_of: set[str] = set()  #: words for people who have a name too: "his wife Anna"
    for bearer in source:
        persona = bearer.found.persona
        for form in (persona.name, bearer.main.text, *persona.forms) if persona.is_named else (persona.name,):
            called[form].add(bearer.id)
        if persona.is_named:
            spoken_of.update(word for form in persona.forms for word in form.split())
    found: dict[tuple[str, str], list[Bearer]] = defaultdict(list)
    for bearer in source:
        role, of, owner = bearer.found.persona.name.partition(" of ")
        if of and not bearer.found.persona.is_named and len(called[owner]) == 1:
            found[role, next(iter(called[owner]))].append(bearer)
    for (role, owner_id), bearers in found.items():
        if len(bearers) == 1 and (role in PARENTS or (role in SPOUSES and role not in spoken_of)):
            yield Described(bearers[0], role, owner_id)


def same_role_pairs(
    known: Iterable[Described], person_of: Mapping[str, str]
) -> Iterator[tuple[Described, Described]]:
    """Yield pairs of two sources that have the same role to one person: a chain through all who have it."""
    roles: dict[tuple[str, str], list[Described]] = defaultdict(list)
    for one in sorted(known, key=lambda d: d.bearer.id):
        roles[one.role, person_of[one.owner]].append(one)
    for same in roles.values():
        for left, right in pairwise(same):
            if left.bearer.source != right.bearer.source:
                yield left, right


def reason(left: Described, right: Described) -> str:
    """Return why two of the described are one person."""
    return f"{left.bearer.called} = {right.bearer.called}: each is the {left.role} of the same person"
