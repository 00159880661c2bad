"""Statements that are each possible, and all together are not: what a chronology found, as a conflict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factoid.criticism.accounts.accounts import accounts_of
from factoid.criticism.conflicts.claims import claim_of, conflict_of, letter
from factoid.criticism.conflicts.setting import Setting
from factoid.model import Attestation, Conflict, ConflictKind


def impossible(
    attestation: Attestation, factoids: Sequence[str], sentences: Sequence[str], setting: Setting
) -> Conflict | None:
    """Return the conflict of a minimal set of factoids that cannot all hold; each of them is a side.

    None where one of them is not among what is said of the person.
    """
    known = {account.factoid.id: account for account in accounts_of(attestation)[::-1]}
    if len(factoids) <= 1 or not all(factoid in known for factoid in factoids):
        return None
    accounts = [known[factoid] for factoid in factoids]
    claims = tuple(
        claim_of(
            account,
            letter(number),
            ("date", "date"),
            witness_group=setting.witness_group(account.source),
            published=attestation.published.get(account.source),
        )
        for number, account in enumerate(accounts)
    )
    conflict = conflict_of(
        (attestation.person, attestation.name),
        ("chronology", "date"),
        ConflictKind.IMPOSSIBLE_CHRONOLOGY,
        claims,
        reasons=sentences,
        confidence=min(account.sureness for account in accounts) ** 1.5,
    )
    return replace(conflict, type=accounts[0].factoid.type)
