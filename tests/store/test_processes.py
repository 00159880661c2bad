"""Several processes, and processes that are killed."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from store.invented import invented

from factoid.errors import ReadingError
from factoid.model import json_of_reading
from factoid.store import open_library, open_view

TESTS = Path(__file__).parent.parent
SOURCES = 30
KILLS = 5


def adding(path: Path, first: int, last: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "store.adding", str(path), str(first), str(last)],
        cwd=TESTS,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(TESTS), os.environ.get("PYTHONPATH", "")])},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def check_whole(path: Path) -> list[str]:
    """Every source in the library is there with all its evidence; return their names."""
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.execute("INSERT INTO segment_words(segment_words) VALUES ('integrity-check')")
    connection.close()
    with open_view(path) as view:
        for found in view.readings():
            document, reading = invented(found.source.name, factoids=40)
            assert json_of_reading(found) == json_of_reading(reading)
            assert view.document(found.source.name) == document
        return [source.name for source in view.sources()]


def test_a_killed_process_costs_at_most_the_source_in_progress(tmp_path: Path) -> None:
    path, chance = tmp_path / "l.factoid", random.Random(7)
    said: list[str] = []
    for _ in range(KILLS):
        process = adding(path, 0, SOURCES)
        assert process.stdout
        if chance.random() < 0.8:  # else while it makes the library or takes up the first source
            said += [process.stdout.readline() for _ in range(chance.randrange(1, 5))]
        time.sleep(chance.uniform(0, 0.03))
        process.kill()
        rest, _ = process.communicate()
        said += rest.splitlines()
        if path.exists() and path.stat().st_size:
            open_library(path, create=True).close()
            names = check_whole(path)
            assert {line.split()[0] for line in said if line.strip().endswith("added")} <= set(names)
            assert len(names) == len(set(names))
    _, errors = (last := adding(path, 0, SOURCES)).communicate()
    assert (last.returncode, errors) == (0, "")
    assert len(check_whole(path)) == SOURCES


def test_two_processes_add_to_one_library_that_neither_has_made(tmp_path: Path) -> None:
    path = tmp_path / "l.factoid"
    processes = [adding(path, 0, SOURCES), adding(path, SOURCES - 1, -1)]  # they meet in the middle
    said: list[str] = []
    for process in processes:
        out, errors = process.communicate(timeout=120)
        assert (process.returncode, errors) == (0, "")
        said += out.splitlines()
    assert len(check_whole(path)) == SOURCES
    assert sum(line.endswith("added") for line in said) == SOURCES
    assert {line.split()[1] for line in said} <= {"added", "unchanged"}


def test_a_view_reads_while_another_process_adds(tmp_path: Path) -> None:
    path = tmp_path / "l.factoid"
    open_library(path, create=True).close()
    process = adding(path, 0, SOURCES)
    counts = []
    with open_view(path) as view:
        while process.poll() is None:
            counts.append(len(view.sources()))
            for person in view.people(limit=2):
                assert len(view.dossier(person.id).lines) == person.factoids
            time.sleep(0.01)
        assert len(view.sources()) == SOURCES
    _, errors = process.communicate()
    assert errors == ""
    assert counts == sorted(counts)


def test_a_reading_of_the_next_version_is_all_or_nothing_too(tmp_path: Path) -> None:
    path = tmp_path / "l.factoid"
    document, reading = invented("source000", factoids=40)
    with open_library(path, create=True) as library:
        library.add(document, reading)
        broken = replace(reading, reader="rules@2", personas=(*reading.personas, reading.personas[0]))
        with pytest.raises(ReadingError, match="id of another"):
            library.add(document, broken)
    assert check_whole(path) == ["source000"]


def test_a_process_that_waits_for_another_writer_can_be_interrupted(tmp_path: Path) -> None:
    path = tmp_path / "l.factoid"
    with open_library(path, create=True) as holder, holder._writing():
        process = adding(path, 0, SOURCES)
        with pytest.raises(subprocess.TimeoutExpired):  # it starts, and waits
            process.wait(timeout=5)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert "KeyboardInterrupt" in errors
    assert check_whole(path) == []
