from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from web.lives import lammond_library

from factoid.store import Library, open_library
from factoid.web import app_of


@pytest.fixture(scope="session")
def lives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that is made once and copied for each test."""
    path = tmp_path_factory.mktemp("lives") / "lives.factoid"
    lammond_library(path).close()
    return path


@pytest.fixture
def library(lives: Path, tmp_path: Path) -> Library:
    return open_library(Path(shutil.copy(lives, tmp_path / lives.name)))


@pytest.fixture
def client(library: Library) -> Iterator[TestClient]:
    app = app_of(library, library.path, author="human:ab", patience=30)
    with TestClient(app, base_url="http://localhost") as client:
        yield client
