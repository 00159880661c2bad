from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factoid.cli.commands.audit import audit
from factoid.errors import AuditBroken
from factoid.store.houses.folder import FolderHouse


@pytest.fixture
def place(tmp_path: Path) -> str:
    house = FolderHouse(tmp_path, create=True)
    house.make("lives")
    house.make("letters")
    house.close()
    return str(tmp_path)


def test_the_log_is_listed_and_its_head_is_kept(place: str) -> None:
    listed = CliRunner().invoke(audit, ["list", "--database", place, "--library", "lives"])
    assert listed.output.split("\t")[3:5] == ["library made", "lives"]
    told = json.loads(CliRunner().invoke(audit, ["verify", "--database", place, "--format", "json"]).output)
    assert (told["entries"], told["holds"]) == (2, True)
    said = CliRunner().invoke(audit, ["verify", "--database", place, "--head", told["head"]])
    assert said.output == f"2 entries, each follows from the one before. Head: {told['head']}\n"


def test_a_log_that_was_changed_ends_the_command_with_the_entry(place: str) -> None:
    with closing(sqlite3.connect(Path(place) / "register.sqlite")) as raw:
        raw.execute("DROP TRIGGER audit_no_update")
        raw.execute("UPDATE audit SET actor = 'nobody' WHERE seq = 2")
        raw.commit()
    said = CliRunner().invoke(audit, ["verify", "--database", place])
    assert isinstance(said.exception, AuditBroken)
    assert str(said.exception).startswith("entry 2 of the audit log does not hold")
