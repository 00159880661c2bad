"""Who is acting: set by whatever lets somebody in, asked by whatever notes what was done."""

from __future__ import annotations

import getpass
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

ACTOR = "FACTOID_ACTOR"  #: in the environment: for whom a process works that a server started
_ACTOR: ContextVar[str] = ContextVar("actor", default="")


def actor() -> str:
    """Return who acts: as was said for this request or this process, else who is logged in at this machine."""
    if named := _ACTOR.get() or os.environ.get(ACTOR, ""):
        return named
    try:
        return f"local:{getpass.getuser()}"
    except (KeyError, OSError):
        return "local:unknown"


@contextmanager
def acting_as(name: str) -> Iterator[None]:
    """Let what is done in the block, and in the threads it waits for, be done by somebody."""
    held = _ACTOR.set(name)
    try:
        yield
    finally:
        _ACTOR.reset(held)
