"""Work of large libraries is done in processes beside the server; pages show what it gives, and nothing older."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from web.lives import disputed_library
from web.test_conflicts import token_of_app
from web.test_pages import flat, page_of

from factoid.errors import FactoidError
from factoid.pipeline.hearing import is_heard
from factoid.pipeline.long_work import Work
from factoid.store import Library
from factoid.web import app_of, site
from factoid.web.site import Site
from factoid.web.work.scriptorium import Scriptorium


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """A library that counts as a large one."""
    monkeypatch.setattr(site, "LARGE", 1)
    with disputed_library(tmp_path / "disputed.factoid") as library:
        yield library


def scribes() -> int:
    return sum(process.name == "scriptorium" for process in multiprocessing.active_children())


def whole(client: TestClient, address: str) -> str:
    """Ask until nothing on the page is still being worked out: a process may take its time to begin."""
    end = time.monotonic() + 120
    while True:
        page = page_of(client, address)
        is_whole = "note waiting" not in page.text and "being worked out" not in page.text
        if is_whole or time.monotonic() > end:
            return flat(page)


def test_pages_show_what_is_worked_out_beside_the_server(large: Library) -> None:
    app = app_of(large, large.path, author="human:ab", patience=60)
    with TestClient(app, base_url="http://localhost") as client:
        assert "contradicted by others2" in whole(client, "/sources/memoir/witness?wait=true")
        assert scribes() == 1
        birth = next(line.factoid for line in large.dossier("Hugh Orr").lines if line.source == "memoir")
        form = {"token": token_of_app(client), "of": "weak", "key": birth.id, "verdict": "reject"}
        assert client.post("/review", data=form, follow_redirects=False).status_code == 303
        assert "contradicted by others1" in whole(client, "/sources/memoir/witness?wait=true")
        whole(client, "/review?of=people&wait=true")
        assert scribes() == 2
    assert scribes() == 0


def test_a_process_that_died_is_followed_by_another(large: Library) -> None:
    with closing(Scriptorium()) as scriptorium:
        assert scriptorium.do(Work.HEAR, large.path)
        (process,) = [p for p in multiprocessing.active_children() if p.name == "scriptorium"]
        process.kill()
        process.join()
        assert scriptorium.do(Work.HEAR, large.path)


def test_what_is_amiss_is_told_to_whoever_asked(tmp_path: Path) -> None:
    (tmp_path / "no.factoid").write_text("no library")
    with closing(Scriptorium()) as scriptorium, pytest.raises(FactoidError):
        scriptorium.do(Work.LINK, tmp_path / "no.factoid")


def test_where_no_process_can_be_begun_the_server_does_the_work(
    large: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(multiprocessing, "get_context", lambda _: (_ for _ in ()).throw(OSError("no memory")))
    with closing(Site(library=large, path=large.path)) as pages:
        pages.see_to(Work.HEAR)
        assert is_heard(large)
    assert scribes() == 0


def test_a_small_library_needs_no_process(tmp_path: Path) -> None:
    library = disputed_library(tmp_path / "disputed.factoid")
    with closing(Site(library=library, path=library.path)) as pages:
        for work in Work:
            pages.see_to(work)
        assert is_heard(library)
        assert scribes() == 0
