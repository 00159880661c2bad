"""Coming in by a login service: who is let in, and everything that lets nobody in."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from web.houses import Team, prepared_house
from web.login_service import CLIENT, SECRET, FakeService, login_service

from factoid.model.access import Role
from factoid.store.register.attempts import MOST_OF_ADDRESS
from factoid.web.house import Settings, house_app
from factoid.web.house.cookies import ATTEMPT, SESSION
from factoid.web.login import LoginService


@pytest.fixture(scope="module")
def running(lives: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Team, FakeService]]:
    folder = tmp_path_factory.mktemp("house")
    house = prepared_house(lives, folder)
    with login_service() as service:
        trusted = LoginService(service.issuer, CLIENT, SECRET, frozenset({"archive.example"}))
        settings = Settings(("archive.example.org",), login_service=trusted)
        app = house_app(house, settings, patience=30)
        with TestClient(app, base_url="http://localhost") as client:
            yield Team(house, app, client), service


@pytest.fixture
def team(running: tuple[Team, FakeService]) -> Team:
    team, _ = running
    for key in ("127.0.0.1", "testclient"):
        for _ in range(MOST_OF_ADDRESS):
            team.register.attempts.forgive("nobody", key)
    return team


@pytest.fixture
def service(running: tuple[Team, FakeService]) -> FakeService:
    _, service = running
    service.claims, service.signs, service.faults, service.description = {}, "RS256", {}, {}
    return service


def sent(client: TestClient, service: FakeService, back: str = "/") -> dict[str, str]:
    """Log in at the service; what the browser brings back."""
    begun = client.get("/oidc/login", params={"back": back})
    assert begun.status_code == 303
    assert begun.headers["location"].startswith(f"{service.issuer}/authorize?")
    return service.signs_in(begun.headers["location"])


def come_back(client: TestClient, service: FakeService, back: str = "/") -> Any:
    return client.get("/oidc/back", params=sent(client, service, back))


def name_of(team: Team, client: TestClient) -> str:
    held = team.register.sessions.holder(client.cookies.get(SESSION) or "")
    return held.name if held else ""


def invite(team: Team, address: str, role: Role = Role.REVIEWER) -> None:
    team.register.invitations.make("lives", role, by="admin", address=address)


def test_who_is_invited_comes_in_and_is_known_from_then_on(team: Team, service: FakeService) -> None:
    invite(team, "Bela@Example.org ")
    service.claims = {"sub": "bela-1"}
    client = team.client()
    assert 'href="/oidc/login?back=/lives/review"' in client.get("/login?back=/lives/review").text
    begun = client.get("/oidc/login?back=/lives/review").headers
    cookie = begun["set-cookie"]
    assert all(word in cookie for word in (ATTEMPT, "HttpOnly", "SameSite=lax", "Max-Age=600"))
    done = client.get("/oidc/back", params=service.signs_in(begun["location"]))
    assert done.status_code == 200
    assert 'content="0; url=/lives/review"' in done.text
    assert "SameSite=strict" in done.headers["set-cookie"]
    assert ATTEMPT not in client.cookies
    assert client.get("/lives/review").status_code == 200
    assert client.get("/lives/add").status_code == 403
    assert name_of(team, client) == "bela"
    again = team.client()
    assert come_back(again, service).status_code == 200
    assert name_of(team, again) == "bela"
    noted = {(e.actor, e.action, e.subject) for e in team.register.trail.entries(last=20)}
    assert noted >= {
        ("guest", "account made", "bela"), ("guest", "login tied", "bela"), ("human:bela", "logged in", "bela"),
    }  # fmt: skip
    assert "bela-1" not in str(team.register.trail.entries())


def test_another_address_later_takes_over_no_account(team: Team, service: FakeService) -> None:
    for address, subject in (("carl@example.org", "carl-1"), ("dora@example.org", "dora-1")):
        invite(team, address)
        service.claims = {"sub": subject, "email": address}
        assert come_back(team.client(), service).status_code == 200
    service.claims = {"sub": "carl-1", "email": "dora@example.org"}
    client = team.client()
    assert come_back(client, service).status_code == 200
    assert name_of(team, client) == "carl"
    service.claims = {"sub": "eve-1", "email": "dora@example.org"}  # dora's address is somebody else's now
    client = team.client()
    assert come_back(client, service).status_code == 403
    assert name_of(team, client) == ""


def test_an_account_with_a_password_is_found_by_the_address_that_its_owner_gave(
    team: Team, service: FakeService
) -> None:
    team.register.passports.set_address("editor", "edith@example.org")
    service.claims = {"sub": "edith-1", "email": "Edith@example.org"}
    client = team.client()
    assert come_back(client, service).status_code == 200
    assert name_of(team, client) == "editor"


def test_an_allowed_domain_comes_in_to_no_library(team: Team, service: FakeService) -> None:
    service.claims = {"sub": "f-1", "email": "admin@archive.example"}
    client = team.client()
    assert come_back(client, service).status_code == 200
    assert name_of(team, client) == "admin-2"
    assert client.get("/lives/").status_code == 404
    for turn, address in enumerate(
        ("x@evil.archive.example", "x@archive.example.evil", "x@archive.example@evil")
    ):
        service.claims = {"sub": f"g-{turn}", "email": address}
        assert come_back(team.client(), service).status_code == 403


def test_who_was_removed_stays_out_until_invited_again(team: Team, service: FakeService) -> None:
    service.claims = {"sub": "h-1", "email": "hugo@archive.example"}
    assert come_back(team.client(), service).status_code == 200
    team.register.accounts.remove("hugo")
    assert come_back(team.client(), service).status_code == 403
    invite(team, "hugo@archive.example")
    client = team.client()
    assert come_back(client, service).status_code == 200
    assert name_of(team, client) == "hugo-2"


NOW = int(time.time())


@pytest.mark.parametrize(
    ("claims", "signs"),
    [
        pytest.param({"nonce": "x"}, "RS256", id="wrong nonce"),
        pytest.param({"nonce": None}, "RS256", id="no nonce"),
        pytest.param({"aud": "another-house"}, "RS256", id="wrong audience"),
        pytest.param({"aud": [CLIENT, "another-house"]}, "RS256", id="two audiences, no party"),
        pytest.param({"azp": "another-house"}, "RS256", id="wrong party"),
        pytest.param({"iss": "https://evil.example"}, "RS256", id="wrong issuer"),
        pytest.param({"exp": NOW - 120, "iat": NOW - 400}, "RS256", id="expired"),
        pytest.param({"exp": None}, "RS256", id="no end"),
        pytest.param({"iat": NOW - 90_000, "exp": NOW + 90_000}, "RS256", id="issued long ago"),
        pytest.param({"iat": NOW + 90_000, "exp": NOW + 99_000}, "RS256", id="issued in the future"),
        pytest.param({"sub": None}, "RS256", id="no subject"),
        pytest.param({"sub": ["invited-1"]}, "RS256", id="a list for a subject"),
        pytest.param({}, "none", id="no signature"),
        pytest.param({}, "HS256", id="signed with the public key"),
        pytest.param({}, "another key", id="another key"),
        pytest.param({"email_verified": False}, "RS256", id="address not verified"),
        pytest.param({"email_verified": None}, "RS256", id="not said whether verified"),
        pytest.param({"email_verified": "true"}, "RS256", id="a word for true"),
        pytest.param({"email": None}, "RS256", id="no address"),
        pytest.param({"email": "nobody@example.org"}, "RS256", id="not invited"),
        pytest.param({"email": "\u212aurt@example.org"}, "RS256", id="a letter that folds to another"),
    ],
)
def test_everybody_else_gets_the_same_refusal(
    team: Team, service: FakeService, claims: dict[str, Any], signs: str
) -> None:
    invite(team, "invited@example.org")
    invite(team, "kurt@example.org")
    service.claims, service.signs = {"sub": "invited-1", "email": "invited@example.org", **claims}, signs
    client = team.client()
    before = len(team.register.accounts.all())
    refused = come_back(client, service)
    assert refused.status_code == 403
    assert "You were not let in." in refused.text
    assert SESSION not in client.cookies
    assert ATTEMPT not in client.cookies
    assert len(team.register.accounts.all()) == before
    assert team.register.trail.entries(last=1)[0].action == "login failed"


def test_what_comes_back_is_of_this_browser_and_once(team: Team, service: FakeService) -> None:
    invite(team, "ida@example.org")
    service.claims = {"sub": "ida-1", "email": "ida@example.org"}
    client, other = team.client(), team.client()
    back = sent(client, service)
    assert other.get("/oidc/back", params=back).status_code == 400  # no cookie
    sent(other, service)
    assert other.get("/oidc/back", params=back).status_code == 400  # the cookie of another attempt
    held = client.cookies[ATTEMPT]
    assert client.get("/oidc/back", params=back).status_code == 200
    replayer = team.client()
    assert replayer.get("/oidc/back", params=back).status_code == 400
    replayer.cookies.set(ATTEMPT, held)  # whoever has the cookie too: the code was used
    assert replayer.get("/oidc/back", params=back).status_code == 502
    assert SESSION not in replayer.cookies
    for extra in ({"iss": "https://evil.example"}, {"error": "access_denied"}, {"code": ""}):
        client = team.client()
        assert client.get("/oidc/back", params=sent(client, service) | extra).status_code == 403


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("/token", (500, b"")),
        ("/token", (302, b"")),
        ("/token", (200, b"<html>")),
        ("/token", (200, b"[]")),
        ("/token", (200, b'{"id_token": "' + b"x" * 300_000 + b'"}')),
        ("/keys", (404, b"")),
    ],
)
def test_a_service_that_fails_is_said_in_one_line(
    team: Team, service: FakeService, caplog: pytest.LogCaptureFixture, path: str, fault: tuple[int, bytes]
) -> None:
    service.faults[path] = fault
    client = team.client()
    with caplog.at_level(logging.DEBUG):
        failed = come_back(client, service)
    assert failed.status_code == 502
    assert "The login service does not answer as it should." in failed.text
    assert f"{service.issuer}/elsewhere" not in service.asked
    assert "Traceback" not in failed.text + caplog.text
    assert SECRET not in failed.text + caplog.text


def test_a_service_that_is_down_or_someone_else(lives: Path, tmp_path: Path) -> None:
    house = prepared_house(lives, tmp_path)
    with login_service() as service:
        trusted = LoginService(service.issuer, CLIENT, SECRET)
        with TestClient(
            house_app(house, Settings(login_service=trusted)), base_url="http://localhost"
        ) as client:
            for wrong in (
                {"issuer": "https://evil.example"},
                {"authorization_endpoint": "http://evil.example/authorize"},
                {"authorization_endpoint": "javascript:alert(1)"},
            ):
                service.description = wrong
                assert client.get("/oidc/login", follow_redirects=False).status_code == 502
                client.app.state.sites["en"].provider._told = (0.0, {})  # type: ignore[attr-defined]
            service.faults["/.well-known/openid-configuration"] = (503, b"")
            answers = [
                client.get("/oidc/login", follow_redirects=False).status_code
                for _ in range(MOST_OF_ADDRESS - 2)
            ]
            assert answers == [502] * (MOST_OF_ADDRESS - 3) + [429]
            assert client.get("/login").status_code == 200


def test_without_https_from_elsewhere_nothing_begins(team: Team, service: FakeService) -> None:
    outside = TestClient(team.app, base_url="http://archive.example.org", follow_redirects=False)
    assert outside.get("/oidc/login").status_code == 403
    assert outside.get("/oidc/back?state=x&code=y").status_code == 403


@pytest.mark.parametrize(
    "back", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_nobody_is_led_elsewhere(team: Team, service: FakeService, back: str) -> None:
    service.claims = {"sub": "j-1", "email": "jan@archive.example"}
    assert 'content="0; url=/"' in come_back(team.client(), service, back).text
