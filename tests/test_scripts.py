"""The scripts of benchmarks/, training/ and examples/: each can be asked what it does before it does anything."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SCRIPTS = sorted(
    path
    for folder in ("benchmarks", "training", "examples")
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


@pytest.mark.filterwarnings("default")
def test_planted_conflicts_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(ROOT / "benchmarks" / "planted_conflicts.py", monkeypatch) == 0


def test_a_table_of_records_is_linked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "records.csv"
    columns = "id,full_name,first_name,surname,dob,birth_place,postcode_fake,gender,occupation"
    lind = "{},ada lind,ada,lind,1804-05-17,riga,,female,painter"
    table.write_text(
        "\n".join([columns, lind.format(1), lind.format(2), "3,karl berg,karl,berg,1850-02-11,,,,"])
    )
    assert (
        run(ROOT / "benchmarks" / "linkage.py", monkeypatch, str(table), str(tmp_path / "clusters.csv")) == 0
    )
    assert (tmp_path / "clusters.csv").read_text().split() == ["id,cluster", "1,1", "2,1", "3,3"]


def test_growth_is_drawn_with_both_axes_logarithmic(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    drawing = runpy.run_path(str(ROOT / "benchmarks" / "drawing.py"))
    line = drawing["Line"]("work", "#000", [(10, 0.1), (100, 10), (1000, 1)])
    picture = drawing["svg_of"]("Growth", "sources", [drawing["Panel"]("Time (s)", [line])])
    assert 'points="0.0,240.0 159.0,0.0 318.0,120.0"' in picture
    assert {f">{size}</text>" in picture for size in ("10", "100", "1,000", "0.1", "1", "work")} == {True}
