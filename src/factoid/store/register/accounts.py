"""Accounts: who may log in, and by which password."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, insert, select, update
from sqlalchemy import delete as delete_from

from factoid.errors import NotInRegister, UsageError
from factoid.model.access import Role, account_named
from factoid.store.register.ledger import Ledger
from factoid.store.register.passwords import Passwords
from factoid.store.register.tables import account, membership, session, token
from factoid.store.register.times import Clock, noted
from factoid.store.register.values import Account


@dataclass(frozen=True, slots=True)
class Accounts:
    """The accounts of a house. One that was removed keeps its name, which is an author's, from all others."""

    ledger: Ledger
    passwords: Passwords
    clock: Clock

    def add(self, name: str, password: str) -> Account:
        """Make an account; `UsageError` where the name is taken, or password or name will not do."""
        held = self.passwords.hash(password)
        with self.ledger.writing() as connection:
            return add_account(connection, name, held, now=noted(self.clock()))

    def named(self, name: str) -> Account:
        """Return the account of a name; `NotInRegister` where there is none, or it was removed."""
        with self.ledger.reading() as connection:
            return account_in(connection, name)

    def all(self) -> list[Account]:
        """Return every account that is not removed, by name."""
        with self.ledger.reading() as connection:
            rows = connection.execute(
                select(account).where(account.c.removed.is_(None)).order_by(account.c.name)
            ).all()
            return _with_roles(connection, rows)

    def remove(self, name: str) -> None:
        """Take away an account's password, memberships, sessions and tokens; its name stays taken."""
        now = noted(self.clock())
        with self.ledger.writing() as connection:
            pk = account_in(connection, name).pk
            connection.execute(update(account).where(account.c.pk == pk).values(removed=now, password=None))
            connection.execute(delete_from(membership).where(membership.c.account_pk == pk))
            connection.execute(delete_from(session).where(session.c.account_pk == pk))
            is_live = (token.c.account_pk == pk) & token.c.revoked.is_(None)
            connection.execute(update(token).where(is_live).values(revoked=now))

    def set_password(self, name: str, password: str, *, but: str | None = None) -> None:
        """Change a password and end every session of the account, ``but`` the one of this hash."""
        held = self.passwords.hash(password)
        with self.ledger.writing() as connection:
            pk = account_in(connection, name).pk
            connection.execute(update(account).where(account.c.pk == pk).values(password=held))
            is_other = (session.c.account_pk == pk) & (session.c.hash != (but or ""))
            connection.execute(delete_from(session).where(is_other))

    def is_known(self, name: str) -> bool:
        """Say whether an account has this name, or had it."""
        with self.ledger.reading() as connection:
            wanted = select(account.c.pk).where(account.c.name == name.strip().lower())
            return connection.scalar(wanted) is not None

    def recognised(self, name: str, password: str) -> Account | None:
        """Return the account of a name and its password.

        None for a wrong password, an unknown name or a removed account: after the same
        work, so that nobody learns which.
        """
        with self.ledger.reading() as connection:
            is_it = (account.c.name == name.strip().lower()) & account.c.removed.is_(None)
            rows = connection.execute(select(account).where(is_it)).all()
            found = next(iter(_with_roles(connection, rows)), None)
            held = rows[0].password if rows else None
        return found if self.passwords.fits(held, password) else None


def add_account(connection: Connection, name: str, password: str | None, *, now: str) -> Account:
    """Insert an account whose password is hashed already, or that has none."""
    folded = account_named(name)
    if connection.scalar(select(account.c.pk).where(account.c.name == folded)) is not None:
        raise UsageError(f"account {folded}: the name is taken, or was once. Choose another.")
    made = connection.execute(
        insert(account).values(name=folded, password=password, made=now)
    ).inserted_primary_key
    return Account(int(made[0]) if made else 0, folded, now)


def account_in(connection: Connection, name: str) -> Account:
    """Return the account of a name."""
    is_it = (account.c.name == name.strip().lower()) & account.c.removed.is_(None)
    rows = connection.execute(select(account).where(is_it)).all()
    if not rows:
        raise NotInRegister(f"account {name[:60]!r}: there is none. See: factoid account list")
    return _with_roles(connection, rows)[0]


def _with_roles(connection: Connection, rows: Sequence[Row[tuple[object, ...]]]) -> list[Account]:
    roles: dict[int, dict[str, Role]] = {row.pk: {} for row in rows}
    wanted = select(membership).order_by(membership.c.library)
    for held in connection.execute(wanted.where(membership.c.account_pk.in_(roles))):
        roles[held.account_pk][held.library] = Role(held.role)
    return [Account(r.pk, r.name, r.made, roles[r.pk]) for r in rows]
