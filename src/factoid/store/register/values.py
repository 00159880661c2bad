"""What a register says of accounts, members, invitations and tokens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factoid.model.access import Role


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may log in, and their role in each library they are a member of."""

    pk: int
    name: str
    made: str = ""
    roles: Mapping[str, Role] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody's role in one library, and since when."""

    account: str
    role: Role
    since: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A way into one library that can be gone once."""

    pk: int
    library: str
    role: Role
    made_by: str
    expires: str
    address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiToken:
    """What lets a program act for an account in one library. The secret itself is kept by its owner only."""

    pk: int
    name: str
    account: str
    library: str
    role: Role
    made: str
    expires: str | None = None
