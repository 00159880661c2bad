"""Coming in and going out: one answer for every wrong name, cookies that nobody else reads, sessions that end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, event
from web.houses import WORDS, Team, team_of

from factoid.model.access import Role
from factoid.store.register.attempts import MOST_OF_ACCOUNT, MOST_OF_ADDRESS
from factoid.store.register.passwords import Passwords
from factoid.web.house import Settings
from factoid.web.house.cookies import SESSION

SETTINGS = Settings(("archive.example.org",), is_behind_proxy=True)


@pytest.fixture(scope="module")
def team(lives: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Team]:
    """One house for what leaves it as it was."""
    with team_of(lives, tmp_path_factory.mktemp("house"), SETTINGS) as team:
        yield team


@pytest.fixture
def fresh(lives: Path, tmp_path: Path) -> Iterator[Team]:
    """A house of its own for what changes it."""
    with team_of(lives, tmp_path, SETTINGS) as team:
        yield team


def log_in(client: TestClient, name: str, password: str = WORDS, **fields: str):  # type: ignore[no-untyped-def]
    page = client.get("/login").text
    token = re.search(r'name="token" value="([^"]+)"', page)
    assert token
    return client.post("/login", data={"token": token[1], "name": name, "password": password, **fields})


def test_in_and_out(team: Team) -> None:
    client = team.client()
    asked = client.get("/lives/people?q=x")
    assert (asked.status_code, asked.headers["location"]) == (303, "/login?back=/lives/people%3Fq%3Dx")
    done = log_in(client, "reader", back="/lives/people?q=x")
    assert (done.status_code, done.headers["location"]) == (303, "/lives/people?q=x")
    assert client.get("/lives/people").status_code == 200
    home = client.get("/").text
    assert 'href="/lives/"' in home
    assert "deeds" not in home
    assert client.get("/login").headers["location"] == "/"
    out = client.post("/logout", data=team_form(client))
    assert out.headers["location"] == "/login"
    assert client.get("/lives/people").status_code == 303


def team_form(client: TestClient, **fields: str) -> dict[str, str]:
    token = re.search(r'name="token" value="([^"]+)"', client.get("/account").text)
    assert token
    return {"token": token[1], **fields}


@pytest.mark.parametrize(
    "back", ["//evil.example", "/\\evil.example", "https://evil.example", "x", "/a\nb", "javascript:alert(1)"]
)
def test_nobody_is_led_elsewhere(team: Team, back: str) -> None:
    assert log_in(team.client(), "reader", back=back).headers["location"] == "/"


@pytest.mark.parametrize("name", ["reader", "nobody", "", "x" * 90, "<script>", "reader\x00"])
def test_whatever_is_wrong_the_answer_is_the_same(team: Team, name: str) -> None:
    known, other = team.client(), team.client()
    one, two = log_in(known, "admin", "not that password"), log_in(other, name, "not that password")
    assert one.status_code == two.status_code == 401
    assert blank(one.text) == blank(two.text)


def blank(page: str) -> str:
    return re.sub(r'name="token" value="[^"]+"', "", page)


def test_whoever_is_named_as_much_is_done(fresh: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not by the clock: so many argon2 verifications, of the same cost, and so many statements to the register."""
    fresh.register.accounts.add("gone", WORDS)
    fresh.register.accounts.remove("gone")
    work: list[str] = []
    verify = Passwords._verify

    def counted(self: Passwords, held: str, given: str) -> bool:
        work.append("argon2 " + held.rpartition("$")[0].rpartition("$")[0])
        return verify(self, held, given)

    def seen(_: object, __: object, statement: str, *___: object) -> None:
        work.append(re.split(r"\sWHERE\s", statement)[0])

    monkeypatch.setattr(Passwords, "_verify", counted)
    told = {}
    client = fresh.client()
    log_in(client, "nobody before", "wrong wrong wrong")  # what nobody is compared with is made once
    with listening(seen):
        for name in ("reader", "nobody", "gone", "no name at all", "x" * 5000):
            work.clear()
            assert log_in(client, name, "wrong wrong wrong").status_code == 401
            told[name] = list(work)
    assert {tuple(each) for each in told.values()} == {tuple(told["reader"])}, told
    assert sum(each.startswith("argon2") for each in told["reader"]) == 1


@contextmanager
def listening(seen: Callable[..., None]) -> Iterator[None]:
    """Hear of every statement to a database."""
    event.listen(Engine, "before_cursor_execute", seen)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", seen)


