"""The scripts make the tables of the code; what is no register is refused."""

from __future__ import annotations

import sqlite3
import stat
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, String, insert

from factoid.errors import LibraryTooNew, NotALibrary
from factoid.model import InDatabase, location_of
from factoid.store.houses.folder import REGISTER, FileLedger, FolderHouse
from factoid.store.houses.server import SchemaLedger
from factoid.store.register import Register
from factoid.store.register.ledger import Ledger
from factoid.store.register.migrate import FORMAT, SCRIPTS
from factoid.store.register.tables import metadata
from factoid.store.schema.migrate import scripts_config, upgrade


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
    assert ScriptDirectory.from_config(scripts_config(SCRIPTS)).get_current_head() == FORMAT


FORMATS = [f"r{number:04}" for number in range(1, int(FORMAT[1:]))]
NAMES = ("Zola", "adele", "émile", "zoe", "Ähre")  # by the rules of English, and by code points: two orders


def ledger_at(address: str) -> Ledger:
    """Where a register can be made, as the house at the address would."""
    place = location_of(address)
    if isinstance(place, InDatabase):
        return SchemaLedger(place, create=True)
    return FileLedger(place / REGISTER, create=True)


@pytest.mark.parametrize("wanted", FORMATS)
def test_a_register_of_any_earlier_version_is_brought_up_to_date(new_house: str, wanted: str) -> None:
    ledger = ledger_at(new_house)
    with ledger.writing() as connection:
        upgrade(connection, wanted, scripts=SCRIPTS)
        for name in NAMES:
            row = {"name": name, "made": "2026-01-01T00:00:00Z"}
            connection.execute(insert(metadata.tables["account"]).values(row))
            member = {"library": "lives", "account_pk": NAMES.index(name) + 1, "role": "reader"}
            connection.execute(insert(metadata.tables["membership"]).values(**member, made=row["made"]))
    register = Register(ledger)
    assert [member.account for member in register.members.of("lives")] == sorted(NAMES)
    register.members.remove("zoe", "lives")
    assert register.trail.verify().entries == 1
    with ledger.reading() as connection:
        made = MetaData()
        made.reflect(connection)
        assert {n: set(t.columns.keys()) for n, t in made.tables.items() if n != "alembic_version"} == {
            n: set(t.columns.keys()) for n, t in metadata.tables.items()
        }
        for name, table in metadata.tables.items():
            for column in table.columns:
                if isinstance(column.type, String) and connection.dialect.name == "postgresql":
                    assert made.tables[name].columns[column.name].type.collation == "C", column  # type: ignore[attr-defined]
    register.close()


def test_only_its_owner_may_read_the_file(tmp_path: Path) -> None:
    FolderHouse(tmp_path, create=True).close()
    files = list(tmp_path.iterdir())
    assert files
    for path in files:
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
