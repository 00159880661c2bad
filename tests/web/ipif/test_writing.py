"""Who may write, and where what is written lands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from web.ipif.serving import TOKEN
from web.ipif.test_reading import problem

from factoid.errors import UsageError
from factoid.model import Verdict
from factoid.store import Library
from factoid.web import app_of
from factoid.web.ipif import read_writers

OWN = {"authorization": f"Bearer {TOKEN}"}
STATEMENT = {
    "statementType": {"label": "office"},
    "role": {"label": "mayor"},
    "date": {"sortdate": "1648-06-15", "label": "ca. 1648"},
    "places": [{"label": "Kremsmünster", "uri": "https://places.example/1"}],
    "relatesToPersons": [{"label": "Karl"}],
    "statementText": "He was mayor.",
}


def written(client: TestClient, resource: str, data: dict[str, Any]) -> Any:
    answer = client.post(resource, json=data, headers=OWN)
    assert answer.status_code == 201, answer.text
    assert answer.headers["location"] == f"/ipif/{resource}/{answer.json()['@id']}"
    return answer.json()


def factoid(person: str, source: str, statement: dict[str, Any] | None = None) -> dict[str, Any]:
    refs = {"person-ref": {"@id": person}, "source-ref": {"@id": source}}
    return {"@id": "mine-1", **refs, "statement-refs": [statement or STATEMENT]}


def test_nobody_may_write_without_a_token(library: Library) -> None:
    before = library.revision
    with TestClient(app_of(library, library.path), base_url="http://localhost/ipif/") as client:
        assert "--ipif-token-file" in problem(client.post("persons", json={"label": "x"}, headers=OWN), 403)
        assert library.revision == before


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer wrong", f"Basic {TOKEN}", "Bearer é"])
def test_a_wrong_token_is_refused(client: TestClient, header: str) -> None:
    headers = [(b"authorization", header.encode("latin-1"))]
    problem(client.post("persons", json={"label": "x"}, headers=headers), 403)


def test_what_is_written_is_evidence_of_a_source_of_its_own(client: TestClient, library: Library) -> None:
    person = written(client, "persons", {"label": "Hugo Tester", "uris": ["https://viaf.example/9"]})
    source = written(client, "sources", {"label": "A paper"})
    made = written(client, "factoids", factoid(person["@id"], source["@id"]))
    assert made["source-ref"] == {"@id": source["@id"]}
    assert client.get("persons/https://viaf.example/9").json()["@id"] == made["person-ref"]["@id"]
    line = library.factoid(made["@id"])
    line.factoid.check(library.document(source["@id"]).text)
    assert (line.factoid.quote, line.factoid.reader) == ("He was mayor.", "ipif:ab")
    assert line.factoid.date == "1648~"  # the day to sort by is no day of the source's
    assert client.get("factoids/mine-1").json()["@id"] == made["@id"]
    statement = client.get(f"statements/st-{made['@id'][2:]}").json()
    assert statement["places"] == STATEMENT["places"]
    assert library.document(source["@id"]).source.creator == "imported via IPIF by ab"


def test_a_record_on_a_text_that_was_read_lands_beside_it(client: TestClient, library: Library) -> None:
    held = library.sources()[0]
    before = library.reading(held.name)
    person = next(p for p in library.people() if held.name in p.sources)
    made = written(client, "factoids", factoid(person.id, held.id, {"role": {"label": "clerk"}}))
    assert library.reading(held.name) == before
    assert library.source(made["source-ref"]["@id"]).title == "imported via IPIF by ab"
    assert held.id in library.document(made["source-ref"]["@id"]).text.content
    assert client.get(f"persons/{person.id}").json()["@id"] == made["person-ref"]["@id"]
    same = library.judgements()[-1]
    assert (same.verdict, same.author) == (Verdict.SAME, "ipif:ab")


def test_changing_and_deleting_keep_the_words(client: TestClient, library: Library) -> None:
    person = written(client, "persons", {"label": "Hugo Tester"})["@id"]
    source = written(client, "sources", {"label": "A paper"})["@id"]
    first = written(client, "factoids", factoid(person, source))["@id"]
    change = factoid(person, source, {"role": {"label": "lord mayor"}})
    second = client.put(f"factoids/{first}", json=change, headers=OWN).json()["@id"]
    assert second != first
    assert client.get(f"factoids/{first}").json()["@id"] == second
    assert "Delete them first" in problem(client.delete(f"persons/{person}", headers=OWN), 409)
    assert client.delete(f"factoids/{second}", headers=OWN).status_code == 204
    problem(client.get(f"factoids/{second}"), 404)
    content = library.document(source).text.content
    assert "mayor" in content
    assert "lord mayor" in content
    assert "is taken back by ab" in content
    problem(client.delete(f"sources/{source}", headers=OWN), 409)


def test_what_was_read_is_neither_changed_nor_deleted(client: TestClient, library: Library) -> None:
    key = client.get("factoids?size=1").json()["factoids"][0]["@id"]
    assert "was read" in problem(client.delete(f"factoids/{key}", headers=OWN), 403)
    source = library.sources()[0].id
    assert "was read" in problem(client.put(f"sources/{source}", json={"label": "x"}, headers=OWN), 403)
    person = library.people()[0].id
    problem(client.put(f"persons/{person}", json={"label": "x"}, headers=OWN), 403)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({}, "source-ref"),
        ({"source-ref": {"@id": "nobody"}, "person-ref": {"@id": "x"}}, "no source"),
        ({"source-ref": "SOURCE", "person-ref": {"@id": "x"}}, "statement-refs"),
        (factoid("nobody", "SOURCE"), "no person"),
        (factoid("PERSON", "SOURCE", {"@id": "only"}), "write the statement out"),
        (factoid("PERSON", "SOURCE", {"role": "mayor"}), "role is str"),
        (factoid("PERSON", "SOURCE", {"role": {"label": "\ud800"}}), "half a character"),
        (factoid("PERSON", "SOURCE", {"date": {"label": "[1920-13-45]"}}), "EDTF"),
        (factoid("PERSON", "SOURCE", {"x-factoid": {"when": {}}, "name": "x"}), "start"),
    ],
)
def test_a_record_that_makes_no_sense_changes_nothing(
    client: TestClient, library: Library, data: dict[str, Any], words: str
) -> None:
    known = {"SOURCE": library.sources()[0].id, "PERSON": library.people()[0].id}
    for name in ("source-ref", "person-ref"):
        ref = data.get(name)
        key = ref["@id"] if isinstance(ref, dict) else ref
        if key in known:
            data = data | {name: {"@id": known[key]}}
    before = library.revision
    headers = OWN | {"content-type": "application/json"}
    assert words in problem(client.post("factoids", content=json.dumps(data), headers=headers), 400)
    assert library.revision == before


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{", "application/json", 400),
        (b"[]", "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b"{}", "text/plain", 415),
        (b'{"label": "' + b"x" * 2_000_000 + b'"}', "application/json", 413),
        (b'{"label": "   "}', "application/json", 400),
        (b'{"label": "x", "uris": "x"}', "application/json", 400),
    ],
)
def test_bodies_that_are_no_records(client: TestClient, body: bytes, kind: str, status: int) -> None:
    problem(client.post("persons", content=body, headers=OWN | {"content-type": kind}), status)


def test_tokens_come_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "tokens"
    path.write_text(f"# who may write\nab {TOKEN.replace(' ', '-')}\n\n{'x' * 20}\n")
    assert sorted(read_writers(path).by_token.values()) == ["ab", "ipif"]
    assert "x" * 20 not in repr(read_writers(path))
    for words, wrong in (("", "no token"), ("ab short", "16 characters"), ("a/b " + "x" * 20, "NAME TOKEN")):
        path.write_text(words)
        with pytest.raises(UsageError, match=wrong):
            read_writers(path)
    with pytest.raises(UsageError, match="cannot be read"):
        read_writers(tmp_path / "none")
