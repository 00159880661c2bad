"""What two sources tell of two lives: dates, places, posts and kin that agree or cannot be one person's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache
from itertools import product
from typing import TypeVar

from factoid.bodies import compare_posts, compare_ranks
from factoid.identity.features import Evidence, evidence
from factoid.model import Traces
from factoid.model.when import Bounds, iso_of
from factoid.names import Finding, PartKind, compare_names, fold
from factoid.places import compare_places
from factoid.places.folding import fold_place
from factoid.places.tables import named_in_tables
from factoid.resources import load

_YEAR = 366
LONGEST_LIFE = 105 * 365.25  #: days; whoever would have to live longer is two people
SAME_ERA = 20 * 365.25  #: days by which two sources may differ about one birth
_SAME_CENTURY = 90 * 365.25  #: days by which a slip in tens of years is off
_MOST_NAMED = 3  #: places or posts that count


@lru_cache(maxsize=131072)
def life_evidence(a: Traces, b: Traces) -> tuple[Evidence, ...]:
    """Return what two sources' dates, places, posts and kin say for and against one person."""
    if a == _NOTHING or b == _NOTHING:
        return ()
    found = [*_of_day("birth", "born", a.born, b.born), *_of_day("death", "died", a.died, b.died)]
    if too_long(span_of_life((a, b))):
        found.append(evidence("times apart", "one life cannot have been so long"))
    found += _shared_places(a.places, b.places)
    found += _shared_posts(a.posts, b.posts)
    found += _shared_kin(a, b) or _crossed_kin(a, b)
    return tuple(found)


_NOTHING = Traces()


@lru_cache(maxsize=131072)
def lives_exclude(a: Traces, b: Traces) -> bool:
    """Say whether two lives cannot be one: born or dead in different eras, or too long together."""
    return "apart" in _found_of_days(a, b) or too_long(span_of_life((a, b)))


@lru_cache(maxsize=131072)
def lives_differ(a: Traces, b: Traces) -> bool:
    """Say whether two sources give days of birth or death that no slip explains."""
    return not _found_of_days(a, b).isdisjoint({"apart", "differs"})


def _found_of_days(a: Traces, b: Traces) -> frozenset[str]:
    found = (_closest(a.born, b.born), _closest(a.died, b.died))
    return frozenset(_relation(*pair) for pair in found if pair)


def mostly(differ: Callable[[Traces, Traces], bool], a: Collection[Traces], b: Collection[Traces]) -> bool:
    """Say whether most of the lives told on one side differ so from those on the other."""
    return bool(a and b) and 2 * sum(differ(one, two) for one, two in product(a, b)) > len(a) * len(b)


def span_of_life(lives: Iterable[Traces]) -> Bounds:
    """Return the span that a life must fill to hold all these: between its first and its last sure days.

    Of a birth that may have been on any of many days the last one counts, of a death the first.
    """
    firsts: list[int] = []
    lasts: list[int] = []
    for life in lives:
        firsts += [b.latest for b in life.born if b.latest is not None]
        lasts += [d.earliest for d in life.died if d.earliest is not None]
        if life.active:
            firsts += [life.active.earliest] if life.active.earliest is not None else []
            lasts += [life.active.latest] if life.active.latest is not None else []
    return Bounds(min(firsts, default=None), max(lasts, default=None))


def known_life(lives: Iterable[Traces]) -> Traces:
    """Return what several sources of one person tell together: of each thing what most of them have."""
    told = list(lives)
    return Traces(
        born=_usual(day for life in told for day in life.born),
        died=_usual(day for life in told for day in life.died),
        places=_usual(place for life in told for place in life.places),
        posts=_usual(post for life in told for post in life.posts),
        kin=_usual(kin for life in told for kin in life.kin),
    )


_Told = TypeVar("_Told")


def _usual(told: Iterable[_Told]) -> tuple[_Told, ...]:
    """Return what is told at least half as often as what is told most, the most frequent first."""
    times = Counter(told)
    most = max(times.values(), default=0)
    return tuple(sorted((x for x in times if 2 * times[x] >= most), key=lambda x: (-times[x], repr(x))))


