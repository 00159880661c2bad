"""A library in an SQLite file: how it is opened, its transactions, and its errors in words.

A source lands in one ``BEGIN IMMEDIATE`` transaction: a second writer waits at the door instead of failing
halfway. Write-ahead logging lets any number of readers go on meanwhile, each with the state it began with.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, create_engine, inspect
from sqlalchemy.exc import DBAPIError, OperationalError

from factoid.errors import LibraryBusy, LibraryError, LibraryFull, NotALibrary
from factoid.store.engines.database import check_known, to_json
from factoid.store.schema import migrate

# the indexes of ids are random: with SQLite's 2 MiB, adding slows down as a library grows
_CACHE_KIB = 32 * 1024

_PAUSE_SECONDS = 0.02
_STRETCH_SECONDS = 2.0  # SQLite waits so long at a time; between, Ctrl-C gets a hearing


class SqliteFile:
    """A file; nothing is opened before the first transaction."""

    def __init__(self, path: Path, *, writes: bool, patience_seconds: float) -> None:
        self.location, self._writes = path, writes
        self.engine = _connect(path, writes=writes, patience_seconds=patience_seconds)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one unchanging state of the library until the end of the block."""
        with self._errors_named(), self.engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            with _ended(connection):
                yield connection

    @contextmanager
    def writing(self, *, durable: bool = False) -> Iterator[Connection]:
        """Give a connection for one all-or-nothing change; wait for other writers.

        ``durable`` is synchronous=FULL: what people decided cannot be had again. Else it is NORMAL.
        """
        with self._errors_named(), self.engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}")
            _patiently(connection, "BEGIN IMMEDIATE")
            with _ended(connection):
                yield connection

    def format_found(self, *, create: bool) -> str | None:
        """Return the format of the file; see `Database`."""
        path = self.location
        is_blank = create and (not path.exists() or path.stat().st_size == 0)
        if not is_blank:
            _check_file(path)
        if self._writes:
            _check_place(path)
        with self.reading() as connection:
            found = _format_of(connection, path)
            if found is None and not (create and (is_blank or _page_count(connection))):
                raise NotALibrary(f"{path}: not a Factoid library. Name another file with --library.")
        return found

    def written(self) -> datetime:
        """Return when the file was last written."""
        return datetime.fromtimestamp(self.location.stat().st_mtime, UTC)

    @contextmanager
    def outside_transactions(self) -> Iterator[Connection]:
        """Give a connection without a transaction, for what SQLite does only outside of one."""
        with self._errors_named(), self.engine.connect() as connection:
            yield connection

    def keep_log(self) -> None:
        """Let readers go on while somebody writes: the log stands beside the file until all are done."""
        with self.outside_transactions() as connection:
            _patiently(connection, "PRAGMA journal_mode=WAL")  # which SQLite does only outside a transaction

    def bring_up_to_date(self) -> None:
        """Make or change the tables, all or nothing."""
        self.keep_log()
        with self.writing(durable=True) as connection:
            if _format_of(connection, self.location) != migrate.FORMAT:  # nobody was quicker
                migrate.upgrade(connection)
                connection.exec_driver_sql(f"PRAGMA application_id={migrate.APPLICATION_ID}")

    @contextmanager
    def _errors_named(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise library_error(self.location, error.orig) from error
        except sqlite3.Error as error:
            raise library_error(self.location, error) from error


def _connect(path: Path, *, writes: bool, patience_seconds: float) -> Engine:
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
        json_serializer=to_json,
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


def _patiently(connection: Connection, statement: str) -> None:
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


def _check_file(path: Path) -> None:
    """Raise `NotALibrary` for what can be told without opening the file.

    It must not be opened here: closing it again would take away the locks of every connection that this
    process has to it (https://sqlite.org/howtocorrupt.html, 2.2), and with them the safety of the library.
    """
    if path.is_dir():
        raise NotALibrary(f"{path}: a folder, not a Factoid library. Name a file with --library.")
    if not path.exists():
        raise NotALibrary(f"{path}: no such library. Make one with: factoid read FILE --library {path}")
    if not os.access(path, os.R_OK):
        raise NotALibrary(f"{path}: may not be opened. Check the rights of the file.")


def _check_place(path: Path) -> None:
    """Raise `LibraryFull` before hours of reading when the library could not take up what was read."""
    folder = path.absolute().parent
    if not folder.is_dir():
        raise LibraryFull(f"{path}: cannot be written, for there is no folder {folder}. Make it first.")
    if not os.access(folder, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        raise LibraryFull(f"{path}: cannot be written. Check the rights of the file and its folder.")


def _format_of(connection: Connection, path: Path) -> str | None:
    """Return the format of the library, None for a file without anything in it."""
    tables = inspect(connection).get_table_names()
    application = connection.exec_driver_sql("PRAGMA application_id").scalar()
    if not tables and application == 0:
        return None
    if application != migrate.APPLICATION_ID or "alembic_version" not in tables:
        raise NotALibrary(f"{path}: another program's database. Name another file with --library.")
    return check_known(path, connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())


def _page_count(connection: Connection) -> int:
    """Return 0 for a file too short to be a database, which SQLite would take for a new one."""
    return int(connection.exec_driver_sql("PRAGMA page_count").scalar() or 0)
