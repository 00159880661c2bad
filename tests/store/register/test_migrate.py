"""The scripts make the tables of the code; what is no register is refused."""

from __future__ import annotations

import sqlite3
import stat
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData

from factoid.errors import LibraryTooNew, NotALibrary
from factoid.store.folder import REGISTER, FolderHouse
from factoid.store.register.migrate import FORMAT, scripts_config
from factoid.store.register.tables import metadata


def test_the_scripts_make_the_tables_of_the_code(tmp_path: Path) -> None:
    house = FolderHouse(tmp_path, create=True)
    with house.register.ledger.reading() as connection:
        options = {"compare_type": True}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []
        made = MetaData()
        made.reflect(connection)
    for name, table in metadata.tables.items():
        for column in table.columns:
            assert made.tables[name].columns[column.name].nullable == column.nullable, column
    house.close()


def test_the_format_is_that_of_the_newest_script() -> None:
    assert ScriptDirectory.from_config(scripts_config()).get_current_head() == FORMAT


def test_only_its_owner_may_read_the_file(tmp_path: Path) -> None:
    FolderHouse(tmp_path, create=True).close()
    for path in tmp_path.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path


@pytest.mark.parametrize(
    ("script", "error"),
    [
        ("CREATE TABLE purse (coins)", NotALibrary),
        (
            "CREATE TABLE alembic_version (version_num); INSERT INTO alembic_version VALUES ('0007')",
            NotALibrary,
        ),
        (
            "CREATE TABLE alembic_version (version_num); INSERT INTO alembic_version VALUES ('r9999')",
            LibraryTooNew,
        ),
    ],
)
def test_other_files_are_no_registers(tmp_path: Path, script: str, error: type[Exception]) -> None:
    with sqlite3.connect(tmp_path / REGISTER) as connection:
        connection.executescript(script)
    connection.close()
    with pytest.raises(error):
        FolderHouse(tmp_path)
