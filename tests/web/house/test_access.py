"""The access matrix: every address × every role, guests and tokens × one's own library and another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from starlette.routing import Mount
from web.houses import WORDS, Team

from factoid.errors import NotAllowed
from factoid.model import Anchor, Judgement, Verdict
from factoid.model.access import Action, Role, may
from factoid.web.house.lobby import FOR_MEMBERS
from factoid.web.house.rooms import Rooms
from factoid.web.permissions import PERMISSIONS, By
from factoid.web.review import check_withdrawal
from factoid.web.visitor import Visitor
from factoid.web.work.adding import Addition


def rooms_of(app: FastAPI) -> Rooms:
    return next(r.app for r in app.routes if isinstance(r, Mount) and isinstance(r.app, Rooms))


def routes_of(app: FastAPI | APIRouter, below: str = "") -> Iterator[tuple[str, str]]:
    """Every address of an application and of what is mounted in it, by method and path."""
    for route in app.routes:
        if isinstance(route, APIRoute):
            yield from ((method, below + route.path) for method in route.methods or ())
        elif isinstance(included := getattr(route, "original_router", None), APIRouter):
            yield from routes_of(included, below)
        elif isinstance(route, Mount) and isinstance(route.app, FastAPI):
            yield from routes_of(route.app, below + route.path)
        elif isinstance(route, Mount):
            assert isinstance(route.app, Rooms) or route.name == "static", route
        else:  # the description of IPIF, which tells of no library
            assert getattr(route, "path", "") == "/openapi.json", route


def in_library(team: Team) -> list[tuple[str, str]]:
    return sorted(routes_of(rooms_of(team.app).room("lives")))


def test_every_address_says_what_it_asks_for_and_no_other_is_listed(team: Team) -> None:
    assert set(in_library(team)) == set(PERMISSIONS)
    assert set(routes_of(team.app)) == set(FOR_MEMBERS)


def filled(path: str) -> str:
    """The path with something in its gaps that is in neither library."""
    return re.sub(r"\{[^}]+\}", "x-1", path)


def ask(client: TestClient, method: str, path: str, **more: Any) -> Any:
    data: dict[str, Any] = {"data": {"token": "none"}} if method == "POST" and "/ipif/" not in path else {}
    return client.request(method, path, **data, **more)


def is_refused(response: Any) -> bool:
    """Whether the role was refused; a form's missing token is refused too, but in other words."""
    return (
        response.status_code == 403 and "role" in response.text.lower() and "allow" in response.text.lower()
    )


BY_REVIEWERS = {
    "/people/{person}/identity", "/factoids/{factoid}/verdict", "/factoids/{factoid}/withdraw", "/review",
    "/conflicts/{conflict_id}/verdict", "/conflicts/{conflict_id}/withdraw", "/review/undo",
}  # fmt: skip


def test_what_changes_a_library_is_for_those_who_may_change_it() -> None:
    """The table said once more, in short: else a slip in it would be a permission."""
    changing = {
        path: asked.action
        for (method, path), asked in PERMISSIONS.items()
        if method != "GET" and path != "/language"
    }
    first = {path: next(role for role in Role if may(role, action)) for path, action in changing.items()}
    assert {path for path, role in first.items() if role is Role.READER} == set()
    assert {path for path, role in first.items() if role is Role.REVIEWER} == BY_REVIEWERS
    assert {path for path, role in first.items() if role is Role.ADMIN} == {
        path for path in changing if path.startswith("/members/")
    }
    assert all(asked.by is By.TOKEN for (method, path), asked in PERMISSIONS.items()
               if method != "GET" and "/ipif/" in path)  # fmt: skip


@pytest.mark.parametrize(("method", "path"), sorted(PERMISSIONS))
def test_each_role_may_what_the_table_says_and_no_more(team: Team, method: str, path: str) -> None:
    asked = PERMISSIONS[method, path]
    for role, is_program in product(Role, (False, True)):
        client = team.client("" if is_program else role)
        if is_program:
            client.headers.update(bearer(team, role))
        answer = ask(client, method, f"/lives{filled(path)}")
        allowed = may(role, asked.action) and asked.takes(is_program=is_program)
        assert is_refused(answer) is not allowed, (role, is_program, answer.status_code)
        assert answer.headers["cache-control"] == "no-store"
        if allowed:  # let through: the page answers, if only that there is no such person, or no such form
            assert answer.status_code != 401


def bearer(team: Team, role: Role) -> dict[str, str]:
    key = f"token {role}"
    if key not in team.secrets:
        team.secrets[key] = team.bearer(role)["Authorization"]
    return {"Authorization": team.secrets[key]}


