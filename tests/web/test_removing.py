"""Sources out of the library and back, in the browser."""

from __future__ import annotations

import threading

import pytest
from fastapi.testclient import TestClient
from store.test_editions import HEAD, PORTER, edition
from web.markup import assert_harmless
from web.test_verdicts import token_of

from factoid.model import Judgement, Verdict
from factoid.store import Library
from factoid.web import app_of, review

SOURCE = "/sources/printers-register"


def accepted(library: Library) -> Judgement:
    held = library.reading("printers-register").factoids[0]
    return library.judge(
        Judgement(verdict=Verdict.ACCEPTED, author="human:ab", made="2026-01-01", factoid=held.id)
    )


def test_a_source_goes_and_comes_back(client: TestClient, library: Library) -> None:
    made, before = accepted(library), library.count_sources()
    offer = client.get(f"{SOURCE}/remove").text
    for words in ("1 judgement rests on its words", "statements", "of whom nothing else tells"):
        assert words in assert_harmless(offer).text
    assert library.count_sources() == before
    form = {"token": token_of(client, f"{SOURCE}/remove"), "reason": "a <forgery>"}
    page = client.post(f"{SOURCE}/remove", data=form)
    assert page.url.path == "/removed"
    assert "a <forgery>" in assert_harmless(page.text).text
    assert library.count_sources() == before - 1
    assert client.get(SOURCE).url.path == "/removed"
    assert "1 source was removed" in client.get("/sources").text
    judged = assert_harmless(client.get("/judgements").text).text
    assert "It rests on words of printers-register, which was removed" in judged
    assert client.get(f"/factoids/{made.factoid}").status_code == 404

    [held] = library.removals()
    back = client.post("/removed", data={"token": form["token"], "source": held.source})
    assert back.url.path == SOURCE
    assert [j.id for j in library.judgements()] == [made.id]
    assert "was removed" not in client.get("/sources").text


def test_nobody_waits_until_the_persons_follow(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, link = threading.Event(), review.link_anew
    monkeypatch.setattr(review, "link_anew", lambda site: go_on.wait() and link(site))
    app = app_of(library, library.path, author="human:ab", patience=0.01)
    with TestClient(app, base_url="http://localhost") as client:
        form = {"token": token_of(client, f"{SOURCE}/remove")}
        page = client.post(f"{SOURCE}/remove", data=form)
        assert "It is worked out anew who is one person." in page.text
        assert "?wait=true" in page.text
        back = client.post("/removed", data={**form, "source": library.removals()[0].source})
        assert back.url.path == "/removed"
        go_on.set()
        assert "worked out anew" not in client.get("/removed?wait=true").text


def test_both_languages_say_it(client: TestClient) -> None:
    client.cookies.set("factoid-language", "de")
    assert "aus der Bibliothek nehmen?" in client.get(f"{SOURCE}/remove").text
    assert "Keine Quelle ist herausgenommen." in client.get("/removed").text


@pytest.mark.parametrize("address", ["/sources/nowhere/remove", "/sources/nowhere"])
def test_what_is_not_there_is_not_removed(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404
    form = {"token": token_of(client, f"{SOURCE}/remove")}
    assert client.post("/sources/nowhere/remove", data=form).status_code == 404
    assert client.post("/removed", data=form | {"source": "s-1"}).status_code == 404


def test_nothing_is_removed_without_the_form(client: TestClient, library: Library) -> None:
    before = library.count_sources()
    assert client.post(f"{SOURCE}/remove", data={"reason": "x"}).status_code == 403
    assert library.count_sources() == before


def test_what_passed_to_another_edition_and_what_did_not_is_told(
    client: TestClient, library: Library
) -> None:
    library.add(*edition(HEAD, PORTER))
    for held in library.reading("memoir").factoids:
        library.judge(
            Judgement(verdict=Verdict.ACCEPTED, author="human:ab", made="2026-01-01", factoid=held.id)
        )
    library.add(*edition(HEAD, "An afterword."))
    library.carry_over("memoir", "memoir-2")
    page = assert_harmless(client.get("/judgements").text).text
    assert page.count("carried over from judgement 1, on another edition") == 1
    assert page.count("memoir-2, a newer edition, has not these words") == 1
