"""Statements made by hand, from the words of a source."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from web.markup import assert_harmless
from web.test_verdicts import token_of

from factoid.model import Verdict
from factoid.reading import make_reader
from factoid.sources import document_of_text
from factoid.store import Library

SOURCE = "/sources/printers-register"
QUOTE = "printed the Almanac of the Firth, 1822"


def form_for(client: TestClient, library: Library, words: str = QUOTE, **values: str) -> dict[str, str]:
    document = library.document("printers-register")
    start = document.text.content.index(words)
    agnes = next(p for p in library.reading("printers-register").personas if p.name == "Agnes")
    held = {"start": str(start), "end": str(start + len(words)), "person": agnes.id, "type": "occupation"}
    return {"token": token_of(client, f"{SOURCE}/state?start={start}&end={start + 5}"), **held, **values}


def test_words_become_a_statement_that_can_be_taken_back(client: TestClient, library: Library) -> None:
    form = form_for(client, library, type="event", value="Almanac of the Firth", date="1822")
    answer = client.post(f"{SOURCE}/state", data=form, follow_redirects=False)
    assert answer.status_code == 303
    [held] = library.judgements()
    assert held.statement is not None
    assert (held.verdict, held.author, held.statement.date) == (Verdict.STATED, "human:ab", "1822")
    assert held.statement.spans["date"].of(library.document("printers-register").text.content) == "1822"
    assert (held.factoid or "none") in answer.headers["location"]
    assert "ab read this in the source" in client.get(f"/factoids/{held.factoid}").text
    assert "stated by hand" in assert_harmless(client.get("/judgements").text).text

    back = {"token": form["token"], "judgement": str(held.id)}
    assert client.post(f"/factoids/{held.factoid}/withdraw", data=back).url.path == "/judgements"
    assert client.get(f"/factoids/{held.factoid}").status_code == 404


def test_a_misread_statement_is_corrected(client: TestClient, library: Library) -> None:
    [wrong] = [
        line.factoid for line in library.dossier("Robert Sill").lines or library.dossier("LAMMOND").lines
        if line.factoid.quote.startswith("M. 1824")
    ]  # fmt: skip
    page = client.get(f"{SOURCE}/state?corrects={wrong.id}").text
    assert "M. 1824, Robert Sill, engraver" in assert_harmless(page).text
    form = form_for(client, library, wrong.quote, type="kinship", role="husband", date="1824")
    form |= {"related": wrong.related[0], "because": "M. is for married", "corrects": wrong.id}
    assert client.post(f"{SOURCE}/state", data=form, follow_redirects=False).status_code == 303
    stated, rejected = library.judgements()
    assert (stated.verdict, rejected.verdict, rejected.factoid) == (
        Verdict.STATED,
        Verdict.REJECTED,
        wrong.id,
    )
    assert stated.statement is not None
    assert stated.statement.inference["role"] == "M. is for married"
    assert stated.factoid is not None
    assert stated.factoid in rejected.reason


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"value": "Almanac of the Moon"}, "does not stand in the passage"),
        ({"date": "some day"}, "neither a time"),
        ({"type": "no-such"}, "there is no"),
        ({"person": "p-0"}, "whom this source mentions"),
        ({"role": "printer"}, "not said by a statement of this kind"),
        ({"end": "0"}, "outside the text"),
        ({"end": "x"}, "lacks its quote"),
        ({"certainty": "x"}, "lacks its quote"),
    ],
)
def test_what_the_source_does_not_bear_out_is_refused(
    client: TestClient, library: Library, change: dict[str, str], says: str
) -> None:
    form = form_for(client, library, type="work", value="Almanac of the Firth") | change
    answer = client.post(f"{SOURCE}/state", data=form)
    assert answer.status_code == 400
    assert says in assert_harmless(answer.text).text
    assert library.judgements(active_only=False) == []


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("words=the+Wynd+Press", 200),
        ("words=no+such+words", 404),
        ("", 200),
        ("start=5&end=5", 400),
        ("start=0&end=9999999", 400),
        ("corrects=f-0", 404),
    ],
)
def test_which_words_are_asked_about(client: TestClient, query: str, status: int) -> None:
    assert client.get(f"{SOURCE}/state?{query}").status_code == status


def test_what_is_said_already_is_not_said_twice(client: TestClient, library: Library) -> None:
    form = form_for(client, library, type="event", value="Almanac of the Firth", date="1822")
    client.post(f"{SOURCE}/state", data=form)
    again = client.post(f"{SOURCE}/state", data=form)
    assert (again.status_code, len(library.judgements())) == (400, 1)
    assert "Accept it instead" in again.text


def test_words_about_time_mean_what_the_reader_read_there(client: TestClient, library: Library) -> None:
    document = document_of_text("Ida Bell moved to Leith in the spring of 1822.", name="note")
    library.add(document, make_reader().read(document))
    [ida] = library.reading("note").personas
    form = {"token": token_of(client, "/sources/note/state?start=0&end=8"), "start": "0", "end": "45"}
    form |= {"person": ida.id, "type": "residence", "place": "Leith", "date": "the spring of 1822"}
    assert client.post("/sources/note/state", data=form, follow_redirects=False).status_code == 303
    [held] = library.judgements()
    assert held.statement is not None
    assert (held.statement.date, held.statement.inference) == ("1822-21", {})
