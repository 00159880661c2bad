from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from web.lives import lammond_library

from factoid.store import Library
from factoid.web import app_of


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return lammond_library(tmp_path / "lives.factoid")


@pytest.fixture
def client(library: Library) -> Iterator[TestClient]:
    app = app_of(library, library.path, author="human:ab")
    with TestClient(app, base_url="http://localhost") as client:
        yield client