@pytest.mark.parametrize("name", ["reader", "nobody"])
def test_many_tries_are_stopped_whether_the_account_exists_or_not(fresh: Team, name: str) -> None:
    client = fresh.client()
    answers = [log_in(client, name, "wrong").status_code for _ in range(MOST_OF_ACCOUNT + 1)]
    assert answers == [401] * MOST_OF_ACCOUNT + [429]
    assert log_in(client, name).status_code == 429
    assert log_in(client, "admin").status_code == 303


def test_cookies_are_for_this_browser_alone(team: Team) -> None:
    plain = log_in(team.client(), "reader").headers["set-cookie"]
    assert f"{SESSION}=" in plain
    assert "HttpOnly" in plain
    assert "SameSite=strict" in plain
    assert "Secure" not in plain  # http on loopback: there is no other way
    outside = {"host": "archive.example.org", "x-forwarded-proto": "https"}
    client = TestClient(
        team.app, base_url="https://archive.example.org", follow_redirects=False, headers=outside
    )
    secure = log_in(client, "reader").headers["set-cookie"]
    assert f"__Host-{SESSION}=" in secure
    assert "Secure" in secure
    assert client.get("/lives/people").status_code == 200


def test_a_password_does_not_cross_a_network_in_the_clear(team: Team) -> None:
    client = TestClient(team.app, base_url="http://archive.example.org", follow_redirects=False)
    page = client.get("/login")
    assert "https" in page.text
    assert "<form class=" not in page.text.split("<main")[1].split("</main")[0]
    token = re.search(r'name="token" value="([^"]+)"', page.text)
    assert token
    done = client.post("/login", data={"token": token[1], "name": "reader", "password": WORDS})
    assert done.status_code == 403
    assert SESSION not in str(done.headers.get("set-cookie", ""))


@pytest.mark.parametrize(
    "host", ["evil.example", "archive.example.org.evil.example", "", "archive.example.org@evil"]
)
def test_other_names_are_not_answered(team: Team, host: str) -> None:
    answer = team.client("admin").get("/", headers={"host": host})
    assert answer.status_code == 403
    assert "lives" not in answer.text


def test_only_the_last_word_of_the_proxy_is_believed(fresh: Team) -> None:
    client = fresh.client()
    for turn in range(MOST_OF_ADDRESS):
        fresh.register.attempts.begin(f"nobody-{turn}", "192.0.2.7")
    client.headers["x-forwarded-for"] = "192.0.2.9, 192.0.2.7"
    assert log_in(client, "reader").status_code == 429
    client.headers["x-forwarded-for"] = "192.0.2.7, 192.0.2.9"
    assert log_in(client, "reader").status_code == 303


def test_a_form_without_the_token_of_its_session_does_nothing(team: Team) -> None:
    anna, other = team.client("admin"), team.form("editor")
    for data in ({}, {"token": "x"}, other):
        assert anna.post("/account/logout", data=data).status_code == 403
        assert anna.post("/lives/members/invite", data={**data, "role": "admin"}).status_code == 403
    assert team.client().post("/login", data={"name": "reader", "password": WORDS}).status_code == 403
    foreign = anna.post("/account/logout", data=team.form("admin"), headers={"sec-fetch-site": "cross-site"})
    assert foreign.status_code == 403


def test_a_new_password_and_logging_out_everywhere_end_other_sessions(fresh: Team) -> None:
    here, there = fresh.client("reader"), fresh.client()
    log_in(there, "reader")
    new = "five other words will do"
    wrong = here.post("/account/password", data=fresh.form("reader", old="x", new=new, again=new))
    assert wrong.status_code == 400
    data = fresh.form("reader", old=WORDS, new=new, again=new)
    assert here.post("/account/password", data=data).status_code == 200
    assert here.get("/account").status_code == 200
    assert there.get("/account").status_code == 303
    log_in(there, "reader", new)
    here.post("/account/logout", data=fresh.form("reader"))
    assert [client.get("/account").status_code for client in (here, there)] == [303, 303]


def test_logging_in_begins_a_new_session(team: Team) -> None:
    client = team.client()
    log_in(client, "reader")
    first = client.cookies[SESSION]
    client.cookies.set("factoid-guest", "x" * 40)
    page = client.get("/account").text
    token = re.search(r'name="token" value="([^"]+)"', page)
    assert token
    client.post("/login", data={"token": token[1], "name": "admin", "password": WORDS})
    assert client.cookies[SESSION] != first
    assert team.register.sessions.holder(first) is None


