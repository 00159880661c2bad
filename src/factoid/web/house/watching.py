"""What the house says to those who look after it: whether it can answer, and how much it does."""

from __future__ import annotations

import hmac

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse

from factoid.errors import FactoidError, NotAllowed
from factoid.web.guard import is_loopback
from factoid.web.house.lobby import TheLobby
from factoid.web.watch.gauges import Gauges
from factoid.web.watch.observer import address_of, bearer_of

router = APIRouter()

TEXT = "text/plain; version=0.0.4; charset=utf-8"
_FORWARDED = ("x-forwarded-for", "x-forwarded-host", "forwarded")


@router.get("/ready", response_class=PlainTextResponse)
def ready(lobby: TheLobby) -> Response:
    """Say whether the databases answer and have the formats that this version writes; nothing of what is in them."""
    try:
        lobby.house.check()
    except FactoidError:
        return PlainTextResponse("not ready\n", 503)
    return PlainTextResponse("ready\n")


@router.get("/metrics")
def metrics(lobby: TheLobby, request: Request) -> Response:
    """Give the figures to this machine, and to who has the token for them."""
    token: str = request.app.state.metrics_token
    given = bearer_of(request.scope)
    is_here = is_loopback(address_of(request.scope)) and not any(h in request.headers for h in _FORWARDED)
    is_known = bool(token) and hmac.compare_digest(token.encode(), given.encode("utf-8", "replace"))
    if not (is_here or is_known):
        raise NotAllowed("Figures are for this machine, and for who has the token for them.")
    gauges: Gauges = request.app.state.gauges
    return Response(gauges.shown(), media_type=TEXT)
