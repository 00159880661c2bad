"""The scripts make the tables that the code speaks of; an older library is brought up to date."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, inspect
from store.invented import invented

from factoid.model import json_of_reading
from factoid.store import migrate, open_library, open_view
from factoid.store.migrate import FORMAT, scripts_config
from factoid.store.tables import metadata

LATER = """
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "9999", "{newest}", None, None
def upgrade():
    op.add_column("source", sa.Column("shelf", sa.String()))
    {more}
"""


def test_the_scripts_make_the_tables_of_the_code(tmp_path: Path) -> None:
    with (
        open_library(tmp_path / "l.factoid", create=True) as library,
        library._engine.connect() as connection,
    ):

        def is_ours(_: object, name: str | None, kind: str, *rest: object) -> bool:
            return kind != "table" or not str(name).startswith("segment_words")

        options = {"include_object": is_ours, "compare_type": True}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []
        made = MetaData()
        made.reflect(connection)
        for name, table in metadata.tables.items():
            for column in table.columns:
                assert made.tables[name].columns[column.name].nullable == column.nullable, column


def test_the_format_is_that_of_the_newest_script() -> None:
    assert ScriptDirectory.from_config(scripts_config()).get_current_head() == FORMAT


def with_later_script(monkeypatch: pytest.MonkeyPatch, folder: Path, more: str = "") -> None:
    scripts = shutil.copytree(migrate._SCRIPTS, folder)
    (scripts / "versions" / "v9999_later.py").write_text(LATER.format(more=more, newest=FORMAT))
    monkeypatch.setattr(migrate, "_SCRIPTS", scripts)
    monkeypatch.setattr(migrate, "FORMAT", "9999")


@pytest.mark.parametrize("opened", [open_library, open_view])
def test_an_older_library_is_brought_up_to_date_when_it_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: type
) -> None:
    path = tmp_path / "l.factoid"
    document, reading = invented("alpha")
    with open_library(path, create=True) as library:
        library.add(document, reading)
    with_later_script(monkeypatch, tmp_path / "migrations")
    with opened(path) as library:
        assert json_of_reading(library.reading("alpha")) == json_of_reading(reading)
        assert "shelf" in {column["name"] for column in inspect(library._engine).get_columns("source")}


def test_an_upgrade_that_fails_leaves_the_library_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "l.factoid"
    with open_library(path, create=True) as library:
        library.add(*invented("alpha"))
    before = path.read_bytes()
    with monkeypatch.context() as patch:
        with_later_script(patch, tmp_path / "migrations", more="raise RuntimeError('halfway')")
        with pytest.raises(RuntimeError, match="halfway"):
            open_library(path)
    assert path.read_bytes() == before
    with open_library(path) as library:
        assert [s.name for s in library.sources()] == ["alpha"]