@pytest.mark.parametrize(("method", "path"), sorted(PERMISSIONS))
def test_another_library_is_as_one_that_is_not_there(team: Team, method: str, path: str) -> None:
    clients = {"session": team.client("admin"), "token": team.client(), "guest": team.client()}
    clients["token"].headers.update(bearer(team, Role.ADMIN))
    clients["bad token"] = team.client()
    clients["bad token"].headers["Authorization"] = "Bearer factoid_nonsense"
    for who, client in clients.items():
        real, none = (ask(client, method, f"/{name}{filled(path)}") for name in ("deeds", "nosuch"))
        expected = {"session": 404, "token": 404, "bad token": 401}.get(who)
        if expected is None:
            expected = 401 if "/ipif/" in path or method != "GET" else 303
        assert real.status_code == none.status_code == expected, who
        assert same(real, "deeds") == same(none, "nosuch"), who


def same(response: Any, name: str) -> tuple[object, ...]:
    """An answer without the address that was asked for, the random tokens of forms and the number of the request."""
    text = re.sub(r'name="token" value="[^"]*"', "", response.text).replace(name, "NAME")
    varied = ("content-length", "set-cookie", "x-request-id")
    headers = {k: v.replace(name, "NAME") for k, v in response.headers.items() if k not in varied}
    return text, tuple(sorted(headers.items()))


@pytest.mark.parametrize(("method", "path"), sorted(FOR_MEMBERS))
def test_the_house_itself_is_for_accounts(team: Team, method: str, path: str) -> None:
    guest = ask(team.client(), method, filled(path))
    if FOR_MEMBERS[method, path]:
        assert guest.status_code == (303 if method == "GET" else 401)
    else:
        assert guest.status_code in (200, 403, 404)
    program = team.client()
    program.headers.update(bearer(team, Role.ADMIN))
    assert is_refused(ask(program, method, filled(path))) is (path not in ("/health", "/ready"))


def test_nothing_of_another_library_is_found(team: Team) -> None:
    """Both hold the same people: what the other is called must stand nowhere."""
    client = team.client("admin")
    for path in ("/", "/lives/", "/lives/search?q=Lammond", "/lives/export", "/account", "/lives/members"):
        page = client.get(path)
        assert page.status_code == 200
        assert "deeds" not in page.text
    program = team.client()
    program.headers.update(bearer(team, Role.ADMIN))
    for path in ("/lives/ipif/describe", "/lives/ipif/persons", "/lives/export/file?to=jsonl"):
        answer = program.get(path)
        assert answer.status_code == 200
        assert "deeds" not in answer.text


@pytest.mark.parametrize(
    "path", ["/lives/", "/lives/people?page=99999", "/lives/nothing", "/lives/sources/none"]
)
def test_errors_do_not_tell_where_the_house_is(team: Team, path: str) -> None:
    for client in (team.client("admin"), team.client("stranger"), team.client()):
        assert team.house.place not in client.get(path).text


def test_what_a_role_may_not_do_is_not_offered(team: Team) -> None:
    shown = {role: team.client(role) for role in Role}
    person = re.search(r'href="(/lives/people/p[^"]+)"', shown[Role.ADMIN].get("/lives/").text)
    assert person
    factoid = re.search(r'href="(/lives/factoids/f-[^"]+)"', shown[Role.ADMIN].get(person[1]).text)
    assert factoid
    offered = {
        role: {
            "judge": 'name="verdict"' in client.get(factoid[1]).text,
            "review": 'href="/lives/review"' in client.get("/lives/").text,
            "state": "/state?corrects=" in client.get(factoid[1]).text,
            "add": 'href="/lives/add"' in client.get("/lives/sources").text,
            "members": 'href="/lives/members"' in client.get("/lives/").text,
        }
        for role, client in shown.items()
    }
    assert offered == {
        Role.READER: {"judge": False, "review": False, "state": False, "add": False, "members": False},
        Role.REVIEWER: {"judge": True, "review": True, "state": False, "add": False, "members": False},
        Role.EDITOR: {"judge": True, "review": True, "state": True, "add": True, "members": False},
        Role.ADMIN: {"judge": True, "review": True, "state": True, "add": True, "members": True},
    }


def test_every_link_of_a_library_stays_below_its_name(team: Team) -> None:
    client = team.client("admin")
    own = ("/lives/", "/account", "/logout", "/invitation/")
    seen, pending = {"/lives/"}, ["/lives/"]
    while pending and len(seen) < 80:
        path = pending.pop(0)
        page = client.get(path)
        assert page.status_code in (200, 303, 400), path  # 400: a link that a script completes
        for name, found in re.findall(r'(href|action|formaction|src|data-follow)="(/[^"#]*)', page.text):
            assert found == "/" or found.startswith(own), (path, found)
            kind = re.sub(r"[0-9a-f]{16}|\d+", "", found)
            if name == "href" and found.startswith("/lives/") and kind not in seen:
                seen.add(kind)
                pending.append(found.replace("&amp;", "&"))
    assert len(seen) > 20


def test_judgements_carry_the_account(team: Team) -> None:
    client = team.client("reviewer")
    factoid = re.search(r"/lives/factoids/(f-[0-9a-f]+)", client.get(person_page(client)).text)
    assert factoid
    said = team.form("reviewer", verdict="accept", reason="seen")
    done = client.post(f"/lives/factoids/{factoid[1]}/verdict", data=said)
    assert done.headers["location"] == f"/lives/factoids/{factoid[1]}#verdict"
    with team.house.open_view("lives") as library:
        assert library.judgements()[-1].author == "human:reviewer"
    with team.house.open_view("deeds") as library:
        assert library.judgements() == []


