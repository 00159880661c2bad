"""One's own account: password, sessions, tokens."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from factoid.errors import UsageError
from factoid.model.access import role_named
from factoid.store.register.passwords import SHORTEST, hash_of
from factoid.store.register.tokens import DAYS
from factoid.web.house.cookies import SESSION, cookie_of
from factoid.web.house.entrance import gone
from factoid.web.house.lobby import Lobby, TheLobby
from factoid.web.house.proxy import sender_of
from factoid.web.routes.forms import OwnForm

router = APIRouter()


@router.get("/account")
def show(lobby: TheLobby) -> HTMLResponse:
    """Show one's memberships and tokens."""
    return _page(lobby)


@router.post("/account/password")
def change_password(lobby: TheLobby, request: Request, form: OwnForm) -> HTMLResponse:
    """Change the password of who knows the old one; their other sessions end."""
    name, say = lobby.visitor.account, lobby.words.say
    where = sender_of(request)
    if form.get("new", "") != form.get("again", ""):
        raise UsageError(say("account.differ"))
    if not lobby.register.attempts.begin(name, where):
        raise UsageError(say("login.throttled"))
    if lobby.register.accounts.recognised(name, form.get("old", "")) is None:
        raise UsageError(say("account.wrong"))
    lobby.register.attempts.forgive(name, where)
    lobby.register.accounts.set_password(name, form.get("new", ""), but=hash_of(cookie_of(request, SESSION)))
    return _page(lobby, done="changed")


@router.post("/account/logout")
def log_out_everywhere(lobby: TheLobby, request: Request, form: OwnForm) -> RedirectResponse:
    """End every session of the account."""
    lobby.register.sessions.end_all(lobby.visitor.pk)
    return gone(request)


@router.post("/account/token")
def make_token(lobby: TheLobby, form: OwnForm) -> HTMLResponse:
    """Make a token and show it, once."""
    try:
        days = float(form.get("days", "") or DAYS)
    except ValueError:
        raise UsageError(lobby.words.say("account.days_wrong")) from None
    secret = lobby.register.tokens.make(
        form.get("name", ""),
        form.get("library", ""),
        role_named(form.get("role", "")),
        of=lobby.visitor.account,
        days=min(days, 10 * DAYS),
    )
    return _page(lobby, secret=secret)


@router.post("/account/revoke")
def revoke_token(lobby: TheLobby, form: OwnForm) -> RedirectResponse:
    """End a token of one's own."""
    lobby.register.tokens.revoke(number_in(form, "token-number"), of=lobby.visitor.account)
    return lobby.go("/account")


def number_in(form: dict[str, str], name: str) -> int:
    """Return the number in a field; -1, which is nobody's, for anything else."""
    held = form.get(name, "")
    return int(held) if held.isascii() and held.isdigit() and len(held) < 10 else -1


def _page(lobby: Lobby, *, secret: str = "", done: str = "") -> HTMLResponse:
    return lobby.page(
        "account.html",
        roles=sorted(lobby.visitor.roles.items()),
        tokens=lobby.register.tokens.of(lobby.visitor.account),
        secret=secret,
        done=done,
        shortest=SHORTEST,
        days=round(DAYS),
    )
