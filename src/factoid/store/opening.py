"""Opening a library: is it one, of which format, and may it be made?"""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import Connection, inspect

from factoid.errors import LibraryFull, LibraryTooNew, NotALibrary
from factoid.store.connection import PATIENCE_SECONDS, connect, patiently, reading, unguarded, writing
from factoid.store.library import Library
from factoid.store.migrate import APPLICATION_ID, FORMAT, upgrade
from factoid.store.view import LibraryView


def open_library(path: Path, *, create: bool = False, patience_seconds: float = PATIENCE_SECONDS) -> Library:
    """Open a library to write in it; one of an older format is brought up to date first.

    With ``create``, a library that does not exist is made. Raises `NotALibrary`, `LibraryTooNew`,
    `LibraryFull` or `LibraryBusy`, each with one line that says what to do.
    """
    is_blank = create and (not path.exists() or path.stat().st_size == 0)
    if not is_blank:
        _check_file(path)
    _check_place(path)
    engine = connect(path, writes=True, patience_seconds=patience_seconds)
    try:
        with reading(engine, path) as connection:
            found = _format_of(connection, path)
            if not (create and (is_blank or _page_count(connection))):
                _check_has_format(path, found)
        if found != FORMAT:
            with unguarded(engine, path) as connection:
                patiently(connection, "PRAGMA journal_mode=WAL")
            with writing(engine, path, durable=True) as connection:
                if _format_of(connection, path) != FORMAT:  # nobody was quicker
                    upgrade(connection)
    except BaseException:
        engine.dispose()
        raise
    return Library(path, engine)


def open_view(path: Path, *, patience_seconds: float = PATIENCE_SECONDS) -> LibraryView:
    """Open a library to read in it, also where nothing can be written. Raises as `open_library` does."""
    _check_file(path)
    engine = connect(path, writes=False, patience_seconds=patience_seconds)
    try:
        with reading(engine, path) as connection:
            found = _format_of(connection, path)
            _check_has_format(path, found)
    except BaseException:
        engine.dispose()
        raise
    if found != FORMAT:
        engine.dispose()
        open_library(path, patience_seconds=patience_seconds).close()
    return LibraryView(path, engine)


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
    if application != APPLICATION_ID or "alembic_version" not in tables:
        raise NotALibrary(f"{path}: another program's database. Name another file with --library.")
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if found is None or found > FORMAT:
        raise LibraryTooNew(
            f"{path}: written by a later version of Factoid (format {found}; this one knows {FORMAT}). "
            "Install that version, or a later one."
        )
    return str(found)


def _check_has_format(path: Path, found: str | None) -> None:
    if found is None:
        raise NotALibrary(f"{path}: not a Factoid library. Name another file with --library.")


def _page_count(connection: Connection) -> int:
    """Return 0 for a file too short to be a database, which SQLite would take for a new one."""
    return int(connection.exec_driver_sql("PRAGMA page_count").scalar() or 0)
