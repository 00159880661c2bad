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

_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100


def open_library(path: Path, *, create: bool = False, patience_seconds: float = PATIENCE_SECONDS) -> Library:
    """Open a library to write in it; one of an older format is brought up to date first.

    With ``create``, a library that does not exist is made. Raises `NotALibrary`, `LibraryTooNew`,
    `LibraryFull` or `LibraryBusy`, each with one line that says what to do.
    """
    _check_file(path, create=create)
    _check_place(path)
    engine = connect(path, writes=True, patience_seconds=patience_seconds)
    try:
        with reading(engine, path) as connection:
            found = _format_of(connection, path, create=create)
        if found != FORMAT:
            with unguarded(engine, path) as connection:
                patiently(connection, "PRAGMA journal_mode=WAL")
            with writing(engine, path, durable=True) as connection:
                if _format_of(connection, path, create=create) != FORMAT:  # nobody was quicker
                    upgrade(connection)
    except BaseException:
        engine.dispose()
        raise
    return Library(path, engine)


def open_view(path: Path, *, patience_seconds: float = PATIENCE_SECONDS) -> LibraryView:
    """Open a library to read in it, also where nothing can be written. Raises as `open_library` does."""
    _check_file(path, create=False)
    engine = connect(path, writes=False, patience_seconds=patience_seconds)
    try:
        with reading(engine, path) as connection:
            found = _format_of(connection, path, create=False)
    except BaseException:
        engine.dispose()
        raise
    if found != FORMAT:
        engine.dispose()
        open_library(path, patience_seconds=patience_seconds).close()
    return LibraryView(path, engine)


def _check_file(path: Path, *, create: bool) -> None:
    """Raise `NotALibrary` for what can be told without opening the file as a database."""
    if path.is_dir():
        raise NotALibrary(f"{path}: a folder, not a Factoid library. Name a file with --library.")
    if not path.exists():
        if create:
            return
        raise NotALibrary(f"{path}: no such library. Make one with: factoid read FILE --library {path}")
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
            size = file.seek(0, os.SEEK_END)
    except PermissionError as error:
        raise NotALibrary(f"{path}: may not be opened. Check the rights of the file.") from error
    if not header and create:
        return
    if header[: len(_MAGIC)] != _MAGIC:
        raise NotALibrary(f"{path}: not a Factoid library. Name another file with --library.")
    if size < _size_promised(header) and not _has_log(path):
        raise NotALibrary(f"{path}: the file is cut short. Restore a copy, or read the sources anew.")


def _size_promised(header: bytes) -> int:
    """Return the size that the header of an SQLite file gives (https://sqlite.org/fileformat.html)."""
    page = int.from_bytes(header[16:18], "big")
    return (65536 if page == 1 else page) * int.from_bytes(header[28:32], "big") or _HEADER_BYTES


def _has_log(path: Path) -> bool:
    """Whether pages may wait in the write-ahead log to be written into the file."""
    log = Path(f"{path}-wal")
    return log.exists() and log.stat().st_size > 0


def _check_place(path: Path) -> None:
    """Raise `LibraryFull` before hours of reading when the library could not take up what was read."""
    folder = path.absolute().parent
    if not folder.is_dir():
        raise LibraryFull(f"{path}: cannot be written, for there is no folder {folder}. Make it first.")
    if not os.access(folder, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        raise LibraryFull(f"{path}: cannot be written. Check the rights of the file and its folder.")


def _format_of(connection: Connection, path: Path, *, create: bool) -> str | None:
    """Return the format of the library, None for a file that is still to become one."""
    tables = inspect(connection).get_table_names()
    application = connection.exec_driver_sql("PRAGMA application_id").scalar()
    if create and not tables and application == 0:
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
