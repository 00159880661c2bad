"""What a transaction changes, seen where it is executed: no way of changing a table can be forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple

from sqlalchemy import Connection, Insert, event

Kind = tuple[type, str]  #: of a statement, and its table


class Change(NamedTuple):
    """A statement that changed something."""

    kind: Kind
    action: str  #: what it is called
    told: dict[str, Any]  #: its parameters by their names in the statement


@contextmanager
def changes_seen(connection: Connection, actions: Mapping[Kind, str]) -> Iterator[list[Change]]:
    """Give a list that grows by each statement of the kinds named, but for those that are part of a deed."""
    seen: list[Change] = []

    def see(_: Connection, statement: Any, many: Any, one: Any, options: Any, result: Any) -> None:
        kind = (type(statement), getattr(getattr(statement, "table", None), "name", ""))
        if (
            kind in actions
            and not options.get("is_part_of_a_deed")
            and (kind[0] is Insert or result.rowcount)
        ):
            seen.append(Change(kind, actions[kind], statement.compile().params | (one or {})))

    event.listen(connection, "after_execute", see)
    try:
        yield seen
    finally:
        event.remove(connection, "after_execute", see)


def by_column(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return parameters by the names of their columns: SQLAlchemy numbers those of a condition."""
    return {name.removesuffix("_1"): value for name, value in told.items()}
