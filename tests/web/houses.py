"""A house of two libraries with an account for every role, and clients that are logged in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient

from factoid.model.access import Role
from factoid.store.houses.folder import REGISTER, FileLedger, FolderHouse
from factoid.store.houses.house import House
from factoid.store.register import Register
from factoid.store.register.passwords import Passwords
from factoid.web.house import Settings, house_app
from factoid.web.house.cookies import SESSION
from factoid.web.visitor import form_token_of

WORDS = "four words will do"


def cheap_passwords() -> Passwords:
    return Passwords(time_cost=1, memory_cost=8, parallelism=1)


@dataclass
class Team:
    """Who is in the house: an account for each role in ``lives``, and an editor of ``deeds`` alone."""

    house: House
    app: FastAPI
    running: TestClient
    secrets: dict[str, str] = field(default_factory=dict)

    @property
    def register(self) -> Register:
        return self.house.register

    def client(self, account: str = "", **more: Any) -> TestClient:
        """A browser in which this account is logged in, or nobody."""
        client = TestClient(self.app, base_url="http://localhost", follow_redirects=False, **more)
        # one event loop for all: each of its own costs more than the page
        client.portal = self.running.portal
        if account:
            if account not in self.secrets:
                self.secrets[account] = self.register.sessions.begin(self.register.accounts.named(account).pk)
            client.cookies.set(SESSION, self.secrets[account])
        return client

    def form(self, account: str, /, **fields: str) -> dict[str, str]:
        """The fields of a form as a page of this account would send them."""
        self.client(account)
        return {"token": form_token_of(self.secrets[account]), **fields}

    def bearer(self, account: str, library: str = "lives", role: Role | None = None) -> dict[str, str]:
        """The header of a program that acts for this account."""
        held = role or self.register.accounts.named(account).roles[library]
        return {"Authorization": f"Bearer {self.register.tokens.make('test', library, held, of=account)}"}


def prepared_house(lives: Path, folder: Path) -> FolderHouse:
    """A house of two libraries with an account of each role; ``deeds`` is a copy of ``lives``."""
    shutil.copy(lives, folder / "lives.factoid")
    shutil.copy(lives, folder / "deeds.factoid")
    house = FolderHouse(folder, create=True)
    house.register.close()
    house.register = Register(FileLedger(folder / REGISTER), passwords=cheap_passwords())
    for role in Role:
        house.register.accounts.add(role, WORDS)
        house.register.members.set_role(role, "lives", role)
    house.register.accounts.add("stranger", WORDS)
    house.register.members.set_role("stranger", "deeds", Role.EDITOR)
    return house


@contextmanager
def team_of(lives: Path, folder: Path, settings: Settings | None = None) -> Iterator[Team]:
    """Open such a house as an application."""
    house = prepared_house(lives, folder)
    app = house_app(house, settings, patience=30)
    with TestClient(app, base_url="http://localhost") as client:
        yield Team(house, app, client)
