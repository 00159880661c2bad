"""Members: which account is what in which library."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from factoid.errors import NotInRegister, UsageError
from factoid.model.access import Role, library_named
from factoid.store.register.accounts import account_in
from factoid.store.register.ledger import Ledger
from factoid.store.register.tables import account, membership
from factoid.store.register.times import Clock, noted
from factoid.store.register.values import Member


@dataclass(frozen=True, slots=True)
class Members:
    """The members of every library."""

    ledger: Ledger
    clock: Clock

    def of(self, library: str) -> list[Member]:
        """Return the members of a library by name."""
        wanted = select(account.c.name, membership.c.role, membership.c.made).join(account)
        with self.ledger.reading() as connection:
            rows = connection.execute(
                wanted.where(membership.c.library == library).order_by(account.c.name)
            ).all()
        return [Member(row.name, Role(row.role), row.made) for row in rows]

    def set_role(self, name: str, library: str, role: Role, *, joins: bool = True) -> None:
        """Give an account a role in a library.

        Without ``joins`` it must be a member already (`NotInRegister`), and a library keeps an admin
        (`UsageError`).
        """
        with self.ledger.writing() as connection:
            pk = account_in(connection, name).pk
            if not joins:
                _check_keeps_admin(connection, library, pk, role)
            set_role(connection, pk, library_named(library), role, now=noted(self.clock()))

    def remove(self, name: str, library: str, *, is_last_admin_kept: bool = True) -> None:
        """Take an account out of a library; `UsageError` for its last admin, `NotInRegister` for no member."""
        with self.ledger.writing() as connection:
            pk = account_in(connection, name).pk
            if is_last_admin_kept:
                _check_keeps_admin(connection, library, pk, None)
            connection.execute(delete(membership).where(_is(pk, library)))


def set_role(connection: Connection, pk: int, library: str, role: Role, *, now: str) -> None:
    """Make an account a member, or change its role."""
    if connection.scalar(select(membership.c.role).where(_is(pk, library))) is None:
        connection.execute(insert(membership).values(library=library, account_pk=pk, role=role, made=now))
    else:
        connection.execute(update(membership).where(_is(pk, library)).values(role=role))


def role_in(connection: Connection, pk: int, library: str) -> Role | None:
    """Return what an account is in a library."""
    found = connection.scalar(select(membership.c.role).where(_is(pk, library)))
    return Role(found) if found else None


def _is(pk: int, library: str) -> ColumnElement[bool]:
    return (membership.c.account_pk == pk) & (membership.c.library == library)


def _check_keeps_admin(connection: Connection, library: str, pk: int, role: Role | None) -> None:
    held = role_in(connection, pk, library)
    if held is None:
        raise NotInRegister(f"{library[:60]}: that account is no member.")
    admins = (membership.c.library == library) & (membership.c.role == Role.ADMIN)
    if held is Role.ADMIN is not role:
        count = connection.scalar(select(func.count()).select_from(membership).where(admins))
        if count == 1:
            raise UsageError(f"{library}: its last admin stays. Make somebody else admin first.")
