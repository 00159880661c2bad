"""What a run survives: a killed process, Ctrl-C, a full disk, another run beside it, a shut folder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli.terminal import COMMAND, FIXTURES, PATIENCE_SECONDS, Done, Run, environment, run

from factoid.errors import LibraryError
from factoid.store import open_view

FILES = 16
PARAGRAPH = (
    "{name} Kowalska was born in Lodz in {year}. Her father, Piotr Kowalski, was a tailor. "
    "In {later} she joined the Polish Red Cross and moved to Vienna. She married Jan Nowak in June 1924. "
    "Kowalska died in Warsaw in 1966.\n\n"
)


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pile")
    for number in range(FILES):
        text = "".join(
            PARAGRAPH.format(name=name, year=1850 + number, later=1870 + number)
            for name in ("Anna", "Maria", "Ewa", "Zofia", "Irena", "Helena", "Wanda", "Janina")
        )
        (folder / f"life-{number:02}.txt").write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def calm(pile: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The library of a run that nothing disturbed, as an export."""
    folder = tmp_path_factory.mktemp("calm")
    assert run("read", pile, cwd=folder).returncode == 0
    return run("export", "--to", "json", cwd=folder).stdout


def sources(library: Path) -> list[str]:
    try:
        with open_view(library) as view:
            return [source.name for source in view.sources()]
    except LibraryError:
        return []


@pytest.fixture
def started(tmp_path: Path, pile: Path) -> Iterator[subprocess.Popen[str]]:
    """A run over the pile that has read some of it and is still at work."""
    process = subprocess.Popen(
        [*COMMAND, "read", str(pile), "--jobs", "2"],
        cwd=tmp_path, env=environment(), text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True,
    )  # fmt: skip
    deadline = time.monotonic() + PATIENCE_SECONDS
    while len(sources(tmp_path / "library.factoid")) < 2:
        assert process.poll() is None, "it was done before it could be disturbed"
        assert time.monotonic() < deadline
        time.sleep(0.1)
    yield process
    process.kill()
    process.communicate()


def test_kill_costs_only_what_was_in_progress(
    factoid: Run, tmp_path: Path, pile: Path, calm: str, started: subprocess.Popen[str]
) -> None:
    os.kill(started.pid, signal.SIGKILL)
    started.wait()
    kept = sources(tmp_path / "library.factoid")
    assert 2 <= len(kept) < FILES
    assert factoid("people").returncode == 0
    again = factoid("read", pile)
    assert again.returncode == 0
    assert f"{len(kept)} unchanged" in again.stdout
    assert factoid("export", "--to", "json").stdout == calm


def test_ctrl_c_keeps_what_is_done_and_says_how_to_go_on(
    factoid: Run, tmp_path: Path, pile: Path, calm: str, started: subprocess.Popen[str]
) -> None:
    os.killpg(started.pid, signal.SIGINT)  # as a terminal does: to every process of the run
    said, errors = started.communicate(timeout=PATIENCE_SECONDS)
    assert started.returncode == 130
    assert "Traceback" not in errors
    assert "goes on" in errors
    kept = sources(tmp_path / "library.factoid")
    assert 2 <= len(kept) < FILES
    assert f"{len(kept)} read" in said
    again = factoid("read", pile)
    assert (again.returncode, f"{len(kept)} unchanged" in again.stdout) == (0, True)
    assert factoid("export", "--to", "json").stdout == calm


def test_a_worker_that_is_killed_costs_its_file(tmp_path: Path, started: subprocess.Popen[str]) -> None:
    children = Path(f"/proc/{started.pid}/task/{started.pid}/children")
    if not children.exists():
        pytest.skip("needs /proc")
    for child in children.read_text().split():
        if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
            os.kill(int(child), signal.SIGKILL)
            break
    said, errors = started.communicate(timeout=PATIENCE_SECONDS)
    assert started.returncode == 1, errors
    assert "the process that read it ended (signal SIGKILL)" in errors
    assert f"{FILES - 1} read, 1 failed" in said


def test_two_runs_into_one_library_at_once(factoid: Run, tmp_path: Path, pile: Path, calm: str) -> None:
    runs = [
        subprocess.Popen(
            [*COMMAND, "read", str(pile), "--jobs", "1"],
            cwd=tmp_path, env=environment(), text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for _ in range(2)
    ]  # fmt: skip
    ends = [run.communicate(timeout=PATIENCE_SECONDS) for run in runs]
    assert [run.returncode for run in runs] == [0, 0], ends
    assert len(sources(tmp_path / "library.factoid")) == FILES
    assert factoid("export", "--to", "json").stdout == calm


def on_a_disk_of(size: int, *arguments: str, cwd: Path) -> Done:
    """Run one process for which no file can grow beyond the size."""
    return run(*arguments, "--jobs", "1", cwd=cwd, straits={"a_disk_of": [size]})


def test_a_full_disk_ends_the_run_in_one_line(factoid: Run, tmp_path: Path, pile: Path) -> None:
    assert factoid("read", pile / "life-00.txt").returncode == 0
    size = (tmp_path / "library.factoid").stat().st_size
    done = on_a_disk_of(size + 20_000, "read", str(pile), cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (3, 1), done.stderr
    assert done.stderr.startswith("factoid: stopped: library.factoid: ")
    again = factoid("read", pile)
    assert (again.returncode, len(sources(tmp_path / "library.factoid"))) == (0, FILES)


def test_a_full_disk_where_readings_go(tmp_path: Path, pile: Path) -> None:
    done = on_a_disk_of(2_000, "read", str(pile), "--format", "json", "--out-dir", "out", cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (3, 1), done.stderr
    assert "life-00.json: the disk is full" in done.stderr
    assert list((tmp_path / "out").iterdir()) == []


def test_readings_cannot_go_into_a_file(factoid: Run, tmp_path: Path, pile: Path) -> None:
    (tmp_path / "out").write_text("")
    done = factoid("read", pile, "--format", "json", "--out-dir", "out")
    assert (done.returncode, done.stderr.count("\n")) == (3, 1)


@pytest.mark.skipif(sys.platform != "linux", reason="how root is kept out is Linux's own")
def test_a_folder_that_is_shut(factoid: Run, tmp_path: Path) -> None:
    shut = tmp_path / "shut"
    shut.mkdir()
    (tmp_path / "anna.txt").write_bytes((FIXTURES / "anna.txt").read_bytes())
    shut.chmod(0)
    try:
        done = factoid("read", "shut", "anna.txt", straits={"roots_way_into_everything_given_up": []})
    finally:
        shut.chmod(0o700)
    assert done.returncode == 1
    assert done.stderr.startswith("not read: shut: ")
    assert done.stderr.count("\n") == 1
    assert sources(tmp_path / "library.factoid") == ["anna"]
