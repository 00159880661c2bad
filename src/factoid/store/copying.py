"""Backups: a library copied as it is, from any engine to a file, and from a file to any engine.

A backup is a library file. It is of one moment, however many go on writing, and holds everything: sources, readings,
judgements with their numbers, withdrawn ones too, statements by hand, persons and what was worked out.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Table, func, insert, select, text

from factoid.errors import NotALibrary, OutputError
from factoid.model import InDatabase, Location
from factoid.store.engines.indexes import index_of
from factoid.store.engines.postgresql import PostgresqlSchema
from factoid.store.engines.sizes import know_sizes
from factoid.store.engines.sqlite import SqliteFile
from factoid.store.engines.vectors import COUNTED
from factoid.store.evidence.rows import chunks
from factoid.store.kept.revisions import MOMENT
from factoid.store.opening import open_library, open_view
from factoid.store.schema import migrate, tables

_RUN = 1000  # rows in memory at a time
_OWN_MARKS = (MOMENT, COUNTED)  # of a library in PostgreSQL: the copy makes its own
_PATIENCE_SECONDS = 300.0


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy holds."""

    sources: int
    factoids: int
    judgements: int


def back_up(location: Location, file: Path) -> Copied:
    """Write a library as it is now into a new file. `OutputError` where there is one of that name, or none can be."""
    if file.exists():
        raise OutputError(f"{file}: there is a file of that name. Name another; a backup overwrites nothing.")
    with open_view(location):  # brings an older library up to date, and says what is wrong with any
        pass
    with _made_whole(file) as part:
        if isinstance(location, InDatabase):
            _copy(location, part)
        else:
            _vacuum(Path(str(location)), part)
        return checked(part)


def restore(file: Path, location: Location) -> Copied:
    """Make a library of a backup. `NotALibrary` for a damaged one, and where there is a library already."""
    with tempfile.TemporaryDirectory(prefix="factoid-") as folder:
        held = checked(file)
        if _format_of(file) != migrate.FORMAT:  # the backup stays as it is
            older = Path(folder) / file.name
            _vacuum(file, older)
            open_library(older).close()
            file = older
        if isinstance(location, InDatabase):
            _refuse_what_is_there(location)
            _copy(file, location)
        else:
            target = Path(str(location))
            if target.exists():
                raise NotALibrary(
                    f"{target}: there is a file of that name. A library is restored to a new one."
                )
            with _made_whole(target) as part:
                _vacuum(file, part)
    with open_view(location) as view, view._reading() as connection:
        found = _counts(connection)
    if found != held:
        raise NotALibrary(f"{location}: holds {found} and not {held} as the backup. Restore it anew.")
    return found


def checked(file: Path) -> Copied:
    """Return what a library file holds, every page and every reference of it looked at; `NotALibrary` if damaged."""
    with _opened(file) as database:
        database.format_found(create=False)
        with database.reading() as connection:
            for check in ("PRAGMA integrity_check", "PRAGMA foreign_key_check"):
                said = [str(row[0]) for row in connection.exec_driver_sql(check)]
                if said not in ([], ["ok"]):
                    raise NotALibrary(f"{file}: the file is damaged ({said[0]}). Take another backup.")
            return _counts(connection)


@contextmanager
def _opened(file: Path) -> Iterator[SqliteFile]:
    """Give a library file whatever its format, and let go of it."""
    database = SqliteFile(file, writes=False, patience_seconds=_PATIENCE_SECONDS)
    try:
        yield database
    finally:
        database.engine.dispose()


def _counts(connection: Connection) -> Copied:
    kinds = (tables.source, tables.factoid, tables.judgement)
    sources, factoids, judgements = (
        connection.scalar(select(func.count()).select_from(kind)) or 0 for kind in kinds
    )
    return Copied(sources, factoids, judgements)


def _format_of(file: Path) -> str | None:
    with _opened(file) as database:
        return database.format_found(create=False)


def _refuse_what_is_there(location: InDatabase) -> None:
    schema = PostgresqlSchema(location, writes=True, patience_seconds=_PATIENCE_SECONDS)
    try:
        if schema.format_found(create=True) is not None:
            raise NotALibrary(
                f"{location}: there is a library. One is restored to a new name: …?library=NAME"
            )
    finally:
        schema.engine.dispose()


@contextmanager
def _made_whole(file: Path) -> Iterator[Path]:
    """Give a name beside the file's; what was written there gets the file's name at the end, or goes."""
    folder = file.absolute().parent
    if not folder.is_dir():
        raise OutputError(f"{file}: cannot be written, for there is no folder {folder}. Make it first.")
    try:
        part = Path(tempfile.mkdtemp(prefix=f".{file.name}.", dir=folder))
    except OSError as error:
        raise OutputError(
            f"{file}: cannot be written ({error.strerror}). Check the rights of its folder."
        ) from error
    try:
        yield part / file.name
        os.link(part / file.name, file)  # refuses to take the place of another, unlike a renaming
    except FileExistsError as error:
        raise OutputError(f"{file}: somebody else made a file of that name. It was left alone.") from error
    finally:
        shutil.rmtree(part)


def _vacuum(source: Path, target: Path) -> None:
    """Write a file anew, as it is at this moment, in another place."""
    with _opened(source) as database, database.outside_transactions() as connection:
        connection.exec_driver_sql("PRAGMA query_only=OFF")  # else it may not write the other file either
        connection.execute(text("VACUUM INTO :target"), {"target": str(target)})


def _copy(source: Location, target: Location) -> None:
    """Copy every row of every table into a library that this makes, in one transaction."""
    with (
        open_view(source) as view,
        open_library(target, create=True) as library,
        view._reading() as rows,
        library._writing(durable=True) as connection,
    ):
        if _counts(connection) != Copied(0, 0, 0):
            raise NotALibrary(f"{target}: somebody else wrote into it meanwhile. Restore to a new name.")
        for table in tables.metadata.sorted_tables:
            _copy_rows(rows, connection, table)
        for pk in connection.scalars(select(tables.source.c.pk).order_by(tables.source.c.pk)).all():
            index_of(connection).add(connection, pk)
        _count_on(connection)
        know_sizes(connection)


def _copy_rows(rows: Connection, target: Connection, table: Table) -> None:
    wanted = select(table).order_by(*table.primary_key.columns)
    if table is tables.meta:
        wanted = wanted.where(table.c.name.not_in(_OWN_MARKS))
    found = rows.execute(wanted.execution_options(yield_per=_RUN)).mappings()
    for run in chunks(found, _RUN):
        target.execute(insert(table), [dict(row) for row in run])


def _count_on(connection: Connection) -> None:
    """Let PostgreSQL number new rows after those that came with their numbers."""
    if connection.dialect.name != "postgresql":
        return
    for table in tables.metadata.sorted_tables:
        column = table.autoincrement_column
        if column is not None:
            name = f"{table.name}"
            last = f"coalesce((SELECT max({column.name}) FROM {name}), 0) + 1"
            connection.exec_driver_sql(
                f"SELECT setval(pg_get_serial_sequence('{name}', '{column.name}'), {last}, false)"
            )
