"""Asking a login service: no redirections, a bounded answer, a bounded time, few at once."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from http.client import HTTPException
from threading import BoundedSemaphore
from typing import Any
from urllib.request import HTTPRedirectHandler, Request, build_opener

LARGEST_BYTES = 256 * 1024
STEP_SECONDS = 5.0  #: for one step on the network
MOST_SECONDS = 10.0  #: for a whole answer
_AT_ONCE = BoundedSemaphore(8)  # a service that is slow must not hold every thread of the house


class ServiceFails(Exception):
    """The login service does not answer, or not as it should. Says nothing that it said."""


class _Nowhere(HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Follow nothing."""


_OPENER = build_opener(_Nowhere)


def answer_of(
    address: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Return the JSON object that a service answers with; `ServiceFails` for everything else."""
    sent = {"Accept": "application/json", "User-Agent": "factoid"} | dict(headers or {})
    if not _AT_ONCE.acquire(timeout=STEP_SECONDS):
        raise ServiceFails("too many logins wait for it")
    try:
        answer = json.loads(_read(Request(address, body, sent)))
    except (OSError, HTTPException) as error:  # an HTTPError is an OSError, and so is a time-out
        said = f"status {error.code}" if hasattr(error, "code") else type(error).__name__
        raise ServiceFails(f"does not answer ({said})") from None
    except (ValueError, RecursionError):
        raise ServiceFails("answers with something that is no JSON") from None
    finally:
        _AT_ONCE.release()
    if not isinstance(answer, dict):
        raise ServiceFails("answers with something that is no JSON object")
    return answer


def _read(request: Request) -> bytes:
    ends, body = time.monotonic() + MOST_SECONDS, bytearray()
    with _OPENER.open(request, timeout=STEP_SECONDS) as found:
        while chunk := found.read1(1 << 14):
            body += chunk
            if len(body) > LARGEST_BYTES:
                raise ServiceFails("answers with too much")
            if time.monotonic() > ends:
                raise ServiceFails("answers too slowly")
    return bytes(body)
