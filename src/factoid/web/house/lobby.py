"""The pages of a house that are of no library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from factoid.errors import NotAllowed
from factoid.store.houses.house import House
from factoid.store.register import Register
from factoid.web.login import Provider
from factoid.web.pages import Pages, pages_of
from factoid.web.visitor import visitor_of
from factoid.web.watch.told import told_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Lobby(Pages):
    """Where one comes in, sees one's libraries, and looks after one's account."""

    house: House
    provider: Provider | None = None  #: the login service, where there is one

    @property
    def register(self) -> Register:
        """Who may do what."""
        return self.house.register


TheLobby = Annotated[Lobby, Depends(pages_of)]


class SignInFirst(Exception):
    """The address is for those who logged in; which there are, nobody else learns."""


#: What the addresses of the house itself ask for: whether one must have logged in.
FOR_MEMBERS: Mapping[tuple[str, str], bool] = {
    ("GET", "/"): True,
    ("GET", "/health"): False,
    ("GET", "/ready"): False,
    ("GET", "/metrics"): False,
    ("POST", "/language"): False,
    ("GET", "/login"): False,
    ("POST", "/login"): False,
    ("GET", "/oidc/login"): False,
    ("GET", "/oidc/back"): False,
    ("POST", "/logout"): True,
    ("GET", "/invitation/{secret}"): False,
    ("POST", "/invitation/{secret}"): False,
    ("POST", "/invitation/{secret}/join"): True,
    ("GET", "/account"): True,
    ("POST", "/account/password"): True,
    ("POST", "/account/token"): True,
    ("POST", "/account/revoke"): True,
    ("POST", "/account/logout"): True,
}


_FOR_PROGRAMS = ("/health", "/ready", "/metrics")


async def admitted(request: Request) -> None:
    """Check that an address of the house is one for this visitor; an address that is not listed is for nobody."""
    path = told_of(request.scope).route = request.scope["route"].path
    visitor, asked = visitor_of(request), FOR_MEMBERS.get((request.method, path))
    if asked is None or visitor is None:
        raise NotAllowed("this address is for nobody.")
    if asked and not visitor.account:
        raise SignInFirst
    if visitor.is_program and path not in _FOR_PROGRAMS:
        raise NotAllowed("a token is for IPIF and exports of its library.")
