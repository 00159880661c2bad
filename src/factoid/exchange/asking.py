"""Asking another server, politely: one request at a time, a pause between, patience where it asks for some."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from factoid.errors import ServerUnreachable, UsageError

LARGEST_ANSWER_BYTES = 256 * 1024 * 1024
_BUSY = {429, 502, 503, 504}
_TRIES = 4
_LONGEST_PAUSE_SECONDS = 60.0
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered."""

    status: int
    headers: Mapping[str, str]  #: names in small letters
    body: bytes

    @property
    def json(self) -> Any:
        """The body as a JSON value; None where it is none."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            return None


class _SameServer(HTTPRedirectHandler):
    """Follows redirections on the server that was named, and to no other: not to the inside of a network."""

    def redirect_request(self, req: Request, *rest: Any) -> Request | None:
        """Return the next request."""
        *_, address = rest
        if urlsplit(address)[:2] != urlsplit(req.full_url)[:2]:
            raise ServerUnreachable(f"{req.full_url}: leads to another server, {address}. Name that one.")
        return super().redirect_request(req, *rest)


_OPENER = build_opener(_SameServer)


@dataclass(slots=True)
class Server:
    """A server at an address. `ServerUnreachable` where it does not answer."""

    base: str  #: http or https, without a slash at its end
    token: str = ""
    pause_seconds: float = 0.0  #: between two requests
    timeout_seconds: float = 60.0
    _last: float = field(default=0.0, init=False)

    def __post_init__(self) -> None:
        """Check the address."""
        parts = urlsplit(self.base)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
            raise UsageError(
                f"{self.base}: no address of a server. Write http://… or https://…, up to /ipif."
            )
        self.base = self.base.rstrip("/")

    def address(self, *steps: str, **parameters: object) -> str:
        """Return an address under this one; steps may hold any characters."""
        path = "/".join(quote(step, safe="") for step in steps)
        query = f"?{urlencode(parameters)}" if parameters else ""
        return f"{self.base}/{path}{query}"

    def get(self, *steps: str, **parameters: object) -> Answer:
        """Ask for what is there."""
        return self.send("GET", self.address(*steps, **parameters))

    def send(
        self, method: str, address: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Send one request; wait and try again where the server is busy."""
        sent = {"Accept": "application/json", "User-Agent": "factoid"} | dict(headers or {})
        if self.token:
            sent["Authorization"] = f"Bearer {self.token}"
        for attempt in range(_TRIES):
            time.sleep(max(0.0, self._last + self.pause_seconds - time.monotonic()))
            answer = self._once(Request(address, body, sent, method=method))
            self._last = time.monotonic()
            if answer.status not in _BUSY or attempt == _TRIES - 1:
                break
            asked = answer.headers.get("retry-after", "")
            wait = float(asked) if asked.isdigit() else 2.0**attempt
            time.sleep(min(wait, _LONGEST_PAUSE_SECONDS))
        return answer

    def _once(self, request: Request) -> Answer:
        try:
            with _OPENER.open(request, timeout=self.timeout_seconds) as found:
                return Answer(status=found.status, headers=_small(found.headers), body=_body(found, request))
        except HTTPError as error:
            with error:
                return Answer(status=error.code, headers=_small(error.headers), body=_body(error, request))
        except (URLError, OSError, ValueError) as error:
            reason = getattr(error, "reason", error)
            raise ServerUnreachable(
                f"{request.full_url}: does not answer ({reason}). Is the address right?"
            ) from error


def _small(headers: Any) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def _body(found: Any, request: Request) -> bytes:
    body = bytearray()
    while chunk := found.read(_CHUNK):
        body += chunk
        if len(body) > LARGEST_ANSWER_BYTES:
            raise ServerUnreachable(
                f"{request.full_url}: answers with more than {LARGEST_ANSWER_BYTES:,} bytes."
            )
    return bytes(body)
