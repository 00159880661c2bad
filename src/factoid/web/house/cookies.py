"""The two cookies of a house: of somebody who logged in, and of a guest, whose forms must be told apart too."""

from __future__ import annotations

from starlette.requests import HTTPConnection
from starlette.responses import Response

from factoid.store.register.sessions import LONGEST_SECONDS
from factoid.web.guard import is_own_name

SESSION = "factoid-session"
GUEST = "factoid-guest"
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
        max_age=int(LONGEST_SECONDS),
        httponly=True,
        secure=is_secure(connection),
        samesite="strict",
    )


def drop_cookie(answer: Response, connection: HTTPConnection, name: str) -> None:
    """Take one of our cookies back."""
    answer.delete_cookie(
        _called(connection, name), httponly=True, secure=is_secure(connection), samesite="strict"
    )


def _called(connection: HTTPConnection, name: str) -> str:
    return f"{_ONLY_HERE}{name}" if is_secure(connection) else name
