"""Sessions and tokens end when they should; attempts are counted over all processes."""

from __future__ import annotations

import pytest
from store.register.team import WORDS, Time, register_at

from factoid.errors import NotInRegister, UsageError
from factoid.model.access import Role
from factoid.store.register import Register
from factoid.store.register.attempts import MOST_OF_ACCOUNT, MOST_OF_ADDRESS


@pytest.fixture
def anna(register: Register) -> int:
    return register.accounts.add("anna", WORDS).pk


def test_a_session_tells_its_holder_and_their_roles_of_now(register: Register, anna: int) -> None:
    secret = register.sessions.begin(anna)
    register.members.set_role("anna", "lives", Role.EDITOR)
    held = register.sessions.holder(secret)
    assert held
    assert (held.name, held.roles) == ("anna", {"lives": Role.EDITOR})
    for other in ("", secret[:-1], secret + "x", "ü"):
        assert register.sessions.holder(other) is None


def test_a_session_that_is_used_lasts_a_fortnight(register: Register, anna: int, time: Time) -> None:
    used, idle = register.sessions.begin(anna), register.sessions.begin(anna)
    for _ in range(13):
        time.passes(hours=23)
        assert register.sessions.holder(used)
    assert register.sessions.holder(idle) is None
    time.passes(days=2)
    assert register.sessions.holder(used) is None


def test_logging_out_here_and_everywhere(register: Register, anna: int) -> None:
    secrets = [register.sessions.begin(anna) for _ in range(3)]
    register.sessions.end(secrets[0])
    assert [bool(register.sessions.holder(s)) for s in secrets] == [False, True, True]
    register.sessions.end_all(anna)
    assert not any(map(register.sessions.holder, secrets))


def test_a_token_acts_in_one_library_and_for_no_more_than_its_account(register: Register, anna: int) -> None:
    register.members.set_role("anna", "lives", Role.EDITOR)
    secret = register.tokens.make("script", "lives", Role.EDITOR, of="anna")
    held = register.tokens.holder(secret)
    assert held
    assert (held.account, held.library, held.role) == ("anna", "lives", Role.EDITOR)
    register.members.set_role("anna", "lives", Role.READER)
    held = register.tokens.holder(secret)
    assert held
    assert held.role is Role.READER
    register.members.remove("anna", "lives")
    assert register.tokens.holder(secret) is None


@pytest.mark.parametrize(("library", "role"), [("lives", Role.ADMIN), ("deeds", Role.READER)])
def test_nobody_gives_a_token_what_they_have_not(
    register: Register, anna: int, library: str, role: Role
) -> None:
    register.members.set_role("anna", "lives", Role.EDITOR)
    with pytest.raises(UsageError, match="no token"):
        register.tokens.make("script", library, role, of="anna")


def test_tokens_expire_and_are_revoked(register: Register, anna: int, time: Time) -> None:
    register.accounts.add("bela", WORDS)
    register.members.set_role("anna", "lives", Role.EDITOR)
    short = register.tokens.make("a week", "lives", Role.READER, of="anna", days=7)
    long = register.tokens.make("a year", "lives", Role.READER, of="anna")
    time.passes(days=8)
    assert register.tokens.holder(short) is None
    (left,) = register.tokens.of("anna")
    assert register.tokens.of_library("lives") == [left]
    for kept_out in ({"of": "bela"}, {"library": "deeds"}):
        with pytest.raises(NotInRegister):
            register.tokens.revoke(left.pk, **kept_out)
    assert register.tokens.holder(long)
    register.tokens.revoke(left.pk, of="anna")
    assert register.tokens.holder(long) is None


def test_attempts_are_limited_by_account_in_all_processes(
    register: Register, new_house: str, time: Time
) -> None:
    other = register_at(new_house, time)
    for turn in range(MOST_OF_ACCOUNT):
        assert (register, other)[turn % 2].attempts.begin("Anna", f"10.0.0.{turn}")
    assert not other.attempts.begin("anna ", "10.0.1.1")
    assert other.attempts.begin("bela", "10.0.0.1")
    register.attempts.forgive("anna", "10.0.1.1")
    assert other.attempts.begin("anna", "10.0.1.1")
    other.close()


@pytest.mark.parametrize(
    "addresses",
    [("10.0.0.1", "10.0.0.1", "10.0.0.2"), ("2001:db8::1", "2001:db8::2", "2001:db9::1"), ("", "", "x")],
)
def test_attempts_are_limited_by_address(
    register: Register, time: Time, addresses: tuple[str, str, str]
) -> None:
    first, same, other = addresses
    for turn in range(MOST_OF_ADDRESS):
        assert register.attempts.begin(f"account-{turn}", first)
    assert not register.attempts.begin("another", same)
    assert register.attempts.begin("another", other)
    time.passes(minutes=16)
    assert register.attempts.begin("another", same)


def test_who_comes_in_is_not_counted_against_their_network(register: Register) -> None:
    for turn in range(MOST_OF_ADDRESS + 5):
        assert register.attempts.begin(f"account-{turn}", "10.0.0.1")
        register.attempts.forgive(f"account-{turn}", "10.0.0.1")
