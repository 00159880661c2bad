"""What is done to a library of a house, noted in the library by the transaction that does it.

The audit log is in the register, which may be another database. So a change and the note of it land in the library
together; the note is then moved to the log, and by whoever opens the library next where a process was killed
in between. It is brought under a key, so that the log has it once.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Delete, Insert, Update, delete, func, insert, select

from factoid.model import utc_now
from factoid.store.engines.changes import Change, Kind, by_column, changes_seen
from factoid.store.kept.revisions import read_mark, set_mark
from factoid.store.register.acting import actor
from factoid.store.register.trail import Deed
from factoid.store.schema import tables

HOUSE = "house"  #: the mark of a library whose changes are noted: its name in the house

_NOTED: dict[Kind, str] = {
    (Insert, "judgement"): "judged",
    (Update, "judgement"): "judgement withdrawn",
    (Insert, "source"): "source added",
    (Update, "source"): "source written anew",
    (Delete, "source"): "source removed",
    (Insert, "removal"): "source removed",
    (Update, "removal"): "source restored",
}
_SAID = {"reader", "title", "creator", "published", "language"}  #: of a source: not only its counts
_TOLD = ("verdict", "factoid", "id", "name", "reader", "left_source", "right_source", "source", "carried")


def name_in_house(connection: Connection) -> str:
    """Return the name of the library in the house whose log tells of it; nothing where it is in none."""
    return read_mark(connection, HOUSE)


def belong(connection: Connection, name: str) -> None:
    """Let what is done to the library be noted from now on."""
    set_mark(connection, HOUSE, name)


@contextmanager
def noted(connection: Connection) -> Iterator[None]:
    """Note what is done in the block, in the transaction that does it."""
    with changes_seen(connection, _NOTED) as seen:
        yield
    done = [change for change in seen if _is_deed(change)]
    if not done:
        return
    deed, now = tables.deed, utc_now()
    first = (connection.scalar(select(func.max(deed.c.number))) or 0) + 1
    rows = []
    for number, (_, action, params) in enumerate(done, first):
        told = by_column(params)
        detail = {name: told[name] for name in _TOLD if isinstance(told.get(name), str | int)}
        is_own = action in ("judged", "source removed") and told.get("carried") is None
        who = told.get("author") if is_own else told.get("restorer")
        about = {"actor": who or actor(), "action": action, "at": now, "detail": detail}
        rows.append({"key": uuid.uuid4().hex, "number": number, "told": about})
    connection.execute(insert(deed), rows)


def _is_deed(change: Change) -> bool:
    return change.kind != (Update, "source") or not _SAID.isdisjoint(change.told)


def deeds_in(connection: Connection) -> list[Deed]:
    """Return what is noted here and perhaps not in the log, in order."""
    deed, library = tables.deed, name_in_house(connection)
    return [
        Deed(
            **{name: row.told[name] for name in ("actor", "action", "at", "detail")},
            subject=_subject(row.told["detail"]),
            library=library,
            key=row.key,
        )
        for row in connection.execute(select(deed).order_by(deed.c.number))
    ]


def _subject(detail: dict[str, Any]) -> str | None:
    for name in ("factoid", "name", "left_source"):
        if detail.get(name):
            return str(detail[name])
    return None


def forget_deeds(connection: Connection, keys: Sequence[str]) -> None:
    """Take away what the log has."""
    connection.execute(delete(tables.deed).where(tables.deed.c.key.in_(keys)))
