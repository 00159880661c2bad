"""The scripts make the tables that the code speaks of; an older library is brought up to date."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, String, insert, inspect
from store.invented import invented

from factoid.model import InDatabase, Location, json_of_reading
from factoid.store import open_library, open_view
from factoid.store.engines.postgresql import MARK
from factoid.store.opening import database_at
from factoid.store.schema import migrate
from factoid.store.schema.migrate import FORMAT, scripts_config
from factoid.store.schema.tables import metadata

LATER = """
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "9999", "{newest}", None, None
def upgrade():
    op.add_column("source", sa.Column("shelf", sa.String()))
    {more}
"""


def test_the_scripts_make_the_tables_of_the_code(place: Location) -> None:
    with open_library(place, create=True) as library, library._engine.connect() as connection:

        def is_ours(_: object, name: str | None, kind: str, *rest: object) -> bool:
            same = isinstance(place, Path) or kind != "index"  # PostgreSQL has some of its own
            return same and (kind != "table" or not str(name).startswith("segment_words"))

        options = {"include_object": is_ours, "compare_type": isinstance(place, Path)}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []
        made = MetaData()
        made.reflect(connection)
        for name, table in metadata.tables.items():
            for column in table.columns:
                assert made.tables[name].columns[column.name].nullable == column.nullable, column
                if isinstance(column.type, String) and not isinstance(place, Path):
                    found = made.tables[name].columns[column.name].type
                    assert getattr(found, "collation", None) == "C", column


def test_the_format_is_that_of_the_newest_script() -> None:
    assert ScriptDirectory.from_config(scripts_config()).get_current_head() == FORMAT


def with_later_script(monkeypatch: pytest.MonkeyPatch, folder: Path, more: str = "") -> None:
    scripts = shutil.copytree(migrate._SCRIPTS, folder)
    (scripts / "versions" / "v9999_later.py").write_text(LATER.format(more=more, newest=FORMAT))
    monkeypatch.setattr(migrate, "_SCRIPTS", scripts)
    monkeypatch.setattr(migrate, "FORMAT", "9999")


@pytest.mark.parametrize("opened", [open_library, open_view])
def test_an_older_library_is_brought_up_to_date_when_it_is_opened(
    place: Location, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: type
) -> None:
    document, reading = invented("alpha")
    with open_library(place, create=True) as library:
        library.add(document, reading)
    with_later_script(monkeypatch, tmp_path / "migrations")
    with opened(place) as library:
        assert json_of_reading(library.reading("alpha")) == json_of_reading(reading)
        assert "shelf" in {column["name"] for column in inspect(library._engine).get_columns("source")}


def test_an_upgrade_that_fails_leaves_the_library_as_it_was(
    place: Location, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_library(place, create=True) as library:
        library.add(*invented("alpha"))
    before = place.read_bytes() if isinstance(place, Path) else b""
    with monkeypatch.context() as patch:
        with_later_script(patch, tmp_path / "migrations", more="raise RuntimeError('halfway')")
        with pytest.raises(RuntimeError, match="halfway"):
            open_library(place)
    assert (place.read_bytes() if isinstance(place, Path) else b"") == before
    with open_library(place) as library:
        assert [s.name for s in library.sources()] == ["alpha"]


FORMATS = [f"{number:04}" for number in range(1, int(FORMAT))]


def at_format(place: Location, wanted: str) -> None:
    """Make a library as an earlier version made it, with a source in it."""
    database = database_at(place, writes=True, patience_seconds=1)
    with database.writing() as connection:
        if isinstance(place, InDatabase):
            connection.exec_driver_sql(f'CREATE SCHEMA "{place.library}"')
        migrate.upgrade(connection, wanted)
        if isinstance(place, InDatabase):
            connection.exec_driver_sql(f"COMMENT ON TABLE alembic_version IS '{MARK}'")
        else:
            connection.exec_driver_sql(f"PRAGMA application_id={migrate.APPLICATION_ID}")
        for name in ("source", "text"):
            table = metadata.tables[name]
            there = {column["name"] for column in inspect(connection).get_columns(name)}
            row = {
                c.name: WORTH[str(c.type)[:4]] for c in table.columns if c.name in there and not c.nullable
            }
            connection.execute(insert(table).values(row | {"sha256": "x"} if name == "text" else row))
    database.engine.dispose()


WORTH = {"VARC": "alpha", "INTE": 77, "JSON": {}, "BOOL": True}


@pytest.mark.parametrize("wanted", FORMATS)
def test_a_library_of_any_earlier_version_is_brought_up_to_date(place: Location, wanted: str) -> None:
    at_format(place, wanted)
    with open_view(place) as view:
        assert [source.name for source in view.sources()] == ["alpha"]
        made = MetaData()
        made.reflect(view._engine)
    for name, table in metadata.tables.items():
        assert set(made.tables[name].columns.keys()) == set(table.columns.keys())
    with open_library(place) as library:
        library.add(*invented("beta"))
        assert library.search("office 2")
