"""Accounts: made once, recognised by password alone, and never given to somebody else."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from store.register.team import WORDS, Counted, Time, register_in

from factoid.errors import NotInRegister, UsageError
from factoid.model.access import Role
from factoid.store.houses.folder import REGISTER
from factoid.store.register import Register, passwords
from factoid.store.register.passwords import LONGEST, Passwords


def test_who_has_the_password_is_recognised(register: Register) -> None:
    register.accounts.add("Anna", WORDS)
    register.members.set_role("anna", "lives", Role.EDITOR)
    found = register.accounts.recognised(" ANNA ", WORDS)
    assert found
    assert (found.name, found.roles) == ("anna", {"lives": Role.EDITOR})
    assert register.accounts.recognised("anna", WORDS + "!") is None
    assert register.accounts.recognised("anna", "") is None


def test_a_composed_letter_is_the_letter(register: Register) -> None:
    register.accounts.add("anna", "zwölf große Bären")
    assert register.accounts.recognised("anna", "zwo\u0308lf große Ba\u0308ren")


@pytest.mark.parametrize("name", ["anna", "nobody", "gone", "not a name", "x" * 5000])
def test_whoever_is_named_the_same_work_is_done(tmp_path: Path, time: Time, name: str) -> None:
    counted = Counted()
    register = register_in(tmp_path, time, counted)
    register.accounts.add("anna", WORDS)
    register.accounts.add("gone", WORDS)
    register.accounts.remove("gone")
    counted.work = 0
    assert register.accounts.recognised(name, "wrong wrong wrong") is None
    assert counted.work == 1
    register.close()


def test_what_nobody_is_compared_with_costs_what_a_real_hash_costs(tmp_path: Path, time: Time) -> None:
    known = Counted()
    _, nobody = known._ready()
    assert nobody.split("$")[:4] == known.hash(WORDS).split("$")[:4]


@pytest.mark.parametrize("password", ["", "eleven char", "x" * (LONGEST + 1)])
def test_only_length_is_asked_of_a_password(register: Register, password: str) -> None:
    with pytest.raises(UsageError, match="at least 12"):
        register.accounts.add("anna", password)
    register.accounts.add("anna", "aaaaaaaaaaaa")
    assert register.accounts.recognised("anna", password) is None


def test_the_default_is_argon2id_and_nothing_else_is_kept(tmp_path: Path, time: Time) -> None:
    register = register_in(tmp_path, time, Passwords())
    register.accounts.add("anna", WORDS)
    secret = register.sessions.begin(register.accounts.named("anna").pk)
    token = register.invitations.make("lives", Role.READER, by="anna")
    register.close()
    with sqlite3.connect(tmp_path / REGISTER) as connection:
        dump = "\n".join(connection.iterdump())
    connection.close()
    assert "$argon2id$v=19$m=65536,t=3,p=4$" in dump
    assert not any(known in dump for known in (WORDS, secret, token))


def test_names_are_given_once(register: Register) -> None:
    register.accounts.add("anna", WORDS)
    with pytest.raises(UsageError, match="taken"):
        register.accounts.add("ANNA", WORDS)


def test_a_removed_account_is_gone_but_for_its_name(register: Register) -> None:
    anna = register.accounts.add("anna", WORDS)
    register.members.set_role("anna", "lives", Role.ADMIN)
    session = register.sessions.begin(anna.pk)
    token = register.tokens.make("script", "lives", Role.READER, of="anna")
    register.accounts.remove("anna")
    assert register.accounts.all() == []
    assert register.accounts.recognised("anna", WORDS) is None
    assert register.sessions.holder(session) is None
    assert register.tokens.holder(token) is None
    assert register.members.of("lives") == []
    with pytest.raises(NotInRegister):
        register.accounts.remove("anna")
    with pytest.raises(UsageError, match="taken"):
        register.accounts.add("anna", WORDS)


def test_a_new_password_ends_other_sessions(register: Register) -> None:
    anna = register.accounts.add("anna", WORDS)
    here, there = register.sessions.begin(anna.pk), register.sessions.begin(anna.pk)
    register.accounts.set_password("anna", "five other words will do", but=passwords.hash_of(here))
    assert register.sessions.holder(here)
    assert register.sessions.holder(there) is None
    assert register.accounts.recognised("anna", WORDS) is None
    assert register.accounts.recognised("anna", "five other words will do")


def test_without_argon2_it_says_what_to_install(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "find_spec", lambda _: None)
    with pytest.raises(UsageError, match=r"factoid\[team\]"):
        Passwords().hash(WORDS)
    with pytest.raises(UsageError, match=r"factoid\[team\]"):
        Passwords().fits(None, WORDS)
