"""Where a register's tables are, and how it is read and written."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from sqlalchemy import Connection


class Ledger(Protocol):
    """A file, or a schema of a server. It begins and ends transactions; errors leave it as `LibraryError`."""

    @property
    def place(self) -> str:
        """What messages call it; never with a password."""

    def reading(self) -> AbstractContextManager[Connection]:
        """Give a connection that sees one unchanging state until the end of the block."""

    def writing(self) -> AbstractContextManager[Connection]:
        """Give a connection for one all-or-nothing change, on the disk when the block ends.

        One at a time: a second that would write waits until the first is done.
        """

    def close(self) -> None:
        """Let go of it."""
