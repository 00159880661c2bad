"""Who looks at a page: who sits at this machine, or, in a house with accounts, who logged in."""

from __future__ import annotations

import getpass
import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from starlette.requests import Request

from factoid.model.access import Action, Role, may

SCOPE = "factoid.visitor"  #: where a request says who makes it


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Somebody, and what they may do in the library that they look at."""

    author: str  #: who judges: ``human:ab``
    form_token: str = field(repr=False)  #: the secret that a form must carry
    account: str = ""  #: the name of the account; nothing where there are no accounts, and for guests
    roles: Mapping[str, Role] = field(default_factory=dict)
    role: Role | None = None  #: in the library that is looked at
    is_program: bool = False  #: came with a token instead of a session
    pk: int = 0  #: of the account

    def may(self, action: Action | str) -> bool:
        """Say whether the visitor may do this in the library."""
        return may(self.role, Action(action))

    def within(self, library: str) -> Visitor:
        """Return the same visitor in a library."""
        return replace(self, role=self.roles.get(library))


def at_this_machine(author: str | None = None) -> Visitor:
    """Return who sits at this machine: without accounts, they may do everything."""
    return Visitor(
        author=author or _local_author(), form_token=secrets.token_urlsafe(24), role=list(Role)[-1]
    )


def form_token_of(secret: str) -> str:
    """Return the token of the forms of a session, from which its secret cannot be told."""
    return hashlib.sha256(f"factoid form {secret}".encode()).hexdigest()


def visitor_of(request: Request) -> Visitor | None:
    """Return who makes a request; None where there are no accounts."""
    held = request.scope.get(SCOPE)
    return held if isinstance(held, Visitor) else None


def _local_author() -> str:
    try:
        return f"human:{getpass.getuser()}"
    except (KeyError, OSError):
        return "human:local"
