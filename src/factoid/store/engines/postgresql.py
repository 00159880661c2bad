"""A library in a schema of a PostgreSQL database: how it is opened, its transactions, its turns to write.

Whoever writes holds an advisory lock on the library until its transaction ends, as SQLite's writers hold their file: a
second one waits at the door, and what the code counts cannot change under it. Readers see the state they began with.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import blake2b
from select import select
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, text
from sqlalchemy.exc import DBAPIError, DisconnectionError

from factoid.errors import LibraryFull, LibraryUnreachable, NotALibrary
from factoid.late import late
from factoid.model import InDatabase
from factoid.store.engines.database import check_known, to_json
from factoid.store.engines.server_errors import is_crowded, server_error
from factoid.store.kept.revisions import MOMENT, read_mark
from factoid.store.schema import migrate

MARK = "A library of Factoid"  #: the comment on the table of formats
_CONNECT_SECONDS = 10
_CROWDED_SECONDS = 15.0  # to wait for another to let go of its connection
_PAUSE_SECONDS = 0.05
_SURE_SECONDS = 20.0  # that a connection which says nothing is still there
_KEPT = 12  # connections that stay open when nobody uses them: making one costs more than a page


class PostgresqlSchema:
    """A schema; nothing is opened before the first transaction."""

    def __init__(self, location: InDatabase, *, writes: bool, patience_seconds: float) -> None:
        self.location = location
        self._writes, self._patience_seconds = writes, patience_seconds
        self.engine = engine_at(location, schema=location.library)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one unchanging state of the library until the end of the block."""
        with errors_named(self.location), connected(self.engine) as connection:
            _told(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            with _ended(connection):
                yield connection

    @contextmanager
    def writing(self, *, durable: bool = False) -> Iterator[Connection]:
        """Give a connection for one all-or-nothing change; wait for other writers.

        ``durable`` waits for the disk (synchronous_commit).
        """
        with errors_named(self.location), connected(self.engine) as connection:
            _told(
                connection,
                "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; "
                f"SET LOCAL synchronous_commit = {'on' if durable else 'off'}; "
                f"SET LOCAL lock_timeout = {max(1, int(self._patience_seconds * 1000))}",
            )
            with _ended(connection):
                connection.execute(_LOCK, {"key": _key_of(self.location.library)})
                _told(connection, "SET LOCAL lock_timeout = 0")
                yield connection

    def format_found(self, *, create: bool) -> str | None:
        """Return the format of the schema; see `Database`."""
        with self.reading() as connection:
            check_encoding(connection, self.location)
            found = _format_of(connection, self.location)
            if found is None and not create:
                raise NotALibrary(
                    f"{self.location}: no such library. Make one with: factoid read FILE --library '{self.location}'"
                )
            if self._writes and connection.scalar(_IS_STANDBY):
                raise LibraryFull(
                    f"{self.location}: the server only lets read. Name the one that takes changes."
                )
        return found

    def written(self) -> datetime:
        """Return the moment of the last change; of a library without one, the present."""
        with self.reading() as connection:
            moment = read_mark(connection, MOMENT)
        return datetime.fromisoformat(moment) if moment else datetime.now(UTC)

    def bring_up_to_date(self) -> None:
        """Make the schema and its tables, or change them, all or nothing."""
        with self.writing(durable=True) as connection:
            found = _format_of(connection, self.location)
            if found == migrate.FORMAT:
                return  # somebody was quicker
            if not connection.scalar(HAS_SCHEMA, {"schema": self.location.library}):
                connection.exec_driver_sql(f"CREATE SCHEMA {quoted(self.location.library)}")
            migrate.upgrade(connection)
            connection.exec_driver_sql(f"COMMENT ON TABLE alembic_version IS '{MARK}'")


def engine_at(location: InDatabase, *, schema: str) -> Engine:
    """Return what makes connections to a database in which names without a schema are of this one.

    `LibraryUnreachable` where psycopg is missing.
    """
    connect = _driver()

    def open_connection() -> Any:
        raw = connect(
            location.server,
            autocommit=True,
            client_encoding="utf8",
            application_name="factoid",
            **({} if "connect_timeout" in location.server else {"connect_timeout": _CONNECT_SECONDS}),
        )
        raw.execute(f"SET search_path TO {quoted(schema)}")
        raw.execute("SET jit = off")  # it costs more than our queries take
        return raw

    engine = create_engine(
        "postgresql+psycopg://",
        creator=open_connection,
        poolclass=QueuePool,
        pool_size=_KEPT,
        pool_use_lifo=True,
        max_overflow=-1,  # what one caller begins may need another connection: none waits for its own
        isolation_level="AUTOCOMMIT",  # transactions are begun and ended in so many words
        json_serializer=to_json,
    )
    event.listen(engine, "checkout", _check_is_open)
    return engine


def _check_is_open(raw: Any, record: Any, _: Any) -> None:
    """Let a connection that the server has cut be made anew.

    On one that waits for nothing there is nothing to read but the news that it is cut: to look costs less than to
    ask. The way to the server may have gone without news, so one that was not used for long is asked all the same.
    """
    now, used = time.monotonic(), record.info.get("used", 0.0)
    record.info["used"] = now
    if now - used < _SURE_SECONDS and not select([raw.fileno()], [], [], 0)[0]:
        return
    try:
        raw.execute("")
    except Exception as error:
        raise DisconnectionError from error


def _told(connection: Connection, statement: str) -> None:
    """Tell the server something that has no answer, without what SQLAlchemy does around a query."""
    raw = connection.connection.dbapi_connection
    try:
        raw.execute(statement)  # type: ignore[union-attr]
    except connection.dialect.loaded_dbapi.Error:
        connection.exec_driver_sql(statement)  # which says what is the matter in its own errors


def _driver() -> Callable[..., Any]:
    try:
        connect: Callable[..., Any] = late("psycopg:connect")
    except ImportError as error:
        raise LibraryUnreachable(
            "a library in PostgreSQL needs psycopg. Install it with: pip install 'factoid[postgresql]'"
        ) from error
    return connect


@contextmanager
def connected(engine: Engine) -> Iterator[Connection]:
    """Give a connection; where the server takes no more, wait for one that somebody lets go of."""
    deadline = time.monotonic() + _CROWDED_SECONDS
    while True:
        try:
            connection = engine.connect()
        except DBAPIError as error:
            if not is_crowded(error.orig) or time.monotonic() > deadline:
                raise
            time.sleep(_PAUSE_SECONDS)
        else:
            break
    with connection:
        yield connection


@contextmanager
def errors_named(location: InDatabase) -> Iterator[None]:
    """Turn what the server or the way to it refuses into errors that name the library."""
    try:
        yield
    except DBAPIError as error:
        raise server_error(location, error.orig) from error


def check_encoding(connection: Connection, location: InDatabase) -> None:
    """Raise `NotALibrary` for a database that cannot hold every script."""
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
    if encoding != "UTF8":
        raise NotALibrary(
            f"{location}: the database holds text as {encoding}. Make one with ENCODING 'UTF8' and name that."
        )


def quoted(name: str) -> str:
    """Return a name as SQL takes it."""
    return '"' + name.replace('"', '""') + '"'


def _key_of(library: str) -> int:
    """Return the number of a library's lock, the same for every process."""
    return int.from_bytes(blake2b(f"factoid {library}".encode(), digest_size=8).digest(), "big", signed=True)


@contextmanager
def _ended(connection: Connection) -> Iterator[None]:
    try:
        yield
        _told(connection, "COMMIT")
    except BaseException:
        raw = connection.connection.dbapi_connection if not connection.invalidated else None
        if raw is not None and not getattr(raw, "closed", True):
            raw.rollback()
        raise


_LOCK = text("SELECT pg_advisory_xact_lock(:key)")
_IS_STANDBY = text("SELECT pg_is_in_recovery() OR current_setting('default_transaction_read_only')::boolean")
HAS_SCHEMA = text("SELECT 1 FROM pg_namespace WHERE nspname = :schema")
_HELD = text(
    "SELECT c.relname AS name, obj_description(c.oid, 'pg_class') AS said FROM pg_class c "
    "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = :schema AND c.relkind IN ('r', 'p', 'v', 'm')"
)


def _format_of(connection: Connection, location: InDatabase) -> str | None:
    """Return the format of the library, None where the schema is missing or empty."""
    held = {row.name: row.said for row in connection.execute(_HELD, {"schema": location.library})}
    if not held:
        return None
    if held.get("alembic_version") != MARK:
        raise NotALibrary(
            f"{location}: the schema holds another program's tables. Name another library: …?library=NAME"
        )
    return check_known(
        location, connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    )
