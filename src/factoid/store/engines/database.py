"""What a library asks of the engine that holds it: moments to read, turns to write, and its format."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from sqlalchemy import Connection, Engine

from factoid.errors import LibraryTooNew
from factoid.model import Location
from factoid.store.schema import migrate

PATIENCE_SECONDS = 300.0  #: how long to wait for another process that writes: a large source takes its time

to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Database(Protocol):
    """One library, in a file or in a schema."""

    @property
    def location(self) -> Location:
        """Where it is."""

    @property
    def engine(self) -> Engine:
        """What makes connections."""

    def reading(self) -> AbstractContextManager[Connection]:
        """Give a connection that sees one unchanging state of the library until the end of the block."""

    def writing(self, *, durable: bool = False) -> AbstractContextManager[Connection]:
        """Give a connection for one all-or-nothing change; wait for other writers.

        ``durable``: it is on the disk at the end of the block. Else a killed process loses nothing, but when
        the power fails the evidence of the last moments may be missing, and is read again by the next run.
        """

    def format_found(self, *, create: bool) -> str | None:
        """Return the format of what is there, None where there is nothing yet and it may be made.

        `LibraryError` for what is no library of this version or an earlier one.
        """

    def written(self) -> datetime:
        """Return the last moment at which what stands here can have come here, in UTC."""

    def bring_up_to_date(self) -> None:
        """Make the tables, or bring those of an older format to this one, all or nothing."""


def check_known(location: Location, found: str | None) -> str:
    """Return a format that this version knows; `LibraryTooNew` for a later one."""
    if found is None or found > migrate.FORMAT:
        raise LibraryTooNew(
            f"{location}: written by a later version of Factoid (format {found}; this one knows {migrate.FORMAT}). "
            "Install that version, or a later one."
        )
    return found
