"""What keeps strangers out: the names the application answers to, the headers, the forms' token."""

from __future__ import annotations

import hmac
import ipaddress
import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from factoid.errors import UsageError

LARGEST_FORM_BYTES = 64 * 1024

MOST_PARTS = 200  #: fields and files of one form

_BOUNDARY = re.compile(r'boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))')
_PARAMETER = re.compile(r'[;\s](name|filename)="([^"]*)"')
_LOG = logging.getLogger(__name__)

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class FormRefused(Exception):
    """A form that this application did not make, or that is too large. ``status`` and ``key`` say which."""

    def __init__(self, status: int, key: str) -> None:
        super().__init__(key)
        self.status, self.key = status, key


class Guard:
    """Answers only to its own names (against DNS rebinding): by default this machine's. Sets every answer's headers.

    HEAD is answered as GET without the body, as HTTP asks of every server (``curl -I``). An error that
    nobody foresaw becomes the page `failure`; its traceback goes to the log.
    """

    def __init__(
        self,
        app: ASGIApp,
        refusal: ASGIApp,
        failure: ASGIApp,
        answers_to: Callable[[str], bool] | None = None,
    ) -> None:
        self.app, self.refusal, self.failure = app, refusal, failure
        self.answers_to = answers_to or is_own_name

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or to the refusal."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        is_head = scope["method"] == "HEAD"
        if is_head:
            scope = {**scope, "method": "GET"}
        has_begun = False

        async def send_guarded(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            elif is_head:
                message = {**message, "body": b""}
            await send(message)

        answers = self.app if self.answers_to(Headers(scope=scope).get("host", "")) else self.refusal
        try:
            await answers(scope, receive, send_guarded)
        except Exception:
            if has_begun:
                raise
            _LOG.exception("unforeseen error at %r", scope["path"])
            await self.failure(scope, receive, send_guarded)


def is_own_name(host: str) -> bool:
    """Say whether a ``Host`` header names this machine's loopback, with or without a port."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    return "@" not in host and is_loopback(name)


def is_loopback(host: str) -> bool:
    """Say whether a name or address is this machine's own."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def refuse_other_machines(host: str) -> None:
    """Raise `UsageError` for an address that other machines could reach."""
    if not is_loopback(host):
        raise UsageError(
            f"--host {host}: the application has no accounts, so whoever can reach it could read and judge; "
            "it serves this machine only. Use --host 127.0.0.1, and an SSH tunnel from elsewhere."
        )


class FormToken:
    """The secret that a form must carry: pages of other sites cannot read it."""

    def __init__(self, value: str) -> None:
        self.value = value

    async def read(self, request: Request) -> dict[str, str]:
        """Return the fields of a form that came from one of our own pages; `FormRefused` otherwise."""
        body = await _body(request, LARGEST_FORM_BYTES)
        try:
            fields = dict(parse_qsl(body.decode("ascii"), max_num_fields=MOST_PARTS, errors="replace"))
        except ValueError:
            raise FormRefused(400, "bad_request_text") from None
        self._check(fields)
        return fields

    async def read_parts(self, request: Request, largest: int) -> Parts:
        """Return a form with a file in it; `FormRefused` for one that is too large or not our own."""
        body = await _body(request, largest)
        parts = _parts(request.headers.get("content-type", ""), body)
        self._check(parts.fields)
        return parts

    def _check(self, fields: Mapping[str, str]) -> None:
        if not hmac.compare_digest(fields.get("token", "").encode(), self.value.encode()):
            raise FormRefused(403, "token_text")


@dataclass(frozen=True, slots=True)
class Parts:
    """The fields of a form, and the files in it: their names and their bytes."""

    fields: Mapping[str, str]
    files: tuple[tuple[str, bytes], ...] = ()


async def _body(request: Request, largest: int) -> bytes:
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise FormRefused(403, "token_text")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > largest:
            raise FormRefused(413, "too_large_text")
    return bytes(body)


def _parts(content_type: str, body: bytes) -> Parts:
    """Cut a multipart body at its boundary; every byte of a file stays as it is."""
    found = _BOUNDARY.search(content_type)
    if not content_type.startswith("multipart/form-data") or not found:
        raise FormRefused(400, "bad_request_text")
    boundary = b"--" + (found[1] or found[2]).encode("latin-1")
    fields: dict[str, str] = {}
    files: list[tuple[str, bytes]] = []
    pieces = body.split(boundary)[1:]
    if len(pieces) > MOST_PARTS:
        raise FormRefused(413, "too_large_text")
    for piece in pieces:
        head, has_body, content = piece.partition(b"\r\n\r\n")
        if not has_body:
            continue
        content = content.removesuffix(b"\r\n")
        said = dict(_PARAMETER.findall(head.decode("utf-8", "replace")))
        if "filename" in said:
            files.append((said["filename"], content))
        elif "name" in said:
            fields[said["name"]] = content.decode("utf-8", "replace")
    return Parts(fields, tuple(files))
