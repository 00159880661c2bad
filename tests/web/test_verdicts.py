from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from web.lives import Claim, document_of, library_of, reading_of
from web.markup import assert_harmless
from web.test_pages import factoid_id, page_of

from factoid.model import Verdict
from factoid.store import Library
from factoid.web import app_of


def token_of(client: TestClient, address: str) -> str:
    found = re.search(r'name="token" value="([^"]+)"', client.get(address).text)
    assert found
    return found[1]


def test_a_verdict_is_kept_shown_and_withdrawn(client: TestClient, library: Library) -> None:
    number = factoid_id(library, "She died in the prison")
    address = f"/factoids/{number}"
    form = {"token": token_of(client, address), "verdict": "reject", "reason": "not <b>in</b> the register"}
    answer = client.post(f"{address}/verdict", data=form, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{address}#verdict")

    [held] = library.judgements()
    assert (held.verdict, held.author, held.reason) == (
        Verdict.REJECTED,
        "human:ab",
        "not <b>in</b> the register",
    )
    assert held.left is not None
    assert (held.factoid, held.left.span) == (number, library.factoid(number).factoid.span)

    text = assert_harmless(client.get(address).text).text
    assert "ab rejected this" in text
    assert "not <b>in</b> the register" in text
    assert "rejected" in client.get("/people/Agnes Lammond").text
    assert "is-rejected" in client.get("/sources/almanac-page").text

    form = {"token": form["token"], "judgement": str(held.id)}
    assert client.post(f"{address}/withdraw", data=form).status_code == 200
    assert library.judgements() == []
    assert "withdrawn" in client.get(address).text
    assert "is-rejected" not in client.get("/sources/almanac-page").text


@pytest.mark.parametrize(
    ("change", "headers", "status"),
    [
        ({"token": "guessed"}, {}, 403),
        ({"token": ""}, {}, 403),
        ({"token": "é"}, {}, 403),
        ({}, {"sec-fetch-site": "cross-site"}, 403),
        ({}, {"host": "evil.example"}, 403),
        ({"verdict": "maybe"}, {}, 400),
        ({"verdict": ""}, {}, 400),
        ({"reason": "x" * 70_000}, {}, 413),
        ({str(n): "x" for n in range(250)}, {}, 400),
    ],
)
def test_forms_of_strangers_change_nothing(
    client: TestClient, library: Library, change: dict[str, str], headers: dict[str, str], status: int
) -> None:
    address = f"/factoids/{factoid_id(library, 'She died in the prison')}"
    form = {"token": token_of(client, address), "verdict": "accept", **change}
    assert client.post(f"{address}/verdict", data=form, headers=headers).status_code == status
    assert library.judgements() == []


def test_only_a_standing_verdict_on_the_statement_can_be_withdrawn(
    client: TestClient, library: Library
) -> None:
    address = f"/factoids/{factoid_id(library, 'She died in the prison')}"
    token = token_of(client, address)
    client.post(f"{address}/verdict", data={"token": token, "verdict": "accept"})
    [held] = library.judgements()
    other = f"/factoids/{factoid_id(library, 'Medal')}"
    for number in (str(held.id), "0", "x", "-1", "1 OR 1"):
        answer = client.post(f"{other}/withdraw", data={"token": token, "judgement": number})
        assert answer.status_code == 400
    assert library.judgements() == [held]


def test_a_verdict_on_nothing_is_not_found(client: TestClient, library: Library) -> None:
    token = token_of(client, f"/factoids/{factoid_id(library, 'Medal')}")
    answer = client.post("/factoids/f-0/verdict", data={"token": token, "verdict": "accept"})
    assert answer.status_code == 404
    assert client.get("/factoids/f-0/verdict").status_code == 405


def test_what_was_rather_misread_shows_when_asked_for(tmp_path: Path) -> None:
    document = document_of(
        "note", "A note\n\nIda Bell was a baker. Ida Bell was perhaps the moon of the village."
    )
    reading = reading_of(
        document,
        {"ida": ("Ida Bell",)},
        [
            Claim(who="ida", type="occupation", quote="Ida Bell was a baker", fields={"value": "baker"}),
            Claim(who="ida", type="occupation", quote="was perhaps the moon", fields={"value": "moon"}),
        ],
    )
    weak = replace(reading.factoids[1], confidence=0.3, inference={"person": "told"})
    reading = replace(reading, factoids=(reading.factoids[0], weak))
    with library_of(tmp_path / "a.factoid", [(document, reading)]) as library:
        client = TestClient(
            app_of(library, library.path, author="human:ab", patience=30), base_url="http://localhost"
        )
        plain = page_of(client, "/people/Ida Bell")
        assert "was perhaps the moon" not in plain.text
        assert "show 1 more that was probably misread" in plain.text
        assert "was perhaps the moon" in page_of(client, "/people/Ida Bell?weak=true").text
        form = {"token": token_of(client, f"/factoids/{weak.id}"), "verdict": "accept"}
        client.post(f"/factoids/{weak.id}/verdict", data=form)
        assert "was perhaps the moon" in page_of(client, "/people/Ida Bell").text


def test_what_was_read_less_surely_says_so_and_can_be_filtered(tmp_path: Path) -> None:
    document = document_of("note", "Ida Bell was a baker. She was a midwife. She was a moon.")
    reading = reading_of(
        document,
        {"ida": ("Ida Bell",)},
        [
            Claim(who="ida", type="occupation", quote="Ida Bell was a baker", fields={"value": "baker"}),
            Claim(who="ida", type="occupation", quote="She was a midwife", fields={"value": "midwife"}),
            Claim(who="ida", type="occupation", quote="She was a moon", fields={"value": "moon"}),
        ],
    )
    told = tuple(replace(f, confidence=c) for f, c in zip(reading.factoids, (0.9, 0.6, 0.3), strict=True))
    reading = replace(reading, factoids=told)
    with library_of(tmp_path / "a.factoid", [(document, reading)]) as library:
        client = TestClient(
            app_of(library, library.path, author="human:ab", patience=30), base_url="http://localhost"
        )
        plain = client.get("/people/Ida Bell").text
        assert plain.count("less sure</span>") == 1
        assert "probably misread</span>" not in plain
        assert "midwife" not in client.get("/people/Ida Bell?sureness=sure").text
        less = client.get("/people/Ida Bell?sureness=less+sure").text
        assert "She was a midwife" in less
        assert "Ida Bell was a baker" not in less
        assert "probably misread</span>" in client.get("/people/Ida Bell?weak=true").text
        form = {"token": token_of(client, f"/factoids/{told[1].id}"), "verdict": "accept"}
        client.post(f"/factoids/{told[1].id}/verdict", data=form)
        assert "less sure</span>" not in client.get("/people/Ida Bell").text
