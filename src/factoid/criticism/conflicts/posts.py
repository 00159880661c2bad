"""One post, two holders at a time: compared across persons."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from factoid.bodies import compare_posts
from factoid.criticism.accounts.accounts import Account
from factoid.criticism.accounts.wording import content_words, holds_phrase, phrases, proper_words, words_of
from factoid.criticism.conflicts.claims import claim_of, conflict_of, letter
from factoid.model import Attestation, Bounds, Claim, Conflict, ConflictKind, claim_of_json, json_of_claim
from factoid.resources import load

_MOST_ALIKE = 8  #: sources that say the same of one holder; more would tell nothing new
_LEAST_TOGETHER = 60  #: days; a successor may be named before the predecessor has gone


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who held a post when, as one source says."""

    person: str
    name: str
    post: str  #: as the source says it
    days: Bounds
    claim: Claim
    sureness: float


def post_key(account: Account) -> str | None:
    """Return what a post that only one person can hold is known by; None for posts that several hold."""
    factoid = account.factoid
    where = proper_words(f"{factoid.organisation or ''} {factoid.place or ''}")
    if not factoid.role or not where or not _is_single(factoid.role):
        return None
    return " ".join((*sorted(content_words(factoid.role)), "-", *sorted(where)))


def _is_single(role: str) -> bool:
    rules = load("comparisons")["single_posts"]
    words = words_of(role)
    return holds_phrase(words, phrases(rules["words"])) and not holds_phrase(
        words, phrases(rules["not_words"])
    )


def tenures_of(attestation: Attestation, accounts: Iterable[Account]) -> Iterator[tuple[str, Tenure]]:
    """Yield the posts that only one can hold, with when the person is said to have held them."""
    for account in accounts:
        is_held = account.factoid.type == "office" and not (account.is_denied or account.is_of_its_start)
        days = _held(account) if is_held else None
        key = post_key(account) if days else None
        if key and days:
            claim = claim_of(account, "A", ("role", "post"), witness_group=account.source, published=None)
            role = ", ".join(
                filter(None, (account.factoid.role, account.factoid.organisation, account.factoid.place))
            )
            yield key, Tenure(attestation.person, attestation.name, role, days, claim, account.sureness)


def _held(account: Account) -> Bounds | None:
    """Return the days through which the post was held for sure, where that is more than a few."""
    when = account.factoid.when
    if when is None or when.start.latest is None or when.end.earliest is None:
        return None
    days = Bounds(when.start.latest, when.end.earliest)
    return days if when.end.earliest - when.start.latest >= _LEAST_TOGETHER else None


def two_holders(tenures: Sequence[Tenure]) -> Iterator[Conflict]:
    """Yield a conflict for each two persons who are said to have held one post at a time."""
    found: dict[tuple[str, str], list[tuple[Tenure, Tenure]]] = defaultdict(list)
    for ours, theirs in _of_one_time(tenures):
        if compare_posts(ours.post, theirs.post).kind not in ("different", "unknown"):
            first, second = sorted((ours, theirs), key=lambda tenure: tenure.person)
            found[first.person, second.person].append((first, second))
    for pairs in found.values():
        yield _held_by_both(pairs)


def _of_one_time(tenures: Sequence[Tenure]) -> Iterator[tuple[Tenure, Tenure]]:
    """Yield the pairs of different persons that overlap, going through them as time does."""
    still: list[Tenure] = []
    for tenure in sorted(_told_once(tenures), key=lambda t: (t.days.earliest or 0, t.person)):
        still = [other for other in still if _together(other.days, tenure.days) >= _LEAST_TOGETHER]
        yield from ((other, tenure) for other in still if other.person != tenure.person)
        still.append(tenure)


def _told_once(tenures: Iterable[Tenure]) -> Iterable[Tenure]:
    """Leave out who is said by several sources to have held the post through the same days, but for a few."""
    times: Counter[tuple[str, Bounds]] = Counter()
    for tenure in tenures:
        times[tenure.person, tenure.days] += 1
        if times[tenure.person, tenure.days] <= _MOST_ALIKE:
            yield tenure


def _held_by_both(pairs: Sequence[tuple[Tenure, Tenure]]) -> Conflict:
    ours, theirs = max(pairs, key=lambda pair: pair[0].sureness * pair[1].sureness)
    together = _together(ours.days, theirs.days)
    sides = (dict.fromkeys(side) for side in zip(*pairs, strict=True))
    claims = tuple(_of_side(tenure, letter(n)) for n, side in enumerate(sides) for tenure in side)
    return conflict_of(
        (ours.person, ours.name),
        ("office", "holder"),
        ConflictKind.TWO_HOLDERS,
        claims,
        reasons=(
            f"{ours.name} and {theirs.name} are both said to have been {ours.post} for {together} days",
        ),
        confidence=0.8 * (ours.sureness * theirs.sureness) ** 0.5,
    )


def _together(a: Bounds, b: Bounds) -> int:
    ends = [day for day in (a.latest, b.latest) if day is not None]
    starts = [day for day in (a.earliest, b.earliest) if day is not None]
    return min(ends) - max(starts) if ends and starts else 0


def _of_side(tenure: Tenure, side: str) -> Claim:
    return replace(tenure.claim, side=side, value=tenure.name)


def json_of_tenure(tenure: Tenure) -> dict[str, Any]:
    """Return a tenure as plain JSON values."""
    return {
        "person": tenure.person,
        "name": tenure.name,
        "post": tenure.post,
        "days": list(tenure.days),
        "claim": json_of_claim(tenure.claim),
        "sureness": tenure.sureness,
    }


def tenure_of_json(data: dict[str, Any]) -> Tenure:
    """Return the tenure that `json_of_tenure` wrote."""
    return Tenure(
        data["person"],
        data["name"],
        data["post"],
        Bounds(*data["days"]),
        claim_of_json(data["claim"]),
        data["sureness"],
    )
