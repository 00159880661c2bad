"""What the processes of one server tell each other while it runs: notes on shelves, and buckets of tokens.

A file in a folder of the server's own, which goes with the server; where it is one process, that process's memory.
Nothing of a library is here. The locks are the system's: they go with a process that is killed, and stop no other.
"""

from __future__ import annotations

import json
import math
import os
import sqlite3
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

if sys.platform != "win32":
    import fcntl

_PATIENCE_SECONDS = 10.0  # for another process, which holds the file for less than a thousandth of that
_MOST_BUCKETS = 20_000  # beyond that, those that were used least lately are forgotten, full as they then are
_TAKEN_BETWEEN = 1000  # two looks at how many buckets there are
_TABLES = (
    "CREATE TABLE IF NOT EXISTS note (place INTEGER PRIMARY KEY, shelf TEXT NOT NULL, key TEXT NOT NULL,"
    " value TEXT NOT NULL, UNIQUE (shelf, key))",
    "CREATE TABLE IF NOT EXISTS bucket (key TEXT PRIMARY KEY, tokens REAL NOT NULL, at REAL NOT NULL)"
    " WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS ix_bucket_at ON bucket (at)",
)


class Board:
    """Notes and buckets of one server. Its processes name one ``folder``; without one it is of this process alone."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._connection = sqlite3.connect(
            folder / "board.sqlite" if folder else ":memory:",
            timeout=_PATIENCE_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        self._lock = Lock()
        self._taken = 0
        for pragma in ("journal_mode=WAL", "synchronous=OFF"):  # what is lost with the machine is of no use
            self._connection.execute(f"PRAGMA {pragma}")
        with self._turn_to_write():
            for table in _TABLES:
                self._connection.execute(table)

    def put(self, shelf: str, key: str, value: Mapping[str, Any], *, most: int) -> None:
        """Write a note in its place on a shelf, at the end if it is new; ``most`` stay there, the latest."""
        with self._turn_to_write():
            self._connection.execute(
                "INSERT INTO note (shelf, key, value) VALUES (?, ?, ?)"
                " ON CONFLICT (shelf, key) DO UPDATE SET value = excluded.value",
                (shelf, key, json.dumps(value)),
            )
            self._connection.execute(
                "DELETE FROM note WHERE shelf = ? AND place NOT IN"
                " (SELECT place FROM note WHERE shelf = ? ORDER BY place DESC LIMIT ?)",
                (shelf, shelf, most),
            )

    def drop(self, shelf: str, key: str) -> None:
        """Take a note away."""
        with self._turn_to_write():
            self._connection.execute("DELETE FROM note WHERE shelf = ? AND key = ?", (shelf, key))

    def on(self, shelf: str) -> dict[str, dict[str, Any]]:
        """Return the notes on a shelf by key, in the order in which they came there."""
        with self._lock:
            wanted = "SELECT key, value FROM note WHERE shelf = ? ORDER BY place"
            rows = self._connection.execute(wanted, (shelf,)).fetchall()
        return {key: json.loads(value) for key, value in rows}

    def take(self, key: str, *, size: float, rate: float, now: float) -> int:
        """Take a token out of a bucket of a size that fills up at a rate; return 0, or the seconds until there is one.

        ``now`` of a clock that all processes share.
        """
        with self._turn_to_write():
            wanted = "SELECT tokens, at FROM bucket WHERE key = ?"
            tokens, then = self._connection.execute(wanted, (key,)).fetchone() or (size, now)
            tokens = min(size, tokens + max(0.0, now - then) * rate)
            wait = 0 if tokens >= 1 else math.ceil((1 - tokens) / rate)
            self._connection.execute(
                "INSERT INTO bucket (key, tokens, at) VALUES (?, ?, ?)"
                " ON CONFLICT (key) DO UPDATE SET tokens = excluded.tokens, at = excluded.at",
                (key, tokens if wait else tokens - 1, now),
            )
            self._taken += 1
            if self._taken % _TAKEN_BETWEEN == 0:
                self._connection.execute(
                    "DELETE FROM bucket WHERE key IN (SELECT key FROM bucket ORDER BY at DESC LIMIT -1 OFFSET ?)",
                    (_MOST_BUCKETS,),
                )
        return wait

    @contextmanager
    def turn(self, name: str) -> Iterator[bool]:
        """Have a turn at something that one process does at a time; False where another has it."""
        if sys.platform == "win32":  # one process serves there
            yield True
            return
        if self._folder is None:
            yield True
            return
        with (self._folder / f"turn-{name}").open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
            else:
                yield True

    @contextmanager
    def _turn_to_write(self) -> Iterator[None]:
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def close(self) -> None:
        """Let go of it."""
        with self._lock:
            self._connection.close()


def is_alive(process: int) -> bool:
    """Say whether there is a process of this number on this machine."""
    if sys.platform == "win32":  # to ask would end it
        return process == os.getpid()
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # somebody else's
        return True
    return True
