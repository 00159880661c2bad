"""What the parts of an answer tell of a request, for whoever watches from outside."""

from __future__ import annotations

import secrets
from collections.abc import MutableMapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

TOLD = "factoid.told"  #: where a request carries it: one object, however often the scope is copied
REQUEST: ContextVar[str] = ContextVar("request", default="")  #: for the log of whatever happens meanwhile


@dataclass(slots=True)
class Told:
    """A request: its id, the pattern of its address, and which account made it. No words of it."""

    id: str = field(default_factory=lambda: secrets.token_hex(8))
    route: str = "unknown"  #: a pattern, ``/people/{person}``: never the address itself
    account: int = 0  #: number of the account; 0 for a guest, or where there are no accounts


def told_of(scope: MutableMapping[str, Any]) -> Told:
    """Return what is told of a request; told to nobody where nobody watches."""
    held = scope.get(TOLD)
    return held if isinstance(held, Told) else Told()
