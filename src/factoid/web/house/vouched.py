"""Coming in by a login service: sent there, and come back."""

from __future__ import annotations

import hmac
import logging
import secrets
from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from factoid.errors import NotInRegister
from factoid.store.register.acting import acting_as, actor
from factoid.store.register.trail import Deed
from factoid.store.register.values import Account
from factoid.web.app import own_path
from factoid.web.house.cookies import ATTEMPT, cookie_of, drop_cookie, is_exposed, set_cookie
from factoid.web.house.entrance import give_session, show_door
from factoid.web.house.lobby import Lobby, TheLobby
from factoid.web.house.proxy import origin_of, sender_of
from factoid.web.login import NotVouched, Provider, ServiceFails
from factoid.web.login.provider import Attempt

router = APIRouter()
_LOG = logging.getLogger(__name__)


@router.get("/oidc/login")
def begin(lobby: TheLobby, request: Request, back: Annotated[str, Query(max_length=1000)] = "/") -> Response:
    """Send a browser to the login service, with what binds the answer to it in a cookie."""
    provider, back = _provider(lobby), own_path(back)
    if lobby.visitor.account:
        return RedirectResponse(back, 303)
    if is_exposed(request):
        return show_door(lobby, back, failed="exposed", status=403)
    attempt = Attempt(secrets.token_urlsafe(32))
    attempts, where = lobby.register.attempts, sender_of(request)
    if not attempts.begin(attempt.state, where):
        return show_door(lobby, back, failed="throttled", status=429)
    try:
        address = provider.address(attempt, _return_address(request))
    except ServiceFails as error:
        return _failed(lobby, back, "service", str(error), 502)
    attempts.forgive(attempt.state, where)
    answer = RedirectResponse(address, 303)
    set_cookie(answer, request, ATTEMPT, f"{attempt.secret}.{quote(back, safe='')}")
    return answer


@router.get("/oidc/back")
def come_back(lobby: TheLobby, request: Request) -> Response:
    """Let in whom the login service vouches for and the house knows; the attempt is over in any case."""
    provider = _provider(lobby)
    secret, _, path = cookie_of(request, ATTEMPT).partition(".")
    answer = _answered(lobby, request, provider, Attempt(secret) if secret else None, own_path(unquote(path)))
    drop_cookie(answer, request, ATTEMPT)
    return answer


def _answered(
    lobby: Lobby, request: Request, provider: Provider, attempt: Attempt | None, back: str
) -> Response:
    given, where = request.query_params, sender_of(request)
    state = attempt.state if attempt else "no attempt"
    if is_exposed(request):
        return show_door(lobby, back, failed="exposed", status=403)
    if not lobby.register.attempts.begin(state if attempt else secrets.token_hex(8), where):
        return show_door(lobby, back, failed="throttled", status=429)
    if attempt is None or not hmac.compare_digest(given.get("state", "").encode(), state.encode()):
        return _failed(lobby, back, "stale", "not begun in this browser", 400)
    try:
        account = _account(lobby, request, provider, attempt)
    except ServiceFails as error:
        return _failed(lobby, back, "service", str(error), 502)
    except NotVouched as error:
        return _failed(lobby, back, "stranger", str(error), 403)
    if account is None:
        return _failed(lobby, back, "stranger", "neither known nor invited", 403)
    lobby.register.attempts.forgive(state, where)
    with acting_as(f"human:{account.name}"):
        # Not a redirection: a browser that another site sent here would leave the session's strict cookie out.
        return give_session(lobby, request, account.pk, lobby.page("entered.html", back=back))


def _account(lobby: Lobby, request: Request, provider: Provider, attempt: Attempt) -> Account | None:
    given = request.query_params
    if given.get("iss", provider.service.issuer) != provider.service.issuer:  # RFC 9207
        raise NotVouched("another issuer answers")
    if "error" in given or not given.get("code"):
        raise NotVouched("the service let nobody in")
    who = provider.vouched(attempt, given["code"], _return_address(request))
    return lobby.register.passports.admit(who, domains=provider.service.domains)


def _failed(lobby: Lobby, back: str, key: str, why: str, status: int) -> Response:
    """Note what was the matter, in our own words, and show the door."""
    _LOG.warning("login service: %s", why)
    lobby.register.trail.note(Deed(actor=actor(), action="login failed", detail={"service": why}))
    return show_door(lobby, back, failed=key, status=status)


def _provider(lobby: Lobby) -> Provider:
    if lobby.provider is None:
        raise NotInRegister("this house has no login service.")
    return lobby.provider


def _return_address(request: Request) -> str:
    return f"{origin_of(request)}/oidc/back"
