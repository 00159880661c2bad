"""Connections to a library file: how they are opened, their transactions, and their errors in words.

A source lands in one ``BEGIN IMMEDIATE`` transaction: a second writer waits at the door instead of failing
halfway. Write-ahead logging lets any number of readers go on meanwhile, each with the state it began with.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, create_engine
from sqlalchemy.exc import DBAPIError, OperationalError

from factoid.errors import LibraryBusy, LibraryError, LibraryFull, NotALibrary

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

_CACHE_KIB = (
    32 * 1024
)  # the indexes of ids are random: with SQLite's 2 MiB, adding slows down as a library grows

PATIENCE_SECONDS = 300.0  #: how long to wait for another process that writes: a large source takes its time
_PAUSE_SECONDS = 0.02
_STRETCH_SECONDS = 2.0  # SQLite waits so long at a time; between, Ctrl-C gets a hearing


def connect(path: Path, *, writes: bool, patience_seconds: float = PATIENCE_SECONDS) -> Engine:
    """Return an engine for the file; nothing is opened before the first transaction."""
    address = f"file:{quote(str(path.absolute()))}?{'mode=rwc' if writes else _way_to_read(path)}"

    def open_connection() -> sqlite3.Connection:
        connection = sqlite3.connect(
            address,
            uri=True,
            timeout=min(patience_seconds, _STRETCH_SECONDS),
            isolation_level=None,
            check_same_thread=False,
        )
        connection.execute(f"PRAGMA {'foreign_keys' if writes else 'query_only'}=ON")
        connection.execute(f"PRAGMA cache_size=-{_CACHE_KIB}")
        return connection

    return create_engine(
        "sqlite://",
        creator=open_connection,
        poolclass=QueuePool,
        max_overflow=-1,  # a connection to a file costs next to nothing; waiting for one does
        isolation_level="AUTOCOMMIT",  # transactions are begun and ended below, in so many words
        json_serializer=_JSON.encode,
        execution_options={"patience_seconds": patience_seconds},
    )


def _way_to_read(path: Path) -> str:
    """Return how SQLite is to open the file for a reader.

    Where it can be written, the reader that closes last tidies the log away; its queries still change
    nothing. Where it cannot, SQLite cannot keep its log beside the file and has to take it as it lies.
    """
    if os.access(path.absolute().parent, os.W_OK) and os.access(path, os.W_OK):
        return "mode=rw"
    return "mode=ro" if Path(f"{path}-wal").exists() else "mode=ro&immutable=1"


@contextmanager
def reading(engine: Engine, path: Path) -> Iterator[Connection]:
    """Give a connection that sees one unchanging state of the library until the end of the block."""
    with _errors_named(path), engine.connect() as connection:
        connection.exec_driver_sql("BEGIN")
        with _ended(connection):
            yield connection


@contextmanager
def unguarded(engine: Engine, path: Path) -> Iterator[Connection]:
    """Give a connection without a transaction, for what SQLite does only outside of one."""
    with _errors_named(path), engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine, path: Path, *, durable: bool = False) -> Iterator[Connection]:
    """Give a connection for one all-or-nothing change; wait for other writers.

    A killed process loses nothing that was committed. When the power fails, evidence of the last moments may
    be missing and is read again by the next run (synchronous=NORMAL); what people decided cannot be had again
    and is forced to the disk (``durable``: synchronous=FULL).
    """
    with _errors_named(path), engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}")
        patiently(connection, "BEGIN IMMEDIATE")
        with _ended(connection):
            yield connection


def patiently(connection: Connection, statement: str) -> None:
    """Execute a statement for which nobody else may be writing; wait until that is so."""
    deadline = time.monotonic() + connection.get_execution_options()["patience_seconds"]
    while True:
        try:
            connection.exec_driver_sql(statement)
        except OperationalError as error:
            if not _is_busy(error.orig) or time.monotonic() > deadline:
                raise
            time.sleep(_PAUSE_SECONDS)  # SQLite refuses some things at once instead of waiting
        else:
            return


def _is_busy(error: BaseException | None) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


@contextmanager
def _ended(connection: Connection) -> Iterator[None]:
    try:
        yield
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        raw = connection.connection.dbapi_connection
        if isinstance(raw, sqlite3.Connection) and raw.in_transaction:  # a full disk has ended it already
            raw.rollback()
        raise


@contextmanager
def _errors_named(path: Path) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise library_error(path, error.orig) from error
    except sqlite3.Error as error:
        raise library_error(path, error) from error


_NOT_WRITABLE = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}


def library_error(path: Path, error: BaseException | None) -> LibraryError:
    """Return what an error of SQLite means to the user of the library, and what to do."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return LibraryFull(f"{path}: no room left on the disk. Make room and run the same command again.")
    if code in _NOT_WRITABLE:
        return LibraryFull(
            f"{path}: cannot be written ({error}). Check the rights of the file and its folder."
        )
    if code == sqlite3.SQLITE_IOERR:
        return LibraryFull(f"{path}: the disk does not answer as it should ({error}). Is it full or gone?")
    if _is_busy(error):
        return LibraryBusy(
            f"{path}: another process is writing to it for too long. Try again when it is done."
        )
    if code == sqlite3.SQLITE_NOTADB:
        return NotALibrary(f"{path}: not a Factoid library. Name another file with --library.")
    if code == sqlite3.SQLITE_CORRUPT:
        return NotALibrary(
            f"{path}: the file is damaged ({error}). Restore a copy, or read the sources anew."
        )
    return LibraryError(f"{path}: {error}")
