"""Which of the sure opinions may stand: not where somebody else is as likely."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import combinations

from factoid.identity.features import agreed, contradicted, surnames_exclude
from factoid.identity.life import agree, lives_differ, lives_exclude
from factoid.identity.profile import Bearer
from factoid.identity.weigh import Opinion
from factoid.model import Traces
from factoid.model.when import Bounds
from factoid.names import PartKind

CLEAR = 2.0  #: so many points one must be ahead of the next to be chosen over him


def settled(opinions: Collection[Opinion]) -> list[Opinion]:
    """Return the sure opinions that no other puts in doubt, the surest first."""
    sure = [opinion for opinion in opinions if opinion.is_sure]
    doubted = rivalled(opinions) | _torn(sure)
    return sorted((opinion for opinion in sure if opinion.pair not in doubted), key=lambda o: o.rank)


def rivalled(opinions: Iterable[Opinion]) -> set[tuple[str, str]]:
    """Find the pairs of which one has another counterpart in the same source whose name fits about as well.

    Company does not decide here: a father is named near the same people as his son. Days of birth or death do, where
    they are the same of the one and others of the other.
    """
    found = set()
    for group in _by_counterpart_source(opinions).values():
        best = sorted((opinion.name_points for opinion in group), reverse=True)
        for opinion in group:
            next_best = best[1] if opinion.name_points == best[0] else best[0]
            if next_best > opinion.name_points - CLEAR and not _is_told_by_dates(opinion, group):
                found.add(opinion.pair)
    return found


def _is_told_by_dates(opinion: Opinion, group: Collection[Opinion]) -> bool:
    """Whether the dates of the one agree, and those of whoever's name fits as well differ."""
    if not opinion.has_dates or not agree(*_lives(opinion)):
        return False
    rivals = (o for o in group if o is not opinion and o.name_points > opinion.name_points - CLEAR)
    return all(lives_differ(*_lives(rival)) for rival in rivals)


def _lives(opinion: Opinion) -> tuple[Traces, Traces]:
    return opinion.left.found.traces, opinion.right.found.traces


def _by_counterpart_source(opinions: Iterable[Opinion]) -> dict[tuple[str, str], list[Opinion]]:
    groups: dict[tuple[str, str], list[Opinion]] = defaultdict(list)
    for opinion in opinions:
        groups[opinion.left.id, opinion.right.source].append(opinion)
        groups[opinion.right.id, opinion.left.source].append(opinion)
    return {key: group for key, group in groups.items() if len(group) > 1}


def _torn(sure: Iterable[Opinion]) -> set[tuple[str, str]]:
    """Find the pairs of a persona that would be one with two people of different names or times.

    *Ivan Petrov* may be Ivan Ivanovich or Ivan Sergeyevich, who are not one: the clearly better one stays.
    """
    partners: dict[str, tuple[Bearer, list[tuple[Opinion, Bearer]]]] = {}
    for opinion in sure:
        for own, other in ((opinion.left, opinion.right), (opinion.right, opinion.left)):
            partners.setdefault(own.id, (own, []))[1].append((opinion, other))
    found = set()
    for torn, group in partners.values():
        by_kind: dict[tuple[str, tuple[Bounds, ...]], list[Opinion]] = defaultdict(list)
        bearers: dict[tuple[str, tuple[Bounds, ...]], Bearer] = {}
        for opinion, bearer in group:
            kind = bearer.main.text, bearer.found.traces.born
            bearers.setdefault(kind, bearer)
            by_kind[kind].append(opinion)
        for one, two in combinations(sorted(bearers), 2):
            if lives_exclude(bearers[one].found.traces, bearers[two].found.traces):
                found |= _losers(by_kind[one], by_kind[two], many=_MANY)
            elif _are_two(bearers[one], bearers[two], between=torn):
                found |= _losers(by_kind[one], by_kind[two])
    return found


def _are_two(a: Bearer, b: Bearer, *, between: Bearer) -> bool:
    """Whether one persona cannot be both of these; its own name may explain how theirs differ."""
    own = between.main
    explained = agreed(own, a.main) & agreed(own, b.main)
    if PartKind.SURNAME not in explained and surnames_exclude((a.main,), (b.main,)):
        return True
    unexplained = contradicted(a.main, b.main) - explained
    return bool(unexplained) and not agree(a.found.traces, b.found.traces)


_MANY = 3  #: so many times as many sources are right about a time, and the others took it from a slip


def _losers(one: list[Opinion], two: list[Opinion], *, many: int = 0) -> set[tuple[str, str]]:
    """Return the pairs that give way: those of the side that is clearly behind, or of both."""
    ahead = max(o.points for o in one) - max(o.points for o in two)
    one_leads = ahead >= CLEAR or (many and len(one) >= many * len(two))
    two_leads = ahead <= -CLEAR or (many and len(two) >= many * len(one))
    out = [*(() if one_leads and not two_leads else one), *(() if two_leads and not one_leads else two)]
    return {opinion.pair for opinion in out}
