from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from web.ipif.serving import TOKEN

from factoid.store import Library
from factoid.web import app_of
from factoid.web.ipif import Writers


@pytest.fixture
def client(library: Library) -> Iterator[TestClient]:
    app = app_of(library, library.path, writers=Writers({TOKEN: "ab"}))
    with TestClient(app, base_url="http://localhost/ipif/") as client:
        yield client
