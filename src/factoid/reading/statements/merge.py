"""A fact stated twice in one text is one factoid, with the fuller quote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factoid.model import SLOTS, Factoid

_ONCE = frozenset(
    ("rank", "kinship", "ethnicity", "occupation", "name", "religion", "citizenship", "association")
)


def merged(factoids: Iterable[Factoid]) -> Iterator[Factoid]:
    """Yield the factoids in text order, each claim once."""
    kept: dict[tuple[object, ...], Factoid] = {}
    factoids = list(factoids)
    places = {id(f): (f.start, f.end, f.type, f.person, f.id) for f in factoids}  # an id is a hash: made once
    for factoid in sorted(factoids, key=lambda f: places[id(f)]):
        key = _claim(factoid)
        other = kept.get(key)
        if other is None or _fullness(factoid) > _fullness(other):
            kept[key] = factoid
    alike: dict[tuple[str, str], list[Factoid]] = {}
    for factoid in kept.values():
        alike.setdefault((factoid.person, factoid.type), []).append(factoid)
    single = [f for f in kept.values() if not _is_within_another(f, alike[f.person, f.type])]
    yield from sorted(single, key=lambda f: places[id(f)])


def _is_within_another(factoid: Factoid, others: Iterable[Factoid]) -> bool:
    """Whether another says the same of the same words, and more."""
    return any(
        other is not factoid
        and other.certainty == factoid.certainty
        and other.start < factoid.end
        and factoid.start < other.end
        and _fullness(other) > _fullness(factoid)
        and set(factoid.related) <= set(other.related)
        and factoid.date in (None, other.date)
        and all(getattr(factoid, slot) in (None, getattr(other, slot)) for slot in SLOTS)
        for other in others
    )


def _claim(factoid: Factoid) -> tuple[object, ...]:
    what = tuple((getattr(factoid, slot) or "").casefold() for slot in SLOTS)
    if factoid.type == "kinship":
        what = ((factoid.role or "").casefold(),)
    if factoid.type in _ONCE:
        return (factoid.person, factoid.type, what, tuple(sorted(factoid.related)), factoid.certainty)
    return (factoid.person, factoid.type, what, tuple(sorted(factoid.related)), factoid.date, factoid.start)


def _fullness(factoid: Factoid) -> tuple[int, int]:
    filled = sum(getattr(factoid, slot) is not None for slot in SLOTS)
    return filled + len(factoid.related) + (factoid.when is not None), 0
