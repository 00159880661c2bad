"""Members, and the invitations by which they come."""

from __future__ import annotations

import pytest
from store.register.team import WORDS, Time

from factoid.errors import NotInRegister, UsageError
from factoid.model.access import Role
from factoid.store.register import Register


def roles(register: Register, library: str = "lives") -> dict[str, Role]:
    return {member.account: member.role for member in register.members.of(library)}


def test_roles_are_of_one_library(register: Register) -> None:
    for name in ("anna", "bela"):
        register.accounts.add(name, WORDS)
    register.members.set_role("anna", "lives", Role.READER)
    register.members.set_role("anna", "lives", Role.ADMIN)
    register.members.set_role("bela", "deeds", Role.READER)
    assert roles(register) == {"anna": Role.ADMIN}
    assert roles(register, "deeds") == {"bela": Role.READER}
    assert register.accounts.named("anna").roles == {"lives": Role.ADMIN}
    with pytest.raises(UsageError, match="Choose another"):
        register.members.set_role("anna", "../x", Role.READER)
    with pytest.raises(NotInRegister):
        register.members.set_role("carl", "lives", Role.READER)


def test_the_last_admin_stays(register: Register) -> None:
    for name in ("anna", "bela", "carl"):
        register.accounts.add(name, WORDS)
    register.members.set_role("anna", "lives", Role.ADMIN)
    register.members.set_role("bela", "lives", Role.READER)
    with pytest.raises(UsageError, match="last admin"):
        register.members.set_role("anna", "lives", Role.READER, joins=False)
    with pytest.raises(UsageError, match="last admin"):
        register.members.remove("anna", "lives")
    with pytest.raises(NotInRegister):
        register.members.set_role("carl", "lives", Role.READER, joins=False)
    with pytest.raises(NotInRegister):
        register.members.remove("carl", "lives")
    register.members.set_role("bela", "lives", Role.ADMIN, joins=False)
    register.members.remove("anna", "lives")
    assert roles(register) == {"bela": Role.ADMIN}


def test_an_invitation_is_accepted_once(register: Register) -> None:
    secret = register.invitations.make("lives", Role.REVIEWER, by="anna")
    held = register.invitations.open(secret)
    assert (held.library, held.role, held.made_by) == ("lives", Role.REVIEWER, "anna")
    made = register.invitations.accept_as_new(secret, "Bela", WORDS)
    assert made.roles == {"lives": Role.REVIEWER}
    for again in (register.invitations.open, lambda s: register.invitations.accept(s, "bela")):
        with pytest.raises(NotInRegister, match="used already"):
            again(secret)
    with pytest.raises(NotInRegister):
        register.invitations.accept_as_new(secret, "carl", WORDS)
    assert [account.name for account in register.accounts.all()] == ["bela"]


def test_one_who_fails_to_accept_leaves_the_invitation_open(register: Register) -> None:
    register.accounts.add("anna", WORDS)
    secret = register.invitations.make("lives", Role.READER, by="anna")
    for name, password in (("anna", WORDS), ("b b", WORDS), ("bela", "short")):
        with pytest.raises(UsageError):
            register.invitations.accept_as_new(secret, name, password)
    assert register.invitations.accept(secret, "anna").library == "lives"


def test_a_higher_role_stays(register: Register) -> None:
    register.accounts.add("anna", WORDS)
    register.members.set_role("anna", "lives", Role.ADMIN)
    register.invitations.accept(register.invitations.make("lives", Role.READER, by="x"), "anna")
    assert roles(register) == {"anna": Role.ADMIN}


def test_invitations_expire_and_are_withdrawn(register: Register, time: Time) -> None:
    old = register.invitations.make("lives", Role.READER, by="anna")
    time.passes(days=6.9)
    new = register.invitations.make("lives", Role.READER, by="anna")
    assert len(register.invitations.of("lives")) == 2
    time.passes(days=0.2)
    (left,) = register.invitations.of("lives")
    with pytest.raises(NotInRegister):
        register.invitations.open(old)
    with pytest.raises(NotInRegister):  # it is of another library
        register.invitations.withdraw(left.pk, "deeds")
    register.invitations.withdraw(left.pk, "lives")
    with pytest.raises(NotInRegister):
        register.invitations.open(new)
    assert register.invitations.of("lives") == []
