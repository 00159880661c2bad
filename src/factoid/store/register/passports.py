"""Passports: whom a login service vouches for, and which account is theirs.

A service's own name for somebody (issuer and subject) is what ties them to an account. An address of e-mail only
opens the door the first time, for it can go to somebody else later.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, Row, delete, insert, select, update

from factoid.errors import UsageError
from factoid.model.access import LONGEST_NAME
from factoid.store.register.accounts import account_in, add_account
from factoid.store.register.invitations import Invitations
from factoid.store.register.ledger import Ledger
from factoid.store.register.tables import account, passport
from factoid.store.register.times import Clock, noted
from factoid.store.register.values import Account

_ADDRESS = re.compile(r"[!-?A-~]{1,200}@[a-z0-9-]+(\.[a-z0-9-]+)*")
_Row = Row[tuple[object, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vouched:
    """Somebody as a login service tells of them, their address verified by it."""

    issuer: str
    subject: str
    address: str


@dataclass(frozen=True, slots=True)
class Passports:
    """Who comes in by a login service."""

    ledger: Ledger
    invitations: Invitations
    clock: Clock

    def admit(self, who: Vouched, *, domains: Collection[str] = ()) -> Account | None:
        """Return the account of somebody, a member of all that their address is invited to; None for a stranger.

        Known is whom the service named before; then who has the address of an account that this service names
        nobody else for. An account is made for those who are invited, and for addresses of ``domains``.
        Who was removed comes in again only by an invitation, and by another account.
        """
        address = folded(who.address)
        if address is None:
            return None
        with self.ledger.writing() as connection:
            invited = self.invitations.open_to(connection, address)
            held, may_have_it = self._found(connection, who, address)
            if not may_have_it:
                return None
            if held is None or held.removed is not None:
                is_new = held is None and address.rpartition("@")[2] in domains
                if not (invited or is_new):
                    return None
                if held is not None:
                    _part(connection, who, held.pk)
                name = self._make(connection, address)
            else:
                name = str(held.name)
            joined = account_in(connection, name)
            self._tie(connection, who, joined)
            self.invitations.join_all(connection, invited, joined)
            return account_in(connection, name)

    def set_address(self, name: str, address: str) -> None:
        """Say which address an account has; `UsageError` for none, or one that another account has."""
        kept = folded(address)
        if kept is None:
            raise UsageError(f"{address[:80]!r}: no address of e-mail. Write it like anna@example.org.")
        with self.ledger.writing() as connection:
            pk = account_in(connection, name).pk
            other = select(account.c.name).where(account.c.address == kept, account.c.pk != pk)
            if (held := connection.scalar(other)) is not None:
                raise UsageError(f"{kept}: account {held} has this address, or had it. One has one account.")
            connection.execute(update(account).where(account.c.pk == pk).values(address=kept))

    def _found(self, connection: Connection, who: Vouched, address: str) -> tuple[_Row | None, bool]:
        """Return whose account it is, and False where the service names somebody else for it."""
        is_it = (passport.c.issuer == who.issuer) & (passport.c.subject == who.subject)
        tied = select(account).join(passport, passport.c.account_pk == account.c.pk).where(is_it)
        if (held := connection.execute(tied).one_or_none()) is not None:
            return held, True
        held = connection.execute(select(account).where(account.c.address == address)).one_or_none()
        if held is None or held.removed is not None:
            return held, True
        others = (passport.c.issuer == who.issuer) & (passport.c.account_pk == held.pk)
        return held, connection.scalar(select(passport.c.subject).where(others)) is None

    def _make(self, connection: Connection, address: str) -> str:
        """Make an account without a password, called like the address before its @, with a number if need be."""
        plain = (
            re.sub(r"[^a-z0-9]+", "-", address.partition("@")[0])[: LONGEST_NAME - 8].strip("-") or "member"
        )
        taken = set(connection.scalars(select(account.c.name).where(account.c.name.startswith(plain))))
        tries = (plain, *(f"{plain}-{number}" for number in range(2, len(taken) + 3)))
        name = next(name for name in tries if name not in taken)
        made = add_account(connection, name, None, now=noted(self.clock()))
        is_free = select(account.c.pk).where(account.c.address == address)
        if connection.scalar(is_free) is None:
            connection.execute(update(account).where(account.c.pk == made.pk).values(address=address))
        return name

    def _tie(self, connection: Connection, who: Vouched, held: Account) -> None:
        is_it = (passport.c.issuer == who.issuer) & (passport.c.subject == who.subject)
        if connection.scalar(select(passport.c.account_pk).where(is_it)) is None:
            values = {"issuer": who.issuer, "subject": who.subject, "account_pk": held.pk}
            connection.execute(insert(passport).values(**values, made=noted(self.clock())))


def folded(address: str) -> str | None:
    """Return an address as addresses are compared; None for what is none.

    Only ASCII: letters that fold to others would let one mailbox pass for another.
    """
    small = address.strip().lower() if address.isascii() else ""
    return small if len(small) <= 254 and _ADDRESS.fullmatch(small) else None


def _part(connection: Connection, who: Vouched, removed: int) -> None:
    """Free somebody from the account that was taken from them."""
    is_it = (passport.c.issuer == who.issuer) & (passport.c.subject == who.subject)
    connection.execute(delete(passport).where(is_it))
    connection.execute(update(account).where(account.c.pk == removed).values(address=None))
