"""Watches every request from outside: gives it an id, counts and times it, logs it, and refuses who asks too often."""

from __future__ import annotations

import time
from collections.abc import Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from factoid.store.houses.board import Board
from factoid.web.watch.gauges import Gauges
from factoid.web.watch.limits import Buckets, Limits
from factoid.web.watch.logbook import LOG
from factoid.web.watch.told import REQUEST, TOLD, Told

TOO_OFTEN = 429
_EXEMPT = ("/static/", "/health", "/ready", "/metrics")


class Observer:
    """Stands before everything else; what a request is about it is told by those who answer it."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        gauges: Gauges,
        limits: Limits | None = None,
        board: Board | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        limits = limits or Limits()
        self.app, self.gauges, self._clock = app, gauges, clock
        self._addresses = Buckets(
            limits.address_at_once, limits.address_a_second, clock=clock, board=board, name="address"
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and see what comes of it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        told = scope[TOLD] = Told()
        began, status = self._clock(), 500

        async def send_seen(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-Id"] = told.id
            await send(message)

        held = REQUEST.set(told.id)
        try:
            with self.gauges.under_way():
                await self._limited(scope)(scope, receive, send_seen)
        finally:
            seconds = self._clock() - began
            REQUEST.reset(held)
            self.gauges.answered(scope["method"], told.route, status, seconds)
            known = {
                "request": told.id,
                "account": told.account,
                "method": scope["method"],
                "route": told.route,
            }
            known |= {"status": status, "ms": round(seconds * 1000, 1)}
            LOG.info("%s %s %s", scope["method"], told.route, status, extra={"known": known})

    def _limited(self, scope: Scope) -> ASGIApp:
        if scope["path"].startswith(_EXEMPT):
            return self.app
        client = scope.get("client")
        wait = self._addresses.take(client[0] if client else "")
        return too_often(wait) if wait else self.app


class AccountLimit:
    """Refuses an account that asks too often, from however many places. Stands behind whatever knows the account."""

    def __init__(
        self, app: ASGIApp, *, account_of: Callable[[Scope], int], limits: Limits | None = None,
        board: Board | None = None, clock: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        limits = limits or Limits()
        self.app, self._account_of = app, account_of
        self._accounts = Buckets(
            limits.account_at_once, limits.account_a_second, clock=clock, board=board, name="account"
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        account = self._account_of(scope) if scope["type"] == "http" else 0
        told = scope.get(TOLD)
        if isinstance(told, Told):
            told.account = account
        is_exempt = not account or scope["path"].startswith(_EXEMPT)
        wait = 0 if is_exempt else self._accounts.take(str(account))
        await (too_often(wait) if wait else self.app)(scope, receive, send)


def too_often(wait: int) -> ASGIApp:
    """Return the answer to who asks too often: when to ask again."""
    said = f"Too many requests. Ask again in {wait} s."
    return PlainTextResponse(f"{said}\n", TOO_OFTEN, headers={"Retry-After": str(wait)})


def bearer_of(scope: Scope) -> str:
    """Return the token that a program sends, or nothing."""
    scheme, _, given = Headers(scope=scope).get("authorization", "").partition(" ")
    return given.strip() if scheme.lower() == "bearer" else ""


def address_of(scope: Scope) -> str:
    """Return the address that a request comes from."""
    client = HTTPConnection(scope).client
    return client.host if client else ""
