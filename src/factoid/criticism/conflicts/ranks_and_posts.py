"""A rank that does not fit the post that somebody is said to have held with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factoid.bodies import ranks_of
from factoid.criticism.accounts.accounts import Account
from factoid.criticism.accounts.days import is_exact
from factoid.criticism.accounts.ranks import rank_of
from factoid.criticism.accounts.wording import holds_phrase, phrases, words_of
from factoid.criticism.conflicts.claims import claim_of, conflict_of
from factoid.model import Attestation, Conflict, ConflictKind
from factoid.resources import load

_YEAR = 366  #: days


def ranks_unfit(attestation: Attestation, accounts: Sequence[Account]) -> Iterator[Conflict]:
    """Yield a conflict for each rank too high or too low for a post of the same time.

    Of several sources that say the same only the first is asked.
    """
    dated = [a for a in accounts if is_exact(a.days, _YEAR) and a.date_sureness == 1 and not a.is_denied]
    ranks = {(a.factoid.value, a.days): a for a in dated[::-1] if a.factoid.type == "rank"}
    posts = {_post(a): a for a in dated[::-1] if a.factoid.type == "office"}
    for post in posts.values():
        span = _span(post)
        for rank in ranks.values():
            why = _unfit(rank, post, span) if span else None
            if why:
                yield _conflict(attestation, rank, post, why)


def _post(account: Account) -> tuple[object, ...]:
    factoid = account.factoid
    return factoid.role, factoid.organisation, factoid.place, account.days


def _span(post: Account) -> tuple[int, int] | None:
    """Return the levels of rank that fit a post: those of the smallest unit that it names."""
    rules, factoid = load("comparisons")["ranks_of_commanders"], post.factoid
    role = words_of(factoid.role or "")
    if not holds_phrase(role, phrases(rules["heads"])) or holds_phrase(role, phrases(rules["not_words"])):
        return None
    named = {*role, *words_of(factoid.organisation or "")}
    spans = [(low, high) for unit, (low, high) in rules["units"].items() if unit in named]
    return spans[-1] if spans else None


def _unfit(rank: Account, post: Account, span: tuple[int, int]) -> str | None:
    if rank.days is None or post.days is None or rank.days.gap(post.days):
        return None
    name = rank_of(rank.factoid)
    levels = [found.level for found in ranks_of(name, rank.days)] if name else []
    if not levels or (max(levels) >= span[0] and min(levels) <= span[1]):
        return None
    side = "low" if max(levels) < span[0] else "high"
    return f"{name} is too {side} a rank for {post.factoid.role}"


def _conflict(attestation: Attestation, rank: Account, post: Account, why: str) -> Conflict:
    claims = tuple(
        claim_of(
            account,
            side,
            field,
            witness_group=account.source,
            published=attestation.published.get(account.source),
        )
        for account, side, field in ((rank, "A", ("value", "rank")), (post, "B", ("role", "post")))
    )
    return conflict_of(
        (attestation.person, attestation.name),
        ("rank", "role"),
        ConflictKind.RANK_AND_POST,
        claims,
        reasons=(why,),
        confidence=0.8 * (rank.sureness * post.sureness) ** 0.5,
    )
