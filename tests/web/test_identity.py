"""Telling personas apart and joining persons, from a dossier."""

from __future__ import annotations

import re

from fastapi.testclient import TestClient
from web.test_pages import flat, page_of

from factoid.model import Verdict
from factoid.store import Library


def told(client: TestClient, person: str, **form: str) -> int:
    page_of(client, f"/people/{person}/identity?q=a")
    token = re.search(r'name="token" value="([^"]+)"', client.get(f"/people/{person}/identity").text)
    assert token
    sent = client.post(f"/people/{person}/identity", data={"token": token[1], **form})
    return sent.status_code


def test_personas_taken_for_one_are_told_apart_and_put_together_again(
    client: TestClient, library: Library
) -> None:
    agnes = library.dossier("Agnes Lammond")
    assert len(agnes.personas) > 1
    first, *others = agnes.personas
    assert "also somebody else" in flat(page_of(client, "/people/Agnes Lammond"))
    apart = {first.persona.id: "apart"}
    assert told(client, agnes.summary.id, said="different", reason="another Agnes", **apart) == 200
    persons = library.persons_of(found.persona.id for found in agnes.personas)
    assert all(persons[first.persona.id].id != persons[other.persona.id].id for other in others)
    made = library.judgements()
    assert [j.verdict for j in made] == [Verdict.DIFFERENT] * len(others)
    assert [j.follows for j in made] == [None, *[made[0].id] * (len(others) - 1)]
    assert {j.reason for j in made} == {"another Agnes"}

    library.withdraw(made[0].id or 0, at="2026-01-01T00:00:00+00:00")
    assert library.judgements() == []


def test_two_persons_are_joined(client: TestClient, library: Library) -> None:
    one, other = library.people()[-2:]
    assert told(client, one.id, said="same", other=other.id, reason="the same hand") == 200
    joined = library.person(one.id)
    assert joined == library.person(other.id)
    assert set(joined.sources) == {*one.sources, *other.sources}


def test_nobody_is_told_apart_from_nobody(client: TestClient, library: Library) -> None:
    agnes = library.dossier("Agnes Lammond")
    everybody = {found.persona.id: "apart" for found in agnes.personas}
    for form in ({}, everybody):
        assert told(client, agnes.summary.id, said="different", **form) == 400
    assert told(client, agnes.summary.id, said="same", other="nobody at all") == 404
    assert library.judgements() == []


def test_who_is_found_is_never_the_person_itself(client: TestClient, library: Library) -> None:
    agnes = library.person("Agnes Lammond")
    page = client.get(f"/people/{agnes.id}/identity?q=Lammond").text
    assert f'name="other" value="{agnes.id}"' not in page
