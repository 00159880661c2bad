"""The format of a register: what this version writes, and how an older register gets there."""

from __future__ import annotations

from pathlib import Path

from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect

from factoid.errors import LibraryTooNew, NotALibrary

FORMAT = "r0005"  #: the newest of the scripts in ``migrations/versions``

SCRIPTS = Path(__file__).parent / "migrations"


def format_of(connection: Connection, place: str) -> str | None:
    """Return the format of the register, None where there is nothing yet.

    ``place`` names it in messages: `NotALibrary` for somebody else's tables, `LibraryTooNew` for a later format.
    """
    found = MigrationContext.configure(connection).get_current_revision()
    if found is None:
        if inspect(connection).get_table_names():
            raise NotALibrary(f"{place}: another program's database, not a register of accounts.")
        return None
    if not found.startswith("r"):
        raise NotALibrary(f"{place}: a library, not a register of accounts.")
    if found > FORMAT:
        raise LibraryTooNew(
            f"{place}: a register written by a later version of Factoid (format {found}; this one knows "
            f"{FORMAT}). Install that version, or a later one."
        )
    return found
