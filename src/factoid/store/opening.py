"""Opening a library: is it one, of which format, and may it be made?"""

from __future__ import annotations

from pathlib import Path

from factoid.model import InDatabase, Location
from factoid.store.engines.database import PATIENCE_SECONDS, Database
from factoid.store.engines.postgresql import PostgresqlSchema
from factoid.store.engines.sqlite import SqliteFile
from factoid.store.library import Library
from factoid.store.schema import migrate
from factoid.store.view import LibraryView


def open_library(
    location: Location, *, create: bool = False, patience_seconds: float = PATIENCE_SECONDS
) -> Library:
    """Open a library to write in it; one of an older format is brought up to date first.

    With ``create``, a library that does not exist is made. Raises `NotALibrary`, `LibraryTooNew`,
    `LibraryFull`, `LibraryBusy` or `LibraryUnreachable`, each with one line that says what to do.
    """
    database = database_at(location, writes=True, patience_seconds=patience_seconds)
    try:
        if database.format_found(create=create) != migrate.FORMAT:
            database.bring_up_to_date()
    except BaseException:
        database.engine.dispose()
        raise
    return Library(database)


def open_view(location: Location, *, patience_seconds: float = PATIENCE_SECONDS) -> LibraryView:
    """Open a library to read in it, also where nothing can be written. Raises as `open_library` does."""
    database = database_at(location, writes=False, patience_seconds=patience_seconds)
    try:
        found = database.format_found(create=False)
    except BaseException:
        database.engine.dispose()
        raise
    if found != migrate.FORMAT:
        database.engine.dispose()
        open_library(location, patience_seconds=patience_seconds).close()
    return LibraryView(database)


def database_at(location: Location, *, writes: bool, patience_seconds: float) -> Database:
    """Return the database of a library; nothing is opened yet."""
    if isinstance(location, InDatabase):
        return PostgresqlSchema(location, writes=writes, patience_seconds=patience_seconds)
    return SqliteFile(Path(str(location)), writes=writes, patience_seconds=patience_seconds)
