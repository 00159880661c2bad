"""Coming in and going out, and the libraries one may see."""

from __future__ import annotations

from typing import Annotated, TypeVar

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import PlainTextResponse, RedirectResponse

from factoid.store.register.acting import acting_as, actor
from factoid.store.register.trail import Deed
from factoid.web.app import own_path
from factoid.web.house.cookies import GUEST, SESSION, cookie_of, drop_cookie, is_exposed, set_cookie
from factoid.web.house.lobby import Lobby, TheLobby
from factoid.web.house.proxy import sender_of
from factoid.web.routes.forms import OwnForm

router = APIRouter()
AnAnswer = TypeVar("AnAnswer", bound=Response)


@router.get("/health", response_class=PlainTextResponse)
def health() -> str:
    """Say that the house answers; nothing of what is in it."""
    return "ok\n"


@router.get("/")
def list_libraries(lobby: TheLobby) -> Response:
    """Show the libraries that the visitor is a member of."""
    there = set(lobby.house.names())
    held = sorted((name, role) for name, role in lobby.visitor.roles.items() if name in there)
    return lobby.page("libraries.html", libraries=held)


@router.get("/login")
def ask(lobby: TheLobby, request: Request, back: Annotated[str, Query(max_length=2000)] = "/") -> Response:
    """Show the form; who is in already goes on."""
    if lobby.visitor.account:
        return RedirectResponse(own_path(back), 303)
    return show_door(lobby, own_path(back), failed="exposed" if is_exposed(request) else "")


@router.post("/login")
def log_in(lobby: TheLobby, request: Request, form: OwnForm) -> Response:
    """Let in who has the password; to everybody else say the same, whether there is such an account or not."""
    name, password, back = form.get("name", ""), form.get("password", ""), own_path(form.get("back", "/"))
    if is_exposed(request):
        return show_door(lobby, back, failed="exposed", status=403)
    attempts, where = lobby.register.attempts, sender_of(request)
    if not attempts.begin(name, where):
        return show_door(lobby, back, failed="throttled", status=429)
    account = lobby.register.accounts.recognised(name, password)
    if account is None:
        # what else was typed may be a password: it is not noted
        known = lobby.register.accounts.is_known(name)
        lobby.register.trail.note(
            Deed(actor=actor(), action="login failed", subject=name.strip().lower() if known else None)
        )
        return show_door(lobby, back, failed="wrong", status=401)
    attempts.forgive(name, where)
    with acting_as(f"human:{account.name}"):
        return begin_session(lobby, request, account.pk, back)


@router.post("/logout")
def log_out(lobby: TheLobby, request: Request, form: OwnForm) -> RedirectResponse:
    """End the session of this browser."""
    lobby.register.sessions.end(cookie_of(request, SESSION))
    return gone(request)


def begin_session(lobby: Lobby, request: Request, account: int, back: str) -> RedirectResponse:
    """Begin a new session, never go on with one that was there before, and go on to a page."""
    return give_session(lobby, request, account, RedirectResponse(back, 303))


def give_session(lobby: Lobby, request: Request, account: int, answer: AnAnswer) -> AnAnswer:
    """Put a new session into an answer, and end the one that was there before."""
    if before := cookie_of(request, SESSION):
        lobby.register.sessions.end(before)
    set_cookie(answer, request, SESSION, lobby.register.sessions.begin(account))
    drop_cookie(answer, request, GUEST)
    return answer


def gone(request: Request) -> RedirectResponse:
    """Send a browser back to the door, without its session."""
    answer = RedirectResponse("/login", 303)
    drop_cookie(answer, request, SESSION)
    return answer


def show_door(lobby: Lobby, back: str, *, failed: str = "", status: int = 200) -> Response:
    """Show the page where one logs in, with what was the matter."""
    service = lobby.provider.service.name if lobby.provider else ""
    return lobby.page("login.html", status=status, back=back, failed=failed, service=service)
