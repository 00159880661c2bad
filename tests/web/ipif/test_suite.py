"""The conformance suite: our own server passes it, and servers that break a promise do not."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from web.ipif.serving import TOKEN, served
from web.lives import lammond_library

from factoid.cli.entry import run
from factoid.errors import ServerUnreachable, UsageError
from factoid.exchange.asking import Server
from factoid.exchange.conformance import Verdict, every_check, run_check, run_checks, suite
from factoid.web import app_of
from factoid.web.ipif import Writers

Break = Callable[[str, int, Any], tuple[int, Any]]


class Spoiler:
    """Passes answers on, spoiled."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.spoil: Break | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or self.spoil is None:
            await self.app(scope, receive, send)
            return
        begun: list[Message] = []
        body = bytearray()

        async def held(message: Message) -> None:
            if message["type"] == "http.response.start":
                begun.append(message)
            elif message.get("more_body"):
                body.extend(message["body"])
            else:
                body.extend(message["body"])
                await self._finish(scope, begun[0], bytes(body), send)

        await self.app(scope, receive, held)

    async def _finish(self, scope: Scope, start: Message, body: bytes, send: Send) -> None:
        assert self.spoil
        address = f"{scope['path']}?{scope['query_string'].decode()}"
        status, value = self.spoil(address, start["status"], json.loads(body) if body else None)
        headers = [(name, text) for name, text in start["headers"] if name != b"content-length"]
        await send({**start, "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": json.dumps(value).encode()})


@pytest.fixture(scope="module")
def spoiler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Spoiler]]:
    path = tmp_path_factory.mktemp("suite") / "lives.factoid"
    with lammond_library(path) as library:
        spoiler = Spoiler(app_of(library, path, writers=Writers({TOKEN: "ab"})))
        with served(spoiler) as url:
            yield url, spoiler


def test_our_own_server_passes_at_every_level(spoiler: tuple[str, Spoiler]) -> None:
    results = list(run_checks(Server(spoiler[0], token=TOKEN), level=None))
    assert [f"{r.check.name}: {r.reason}" for r in results if r.verdict is not Verdict.PASSED] == []
    assert {r.check.level for r in results} == {0, 1, 2}
    of_level = {level: {check.name for check in every_check(level)} for level in (0, 1, 2)}
    passed = {r.check.name for r in results}
    assert of_level[0] - passed == {"f, p, s and st are refused", "nothing is written"}
    assert of_level[1] - passed == {"nothing is written"}


def without_protocol(address: str, status: int, value: Any) -> tuple[int, Any]:
    if "/persons?" in address:
        value.pop("protocol", None)
    return status, value


def found_nothing(address: str, status: int, value: Any) -> tuple[int, Any]:
    return (200, {"@id": "x", "factoid-refs": []}) if status == 404 else (status, value)


def all_of_them(address: str, status: int, value: Any) -> tuple[int, Any]:
    if "no-such-id" in address and status == 200:
        value["protocol"]["totalHits"] = 7
    return status, value


def silent_error(address: str, status: int, value: Any) -> tuple[int, Any]:
    return (status, {}) if status == 400 else (status, value)


def turned_round(address: str, status: int, value: Any) -> tuple[int, Any]:
    if "sources?" in address and "sources" in value:
        value["sources"] = value["sources"][::-1]
    return status, value


@pytest.mark.parametrize(
    ("spoil", "check"),
    [
        (without_protocol, "/persons: the first page"),
        (found_nothing, "/sources: an unknown id"),
        (all_of_them, "/factoids: filters by id"),
        (silent_error, "/statements: bad parameters"),
        (turned_round, "/sources: the pages"),
    ],
)
def test_a_server_that_breaks_a_promise_is_told_so(
    spoiler: tuple[str, Spoiler], spoil: Break, check: str
) -> None:
    url, app = spoiler
    app.spoil = spoil
    try:
        result = run_check(Server(url), next(c for c in every_check(0) if c.name == check))
    finally:
        app.spoil = None
    assert result.verdict is Verdict.FAILED
    assert result.reason


def test_the_command_prints_each_check_and_ends_by_the_outcome(
    spoiler: tuple[str, Spoiler], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    url, app = spoiler
    names = ("GET /describe", "/persons: an unknown id")
    few = [check for check in every_check(0) if check.name in names]
    monkeypatch.setattr(suite, "every_check", lambda _: few)
    assert run(["ipif-check", url, "--level", "0"]) == 0
    assert "ok    level 0  GET /describe" in capsys.readouterr().out
    app.spoil = found_nothing
    try:
        assert run(["ipif-check", url, "--level", "0"]) == 1
    finally:
        app.spoil = None
    wanted = "FAIL  level 0  /persons: an unknown id: GET /persons/no-such-id-4fd2b7 answers 200, not 404"
    assert wanted in capsys.readouterr().out


def test_what_is_no_server() -> None:
    with pytest.raises(ServerUnreachable, match="does not answer"):
        list(run_checks(Server("http://127.0.0.1:9/ipif"), level=None))
    with pytest.raises(UsageError, match="no address"):
        Server("file:///etc/passwd")


def test_a_token_file_without_a_token(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "t").write_text("")
    assert run(["ipif-check", "http://127.0.0.1:9/", "--token-file", str(tmp_path / "t")]) == 2
    assert "holds no token" in capsys.readouterr().err
