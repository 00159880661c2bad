"""The scripts of benchmarks/ and training/: each can be asked what it does before it does anything."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SCRIPTS = sorted(
    path
    for folder in ("benchmarks", "training")
    for path in (ROOT / folder).glob("*.py")
    if "__main__" in path.read_text("utf-8")
)


def run(script: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int | str | None:
    """Run a script in this process, where the heavy imports of others are there already; return how it exits."""
    monkeypatch.syspath_prepend(script.parent)
    monkeypatch.setattr(sys, "argv", [str(script), *arguments])
    monkeypatch.setenv("OMP_NUM_THREADS", "1")  # as some set it for themselves
    with pytest.raises(SystemExit) as exits:
        runpy.run_path(str(script), run_name="__main__")
    return exits.value.code


@pytest.mark.filterwarnings("default")  # the libraries that they load are not ours
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: f"{script.parent.name}/{script.stem}")
def test_a_script_says_what_it_does(
    script: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(script, monkeypatch, "--help") == 0
    summary = script.read_text("utf-8").partition('"""')[2].partition("\n")[0]
    assert summary in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["nowhere.tsv"], []])
def test_what_a_script_cannot_begin_with_is_said_in_one_line(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(ROOT / "benchmarks" / "keys.py", monkeypatch, *arguments) == 2
    said = capsys.readouterr().err.splitlines()[-1]
    assert "there is no file nowhere.tsv" in said if arguments else "PAIRS.tsv" in said


def test_what_must_be_installed_is_said_in_one_line() -> None:
    require = runpy.run_path(str(ROOT / "benchmarks" / "script.py"))["require"]
    require("json", install="nothing")
    with pytest.raises(SystemExit, match=r"^no_such_thing not installed: python -m pip install such$"):
        require("json", "no_such_thing", install="such")
