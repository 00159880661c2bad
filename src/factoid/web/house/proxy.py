"""Where a request comes from and where it went, as a reverse proxy says where there is one."""

from __future__ import annotations

from fastapi import Request
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send


class BehindProxy:
    """Believes the last entry of each ``X-Forwarded-…``: the one that the proxy itself wrote.

    Those before it came from outside and may say anything.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with the address, the scheme and the host that the browser used."""
        if scope["type"] == "http":
            headers = Headers(scope=scope)
            if address := _last(headers, "x-forwarded-for"):
                scope["client"] = (address, 0)
            if (scheme := _last(headers, "x-forwarded-proto").lower()) in ("http", "https"):
                scope["scheme"] = scheme
            if host := _last(headers, "x-forwarded-host"):
                kept = [(name, value) for name, value in scope["headers"] if name != b"host"]
                scope["headers"] = [*kept, (b"host", host.encode("latin-1", "replace"))]
        await self.app(scope, receive, send)


def sender_of(request: Request) -> str:
    """Return the address of the machine that asks; nothing where it is not known."""
    return request.client.host if request.client else ""


def origin_of(request: Request) -> str:
    """Return scheme and host as the browser used them."""
    return f"{request.url.scheme}://{request.headers.get('host', '')}"


def _last(headers: Headers, name: str) -> str:
    values = headers.getlist(name)
    return values[-1].rpartition(",")[2].strip() if values else ""
