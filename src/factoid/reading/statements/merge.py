"""A fact stated twice in one text is one factoid, with the fuller quote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factoid.model import SLOTS, Certainty, Factoid, When

_ONCE = frozenset(
    ("rank", "kinship", "ethnicity", "occupation", "name", "religion", "citizenship", "association")
)

_ONCE_IN_A_LIFE = frozenset(("birth", "death"))
_SLIP = 366  #: days by which a source may well contradict itself
_NO_NAMES = frozenset(
    ("he", "she", "him", "her", "his", "hers", "who", "whom", "whose", "the", "a", "an", "i", "my")
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
    single = [
        f
        for f in kept.values()
        if not _is_within_another(f, alike[f.person, f.type])
        and not _is_told_otherwise(f, alike[f.person, f.type])
        and not _is_told_more_finely(f, alike[f.person, f.type])
    ]
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


def _is_told_otherwise(factoid: Factoid, others: Iterable[Factoid]) -> bool:
    """Whether it is a second birth or death, years from the surer one, of somebody whom its words do not name.

    *He died in 1926*, where the text has told that he fell in 1919, is said of another. A source that contradicts
    itself does so by days, or names the person again: that is kept.
    """
    if (
        factoid.type not in _ONCE_IN_A_LIFE
        or factoid.certainty is not Certainty.ASSERTED
        or _is_named(factoid)
    ):
        return False
    return any(
        other.certainty is Certainty.ASSERTED
        and _are_years_apart(factoid.when, other.when)
        and (-other.confidence, other.start) < (-factoid.confidence, factoid.start)
        for other in others
    )


def _is_told_more_finely(factoid: Factoid, others: Iterable[Factoid]) -> bool:
    """Whether wider words tell the same birth to the day, and all else: *Ann (1850-1906) was born on 3 May 1850*."""
    date = factoid.date or ""
    return (
        factoid.type in _ONCE_IN_A_LIFE
        and factoid.certainty is Certainty.ASSERTED
        and date.isdigit()
        and any(
            other is not factoid
            and other.certainty is Certainty.ASSERTED
            and (other.date or "").startswith(f"{date}-")
            and "/" not in (other.date or "")
            and other.start <= factoid.start
            and factoid.end <= other.end
            and all(getattr(factoid, slot) in (None, getattr(other, slot)) for slot in SLOTS)
            for other in others
        )
    )


def _is_named(factoid: Factoid) -> bool:
    """Whether the words for the person are a name: capitalised within the sentence."""
    span = factoid.spans.get("person")
    if span is None or not factoid.start <= span.start < span.end <= factoid.end:
        return False
    words = factoid.quote[span.start - factoid.start : span.end - factoid.start]
    return any(word[:1].isupper() and word.lower() not in _NO_NAMES for word in words.split())


def _are_years_apart(one: When | None, other: When | None) -> bool:
    if one is None or other is None:
        return False
    bounds = (one.earliest, one.latest, other.earliest, other.latest)
    if None in bounds:
        return False
    first, last, begun, ended = (bound or 0 for bound in bounds)
    return begun - last > _SLIP or first - ended > _SLIP


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
