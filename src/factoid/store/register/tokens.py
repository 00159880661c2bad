"""Tokens of programs: each acts for one account in one library."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Row, Select, insert, select, update

from factoid.errors import NotInRegister, UsageError
from factoid.model.access import Role, lesser, library_named
from factoid.store.register.accounts import account_in
from factoid.store.register.ledger import Ledger
from factoid.store.register.members import role_in
from factoid.store.register.passwords import hash_of, new_secret
from factoid.store.register.tables import account, membership, token
from factoid.store.register.times import Clock, noted
from factoid.store.register.values import ApiToken

PREFIX = "factoid_"  #: so that a secret that got lost is known for what it is
DAYS = 365.0  #: that a token holds unless said otherwise
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a house. A secret is shown once and kept as a hash."""

    ledger: Ledger
    clock: Clock

    def make(self, name: str, library: str, role: Role, *, of: str, days: float = DAYS) -> str:
        """Return the secret of a new token.

        `UsageError` where the account that it is ``of`` is no member of the library or has a lower role.
        """
        secret, now = new_secret(PREFIX), self.clock()
        if not name.strip() or len(name) > _LONGEST_NAME or not days > 0:
            raise UsageError(f"a token has a name of at most {_LONGEST_NAME} characters, and days to hold.")
        with self.ledger.writing() as connection:
            pk = account_in(connection, of).pk
            held = role_in(connection, pk, library_named(library))
            if held is None or not held.reaches(role):
                raise UsageError(f"{of} is not {role} in {library}, so no token for them can be.")
            connection.execute(
                insert(token).values(
                    hash=hash_of(secret),
                    account_pk=pk,
                    name=" ".join(name.split()),
                    library=library,
                    role=role,
                    made=noted(now),
                    expires=noted(now, later=days * 24 * 3600),
                )
            )
        return secret

    def holder(self, secret: str) -> ApiToken | None:
        """Return the token of a secret while it holds; its role is never more than its account has now."""
        is_member = (membership.c.account_pk == token.c.account_pk) & (
            membership.c.library == token.c.library
        )
        wanted = self._tokens().add_columns(membership.c.role.label("now")).join(membership, is_member)
        is_it = (token.c.hash == hash_of(secret)) & self._holds()
        with self.ledger.reading() as connection:
            row = connection.execute(wanted.where(is_it)).one_or_none()
        return _token(row, lesser(Role(row.role), Role(row.now))) if row else None

    def of(self, name: str) -> list[ApiToken]:
        """Return the tokens of an account that hold, the latest first."""
        return self._listed(account.c.name == name)

    def of_library(self, library: str) -> list[ApiToken]:
        """Return the tokens of a library that hold, the latest first."""
        return self._listed(token.c.library == library)

    def revoke(self, pk: int, *, of: str | None = None, library: str | None = None) -> None:
        """End a token of an account, of a library, or whosesoever; `NotInRegister` where there is none."""
        is_it = (token.c.pk == pk) & token.c.revoked.is_(None)
        if library is not None:
            is_it &= token.c.library == library
        with self.ledger.writing() as connection:
            if of is not None:
                is_it &= token.c.account_pk == account_in(connection, of).pk
            if not connection.execute(
                update(token).where(is_it).values(revoked=noted(self.clock()))
            ).rowcount:
                raise NotInRegister("there is no such token, or it was revoked already.")

    def _listed(self, is_it: ColumnElement[bool]) -> list[ApiToken]:
        with self.ledger.reading() as connection:
            rows = connection.execute(
                self._tokens().where(is_it & self._holds()).order_by(token.c.pk.desc())
            ).all()
        return [_token(row, Role(row.role)) for row in rows]

    def _tokens(self) -> Select[tuple[object, ...]]:
        return select(token, account.c.name.label("account")).join(
            account, account.c.pk == token.c.account_pk
        )

    def _holds(self) -> ColumnElement[bool]:
        is_current = token.c.expires.is_(None) | (token.c.expires > noted(self.clock()))
        return token.c.revoked.is_(None) & is_current & account.c.removed.is_(None)


def _token(row: Row[tuple[object, ...]], role: Role) -> ApiToken:
    return ApiToken(
        pk=row.pk,
        name=row.name,
        account=row.account,
        library=row.library,
        role=role,
        made=row.made,
        expires=row.expires,
    )
