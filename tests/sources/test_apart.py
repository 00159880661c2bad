"""A parser that hangs or crashes costs its own file and nothing else."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest
from sources.packed import odt

from factoid.errors import SourceBroken
from factoid.sources.files.kinds import ODT
from factoid.sources.formats.apart import extract_apart

DATA = odt("<text:p>Anna Weiss was born in Graz.</text:p>")


def test_a_document_is_taken_apart_in_a_process_of_its_own() -> None:
    found = extract_apart(DATA, ODT, "a.odt")
    assert found.content == "Anna Weiss was born in Graz."
    assert [page.label for page in found.pages] == ["par. 1"]


def stand_in(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    program = folder / "python"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(sys, "executable", str(program))


def test_one_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, "exec sleep 60", monkeypatch)
    with pytest.raises(SourceBroken, match=r"a\.odt: took more than 0\.5 seconds"):
        extract_apart(DATA, ODT, "a.odt", seconds=0.5)


@pytest.mark.parametrize("script", ["kill -SEGV $$", "exit 3", "echo '{'"])
def test_one_that_crashes_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    stand_in(tmp_path, script, monkeypatch)
    with pytest.raises(SourceBroken, match=r"a\.odt: ended the process that opened it"):
        extract_apart(DATA, ODT, "a.odt")