def person_page(client: TestClient) -> str:
    found = re.search(r'href="(/lives/people/p[^"]+)"', client.get("/lives/").text)
    assert found
    return found[1]


def test_ipif_is_written_by_tokens_of_editors(team: Team) -> None:
    record = {"label": "Anna Test", "factoids": []}
    answers = {}
    for role in Role:
        program = team.client()
        program.headers.update(bearer(team, role))
        answers[role] = program.post("/lives/ipif/persons", json=record)
    assert [answers[role].status_code for role in Role] == [403, 403, 201, 201]
    assert answers[Role.EDITOR].headers["location"].startswith("/lives/ipif/persons/")
    browser = team.client("admin").post("/lives/ipif/persons", json=record)
    assert browser.status_code == 403


@pytest.mark.parametrize(
    ("verdict", "action"),
    [
        (Verdict.ACCEPTED, Action.JUDGE),
        (Verdict.STATED, Action.STATE),
        (Verdict.MEANT, Action.STATE),
        (Verdict.PROTECTED, Action.PROTECT),
    ],
)
def test_a_judgement_is_withdrawn_by_those_who_may_make_it(
    team: Team, verdict: Verdict, action: Action
) -> None:
    site = rooms_of(team.app).room("lives").state.sites["en"]
    said = Judgement(verdict=verdict, author="human:editor", made="1905-01-22T12:00:00+00:00")
    for role in Role:
        seen = site.seen_by(Visitor(author="human:x", form_token="", role=role))
        if may(role, action):
            check_withdrawal(seen, said)
        else:
            with pytest.raises(NotAllowed):
                check_withdrawal(seen, said)


def test_readers_do_not_see_who_is_protected(team: Team) -> None:
    person = person_page(team.client("admin"))
    with team.house.open_library("lives") as library:
        dossier = library.dossier(person.rpartition("/")[2])
        held = dossier.personas[0]
        left = Anchor(held.source_id, held.persona.mentions[0].span)
        library.judge(
            Judgement(
                verdict=Verdict.PROTECTED, author="human:x", made="2026-01-01", reason="asked", left=left
            )
        )
        reviewer, reader, program = team.client("reviewer"), team.client("reader"), team.client()
        program.headers.update(bearer(team, Role.READER))
        own, name = dossier.summary.id, dossier.summary.name
        assert own in reviewer.get("/lives/").text
        assert own in reviewer.get("/lives/export/file?to=jsonl").text
        assert reader.get(person).status_code == 404
        for path in ("", "search?q=" + name, "export/file?to=jsonl", "conflicts", "timeline", "judgements"):
            assert own not in reader.get(f"/lives/{path}").text, path
        for path in ("ipif/persons", "ipif/statements", "export/file?to=csv"):
            assert own not in program.get(f"/lives/{path}").text, path
        library.withdraw(library.judgements()[-1].id or 0, at="2026-01-02")


def test_what_is_done_is_noted_with_who_did_it(team: Team) -> None:
    team.client("editor").get("/lives/export/file?to=csv")
    team.client("admin").post("/lives/members/invite", data=team.form("admin", role="reader"))
    guest = team.client()
    token = re.search(r'name="token" value="([^"]+)"', guest.get("/login").text)
    assert token
    for name in ("my secret password", "Reader"):
        guest.post("/login", data={"token": token[1], "name": name, "password": "wrong"})
    noted = {(e.actor, e.action, e.library, e.subject) for e in team.register.trail.entries(last=12)}
    assert noted >= {
        ("human:editor", "exported", "lives", None),
        ("human:admin", "invitation made", "lives", None),
        ("guest", "login failed", None, None),
        ("guest", "login failed", None, "reader"),
    }


def test_what_one_adds_is_followed_by_oneself_and_by_admins(fresh: Team) -> None:
    fresh.register.accounts.add("other", WORDS)
    fresh.register.members.set_role("other", "lives", Role.EDITOR)
    reading = rooms_of(fresh.app).room("lives").state.sites["en"].reading
    for name in ("editor", "other"):
        said = f"{name} wrote: no such word"
        given = Addition(key=f"k-{name}", name=f"{name}.txt", size=1, by=f"human:{name}")
        reading._tell(replace(given, state="failed", message=said))
    for name, seen in (("editor", {"editor"}), ("other", {"other"}), ("admin", {"editor", "other"})):
        client = fresh.client(name)
        for path in ("add", "add/progress"):
            text = client.get(f"/lives/{path}").text
            assert {who for who in ("editor", "other") if f"{who} wrote" in text} == seen, (name, path)
        answers = {who: client.get(f"/lives/add/k-{who}").status_code for who in ("editor", "other")}
        assert {who for who, status in answers.items() if status == 200} == seen
        assert client.get("/lives/add/k-none").status_code == 404
