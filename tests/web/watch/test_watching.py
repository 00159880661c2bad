"""What a house tells of its requests: figures, a log, readiness; and who is refused because of asking too often."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from web.houses import Team, team_of

from factoid.errors import NotALibrary
from factoid.web.house import Settings
from factoid.web.watch import Limits
from factoid.web.watch.logbook import LOG, JsonLines

LIMITS = Limits(account_at_once=40, account_a_second=0.01, address_at_once=60, address_a_second=0.01)
TOKEN = "a token for the figures"


@pytest.fixture
def team(lives: Path, tmp_path: Path) -> Iterator[Team]:
    with team_of(lives, tmp_path, Settings(limits=LIMITS, metrics_token=TOKEN)) as team:
        yield team


def from_here(team: Team) -> TestClient:
    return team.client(client=("127.0.0.1", 5000))


def test_figures_name_patterns_and_no_address(team: Team) -> None:
    reader = team.client("reviewer")
    person = reader.get("/lives/people?q=Lammond").text.split("/people/")[1].split('"')[0]
    assert reader.get(f"/lives/people/{person}").status_code == 200
    assert reader.get("/lives/people/nobody-of-this-name").status_code == 404
    told = from_here(team).get("/metrics").text
    assert 'factoid_requests_total{method="GET",route="/people/{person}",status="200"} 1.0' in told
    assert 'factoid_request_seconds_count{method="GET",route="/people/{person}"} 2.0' in told
    assert 'factoid_library_sources{library="lives"}' in told
    assert "factoid_requests_under_way 1.0" in told
    for word in ("Lammond", person, "nobody", "reviewer", "127.0.0.1"):
        assert word not in told


@pytest.mark.parametrize(
    ("host", "headers", "status"),
    [
        ("127.0.0.1", {}, 200),
        ("10.1.2.3", {}, 403),
        ("10.1.2.3", {"Authorization": f"Bearer {TOKEN}"}, 200),
        ("10.1.2.3", {"Authorization": "Bearer another"}, 403),
        (
            "127.0.0.1",
            {"X-Forwarded-For": "10.1.2.3"},
            403,
        ),  # a proxy on this machine, and somebody behind it
    ],
)
def test_figures_are_for_this_machine_and_for_a_token(
    team: Team, host: str, headers: dict[str, str], status: int
) -> None:
    assert team.client(client=(host, 5000)).get("/metrics", headers=headers).status_code == status


def test_ready_while_the_register_answers(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    guest = team.client()
    assert (guest.get("/health").text, guest.get("/ready").text) == ("ok\n", "ready\n")

    def gone(*_: object) -> None:
        raise NotALibrary("/secret/place/register.sqlite: gone")

    monkeypatch.setattr(type(team.register), "check", gone)
    answer = guest.get("/ready")
    assert (answer.status_code, answer.text) == (503, "not ready\n")
    assert guest.get("/health").status_code == 200


def test_who_asks_too_often_is_told_when_to_come_again(team: Team) -> None:
    reviewer = team.client("reviewer")
    answers = [reviewer.get("/lives/judgements") for _ in range(42)]
    assert [a.status_code for a in answers[:40]] == [200] * 40
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["Retry-After"]) > 0
    assert team.client("editor").get("/lives/judgements").status_code == 200  # another account
    guest = team.client()
    assert 429 in {guest.get("/login").status_code for _ in range(30)}  # the address of them all
    assert guest.get("/health").status_code == 200


def test_a_line_of_the_log_is_json_without_words(team: Team, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, LOG.name):
        answer = team.client("reviewer").get("/lives/people?q=Lammond")
    line = json.loads(JsonLines().format(caplog.records[-1]))
    assert line["request"] == answer.headers["X-Request-Id"]
    assert (line["route"], line["status"], line["method"]) == ("/people", 200, "GET")
    assert line["account"] == team.register.accounts.named("reviewer").pk
    assert "Lammond" not in json.dumps(line)


def test_an_unforeseen_error_is_logged_without_its_message() -> None:
    try:
        int("Anna Berg was born in 1990")
    except ValueError as error:
        record = logging.LogRecord("x", logging.ERROR, "f", 1, "unforeseen error at %r", ("/p/anna",), (
            type(error), error, error.__traceback__,
        ))  # fmt: skip
    line = json.loads(JsonLines().format(record))
    assert (line["error"], line["event"]) == ("ValueError", "unforeseen error at %r")
    assert "test_watching.py" in line["at"][0]
    assert "anna" not in json.dumps(line).lower()


def test_logins_failed_logins_and_exports_are_in_the_audit_log(team: Team) -> None:
    guest = team.client()
    page = guest.get("/login").text
    token = page.split('name="token" value="')[1].split('"')[0]
    for name in ("reader", "my secret password"):
        form = {"token": token, "name": name, "password": "wrong wrong wrong"}
        assert guest.post("/login", data=form).status_code == 401
    team.client("reader").get("/lives/export/file", params={"to": "csv"})
    found = [(e.actor, e.action, e.subject) for e in team.register.trail.entries()]
    assert ("guest", "login failed", "reader") in found
    assert ("guest", "login failed", None) in found
    assert ("human:reader", "exported", None) in found
    assert "secret" not in repr(found)
    assert team.register.trail.verify().holds
