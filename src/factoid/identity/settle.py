"""Which of the sure opinions may stand: not where somebody else is as likely."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import combinations

from factoid.identity.features import contradict
from factoid.identity.weigh import Opinion

CLEAR = 2.0  #: so many points one must be ahead of the next to be chosen over him


def settled(opinions: Collection[Opinion]) -> list[Opinion]:
    """Return the sure opinions that no other puts in doubt, the surest first."""
    sure = [opinion for opinion in opinions if opinion.is_sure]
    doubted = _rivalled(opinions) | _torn(sure)
    return sorted((opinion for opinion in sure if opinion.pair not in doubted), key=lambda o: o.rank)


def _rivalled(opinions: Iterable[Opinion]) -> set[tuple[str, str]]:
    """Find the pairs of which one has another counterpart in the same source whose name fits about as well.

    Company does not decide here: a father is named near the same people as his son.
    """
    found = set()
    for group in _by_counterpart_source(opinions).values():
        best = sorted((opinion.name_points for opinion in group), reverse=True)
        for opinion in group:
            next_best = best[1] if opinion.name_points == best[0] else best[0]
            if next_best > opinion.name_points - CLEAR:
                found.add(opinion.pair)
    return found


def _by_counterpart_source(opinions: Iterable[Opinion]) -> dict[tuple[str, str], list[Opinion]]:
    groups: dict[tuple[str, str], list[Opinion]] = defaultdict(list)
    for opinion in opinions:
        groups[opinion.left.id, opinion.right.source].append(opinion)
        groups[opinion.right.id, opinion.left.source].append(opinion)
    return {key: group for key, group in groups.items() if len(group) > 1}


def _torn(sure: Iterable[Opinion]) -> set[tuple[str, str]]:
    """Find the pairs of a persona that would be one with two people of different names.

    *Ivan Petrov* may be Ivan Ivanovich or Ivan Sergeyevich, who are not one: the clearly better one stays.
    """
    partners: dict[str, list[tuple[Opinion, str]]] = defaultdict(list)
    for opinion in sure:
        partners[opinion.left.id].append((opinion, "right"))
        partners[opinion.right.id].append((opinion, "left"))
    found = set()
    for group in partners.values():
        by_name: dict[str, list[Opinion]] = defaultdict(list)
        profiles = {}
        for opinion, side in group:
            bearer = opinion.right if side == "right" else opinion.left
            profiles[bearer.main.text] = bearer.main
            by_name[bearer.main.text].append(opinion)
        for one, two in combinations(sorted(profiles), 2):
            if contradict(profiles[one], profiles[two]):
                found |= _losers(by_name[one], by_name[two])
    return found


def _losers(one: list[Opinion], two: list[Opinion]) -> set[tuple[str, str]]:
    ahead = max(o.points for o in one) - max(o.points for o in two)
    out = [*(one if ahead < CLEAR else ()), *(two if ahead > -CLEAR else ())]
    return {opinion.pair for opinion in out}
