"""What people judged on events: that two accounts speak of one thing, or that they do not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factoid.criticism.accounts.accounts import Account
from factoid.model import Anchor, Judgement, Verdict

_OF_EVENTS = (Verdict.ONE_EVENT, Verdict.TWO_EVENTS)


class Rulings:
    """The judgements on events that stand; the latest on two accounts holds."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._standing = [
            (j.left, j.right, j.verdict)
            for j in judgements
            if j.verdict in _OF_EVENTS and j.withdrawn is None and j.left and j.right
        ][::-1]

    def joins(self, a: Account, b: Account) -> bool:
        """Say whether people hold the two to speak of one thing."""
        return self._on(a, b) is Verdict.ONE_EVENT

    def parts(self, a: Account, b: Account) -> bool:
        """Say whether people hold the two to speak of different things."""
        return self._on(a, b) is Verdict.TWO_EVENTS

    def part_any(self, accounts: Sequence[Account]) -> bool:
        """Say whether people hold any two of the accounts apart."""
        touched = [account for account in accounts if self.touch(account)]
        return any(self.parts(a, b) for n, b in enumerate(touched) for a in touched[:n])

    def touch(self, account: Account) -> bool:
        """Say whether people judged anything of the account."""
        return any(meets(account, left) or meets(account, right) for left, right, _ in self._standing)

    def _on(self, a: Account, b: Account) -> Verdict | None:
        for left, right, verdict in self._standing:
            if (meets(a, left) and meets(b, right)) or (meets(a, right) and meets(b, left)):
                return verdict
        return None


def meets(account: Account, anchor: Anchor) -> bool:
    """Say whether an account stands at the place that a judgement rests on."""
    factoid = account.factoid
    return factoid.source == anchor.source and factoid.span.overlaps(anchor.span)
