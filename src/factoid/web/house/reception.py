"""Who makes a request: an account by its session, a program by its token, or a guest."""

from __future__ import annotations

import secrets

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from factoid.store.register import Register
from factoid.store.register.acting import acting_as
from factoid.web.house.cookies import GUEST, SESSION, cookie_of, set_cookie
from factoid.web.visitor import SCOPE, Visitor, form_token_of

GUESTS = "guest"  #: what the audit log calls whoever is not logged in


class Reception:
    """Puts the visitor into every request, and keeps what they see out of caches."""

    def __init__(self, app: ASGIApp, register: Register) -> None:
        self.app, self.register = app, register

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with its visitor."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        connection = HTTPConnection(scope)
        visitor, guest = await run_in_threadpool(self._visitor, connection)
        scope[SCOPE] = visitor

        async def send_kept(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Cache-Control"] = "no-store"
                if guest and headers.get("content-type", "").startswith("text/html"):
                    carrier = Response()
                    set_cookie(carrier, connection, GUEST, guest)
                    headers.append("Set-Cookie", carrier.headers["set-cookie"])
            await send(message)

        with acting_as(visitor.author or GUESTS):
            await self.app(scope, receive, send if _is_same_for_all(scope["path"]) else send_kept)

    def _visitor(self, connection: HTTPConnection) -> tuple[Visitor, str]:
        """Return who it is; and the secret of a guest who has none yet."""
        scheme, _, given = connection.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return self._program(given.strip()), ""
        if secret := cookie_of(connection, SESSION):
            account = self.register.sessions.holder(secret)
            if account:
                return Visitor(
                    author=f"human:{account.name}",
                    form_token=form_token_of(secret),
                    account=account.name,
                    roles=account.roles,
                    pk=account.pk,
                ), ""
        known = cookie_of(connection, GUEST)
        guest = known or secrets.token_urlsafe(32)
        return Visitor(author="", form_token=form_token_of(guest)), "" if known else guest

    def _program(self, secret: str) -> Visitor:
        token = self.register.tokens.holder(secret)
        unguessable = secrets.token_urlsafe(32)  # a program fills in no forms
        if token is None:
            return Visitor(author="", form_token=unguessable, is_program=True)
        return Visitor(
            author=f"human:{token.account}",
            form_token=unguessable,
            account=token.account,
            roles={token.library: token.role},
            is_program=True,
        )


def account_of(scope: Scope) -> int:
    """Return the number of the account that makes a request; 0 for a guest."""
    visitor = scope.get(SCOPE)
    return visitor.pk if isinstance(visitor, Visitor) else 0


def _is_same_for_all(path: str) -> bool:
    return path.startswith("/static/")
