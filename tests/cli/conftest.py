from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from cli.terminal import FIXTURES, Run, run


@pytest.fixture
def factoid(tmp_path: Path) -> Run:
    """Run the command line in an empty folder."""
    return partial(run, cwd=tmp_path)


@pytest.fixture(scope="session")
def lives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the three English fixtures, read once."""
    folder = tmp_path_factory.mktemp("lives")
    inputs = [FIXTURES / name for name in ("anna.txt", "jan.md", "museum.html")]
    done = run("read", *inputs, "--library", folder / "lives.factoid", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "lives.factoid"
