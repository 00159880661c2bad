"""How two bodies stand to one another: the same, a part, what came before or after, or another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from factoid.bodies.register import Body, Register, register
from factoid.bodies.words import covered, vocabulary, words_of
from factoid.model import Bounds


@dataclass(frozen=True, slots=True)
class BodyRelation:
    """What the first of two bodies is to the second, and why.

    ``kind``: ``same``; ``part`` (of the second) or ``whole`` (the second is part of it); ``successor`` (it came
    after the second) or ``predecessor``; ``different``; ``unknown`` when the names do not tell.
    """

    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class BodyName:
    """What the name of a body tells."""

    words: tuple[str, ...]
    body: Body | None
    own: frozenset[str]  #: the words that tell it from its like: *Kharkov*, *3*
    units: frozenset[str]
    heads: frozenset[str]
    is_proper: bool

    @property
    def numbers(self) -> frozenset[str]:
        """The numbers in the name: *3rd* Army."""
        return frozenset(word for word in self.own if word.isdigit())


@lru_cache(maxsize=16384)
def read_body(name: str) -> BodyName:
    """Return what the name of a body tells."""
    table = vocabulary()
    words = words_of(name)
    found = register().find(name)
    body, rest = found if found else (None, words)
    if body is not None:  # "the Kharkov division of the GPU": heads are units of a known body
        units = frozenset(word for word in rest if word in table.units or word in table.heads)
        heads: frozenset[str] = frozenset()
    else:
        heads = frozenset(table.heads[word] for word in rest if word in table.heads)
        units = frozenset(word for word in rest if word in table.units and word not in table.heads)
    own = frozenset(
        word
        for word in rest
        if word not in units and word not in table.fillers and (body is not None or word not in table.heads)
    )
    return BodyName(words, body, own, units, heads, re.search(r"[^\W\d_a-z]", name) is not None)


@lru_cache(maxsize=16384)
def compare_bodies(a: str, b: str) -> BodyRelation:
    """Return what body ``a`` is to body ``b``.

    >>> compare_bodies("NKVD", "People's Commissariat of Internal Affairs").kind
    'same'
    >>> compare_bodies("the Kharkov GPU", "GPU").kind
    'part'
    >>> compare_bodies("Cheka", "OGPU").kind
    'predecessor'
    """
    left, right = read_body(a), read_body(b)
    if left.words == right.words:
        return BodyRelation("same", "the same words")
    if left.body is not None and right.body is not None:
        return _of_known(left, right, left.body, right.body)
    if _is_initials(a, right) or _is_initials(b, left):
        return BodyRelation("same", "one is the initials of the other")
    if left.body is None and right.body is None:
        return _by_words(left, right)
    return _known_and_not(left, right)


def lifespan_of_body(name: str) -> tuple[Bounds, Bounds] | None:
    """Return within which days the body was founded and dissolved, None if it is not known.

    Of a part of a known body (*the Kharkov GPU*) only that it existed within the days of the whole.
    """
    told = read_body(name)
    if told.body is None:
        return None
    founded, dissolved = told.body.founded, told.body.dissolved
    if not told.own and not told.units:
        return founded, dissolved
    within = Bounds(founded.earliest, dissolved.latest)
    return within, within


def _of_known(left: BodyName, right: BodyName, a: Body, b: Body) -> BodyRelation:
    base, why = _between(a, b)
    if base == "different":
        return BodyRelation(base, why)
    rest = _rests(left, right)
    if base == "same":
        return BodyRelation(rest, why if rest == "same" else f"{why}; {_OF_REST[rest]}")
    if base in ("successor", "predecessor"):
        return BodyRelation("different" if rest == "different" else base, why)
    inner, outer = (left, right) if base == "part" else (right, left)
    if outer.own and not covered(outer.own, inner.own):
        kind = "different" if inner.own else "unknown"
        return BodyRelation(kind, f"{why}, but the names differ in {' '.join(sorted(outer.own))}")
    return BodyRelation(base, why)


_OF_REST = {
    "part": "the first names a part of it",
    "whole": "the second names a part of it",
    "different": "two different parts of it",
    "unknown": "perhaps two different parts of it",
}


def _between(a: Body, b: Body) -> tuple[str, str]:
    """Return what two bodies of the register are to one another, and why."""
    if a.id == b.id:
        return "same", f"both are names of {a.name}"
    for whole, member in ((a, b), (b, a)):
        if member.id in whole.line:
            return "same", f"{member.name} is one of the bodies called {whole.name}"
    known = register()
    for one, other, kind in ((a, b, "part"), (b, a, "whole")):
        if not known.wholes(one).isdisjoint(_with_line(other)):
            return kind, f"{one.name} was part of {other.name}"
    for one, other, kind in ((a, b, "predecessor"), (b, a, "successor")):
        if _came_before(known, one, other):
            return kind, f"{one.name} was followed by {other.name}"
    return "different", f"{a.name} and {b.name} were different bodies"


def _with_line(body: Body) -> tuple[str, ...]:
    return (body.id, *body.line)


def _came_before(known: Register, one: Body, other: Body) -> bool:
    heirs = known.heirs(one)
    return other.id in heirs or any(other.id in known.wholes(known.bodies[heir]) for heir in heirs)


def _rests(left: BodyName, right: BodyName) -> str:
    """Compare what two names say beside a body that both name."""
    if not left.own and not right.own:
        if left.units == right.units:
            return "same"
        if not left.units or not right.units:
            return "part" if left.units else "whole"
        return "unknown"
    if not left.own or not right.own:
        return "part" if left.own else "whole"
    mine, theirs = covered(left.own, right.own), covered(right.own, left.own)
    if mine and theirs:
        return "same"
    if mine or theirs:
        return "part" if theirs else "whole"
    return "different" if _apart(left.own, right.own) else "unknown"


def _apart(these: frozenset[str], those: frozenset[str]) -> bool:
    return not any(covered((word,), those) for word in these)


def _is_initials(short: str, long: BodyName) -> bool:
    letters = short.replace(".", "").strip()
    return (
        letters.isupper()
        and 2 < len(letters) == len(long.words)
        and letters.casefold() == _initials(long.words)
    )


def _initials(words: Iterable[str]) -> str:
    return "".join(word[0] for word in words)


def _by_words(left: BodyName, right: BodyName) -> BodyRelation:
    """Compare two names that the register does not know."""
    if left.numbers and right.numbers and left.numbers.isdisjoint(right.numbers):
        return BodyRelation("different", "their numbers differ")
    if _sorts_differ(left, right):
        return BodyRelation("different", "bodies of different sorts")
    mine, theirs = covered(left.own, right.own), covered(right.own, left.own)
    if left.heads == right.heads and mine and theirs and (left.own or left.units == right.units):
        return BodyRelation("same", "the same words, but for order, endings or abbreviation")
    if left.own and right.own and theirs and left.heads > right.heads:
        return BodyRelation("part", "the first names a part of the second")
    if left.own and right.own and mine and left.heads < right.heads:
        return BodyRelation("whole", "the second names a part of the first")
    if not (mine or theirs) and left.is_proper and right.is_proper and _apart(left.own, right.own):
        return BodyRelation("different", "their names have nothing in common")
    return BodyRelation("unknown", "the names do not tell")


def _sorts_differ(left: BodyName, right: BodyName) -> bool:
    sorts = vocabulary().sorts
    these = {sort for head in left.heads for sort in sorts[head]}
    those = {sort for head in right.heads for sort in sorts[head]}
    return bool(these and those and these.isdisjoint(those))


def _known_and_not(left: BodyName, right: BodyName) -> BodyRelation:
    known, other = (left, right) if left.body is not None else (right, left)
    if other.own and other.is_proper and other.heads and _apart(other.own, frozenset(known.words)):
        return BodyRelation("different", "their names have nothing in common")
    return BodyRelation("unknown", "only one of them is known")
