"""Accounts by the command line: the whole way, and each refusal in one line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from factoid.cli.commands import account as accounts
from factoid.cli.commands.account import account
from factoid.errors import FactoidError
from factoid.model.access import Role
from factoid.store.houses.house import open_house
from factoid.store.register.passwords import Passwords

WORDS = "four words will do\n"
Say = Callable[..., Result]


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    cost = {"time_cost": 1, "memory_cost": 8, "parallelism": 1}
    plain = Passwords._ready

    def ready(self: Passwords) -> object:
        self._cost = cost
        return plain(self)

    monkeypatch.setattr(Passwords, "_ready", ready)


@pytest.fixture
def say(tmp_path: Path) -> Say:
    def run(*words: str, types: str = WORDS) -> Result:
        return CliRunner().invoke(account, [*words, "--database", str(tmp_path)], input=types)

    return run


def test_from_nothing_to_an_admin_and_a_token(say: Say, tmp_path: Path) -> None:
    assert say("library", "lives").exit_code == 0
    assert "account anna is made" in say("add", "Anna").output
    assert say("role", "anna", "lives", "admin").exit_code == 0
    assert say("list").output.startswith("anna\t")
    assert '"lives": "admin"' in say("list", "--format", "json").output
    path = say("invite", "lives", "reviewer").output.strip()
    secret = say("token", "anna", "lives", "editor", "--called", "nightly").output.strip()
    house = open_house(str(tmp_path))
    assert house.register.invitations.open(path.removeprefix("/invitation/")).role is Role.REVIEWER
    assert house.register.accounts.recognised("anna", WORDS.strip())
    assert house.register.tokens.holder(secret)
    (row,) = say("tokens", "anna").output.splitlines()
    assert row.split("\t")[1:4] == ["nightly", "lives", "editor"]
    assert secret not in row
    assert say("revoke", row.split("\t")[0]).exit_code == 0
    assert house.register.tokens.holder(secret) is None
    session = house.register.sessions.begin(house.register.accounts.named("anna").pk)
    assert say("password", "anna", types="five other words now\n").exit_code == 0
    assert house.register.sessions.holder(session) is None
    assert house.register.accounts.recognised("anna", "five other words now")
    assert say("role", "anna", "lives", "none").exit_code == 0
    assert say("remove", "anna").exit_code == 0
    assert house.register.accounts.all() == []
    house.close()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("add", "b b"), "Choose another"),
        (("add", "anna"), "taken"),
        (("role", "anna", "lives", "king"), "none of reader"),
        (("role", "anna", "nowhere", "admin"), "no such library"),
        (("role", "carl", "lives", "admin"), "there is none"),
        (("remove", "carl"), "there is none"),
        (("password", "carl"), "there is none"),
        (("invite", "nowhere", "reader"), "no such library"),
        (("token", "anna", "lives", "reader"), "no token"),
        (("tokens", "carl"), "there is none"),
        (("revoke", "9"), "no such token"),
        (("library", "lives"), "already"),
        (("library", "Lives of all"), "Choose another"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(say: Say, words: tuple[str, ...], message: str) -> None:
    say("library", "lives")
    say("add", "anna")
    done = say(*words)
    assert isinstance(done.exception, FactoidError)
    assert message in str(done.exception)
    assert "\n" not in str(done.exception)


def test_a_password_is_typed_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter(["one of them is", "not the other"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _: next(typed))
    with pytest.raises(FactoidError, match="differ"):
        accounts._new_password()


def test_an_account_has_an_address_and_no_other_the_same(say: Say, tmp_path: Path) -> None:
    for name in ("anna", "bela"):
        assert say("add", name).exit_code == 0
    assert say("address", "anna", "Anna@Example.org").exit_code == 0
    for wrong in ("nothing", "anna@", "@example.org", "a b@example.org", "\u212aurt@example.org"):
        refused = say("address", "bela", wrong)
        assert isinstance(refused.exception, FactoidError)
        assert "no address" in str(refused.exception)
    assert "anna has this address" in str(say("address", "bela", "anna@example.org").exception)
