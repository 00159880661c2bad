"""Invitations: links that make whoever has them a member, once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Row, insert, select, update

from factoid.errors import NotInRegister
from factoid.model.access import Role, library_named
from factoid.store.register.accounts import account_in, add_account
from factoid.store.register.ledger import Ledger
from factoid.store.register.members import role_in, set_role
from factoid.store.register.passwords import Passwords, hash_of, new_secret
from factoid.store.register.tables import invitation
from factoid.store.register.times import Clock, noted
from factoid.store.register.values import Account, Invitation

DAYS = 7  #: that an invitation waits
_DAY = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Invitations:
    """The invitations of every library. Their secrets are shown once and kept as hashes."""

    ledger: Ledger
    passwords: Passwords
    clock: Clock

    def make(
        self, library: str, role: Role, *, by: str, address: str | None = None, days: float = DAYS
    ) -> str:
        """Return the secret of a new invitation; ``address`` says for whom it is, where they are listed.

        Where it is an address of e-mail, a login service that vouches for it is as good as the secret.
        """
        secret, now = new_secret(), self.clock()
        with self.ledger.writing() as connection:
            connection.execute(
                insert(invitation).values(
                    hash=hash_of(secret),
                    library=library_named(library),
                    role=role,
                    address=address,
                    made=noted(now),
                    made_by=by,
                    expires=noted(now, later=days * _DAY),
                )
            )
        return secret

    def open(self, secret: str) -> Invitation:
        """Return an invitation that can still be accepted; `NotInRegister` for every other secret."""
        with self.ledger.reading() as connection:
            return self._open(connection, secret)

    def of(self, library: str) -> list[Invitation]:
        """Return the invitations to a library that can still be accepted, the latest first."""
        is_it = (invitation.c.library == library) & self._is_open()
        with self.ledger.reading() as connection:
            rows = connection.execute(select(invitation).where(is_it).order_by(invitation.c.pk.desc())).all()
        return [_invitation(row) for row in rows]

    def withdraw(self, pk: int, library: str) -> None:
        """End an invitation to a library."""
        is_it = (invitation.c.pk == pk) & (invitation.c.library == library) & self._is_open()
        with self.ledger.writing() as connection:
            if not connection.execute(
                update(invitation).where(is_it).values(ended=noted(self.clock()))
            ).rowcount:
                raise NotInRegister("there is no such invitation, or it was accepted already.")

    def accept(self, secret: str, name: str) -> Invitation:
        """Make an account a member; a higher role that it has already stays."""
        with self.ledger.writing() as connection:
            return self._accept(connection, secret, account_in(connection, name))

    def accept_as_new(self, secret: str, name: str, password: str) -> Account:
        """Make an account with this password, and make it a member."""
        # nobody without an invitation learns whether a name is taken, or has a password hashed
        self.open(secret)
        held = self.passwords.hash(password)
        with self.ledger.writing() as connection:
            self._open(connection, secret)
            made = add_account(connection, name, held, now=noted(self.clock()))
            self._accept(connection, secret, made)
            return account_in(connection, made.name)

    def open_to(self, connection: Connection, address: str) -> list[Row[tuple[object, ...]]]:
        """Return the invitations to an address of e-mail, in small letters, that can still be accepted."""
        wanted = select(invitation).where(invitation.c.address.is_not(None) & self._is_open())
        rows = connection.execute(wanted.order_by(invitation.c.pk)).all()
        return [row for row in rows if row.address.strip().lower() == address]

    def join_all(
        self, connection: Connection, rows: Iterable[Row[tuple[object, ...]]], account: Account
    ) -> None:
        """Make an account a member of all that these invite to."""
        for row in rows:
            self._join(connection, row, account)

    def _accept(self, connection: Connection, secret: str, account: Account) -> Invitation:
        is_it = (invitation.c.hash == hash_of(secret)) & self._is_open()
        return self._join(connection, self._row(connection, is_it), account)

    def _join(self, connection: Connection, row: Row[tuple[object, ...]], account: Account) -> Invitation:
        found, now = _invitation(row), noted(self.clock())
        connection.execute(
            update(invitation).where(invitation.c.pk == found.pk).values(ended=now, accepted_by=account.name)
        )
        held = role_in(connection, account.pk, found.library)
        if held is None or not held.reaches(found.role):
            set_role(connection, account.pk, found.library, found.role, now=now)
        return found

    def _open(self, connection: Connection, secret: str) -> Invitation:
        return _invitation(self._row(connection, (invitation.c.hash == hash_of(secret)) & self._is_open()))

    def _row(self, connection: Connection, is_it: ColumnElement[bool]) -> Row[tuple[object, ...]]:
        row = connection.execute(select(invitation).where(is_it)).one_or_none()
        if row is None:
            raise NotInRegister(
                "this invitation is unknown, was used already, or has expired. Ask for another."
            )
        return row

    def _is_open(self) -> ColumnElement[bool]:
        return invitation.c.ended.is_(None) & (invitation.c.expires > noted(self.clock()))


def _invitation(row: Row[tuple[object, ...]]) -> Invitation:
    return Invitation(
        pk=row.pk,
        library=row.library,
        role=Role(row.role),
        made_by=row.made_by,
        expires=row.expires,
        address=row.address,
    )
