"""Pages by their address: fetched once, politely and within limits, and kept as they were.

Only what the whole world can reach is fetched: an address that leads to this machine or its network is refused, after
each redirect anew, and the connection goes to the very address that was checked (RFC 9309 for ``robots.txt``).
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import SplitResult, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from factoid.errors import SourceForbidden, SourceKindUnknown, SourceMissing, SourceTooLarge
from factoid.model import sha256_of_bytes
from factoid.sources.files.crawl import SUFFIXES, kept_as_warc
from factoid.sources.files.limits import MIB

AGENT = "Factoid"
LARGEST_PAGE = 20 * MIB
LARGEST_ROBOTS = 512 * 1024
MOST_REDIRECTS = 5
STEP_SECONDS, ALL_SECONDS = 20.0, 60.0
_SAVE = "Save the page as .html and read the file."
_MOVED = frozenset({301, 302, 303, 307, 308})
_OK, _NOT_THERE, _BROKEN = 200, 400, 500


def is_public(host: str) -> bool:
    """Say whether an IP address belongs to the open internet."""
    found = ipaddress.ip_address(host)
    return found.is_global and not found.is_multicast


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered."""

    address: str  #: the last one, after redirects
    media_type: str
    digest: str  #: of its bytes
    warc: bytes  #: a WARC file of the answer


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a server."""

    status: int
    headers: http.client.HTTPMessage
    head: bytes
    body: bytes


@dataclass(slots=True)
class Fetcher:
    """Fetches pages. ``is_allowed`` decides on IP addresses; ``trusted`` on certificates."""

    is_allowed: Callable[[str], bool] = is_public
    trusted: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def fetch(self, address: str) -> Fetched:
        """Return what is found under the address; a `SourceError` says why not."""
        ends = time.monotonic() + ALL_SECONDS
        current = address
        for _ in range(MOST_REDIRECTS + 1):
            parts = self._checked(address, current)
            self._ask_robots(address, parts, ends)
            answer = self._get(address, parts, ends, LARGEST_PAGE)
            if answer.status not in _MOVED:
                return _fetched(address, current, answer)
            current = urljoin(current, answer.headers.get("Location", ""))
        raise SourceMissing(
            address, f"leads on more than {MOST_REDIRECTS} times.", "Name the page it leads to."
        )

    def _checked(self, address: str, current: str) -> SplitResult:
        parts = urlsplit(current)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise SourceKindUnknown(
                address, "is no address of a web page.", "Name one with http:// or https://."
            )
        if parts.username or parts.password:
            raise SourceForbidden(address, "holds a password.", _SAVE)
        return parts

    def _ask_robots(self, address: str, parts: SplitResult, ends: float) -> None:
        robots = self._get(address, parts._replace(path="/robots.txt", query=""), ends, LARGEST_ROBOTS)
        if robots.status >= _BROKEN:
            raise SourceForbidden(address, "its server cannot say whether machines may read it.", _SAVE)
        if robots.status != _OK:
            return
        rules = RobotFileParser()
        rules.parse(robots.body.decode("utf-8", "replace").splitlines())
        if not rules.can_fetch(AGENT, parts.geturl()):
            raise SourceForbidden(address, "its robots.txt asks machines to stay away.", _SAVE)

    def _get(self, address: str, parts: SplitResult, ends: float, most: int) -> Answer:
        try:
            connection = self._connected(address, parts, ends)
            try:
                path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
                connection.request("GET", path, headers={"User-Agent": AGENT, "Accept-Encoding": "identity"})
                return _answer(address, connection, ends, most)
            finally:
                connection.close()
        except (OSError, http.client.HTTPException, ValueError) as error:
            said = str(error) or type(error).__name__
            raise SourceMissing(
                address, f"cannot be fetched: {said[:120]}.", f"Check it, or: {_SAVE}"
            ) from error

    def _connected(self, address: str, parts: SplitResult, ends: float) -> http.client.HTTPConnection:
        host = parts.hostname or ""
        is_safe = parts.scheme == "https"
        port = parts.port or (443 if is_safe else 80)
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        numbers = [str(info[4][0]) for info in found]
        if not numbers or not all(map(self.is_allowed, numbers)):
            raise SourceForbidden(address, "leads to a private network, not to the open internet.", _SAVE)
        raw = socket.create_connection((numbers[0], port), timeout=_left(ends))
        connection = http.client.HTTPConnection(host, port, timeout=STEP_SECONDS)
        connection.sock = self.trusted.wrap_socket(raw, server_hostname=host) if is_safe else raw
        return connection


def _answer(address: str, connection: http.client.HTTPConnection, ends: float, most: int) -> Answer:
    response = connection.getresponse()
    body = bytearray()
    while chunk := response.read1(1 << 16):
        body += chunk
        if len(body) > most:
            raise SourceTooLarge(address, f"has more than {most // MIB or 1:,} MiB.", _SAVE)
        _left(ends)
    kept = [(n, v) for n, v in response.getheaders() if n.lower() not in ("transfer-encoding", "set-cookie")]
    lines = [f"HTTP/1.1 {response.status} {response.reason}", *(f"{name}: {value}" for name, value in kept)]
    head = ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace")
    return Answer(response.status, response.headers, head, bytes(body))


def _left(ends: float) -> float:
    left = ends - time.monotonic()
    if left <= 0:
        raise TimeoutError(f"it took more than {ALL_SECONDS:.0f} s")
    return min(left, STEP_SECONDS)


def _fetched(address: str, current: str, answer: Answer) -> Fetched:
    if answer.status != _OK:
        why = "there is no such page" if answer.status < _BROKEN else "its server is in trouble"
        raise SourceMissing(address, f"{why} ({answer.status}).", "Check the address.")
    kind = answer.headers.get_content_type()
    if kind not in SUFFIXES:
        raise SourceKindUnknown(address, f"is {kind}, which cannot be read.", "Name a page of text.")
    if not answer.body.strip():
        raise SourceMissing(address, "answers with an empty page.", _SAVE)
    kept = kept_as_warc(current, answer.head, answer.body, datetime.now(UTC))
    return Fetched(current, kind, sha256_of_bytes(answer.body), kept)
