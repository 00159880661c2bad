"""What IPIF's lists and objects say of a library, and how they are narrowed, sorted and paged."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from factoid.model import Certainty, Judgement, Verdict
from factoid.store import Library

PROBLEM = "application/problem+json"


def listed(client: TestClient, resource: str, **parameters: str | int) -> Any:
    answer = client.get(resource, params={name.rstrip("_"): value for name, value in parameters.items()})
    assert answer.status_code == 200, answer.text
    return answer.json()


def ids(client: TestClient, resource: str, **parameters: str | int) -> list[str]:
    return [item["@id"] for item in listed(client, resource, size=1000, **parameters)[resource]]


def problem(answer: Response, status: int) -> str:
    assert (answer.status_code, answer.headers["content-type"]) == (status, PROBLEM)
    said = answer.json()
    assert said["status"] == status
    assert {"type", "title", "detail", "instance"} <= set(said)
    return str(said["detail"])


def standing(library: Library) -> list[Any]:
    lines = [line for person in library.people() for line in library.dossier(person.id).lines]
    return [line for line in lines if line.factoid.certainty is not Certainty.DENIED]


def test_every_statement_that_stands_is_a_factoid_with_one_statement(
    client: TestClient, library: Library
) -> None:
    wanted = {line.factoid.id for line in standing(library)}
    assert set(ids(client, "factoids")) == wanted
    assert set(ids(client, "statements")) == {f"st-{key[2:]}" for key in wanted}
    assert listed(client, "factoids")["protocol"]["totalHits"] == len(wanted)
    assert set(ids(client, "persons")) == {person.id for person in library.people()}
    assert set(ids(client, "sources")) == {source.id for source in library.sources()}


def test_a_statement_says_what_the_factoid_says_and_no_more(client: TestClient, library: Library) -> None:
    for line in standing(library):
        said = client.get(f"statements/st-{line.factoid.id[2:]}").json()
        assert said["statementText"] == line.factoid.quote
        assert said["statementType"]["uri"] == f"urn:factoid:type:{line.factoid.type}"
        assert [place["label"] for place in said.get("places", [])] == [p for p in [line.factoid.place] if p]
        assert [(p["uri"], p["label"]) for p in said.get("relatesToPersons", [])] == [
            (f"urn:factoid:person:{key}", name) for key, name in line.related
        ]
        if line.factoid.when:
            assert line.factoid.when.edtf in said["date"]["label"]
            sortdate = said["date"].get("sortdate", "")
            assert len(sortdate.lstrip("-")) <= len(line.factoid.when.edtf.lstrip("-"))
        assert said["x-factoid"]["certainty"] == line.factoid.certainty


def test_what_a_person_rejected_is_not_served_until_that_is_withdrawn(
    client: TestClient, library: Library
) -> None:
    key = ids(client, "factoids")[0]
    made = library.judge(
        Judgement(verdict=Verdict.REJECTED, author="human:ab", made="2024-05-02T12:00:00Z", factoid=key)
    )
    assert key not in ids(client, "factoids")
    assert client.get(f"factoids/{key}").status_code == 404
    library.withdraw(made.id or 0, at="2024-05-03T12:00:00Z")
    assert key in ids(client, "factoids")


@pytest.mark.parametrize(
    ("parameters", "count"),
    [
        ({"st": "Leith"}, 1),
        ({"st": "LEITH"}, 1),
        ({"place": "leith"}, 1),
        ({"statementText": "nothing of the kind"}, 0),
        ({"p": "zzz"}, 0),
        ({"place": "*", "role": "*"}, 0),
        ({"from_": "1789", "to": "1791"}, 1),
        ({"from_": "1600", "to": "1601"}, 0),
        ({"place": "\x00"}, 0),
        ({"st": '" OR 1'}, 0),
    ],
)
def test_filters(client: TestClient, parameters: dict[str, str], count: int) -> None:
    assert len(ids(client, "statements", **parameters)) >= count
    if not count:
        assert ids(client, "statements", **parameters) == []


def test_a_person_is_found_by_each_persona_and_address(client: TestClient, library: Library) -> None:
    person = next(p for p in library.people() if len(library.dossier(p.id).personas) > 1)
    for found in library.dossier(person.id).personas:
        for wanted in (found.persona.id, f"urn:factoid:person:{found.persona.id}"):
            assert client.get(f"persons/{wanted}").json()["@id"] == person.id
            assert ids(client, "persons", personId=wanted) == [person.id]


@pytest.mark.parametrize("by", ["@id", "createdWhen", "date", "role", "statementText", "places"])
def test_an_order_turned_round_is_the_same_backwards(client: TestClient, by: str) -> None:
    up = ids(client, "statements", sortBy=f"{by} ASC")
    assert ids(client, "statements", sortBy=f"{by}DESC") == up[::-1]


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("factoids?size=0", 400, "size"),
        ("factoids?size=1000000000", 400, "size"),
        ("factoids?page=999999999999999999999", 400, "page"),
        ("factoids?sortBy=shoe", 400, "shoe"),
        ("factoids?shoe=1", 400, "shoe"),
        ("factoids?from=soon", 400, "yyyy"),
        ("factoids?from=1920&to=1910", 400, "later"),
        ("factoids?from=1920-02-31", 400, "no date"),
        ("factoids?to=1900-02-29", 400, "no date"),
        ("factoids?size=1&size=2", 400, "once"),
        ("factoids?createdAfter=soon", 400, "createdAfter"),
        ("factoids?modifiedBefore=2026-13", 400, "modifiedBefore"),
        ("factoids/nobody", 404, "nobody"),
        ("statements/f-1", 404, "f-1"),
        ("shoes", 404, "nothing"),
    ],
)
def test_what_makes_no_sense_is_a_problem(client: TestClient, address: str, status: int, words: str) -> None:
    assert words in problem(client.get(address), status)


@pytest.mark.parametrize(
    "moment", ["2024", "2024-02", "2024-02-29", "2024-02-29T12:00:00Z", "2024-02-29T12:00:00"]
)
def test_moments_are_given_as_dates_or_to_the_second(client: TestClient, moment: str) -> None:
    assert listed(client, "sources", createdAfter=moment, modifiedBefore=moment)["sources"] == []


def test_answers_are_json_or_nothing(client: TestClient) -> None:
    problem(client.get("persons", headers={"accept": "text/turtle"}), 406)
    assert client.get("persons", headers={"accept": "application/ld+json"}).status_code == 200


def test_other_methods_are_refused(client: TestClient) -> None:
    assert "factoid that holds them" in problem(client.post("statements", json={}), 405)
    problem(client.patch("persons"), 405)


def test_the_address_by_itself_describes_the_service(client: TestClient) -> None:
    assert client.get("").json() == client.get("describe").json()
    assert client.get("describe").json()["complianceLevel"] == 2


def test_other_names_of_the_machine_are_refused(client: TestClient) -> None:
    assert client.get("describe", headers={"host": "evil.example"}).status_code == 403


@pytest.mark.parametrize("resource", ["factoids", "statements", "persons", "sources"])
def test_every_parameter_says_what_it_takes(client: TestClient, resource: str) -> None:
    listing = client.get("openapi.json").json()["paths"][f"/{resource}"]["get"]
    assert [p["name"] for p in listing["parameters"] if not p.get("description")] == []
