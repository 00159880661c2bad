"""The cookies of a house: of somebody who logged in; of a guest, whose forms are told apart too; and of who is away.

The last is for minutes, while a login service is asked who somebody is: that service sends the browser back, so it
alone is sent along where another site leads here (SameSite=Lax).
"""

from __future__ import annotations

from typing import Literal

from starlette.requests import HTTPConnection
from starlette.responses import Response

from factoid.store.register.sessions import LONGEST_SECONDS
from factoid.web.guard import is_own_name

SESSION = "factoid-session"
GUEST = "factoid-guest"
ATTEMPT = "factoid-attempt"
_ATTEMPT_SECONDS = 600
_ONLY_HERE = "__Host-"  # browsers take such a cookie only over https, for this host and every path of it


def is_secure(connection: HTTPConnection) -> bool:
    """Say whether cookies must travel over https alone: everywhere but on this machine's loopback."""
    return connection.url.scheme == "https" or not is_own_name(connection.headers.get("host", ""))


def is_exposed(connection: HTTPConnection) -> bool:
    """Say whether what is typed here would cross a network in the clear."""
    return is_secure(connection) and connection.url.scheme != "https"


def cookie_of(connection: HTTPConnection, name: str) -> str:
    """Return the value of one of our cookies; nothing where there is none."""
    return connection.cookies.get(_called(connection, name), "")


def set_cookie(answer: Response, connection: HTTPConnection, name: str, value: str) -> None:
    """Give the browser one of our cookies."""
    answer.set_cookie(
        _called(connection, name),
        value,
        max_age=_ATTEMPT_SECONDS if name == ATTEMPT else int(LONGEST_SECONDS),
        httponly=True,
        secure=is_secure(connection),
        samesite=_same_site(name),
    )


def drop_cookie(answer: Response, connection: HTTPConnection, name: str) -> None:
    """Take one of our cookies back."""
    answer.delete_cookie(
        _called(connection, name), httponly=True, secure=is_secure(connection), samesite=_same_site(name)
    )


def _same_site(name: str) -> Literal["lax", "strict"]:
    return "lax" if name == ATTEMPT else "strict"


def _called(connection: HTTPConnection, name: str) -> str:
    return f"{_ONLY_HERE}{name}" if is_secure(connection) else name
