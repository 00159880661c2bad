"""Readings checked: against their text, against gold."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from cli.terminal import FIXTURES, Run, as_json, run


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("readings")
    done = run("read", FIXTURES / "anna.txt", "--format", "json", "--out-dir", folder, cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_what_was_read_is_sound(factoid: Run, readings: Path) -> None:
    done = factoid("verify", readings / "anna.json", FIXTURES / "anna.txt")
    assert (done.returncode, done.stdout.startswith("sound: ")) == (0, True), done.stdout


def shifted(claim: dict[str, Any]) -> None:
    claim["start"] += 1
    claim["end"] += 1


def other_words(claim: dict[str, Any]) -> None:
    claim["quote"] = "X" + claim["quote"][1:]


def another_day(claim: dict[str, Any]) -> None:
    claim["date"] = "1850-01-01"


@pytest.mark.parametrize("corrupt", [shifted, other_words, another_day])
def test_what_is_corrupted_is_found(factoid: Run, readings: Path, tmp_path: Path, corrupt: Any) -> None:
    data = json.loads((readings / "anna.json").read_bytes())
    corrupt(data["factoids"][0])
    (tmp_path / "bad.json").write_text(json.dumps(data), "utf-8")
    done = factoid("verify", "bad.json", FIXTURES / "anna.txt", "--format", "json")
    assert done.returncode == 1
    assert json.loads(done.stdout)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"persons": 1}'])
def test_what_is_no_reading_is_one_line(factoid: Run, tmp_path: Path, content: str) -> None:
    (tmp_path / "no.json").write_text(content)
    done = factoid("verify", "no.json", FIXTURES / "anna.txt")
    assert (done.returncode, done.stderr.count("\n")) == (3, 1)
    assert done.stderr.startswith("factoid: no.json: ")


def test_a_reading_agrees_with_itself_as_gold(factoid: Run, readings: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    shutil.copyfile(readings / "anna.json", gold / "anna.json")
    shutil.copyfile(FIXTURES / "anna.txt", gold / "anna.txt")
    report = as_json(factoid("evaluate", "gold", "--out-dir", "out", "--format", "json"))
    assert report["ALL"]["found"]["F"] == report["ALL"]["exact"]["F"] == report["ALL"]["people"]["F"] == 1.0
    kept, known = (json.loads((folder / "anna.json").read_bytes()) for folder in (tmp_path / "out", readings))
    assert kept["factoids"] == known["factoids"]
    again = factoid("evaluate", "gold", "--readings", "out")
    assert again.returncode == 0
    assert again.stdout.splitlines()[-2].startswith("ALL ")


def test_no_gold_there(factoid: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert factoid("evaluate", "empty").returncode == 2
    assert factoid("evaluate", "missing").returncode == 3
