"""The client against our own server: what IPIF's shape holds comes back, and an interrupted import goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send
from web.ipif.serving import served

from factoid.errors import ServerUnreachable
from factoid.exchange.importers import ipif
from factoid.model import Verdict
from factoid.pipeline.importing import Imported, import_into
from factoid.store import Library, open_library
from factoid.web import app_of


class Counted:
    """Counts what is asked, and breaks down where it is told to."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.asked: list[str] = []
        self.broken = ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            address = f"{scope['path']}?{scope['query_string'].decode()}"
            self.asked.append(address)
            if self.broken and self.broken in address:
                await send({"type": "http.response.start", "status": 500, "headers": []})
                await send({"type": "http.response.body", "body": b"{}"})
                return
        await self.app(scope, receive, send)


class Nobody:
    def __init__(self) -> None:
        self.lines: list[str] = []

    def bad(self, line: str) -> None:
        self.lines.append(line)

    def landed(self, name: str, statements: int) -> None:
        pass


@pytest.fixture
def server(library: Library) -> Iterator[tuple[str, Counted]]:
    counted = Counted(app_of(library, library.path))
    with served(counted) as url:
        yield url, counted


def import_all(folder: Path, url: str) -> Imported:
    listener = Nobody()
    account = import_into(folder / "copy.factoid", "ipif", url, listener)
    assert listener.lines == []
    return account


def everything(path: Path) -> dict[str, list[dict[str, Any]]]:
    """All lists of a library, by IPIF."""
    with (
        open_library(path) as library,
        TestClient(app_of(library, path), base_url="http://localhost") as client,
    ):
        return {
            resource: client.get(f"/ipif/{resource}?size=1000").json()[resource]
            for resource in ("persons", "sources", "statements")
        }


#: What belongs to a server: its ids, its times, where words stand in its text
OF_THE_SERVER = {"@id", "uris", "factoid-refs", "createdWhen", "modifiedWhen", "modifiedBy"}


def core(statement: dict[str, Any], labels: dict[str, str]) -> str:
    kept = {name: value for name, value in statement.items() if name not in OF_THE_SERVER}
    kept["x-factoid"] = {
        k: v for k, v in kept["x-factoid"].items() if k not in ("start", "end", "inference", "verdict")
    }
    kept["relatesToPersons"] = [other["label"] for other in kept.get("relatesToPersons", [])]
    return str(sorted(kept.items())) + labels[statement["factoid-refs"][0]["source-ref"]["@id"]]


def test_what_the_shape_holds_comes_back(
    library: Library, server: tuple[str, Counted], tmp_path: Path
) -> None:
    account = import_all(tmp_path, server[0])
    assert account.sources["added"] == len(library.sources()) + 1  # persons without statements
    assert set(+account.lost) == {"times of creation (those of this library are its own)"}
    ours, theirs = everything(library.path), everything(tmp_path / "copy.factoid")
    label_of = [{s["@id"]: s["label"] for s in lists["sources"]} for lists in (ours, theirs)]
    cores = [
        sorted(core(s, labels) for s in lists["statements"])
        for lists, labels in zip((ours, theirs), label_of, strict=True)
    ]
    assert cores[1] == cores[0]
    for resource in ("persons", "sources", "statements"):  # every address still finds what it named
        known = {uri for item in theirs[resource] for uri in item["uris"]}
        assert {uri for item in ours[resource] for uri in item["uris"]} <= known


def test_who_is_one_person_for_the_server_is_one_here(
    library: Library, server: tuple[str, Counted], tmp_path: Path
) -> None:
    import_all(tmp_path, server[0])
    persons = everything(tmp_path / "copy.factoid")["persons"]
    for person in library.people():
        address = f"{server[0]}/persons/{person.id}"
        assert sum(address in found["uris"] for found in persons) == 1
    with open_library(tmp_path / "copy.factoid") as copy:
        assert {j.author.partition(":")[0] for j in copy.judgements() if j.verdict is Verdict.SAME} == {
            "ipif"
        }


def test_the_same_import_again_changes_nothing(server: tuple[str, Counted], tmp_path: Path) -> None:
    import_all(tmp_path, server[0])
    with open_library(tmp_path / "copy.factoid") as copy:
        before = copy.revision
    account = import_all(tmp_path, server[0])
    assert set(account.sources) == {"unchanged"}
    with open_library(tmp_path / "copy.factoid") as copy:
        assert copy.revision == before


def test_an_interrupted_import_goes_on(
    server: tuple[str, Counted], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ipif, "SIZE", 1)
    url, counted = server
    counted.broken = "sources?size=1&page=3"
    with pytest.raises(ServerUnreachable, match="answers 500"):
        import_all(tmp_path, url)
    with open_library(tmp_path / "copy.factoid") as copy:
        assert len(copy.sources()) == 2
    counted.broken, counted.asked = "", []
    account = import_all(tmp_path, url)
    assert account.sources["added"] == 3  # and the persons without statements
    assert "/ipif/sources?size=1&page=1" not in counted.asked
    assert "/ipif/sources?size=1&page=3" in counted.asked


def test_what_is_no_interface(server: tuple[str, Counted], tmp_path: Path) -> None:
    with pytest.raises(ServerUnreachable, match="answers 404"):
        import_all(tmp_path, server[0].replace("/ipif", "/health"))
