"""Accepting an invitation: with an account, or by making one."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from factoid.store.register.acting import acting_as
from factoid.store.register.passwords import SHORTEST
from factoid.web.house.cookies import is_exposed
from factoid.web.house.entrance import begin_session
from factoid.web.house.lobby import TheLobby
from factoid.web.routes.forms import OwnForm

router = APIRouter()


@router.get("/invitation/{secret}")
def show(lobby: TheLobby, request: Request, secret: str) -> Response:
    """Show what somebody is invited to."""
    held = lobby.register.invitations.open(secret)
    return lobby.page(
        "invitation.html",
        invitation=held,
        here=f"/invitation/{secret}",
        is_exposed=is_exposed(request),
        shortest=SHORTEST,
    )


@router.post("/invitation/{secret}")
def accept_as_new(lobby: TheLobby, request: Request, secret: str, form: OwnForm) -> Response:
    """Make an account, a member, and a session."""
    if is_exposed(request):
        return lobby.error(403, lobby.words.say("errors.not_allowed"), lobby.words.say("login.exposed"))
    account = lobby.register.invitations.accept_as_new(secret, form.get("name", ""), form.get("password", ""))
    with acting_as(f"human:{account.name}"):
        return begin_session(lobby, request, account.pk, f"/{next(iter(account.roles))}/")


@router.post("/invitation/{secret}/join")
def join(lobby: TheLobby, secret: str, form: OwnForm) -> RedirectResponse:
    """Make who is in already a member."""
    return lobby.go(f"/{lobby.register.invitations.accept(secret, lobby.visitor.account).library}/")
