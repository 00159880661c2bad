"""A house that is a PostgreSQL database: each library a schema of its name, the register a schema of its own."""

from __future__ import annotations

from contextlib import AbstractContextManager

from sqlalchemy import Connection, text

from factoid.errors import NotALibrary, NotInLibrary
from factoid.model import InDatabase
from factoid.model.access import is_library_name
from factoid.store.engines.postgresql import HAS_SCHEMA, MARK, PostgresqlSchema, quoted
from factoid.store.houses.housekeeping import PATIENCE_SECONDS, AnyHouse
from factoid.store.register import Register

REGISTER = "factoid_register"  #: a schema that no library can be called like


class DatabaseHouse(AnyHouse):
    """The libraries of a database, and the register beside them. Schemas of others are left alone."""

    def __init__(self, server: InDatabase, *, create: bool = False) -> None:
        self._server = server
        self._ledger = SchemaLedger(server, create=create)
        try:
            self.register = Register(self._ledger)
        except BaseException:
            self._ledger.close()
            raise

    @property
    def place(self) -> str:
        """The address of the database."""
        return self._server.database

    def names(self) -> tuple[str, ...]:
        """Return the names of the libraries, in order."""
        with self._ledger.reading() as connection:
            found = connection.scalars(_LIBRARIES, {"mark": MARK}).all()
        return tuple(sorted(name for name in found if is_library_name(name)))

    def location(self, name: str) -> InDatabase:
        """Return where a library is; `NotInLibrary` where there is none."""
        if not is_library_name(name) or name not in self.names():
            raise NotInLibrary(f"{name[:60]}: no such library in {self.place}.")
        return self._place_for(name)

    def _place_for(self, name: str) -> InDatabase:
        return InDatabase(self._server.server, name)


class SchemaLedger:
    """A register in a schema of its own."""

    def __init__(self, server: InDatabase, *, create: bool = False) -> None:
        self._place = server.database
        self._schema = PostgresqlSchema(
            InDatabase(server.server, REGISTER), writes=True, patience_seconds=PATIENCE_SECONDS
        )
        try:
            self._find(create=create)
        except BaseException:
            self.close()
            raise

    def _find(self, *, create: bool) -> None:
        if self._is_there():
            return
        if not create:
            raise NotALibrary(
                f"{self._place}: has no register of accounts. Make the first account with: "
                f"factoid account add NAME --database '{self._place}'"
            )
        with self.writing() as connection:
            connection.exec_driver_sql(f"CREATE SCHEMA IF NOT EXISTS {quoted(REGISTER)}")

    def _is_there(self) -> bool:
        with self.reading() as connection:
            return connection.scalar(HAS_SCHEMA, {"schema": REGISTER}) is not None

    @property
    def place(self) -> str:
        """The address of the database."""
        return self._place

    def reading(self) -> AbstractContextManager[Connection]:
        """Give a connection that sees one unchanging state."""
        return self._schema.reading()

    def writing(self) -> AbstractContextManager[Connection]:
        """Give a connection for one change; others wait."""
        return self._schema.writing(durable=True)

    def close(self) -> None:
        """Let go of the connections."""
        self._schema.engine.dispose()


_LIBRARIES = text(
    "SELECT n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
    "WHERE c.relname = 'alembic_version' AND obj_description(c.oid, 'pg_class') = :mark"
)
