"""Whatever the OpenAPI of the server allows, and what it does not, is asked: nothing is answered with a fault.

``FACTOID_EXAMPLES=300`` asks each operation so often; the usual run is short.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import schemathesis
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from starlette.routing import Mount
from web.ipif.serving import TOKEN
from web.lives import lammond_library

from factoid.web import app_of
from factoid.web.ipif import Writers

EXAMPLES = int(os.environ.get("FACTOID_EXAMPLES", "4"))


def documents(app: FastAPI) -> Iterator[tuple[str, dict[str, Any]]]:
    """The OpenAPI of the pages, and of the interface for programs that hangs below them."""
    yield "", app.openapi()
    ipif = next(route.app for route in app.routes if isinstance(route, Mount) and route.path == "/ipif")
    assert isinstance(ipif, FastAPI)
    yield "/ipif", ipif.openapi()


def operations(app: FastAPI) -> list[tuple[str, Any]]:
    loaded = [(prefix, schemathesis.openapi.from_dict(document)) for prefix, document in documents(app)]
    return [(prefix, found.ok()) for prefix, schema in loaded for found in schema.get_all_operations()]  # type: ignore[union-attr]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, list[tuple[str, Any]]]]:
    path: Path = tmp_path_factory.mktemp("openapi") / "lives.factoid"
    with lammond_library(path) as library:
        app = app_of(library, path, author="human:ab", patience=0.05, writers=Writers({TOKEN: "ab"}))
        with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as client:
            yield client, operations(app)


def send(client: TestClient, prefix: str, case: Case[Any]) -> int:
    """Send a case as it stands, with a token that may write."""
    path = prefix + case.path
    for name, value in (case.path_parameters or {}).items():
        path = path.replace("{" + name + "}", quote(str(value), safe=""))
    headers = {str(k): str(v) for k, v in (case.headers or {}).items()}
    headers = {k: v for k, v in headers.items() if k.lower() != "host" and v.isprintable() and v.isascii()}
    headers |= {"authorization": f"Bearer {TOKEN}"}
    query = {str(k): v for k, v in (case.query or {}).items()}
    body = case.body if isinstance(case.body, dict | list | str | int | float | bool) else None
    if prefix == "/ipif" and case.method in ("POST", "PUT") and body is not None:
        answer = client.request(case.method, path, params=query, headers=headers, json=body)
    else:
        answer = client.request(case.method, path, params=query, headers=headers)
    return answer.status_code


def test_the_server_describes_all_that_it_answers(asked: tuple[TestClient, list[tuple[str, Any]]]) -> None:
    paths = {(prefix, operation.method.upper(), operation.path) for prefix, operation in asked[1]}
    assert {path for prefix, _, path in paths if prefix == ""} >= {
        "/",
        "/people/{person}",
        "/sources",
        "/health",
    }
    for resource in ("factoids", "persons", "sources"):
        assert {method for prefix, method, path in paths if (prefix, path) == ("/ipif", f"/{resource}/{{id}}")} == {
            "GET", "PUT", "DELETE",
        }  # fmt: skip
    assert ("/ipif", "POST", "/statements") not in paths


@pytest.mark.parametrize(
    "mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["allowed", "not allowed"]
)
def test_nothing_is_answered_with_a_fault(
    asked: tuple[TestClient, list[tuple[str, Any]]], mode: GenerationMode
) -> None:
    client, found = asked
    faults = [fault for prefix, operation in found for fault in faults_of(client, prefix, operation, mode)]
    assert faults == []


def faults_of(client: TestClient, prefix: str, operation: Any, mode: GenerationMode) -> list[str]:
    """Ask one operation this and that; return what was answered with a fault."""
    faults: list[str] = []

    @settings(
        max_examples=max(1, EXAMPLES // (2 if mode is GenerationMode.POSITIVE else 4)),
        database=None,
        derandomize=EXAMPLES < 10,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Case[Any]) -> None:
        status = send(client, prefix, case)
        if status >= 500:
            said = (case.path_parameters, case.query, case.body)
            faults.append(f"{status} {case.method} {prefix}{case.path} {said!r}")

    try:
        ask()
    except Unsatisfiable:
        assert mode is GenerationMode.NEGATIVE  # where nothing can be wrong
    return faults