def test_an_invitation_makes_an_account_and_a_member(fresh: Team) -> None:
    page = fresh.client("admin").post("/lives/members/invite", data=fresh.form("admin", role="reviewer")).text
    link = re.search(r"http://localhost(/invitation/[\w-]+)", page)
    assert link
    guest = fresh.client()
    shown = guest.get(link[1])
    assert "lives" in shown.text
    token = re.search(r'name="token" value="([^"]+)"', shown.text)
    assert token
    short = guest.post(link[1], data={"token": token[1], "name": "bela", "password": "short"})
    assert short.status_code == 400
    done = guest.post(link[1], data={"token": token[1], "name": "bela", "password": WORDS})
    assert done.headers["location"] == "/lives/"
    assert guest.get("/lives/review").status_code == 200
    assert guest.get("/lives/add").status_code == 403
    assert fresh.client().get(link[1]).status_code == 404
    assert fresh.client("stranger").post(f"{link[1]}/join", data=fresh.form("stranger")).status_code == 404


def test_an_account_joins_another_library(fresh: Team) -> None:
    secret = fresh.register.invitations.make("lives", Role.READER, by="admin")
    client = fresh.client("stranger")
    assert client.get("/lives/").status_code == 404
    joined = client.post(f"/invitation/{secret}/join", data=fresh.form("stranger"))
    assert joined.headers["location"] == "/lives/"
    assert client.get("/lives/").status_code == 200
    assert client.get("/lives/review").status_code == 403


def test_members_are_managed(fresh: Team) -> None:
    client = fresh.client("admin")

    def post(word: str, **fields: str) -> int:
        return client.post(f"/lives/members/{word}", data=fresh.form("admin", **fields)).status_code

    assert post("role", account="reader", role="editor") == 303
    assert fresh.client("reader").get("/lives/add").status_code == 200
    assert post("remove", account="reader") == 303
    assert fresh.client("reader").get("/lives/").status_code == 404
    assert post("remove", account="admin") == 400
    assert post("role", account="admin", role="reader") == 400
    assert post("role", account="stranger", role="reader") == 404
    post("invite", role="reader")
    (held,) = fresh.register.invitations.of("lives")
    assert post("withdraw", invitation=str(held.pk)) == 303
    fresh.bearer("editor")
    (token,) = fresh.register.tokens.of("editor")
    assert post("revoke", **{"token-number": str(token.pk)}) == 303
    assert post("revoke", **{"token-number": "x"}) == 404


def test_tokens_are_made_shown_once_and_revoked(fresh: Team) -> None:
    client = fresh.client("editor")
    made = client.post(
        "/account/token", data=fresh.form("editor", name="nightly", library="lives", role="editor", days="9")
    )
    secret = re.search(r"factoid_[\w-]+", made.text)
    assert secret
    assert secret[0] not in client.get("/account").text
    program = fresh.client()
    header = {"Authorization": f"Bearer {secret[0]}"}
    assert program.get("/lives/ipif/persons", headers=header).status_code == 200
    assert program.get("/deeds/ipif/persons", headers=header).status_code == 404
    higher = fresh.form("editor", name="x", library="lives", role="admin")
    assert client.post("/account/token", data=higher).status_code == 400
    (held,) = fresh.register.tokens.of("editor")
    client.post("/account/revoke", data=fresh.form("editor", **{"token-number": str(held.pk)}))
    assert program.get("/lives/ipif/persons", headers=header).status_code == 401


@pytest.mark.parametrize("name", ["http://x", "a b", "*", "*.example.org", "x:80", "a/b", ""])
def test_public_names_are_names_of_hosts(name: str) -> None:
    with pytest.raises(Exception, match="--public-name"):
        Settings((name,))


def test_a_source_that_is_added_is_noted_with_who_gave_it(fresh: Team) -> None:
    client = fresh.client("editor")
    boundary = "x" * 20
    parts = {**fresh.form("editor"), "words": "Anna Test was born in Graz in 1801.", "name": "test"}
    body = "".join(
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in parts.items()
    )
    kind = {"content-type": f"multipart/form-data; boundary={boundary}"}
    given = client.post("/lives/add", content=f"{body}--{boundary}--\r\n", headers=kind)
    assert given.headers["location"].startswith("/lives/add/")
    told = client.get("/lives/add/progress").text  # until it is over
    assert "event: over" in told
    fresh.house.gather()
    noted = [(e.actor, e.library) for e in fresh.register.trail.entries() if e.action == "source added"]
    assert noted == [("human:editor", "lives")]
