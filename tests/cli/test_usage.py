"""What holds for every command: help with an example, one line for an error, nothing imported in vain."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from cli.terminal import Run, environment

from factoid import __version__
from factoid.cli.entry import run
from factoid.cli.table import COMMANDS


def test_version(factoid: Run) -> None:
    assert factoid("--version").stdout == f"factoid {__version__}\n"


def test_help_lists_every_command(factoid: Run) -> None:
    for asked in (["--help"], []):
        done = factoid(*asked)
        assert done.returncode == 0
        assert all(f"\n  {name} " in done.stdout for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_has_an_example(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert run([name, "--help"]) == 0
    assert f"factoid {name}" in capsys.readouterr().out.split("Example", 1)[1]


WRONG = [
    # the command line, what the one line must say
    ("reed", "Do you mean 'read'?"),
    ("read", "Missing argument"),
    ("people --colour", "No such option"),
    ("people --format yaml", "yaml"),
    ("read a.txt --format json", "--out-dir"),
    ("read a.txt --out-dir x", "--format json"),
    ("read a.txt --format xml --out-dir x", "xml"),
    ("read a.txt --jobs 0", "--jobs"),
    ("read a.txt --own-model http://x/v1", "belong together"),
    ("read a.txt --own-model x --own-model-name m", "give an address like"),
    ("read a.txt --dry-run", "need --own-model URL"),
    ("export", "--to"),
    ("serve --host 0.0.0.0", "this machine only"),
    ("serve --port 99999", "--port"),
]


@pytest.mark.parametrize(("arguments", "says"), WRONG)
def test_a_wrong_command_line_is_one_line_and_exit_code_2(
    capsys: pytest.CaptureFixture[str], arguments: str, says: str
) -> None:
    code = run(arguments.split())
    printed = capsys.readouterr()
    assert (code, printed.out) == (2, "")
    assert printed.err.startswith("factoid: ")
    assert printed.err.count("\n") == 1
    assert says in printed.err


def test_an_unknown_export_format_lists_those_there_are(factoid: Run, lives: Path) -> None:
    done = factoid("export", "--to", "papyrus", "--library", lives)
    assert done.returncode == 2
    assert "csl-json, csv" in done.stderr


@pytest.mark.parametrize(
    ("module", "never"),
    [
        ("factoid.cli", ("spacy", "sqlalchemy", "fastapi", "trafilatura", "rich.progress")),
        ("factoid.cli.commands.people", ("spacy", "fastapi", "trafilatura")),
        ("factoid.cli.commands.show", ("spacy", "fastapi", "trafilatura")),
        ("factoid.pipeline", ("spacy", "fastapi")),
        ("factoid", ("spacy", "sqlalchemy", "typer", "rich")),
    ],
)
def test_nothing_is_imported_in_vain(module: str, never: tuple[str, ...]) -> None:
    code = f"import {module}, sys; print(*[name for name in {never!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_a_fault_of_ours_is_one_line_unless_it_is_debugged(factoid: Run, lives: Path) -> None:
    broken = "import factoid.cli.commands.people as p, factoid.cli as c\np.opened = None\nc.main()"
    command = [sys.executable, "-c", broken]
    for more, has_traceback in (([], False), (["--debug"], True)):
        done = subprocess.run(
            [*command, *more, "people", "--library", str(lives)],
            capture_output=True, text=True, env=environment(), check=False,
        )  # fmt: skip
        assert done.returncode == 70
        assert ("Traceback" in done.stderr) is has_traceback
        assert "report" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a device that is always full")
@pytest.mark.parametrize("command", [("people",), ("export", "--to", "csv")])
def test_a_full_disk_behind_standard_output_is_one_line(lives: Path, command: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "factoid", *command, "--library", str(lives)],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            text=True,
            check=False,
        )
    assert (done.returncode, done.stderr.count("the disk is full")) == (3, 1)
