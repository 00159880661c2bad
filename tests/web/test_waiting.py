"""What a page does while something is worked out that it shows."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from web.browsing import Watch, chromium
from web.lives import disputed_library
from web.serving import serving
from web.test_pages import page_of

from factoid.model import Conflict
from factoid.store import Library, open_library
from factoid.web import app_of, docket
from factoid.web.lives import portrait


@pytest.fixture
def disputed(tmp_path: Path) -> Library:
    return disputed_library(tmp_path / "disputed.factoid")


@pytest.fixture
def go_on(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Let lives and conflicts be worked out when this is set, no sooner."""
    event = threading.Event()
    drawn, found = portrait._drawn, docket._found

    def late(*asked: Any) -> tuple[Conflict, ...]:
        event.wait()
        return found(*asked)

    monkeypatch.setattr(portrait, "_drawn", lambda *asked: event.wait() and drawn(*asked))
    monkeypatch.setattr(docket, "_found", late)
    yield event
    event.set()


EMPTY = [
    ("/conflicts", "?wait=true"),
    ("/conflicts?kind=contradiction", "?kind=contradiction&wait=true"),
    ("/review?of=conflicts", "?of=conflicts&wait=true"),
    ("/timeline?person=Hugh+Orr&from=1700", "?person=Hugh+Orr&from=1700&wait=true"),
    ("/map?person=Hugh+Orr", "?person=Hugh+Orr&wait=true"),
]


@pytest.mark.parametrize(("address", "whole"), EMPTY)
def test_a_page_with_nothing_to_show_is_asked_for_again_as_it_was(
    disputed: Library, go_on: threading.Event, address: str, whole: str
) -> None:
    again = f'url={whole.replace("&", "&amp;")}"></noscript>'
    with TestClient(app_of(disputed, disputed.path, patience=0.01), base_url="http://localhost") as client:
        page = page_of(client, address)
        assert whole in page.links
        assert again in client.get(address).text
        go_on.set()
        assert "noscript" not in client.get(address.partition("?")[0] + whole).text


def test_a_dossier_that_can_be_read_is_not_taken_away(disputed: Library, go_on: threading.Event) -> None:
    with TestClient(app_of(disputed, disputed.path, patience=0.01), base_url="http://localhost") as client:
        page = page_of(client, "/people/Hugh Orr?type=birth&type=death")
        assert "?type=birth&type=death&wait=true" in page.links
        assert "http-equiv" not in client.get("/people/Hugh Orr").text


@pytest.mark.browser
def test_what_was_worked_out_is_put_in_place(tmp_path: Path, go_on: threading.Event) -> None:
    disputed_library(tmp_path / "l.factoid").close()
    library = open_library(tmp_path / "l.factoid")
    with serving(app_of(library, library.path, patience=0.01)) as base, chromium() as browser:
        watch = Watch(browser.new_page(), base)
        watch.start()
        watch.open("/people/Hugh Orr")
        watch.ask("void (document.querySelector('details.why').open = true, window.same = 'document')")
        assert watch.page.locator(".waiting").count() == 1
        go_on.set()
        watch.until("!document.querySelector('.waiting')")
        assert watch.ask("window.same") == "document"
        assert watch.ask("document.querySelector('details.why').open")
        assert watch.ask("location.search") == ""
        assert watch.page.get_by_text("2 conflicts").first.is_visible()
        watch.until("document.getElementById('told').textContent")
        watch.page.close()
    assert watch.amiss == []
