"""Sessions: who logged in, until when."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, bindparam, delete, insert, select, update

from factoid.model.access import Role
from factoid.store.register.ledger import Ledger
from factoid.store.register.passwords import hash_of, new_secret
from factoid.store.register.tables import account, membership, session
from factoid.store.register.times import Clock, noted
from factoid.store.register.values import Account

LONGEST_SECONDS = 14 * 24 * 3600.0  #: a session ends then in any case
IDLE_SECONDS = 24 * 3600.0  #: and when it was not used for so long
_NOTED_SECONDS = 300.0  # use is noted no more often: a page that is looked at should not write


@dataclass(frozen=True, slots=True)
class Sessions:
    """The sessions of a house. A browser keeps the secret, the register its hash."""

    ledger: Ledger
    clock: Clock

    def begin(self, account_pk: int) -> str:
        """Return the secret of a new session; those that are over are forgotten."""
        secret, now = new_secret(), self.clock()
        with self.ledger.writing() as connection:
            connection.execute(delete(session).where(self._is_over()))
            connection.execute(
                insert(session).values(
                    hash=hash_of(secret),
                    account_pk=account_pk,
                    made=noted(now),
                    used=noted(now),
                    expires=noted(now, later=LONGEST_SECONDS),
                )
            )
        return secret

    def holder(self, secret: str) -> Account | None:
        """Return who holds a session that is not over, with their roles."""
        key, now = hash_of(secret), self.clock()
        asked = {"key": key, "now": noted(now), "idle": noted(now, later=-IDLE_SECONDS)}
        with self.ledger.reading() as connection:
            rows = connection.execute(_HOLDER, asked).all()
        if not rows:
            return None
        row = rows[0]
        if row.used < noted(now, later=-_NOTED_SECONDS):
            with self.ledger.writing() as connection:
                connection.execute(update(session).where(session.c.hash == key).values(used=noted(now)))
        return Account(row.pk, row.name, row.made, {r.library: Role(r.role) for r in rows if r.library})

    def end(self, secret: str) -> None:
        """End a session."""
        with self.ledger.writing() as connection:
            connection.execute(delete(session).where(session.c.hash == hash_of(secret)))

    def end_all(self, account_pk: int) -> None:
        """End every session of an account."""
        with self.ledger.writing() as connection:
            connection.execute(delete(session).where(session.c.account_pk == account_pk))

    def _is_over(self) -> ColumnElement[bool]:
        now = self.clock()
        return (session.c.expires <= noted(now)) | (session.c.used <= noted(now, later=-IDLE_SECONDS))


# Each request asks it: made once, it need not be made into words of SQL each time.
_HOLDER = (
    select(
        account.c.pk, account.c.name, account.c.made,
        session.c.used, membership.c.library, membership.c.role,
    )
    .join(session, session.c.account_pk == account.c.pk)
    .outerjoin(membership, membership.c.account_pk == account.c.pk)
    .where(session.c.hash == bindparam("key"), account.c.removed.is_(None))
    .where(session.c.expires > bindparam("now"), session.c.used > bindparam("idle"))
)  # fmt: skip