def agree(a: Traces, b: Traces) -> bool:
    """Say whether two lives agree so well that a contradiction of names is rather a slip."""
    return sum(item.points for item in life_evidence(a, b)) >= _AGREEING


_AGREEING = 3.0


def too_long(span: Bounds) -> bool:
    """Say whether nobody lives so long."""
    return None not in span and span.latest - span.earliest > LONGEST_LIFE  # type: ignore[operator]


def _of_day(kind: str, word: str, ours: tuple[Bounds, ...], theirs: tuple[Bounds, ...]) -> Iterator[Evidence]:
    """Yield what the closest of the days say that two sources give for a birth or a death."""
    pair = _closest(ours, theirs)
    relation = _relation(*pair) if pair else ""
    if not pair or relation == "may be":
        return
    a, b = pair
    if relation == "day":
        yield evidence(f"{kind} day", f"both have the person {word} on {_said(a)}")
    elif relation == "year":
        yield evidence(f"{kind} year", f"both have the person {word} in {_said(max(a, b, key=_days))}")
    else:
        feature = "times apart" if relation == "apart" else f"{kind} {relation}"
        yield evidence(feature, f"{word} {_said(a)} in one source, {_said(b)} in the other")


def _closest(ours: tuple[Bounds, ...], theirs: tuple[Bounds, ...]) -> tuple[Bounds, Bounds] | None:
    if not ours or not theirs:
        return None
    return min(product(ours, theirs), key=lambda pair: (pair[0].gap(pair[1]), _width(*pair), pair))


def _relation(a: Bounds, b: Bounds) -> str:
    """Return how two days are related: day, year, may be; slip, near; differs, apart."""
    gap, width = a.gap(b), _width(a, b)
    if gap == 0:
        return "day" if width <= 1 else "year" if width <= _YEAR else "may be"
    if width <= 1 and _is_slip(iso_of(a.earliest or 0), iso_of(b.earliest or 0)):
        return "slip"
    if gap <= _YEAR:
        return "near"
    if 1 < width <= _YEAR and gap <= _SAME_CENTURY and _is_slip(_year_of(a), _year_of(b)):
        return "year's slip"
    return "apart" if gap > SAME_ERA else "differs"


def _width(a: Bounds, b: Bounds) -> float:
    """Return how many days the wider of the two spans has."""
    return max(_days(a), _days(b))


def _days(span: Bounds) -> float:
    if span.earliest is None or span.latest is None:
        return float("inf")
    return span.latest - span.earliest + 1


def _said(span: Bounds) -> str:
    first, last = (iso_of(day) if day is not None else "" for day in span)
    if first[:4] == last[:4] and (first[5:], last[5:]) == ("01-01", "12-31"):
        return first[:4]
    return first if first == last else f"{first}/{last}"


def _year_of(span: Bounds) -> str:
    """Return the year that the days lie in, or nothing."""
    first, last = (iso_of(day)[:-6] if day is not None else "" for day in span)
    return first if first == last else ""


def _is_slip(a: str, b: str) -> bool:
    """Say whether copying can have made the one day of the other.

    One figure is another, two figures that stand together have changed places, or day and month have.
    """
    if len(a) != len(b) or a == b:
        return False
    wrong = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    swapped = (
        len(wrong) == 2
        and wrong[1] - wrong[0] == 1
        and a[wrong[0]] + a[wrong[1]] == b[wrong[1]] + b[wrong[0]]
    )
    return len(wrong) == 1 or swapped or a == f"{b[:-5]}{b[-2:]}-{b[-5:-3]}"


