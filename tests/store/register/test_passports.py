"""Whom a login service vouches for: tied by its own name for them, not by an address that can change."""

from __future__ import annotations

from store.register.team import WORDS, Time

from factoid.model.access import Role
from factoid.store.register import Register
from factoid.store.register.invitations import DAYS
from factoid.store.register.passports import Vouched


def vouched(subject: str, address: str, issuer: str = "https://one.example") -> Vouched:
    return Vouched(issuer=issuer, subject=subject, address=address)


def admitted(register: Register, who: Vouched, *domains: str) -> str | None:
    found = register.passports.admit(who, domains=domains)
    return found.name if found else None


def test_an_invitation_opens_once_and_joins_all_that_wait(register: Register, time: Time) -> None:
    for library, role in (("lives", Role.READER), ("deeds", Role.EDITOR)):
        register.invitations.make(library, role, by="x", address="Anna@example.org")
    register.invitations.make("late", Role.ADMIN, by="x", address="anna@example.org", days=0.5)
    time.passes(days=1)
    found = register.passports.admit(vouched("1", "anna@example.org"))
    assert found
    assert (found.name, found.roles) == ("anna", {"lives": Role.READER, "deeds": Role.EDITOR})
    assert register.invitations.of("lives") == []
    assert register.accounts.recognised("anna", "") is None
    time.passes(days=DAYS)
    assert admitted(register, vouched("1", "other@example.org")) == "anna"
    assert admitted(register, vouched("2", "anna@example.org")) is None
    assert admitted(register, vouched("2", "anna@example.org"), "example.org") is None
    assert admitted(register, vouched("1", "x@example.org", issuer="https://two.example")) is None


def test_names_are_made_of_addresses(register: Register) -> None:
    register.accounts.add("anna-maria", WORDS)
    made = [
        admitted(register, vouched(address, f"{address}@example.org"), "example.org")
        for address in ("Anna.Maria", "anna+maria", "_", "x" * 90, "x" * 91)
    ]
    assert made == ["anna-maria-2", "anna-maria-3", "member", "x" * 32, "x" * 32 + "-2"]


def test_an_account_is_tied_by_its_address_once(register: Register) -> None:
    register.accounts.add("anna", WORDS)
    register.passports.set_address("anna", "anna@example.org")
    assert admitted(register, vouched("1", "ANNA@example.org")) == "anna"
    assert admitted(register, vouched("2", "anna@example.org")) is None
    register.accounts.remove("anna")
    assert admitted(register, vouched("1", "anna@example.org"), "example.org") is None
    assert admitted(register, vouched("3", "anna@example.org"), "example.org") is None
    register.invitations.make("lives", Role.READER, by="x", address="anna@example.org")
    assert admitted(register, vouched("3", "anna@example.org")) == "anna-2"
    assert admitted(register, vouched("1", "anna@example.org")) is None
