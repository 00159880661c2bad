"""Noting every change of a register in its audit log, in the transaction that makes it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from sqlalchemy import Connection, Delete, Insert, Update, select

from factoid.store.engines.changes import Kind, by_column, changes_seen
from factoid.store.register import tables
from factoid.store.register.acting import actor
from factoid.store.register.ledger import Ledger
from factoid.store.register.times import Clock
from factoid.store.register.trail import Deed, Trail

_NOTED: dict[Kind, str] = {
    (Insert, "account"): "account made",
    (Update, "account"): "account changed",
    (Delete, "account"): "account deleted",
    (Insert, "membership"): "member added",
    (Update, "membership"): "role changed",
    (Delete, "membership"): "member removed",
    (Insert, "invitation"): "invitation made",
    (Update, "invitation"): "invitation ended",
    (Delete, "invitation"): "invitation deleted",
    (Insert, "token"): "token made",
    (Update, "token"): "token ended",
    (Delete, "token"): "token deleted",
    (Insert, "passport"): "login tied",
    (Delete, "passport"): "login untied",
    (Insert, "session"): "logged in",
    (Delete, "session"): "session ended",
}
_SECRET = ("password", "hash", "address", "expires", "used", "subject")


class NotedLedger:
    """A ledger in which everything that is done to the register is noted."""

    def __init__(self, ledger: Ledger, clock: Clock) -> None:
        self._ledger = ledger
        self.trail = Trail(ledger, clock)

    @property
    def place(self) -> str:
        """What messages call it."""
        return self._ledger.place

    def reading(self) -> AbstractContextManager[Connection]:
        """Give a connection that sees one unchanging state."""
        return self._ledger.reading()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection for one change, which is noted with it."""
        with self._ledger.writing() as connection:
            with changes_seen(connection, _NOTED) as seen:
                yield connection
            deeds = [_deed(connection, change.action, change.told) for change in seen]
            self.trail.note_in(connection, [deed for deed in deeds if deed])

    def close(self) -> None:
        """Let go of it."""
        self._ledger.close()


def _deed(connection: Connection, action: str, params: dict[str, Any]) -> Deed | None:
    if action == "session ended" and any(name.startswith("expires") for name in params):
        return None  # it was over: nobody ended it
    told = by_column(params)
    pk = told.get("account_pk", told.get("pk") if action.startswith("account") else None)
    name = told.get("name") if action == "account made" else _name_of(connection, pk)
    kept = {
        key: value
        for key, value in told.items()
        if value is not None
        and not key.startswith(_SECRET)
        and key not in ("account_pk", "pk", "library", "name", "made")
    }
    if action == "account changed":
        kept["changed"] = sorted(key for key in told if key in ("password", "address", "removed", "name"))
    return Deed(actor=actor(), action=action, library=told.get("library"), subject=name, detail=kept)


def _name_of(connection: Connection, pk: Any) -> str | None:
    account = tables.account
    return None if pk is None else connection.scalar(select(account.c.name).where(account.c.pk == pk))