def _shared_places(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Iterator[Evidence]:
    """Yield evidence for the places that both name: those that few others share, and one of the others."""
    both = _both(ours, theirs, same_place)
    telling = [item for item in both if fold(item[0]) not in common_places()]
    share = _share(_FEW_PLACES, ours, theirs)
    for rank, (_, reason) in enumerate(telling[:_MOST_NAMED]):
        yield _in_part(evidence("further place" if rank else "place", f"both name {reason}"), share)
    if len(telling) < len(both):
        reason = next(item for item in both if item not in telling)[1]
        yield _in_part(evidence("common place", f"both name {reason}"), share)


def _shared_posts(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Iterator[Evidence]:
    share = _share(_FEW_POSTS, ours, theirs)
    for rank, (_, reason) in enumerate(_both(ours, theirs, same_post)[:_MOST_NAMED]):
        yield _in_part(evidence("further post" if rank else "post", f"both call the person {reason}"), share)


_FEW_PLACES, _FEW_POSTS = 3, 2  #: of whom more are told, one that is shared tells less


def _share(few: int, ours: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    return min(1.0, few / max(len(ours), len(theirs), 1))


def _in_part(item: Evidence, share: float) -> Evidence:
    return replace(item, points=round(item.points * share, 1))


def _both(
    ours: tuple[str, ...], theirs: tuple[str, ...], likened: Callable[[str, str], str]
) -> list[tuple[str, str]]:
    """Return what both name, as the other says it, and the words for it; what is one by other words comes last."""
    if not ours or not theirs:
        return []
    keys = {fold(word): word for word in theirs}
    own = {fold(word): word for word in ours}
    found = [(keys[key], keys[key]) for key in own if key in keys]
    left = {key: word for key, word in keys.items() if key not in own}
    for key, word in own.items():
        if key not in keys:
            for other, written in left.items():
                if reason := likened(word, written):
                    found.append((written, reason))
                    del left[other]
                    break
    return found


@lru_cache(maxsize=131072)
def same_place(a: str, b: str) -> str:
    """Return how two names are names of one place (*Leningrad*, *Petrograd*), or nothing."""
    if not (_is_in_tables(a) or _is_in_tables(b)):  # the names of today are compared by their words
        return ""
    relation = compare_places(a, b)
    return f"{a} = {b} ({relation.reason})" if relation.kind == "same" else ""


@lru_cache(maxsize=65536)
def _is_in_tables(name: str) -> bool:
    return bool(named_in_tables(fold_place(name)))


@lru_cache(maxsize=131072)
def same_post(a: str, b: str) -> str:
    """Return how two posts, ranks or trades can be one (*deputy head*, *vice-chief of the UNKVD*), or nothing."""
    relation = compare_posts(a, b)
    if relation.kind in ("equivalent", "more precise", "less precise"):
        return f"{a} = {b} ({relation.reason})"
    ranks = compare_ranks(a, b)
    return f"{a} = {b} ({ranks.reason})" if ranks.kind in ("same", "equivalent") else ""


@cache
def common_places() -> frozenset[str]:
    """Return the names of countries, regions and large cities, folded."""
    return frozenset(fold(name) for name in load("gazetteer")["names"].split(";"))


def _shared_kin(a: Traces, b: Traces) -> list[Evidence]:
    return list(_of_shared_kin(a, b))


def _crossed_kin(a: Traces, b: Traces) -> Iterator[Evidence]:
    """Yield that one source has somebody as the parent whom the other has as the child: rather two namesakes."""
    for one, other in ((a, b), (b, a)):
        parents = [name for role, name in one.kin[:_MOST_KIN] if role in _PARENTS]
        children = [name for role, name in other.kin[:_MOST_KIN] if role in _CHILDREN]
        crossed = next(((p, c) for p in parents for c in children if _is_one_name(p, c)), None)
        if crossed is not None:
            name = crossed[0]
            yield evidence("crossed kin", f"{name} is a parent in one source, a child in the other")
            return


_PARENTS = frozenset(("father", "mother", "parent"))
_CHILDREN = frozenset(("son", "daughter", "child"))


def _of_shared_kin(a: Traces, b: Traces) -> Iterator[Evidence]:
    for role, name in a.kin[:_MOST_KIN]:
        for same_role, other in b.kin[:_MOST_KIN]:
            if role == same_role and _is_one_name(name, other):
                yield evidence("kin", f"{role} {name}" if name == other else f"{role} {name} = {other}")
                break


_MOST_KIN = 12


def _is_one_name(a: str, b: str) -> bool:
    comparison = compare_names(a, b)
    agreed = {part.kind for part in comparison.parts if part.finding in (Finding.SAME, Finding.VARIANT)}
    return PartKind.GIVEN in agreed and not comparison.has(Finding.CONTRADICTED)
