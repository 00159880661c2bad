"""Correcting whom some words of a source mean."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient
from web.markup import assert_harmless
from web.test_verdicts import token_of

from factoid.model import Factoid, Verdict
from factoid.store import Library

SOURCE = "/sources/printers-register"


@pytest.fixture
def moved(library: Library) -> Factoid:
    """A statement that names its person in its own words."""
    return next(f for f in library.reading("printers-register").factoids if "person" in f.spans)


def form_for(client: TestClient, library: Library, moved: Factoid, **values: str) -> dict[str, str]:
    start, end = moved.spans["person"]
    other = next(p for p in library.reading("printers-register").personas if p.id != moved.person)
    held = {"start": str(start), "end": str(end), "person": other.id, "reason": "the brother"}
    address = f"{SOURCE}/meant?start={start}&end={end}"
    return {"token": token_of(client, address), moved.id: "moved", **held, **values}


def test_the_statements_go_to_whom_the_words_mean_and_come_back(
    client: TestClient, library: Library, moved: Factoid
) -> None:
    before = client.get(SOURCE).text
    form = form_for(client, library, moved)
    page = assert_harmless(client.get(f"{SOURCE}/meant?start={form['start']}&end={form['end']}").text)
    assert moved.quote[:20] in page.text
    answer = client.post(f"{SOURCE}/meant", data=form, follow_redirects=False)
    assert answer.headers["location"] == f"{SOURCE}?at={form['start']}#here"
    meant, rejected, stated = library.judgements()
    assert (meant.verdict, rejected.factoid, stated.verdict) == (Verdict.MEANT, moved.id, Verdict.STATED)
    assert stated.statement is not None
    assert stated.statement.person == form["person"]
    assert "the brother" in stated.statement.inference["person"]
    assert "is-meant" in client.get(SOURCE).text
    listed = assert_harmless(client.get("/judgements").text).text
    assert f"made with judgement {meant.id}" in listed
    assert "made with judgement" in client.get(f"/factoids/{moved.id}").text

    client.post("/review/undo", data={"token": form["token"], "judgement": str(meant.id)})
    assert library.judgements() == []
    assert client.get(SOURCE).text == before


def test_the_mention_is_shown_in_the_style_of_whom_it_means(
    client: TestClient, library: Library, moved: Factoid
) -> None:
    form = form_for(client, library, moved)
    client.post(f"{SOURCE}/meant", data=form)
    text = client.get(SOURCE).text
    [mention] = set(re.findall(r'<a class="who who-(\d+) is-meant" href="/people/([^"]+)"', text))
    assert mention[1] == form["person"]
    assert f'<a class="who who-{mention[0]}" href="/people/{form["person"]}"' in text


def test_while_correcting_a_mention_leads_to_its_correction(client: TestClient, moved: Factoid) -> None:
    start, end = moved.spans["person"]
    links = assert_harmless(client.get(f"{SOURCE}?correcting=true").text).links
    assert f"{SOURCE}/meant?start={start}&end={end}" in links


def test_what_is_not_ticked_stays(client: TestClient, library: Library, moved: Factoid) -> None:
    form = form_for(client, library, moved)
    del form[moved.id]
    client.post(f"{SOURCE}/meant", data=form)
    assert [j.verdict for j in library.judgements()] == [Verdict.MEANT]


@pytest.mark.parametrize(
    ("change", "status", "says"),
    [
        ({"person": "p-0"}, 400, "whom this source mentions"),
        ({"person": ""}, 400, "whom this source mentions"),
        ({"reason": " "}, 400, "say why"),
        ({"start": "x"}, 400, "lacks its words"),
        ({"start": "0", "end": "0"}, 404, "mean anybody"),
        ({"token": "x"}, 403, ""),
    ],
)
def test_what_makes_no_sense_is_refused(
    client: TestClient, library: Library, moved: Factoid, change: dict[str, str], status: int, says: str
) -> None:  # fmt: skip
    answer = client.post(f"{SOURCE}/meant", data=form_for(client, library, moved) | change)
    assert answer.status_code == status
    assert says in assert_harmless(answer.text).text
    assert library.judgements(active_only=False) == []


@pytest.mark.parametrize(
    ("query", "status"),
    [("start=0&end=0", 404), ("start=5", 400), ("start=-1&end=4", 400), ("start=999999&end=9999999", 404)],
)
def test_words_that_mean_nobody(client: TestClient, query: str, status: int) -> None:
    assert client.get(f"{SOURCE}/meant?{query}").status_code == status
