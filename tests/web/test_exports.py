"""Taking a life away in another format."""

from __future__ import annotations

import json

import pytest
from fastapi.testclient import TestClient
from web.test_pages import page_of

from factoid.exchange import exporter_names
from factoid.model import Judgement, Verdict
from factoid.store import Library, LibraryView


def person_id(library: Library, name: str) -> str:
    return library.dossier(name).summary.id


def test_a_life_is_taken_away_alone(client: TestClient, library: Library) -> None:
    answer = client.get(
        "/export/file", params={"to": "jsonl", "person": person_id(library, "Walter Lammond")}
    )
    assert answer.headers["content-disposition"].startswith('attachment; filename="lives.')
    told = [json.loads(line) for line in answer.text.splitlines()]
    assert [line["quote"] for line in told if line.get("type") == "occupation"] == [
        "Walter Lammond, bookbinder"
    ]
    assert "Almanac of the Firth" not in answer.text


def test_a_life_is_taken_without_a_look_through_the_library(
    client: TestClient, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LibraryView, "readings", None)
    answer = client.get("/export/file", params={"to": "json", "person": person_id(library, "Agnes Lammond")})
    told = [reading["source"] for reading in answer.json()["readings"]]
    assert told == ["almanac-page", "brothers-letter", "hebrew-letter", "printers-register"]


@pytest.mark.parametrize("name", exporter_names())
def test_every_format_takes_one_life(client: TestClient, library: Library, name: str) -> None:
    params = {"to": name, "person": person_id(library, "Agnes Lammond"), "only": "all"}
    answer = client.get("/export/file", params=params)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/octet-stream")
    assert answer.content


def test_what_is_rejected_stays(client: TestClient, library: Library) -> None:
    line = next(
        x for x in library.dossier("Agnes Lammond").lines if x.factoid.quote == "She died in the prison"
    )
    library.judge(
        Judgement(verdict=Verdict.REJECTED, author="human:ab", made="2026-01-01", factoid=line.factoid.id)
    )
    assert "She died in the prison" not in client.get("/export/file?to=jsonl").text
    assert "She died in the prison" in client.get("/export/file?to=jsonl&only=all").text


def test_the_page_says_what_a_format_cannot_carry(client: TestClient, library: Library) -> None:
    page = page_of(client, f"/export?to=bibtex&person={person_id(library, 'Agnes Lammond')}")
    assert "bibtex does not carry" in page.text
    assert "Agnes Lammond" in page.text


@pytest.mark.parametrize(
    ("query", "status"), [("to=doc", 400), ("to=json&only=some", 400), ("to=json&person=p-0", 404), ("", 400)]
)
def test_what_is_not_there_is_refused(client: TestClient, query: str, status: int) -> None:
    assert client.get(f"/export/file?{query}").status_code == status
