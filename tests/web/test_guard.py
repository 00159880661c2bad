from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from factoid.errors import UsageError
from factoid.web import serve
from factoid.web.guard import is_own_name

OWN = [
    "localhost",
    "localhost:8321",
    "LOCALHOST",
    "127.0.0.1",
    "127.0.0.1:80",
    "127.9.9.9",
    "[::1]",
    "[::1]:8321",
]
STRANGE = [
    "", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "evil.example:8321", "0.0.0.0",
    "192.168.0.7", "user@localhost", "localhost@evil.example", "[::1", "[fe80::1]", "127.1", "2130706433",
]  # fmt: skip


@pytest.mark.parametrize("host", OWN)
def test_loopback_names_are_own(host: str) -> None:
    assert is_own_name(host)


@pytest.mark.parametrize("host", STRANGE)
def test_other_names_are_strange(host: str) -> None:
    assert not is_own_name(host)


@pytest.mark.parametrize("host", [host for host in STRANGE if host])
def test_a_strange_host_sees_nothing(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 403
    assert "Lammond" not in answer.text
    assert "token" not in answer.text
    assert "lives.factoid" not in answer.text


@pytest.mark.parametrize("address", ["/", "/nowhere", "/static/factoid.css", "/health", "/?page=x"])
def test_every_answer_carries_the_headers(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; ")
    for part in (
        "style-src 'self'",
        "script-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    ):
        assert part in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_pages_of_the_framework_are_off(client: TestClient) -> None:
    for address in ("/docs", "/redoc", "/openapi.json"):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.0.7", "example.org", ""])
def test_serving_other_machines_is_refused_with_the_reason(tmp_path: Path, host: str) -> None:
    with pytest.raises(UsageError, match="no accounts"):
        serve(tmp_path / "none.factoid", host, 8321)


@pytest.mark.parametrize(
    "address", ["/", "/nowhere", "/static/factoid.css", "/ipif/persons", "/people/nobody"]
)
def test_head_is_get_without_the_body(client: TestClient, address: str) -> None:
    asked, told = client.get(address), client.head(address)
    assert (told.status_code, told.content) == (asked.status_code, b"")
    assert told.headers["content-type"] == asked.headers["content-type"]
