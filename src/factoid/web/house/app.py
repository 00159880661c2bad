"""The application of a house: its own pages, and its libraries below their names."""

from __future__ import annotations

import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from urllib.parse import quote

from fastapi import Depends, FastAPI, Request
from fastapi.responses import RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from pydantic.warnings import UnsupportedFieldAttributeWarning

from factoid.store.houses.board import Board
from factoid.store.houses.house import House
from factoid.web.app import STATIC, answer_errors, choose_language
from factoid.web.guard import Guard
from factoid.web.house import entrance, invitations, own, vouched, watching
from factoid.web.house.lobby import Lobby, SignInFirst, admitted
from factoid.web.house.proxy import BehindProxy
from factoid.web.house.reception import Reception, account_of
from factoid.web.house.rooms import Rooms
from factoid.web.house.settings import Settings
from factoid.web.house.turnstile import Turnstile, reading_at_once
from factoid.web.ipif.problems import problem
from factoid.web.login import Provider
from factoid.web.pages import Pages, in_every_language, pages_of
from factoid.web.watch.gauges import Gauges
from factoid.web.watch.observer import AccountLimit, Observer
from factoid.web.work.desk import PATIENCE_SECONDS


def house_app(
    house: House,
    settings: Settings | None = None,
    *,
    patience: float = PATIENCE_SECONDS,
    board: Board | None = None,
    processes: int = 1,
    is_warm: bool = False,
) -> FastAPI:
    """Return the application of a house; it closes the house, and the board, when it ends.

    Where the server is of several ``processes``, they share the ``board``. Where it ``is_warm``, its libraries are
    opened when it begins, and what their first pages would wait for is begun.
    """
    settings, board = settings or Settings(), board or Board()
    provider = Provider(settings.login_service) if settings.login_service else None
    lobby = Lobby(house=house, provider=provider)
    rooms = Rooms(house, patience=patience, board=board, is_warm=is_warm)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        # FastAPI silences it itself, in a way that two threads undo for each other: where two libraries open at once
        warnings.filterwarnings("ignore", category=UnsupportedFieldAttributeWarning)
        if is_warm:
            rooms.warm()
        yield
        rooms.close()
        house.close()
        board.close()

    app = FastAPI(
        title="Factoid", docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan,
        dependencies=[Depends(admitted)], redirect_slashes=False,
    )  # fmt: skip
    app.state.sites = in_every_language(lobby)
    for router in (entrance.router, vouched.router, own.router, invitations.router, watching.router):
        app.include_router(router)
    app.add_api_route("/language", choose_language, methods=["POST"])
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.mount("/", rooms, name="libraries")
    answer_errors(app)
    app.add_exception_handler(SignInFirst, _show_the_door)
    say = lobby.words.say
    app.state.metrics_token, app.state.gauges = settings.metrics_token, Gauges(rooms.sizes)
    app.add_middleware(AccountLimit, account_of=account_of, limits=settings.limits, board=board)
    app.add_middleware(Reception, register=house.register)
    app.add_middleware(Turnstile, reading=reading_at_once(processes))
    app.add_middleware(
        Guard,
        answers_to=settings.answers_to,
        refusal=lobby.error(
            HTTPStatus.FORBIDDEN, say("errors.forbidden"), say("errors.name_text"), is_outside=True
        ),
        failure=lobby.error(500, say("errors.failed"), say("errors.failed_text"), is_outside=True),
    )
    app.add_middleware(Observer, gauges=app.state.gauges, limits=settings.limits, board=board)
    if settings.is_behind_proxy:
        app.add_middleware(BehindProxy)
    return app


async def _show_the_door(request: Request, _: Exception) -> Response:
    """Send a browser to log in and come back; say to a program that it must."""
    steps = request.url.path.split("/")
    if steps[2:3] == ["ipif"] or "authorization" in request.headers:
        said = "Log in, or send the header Authorization: Bearer TOKEN, with a token of this library."
        challenge = {"WWW-Authenticate": "Bearer"}
        return problem(HTTPStatus.UNAUTHORIZED, said, request.url.path, challenge)
    if request.method in ("GET", "HEAD"):
        query = f"?{request.url.query}" if request.url.query else ""
        back = "" if request.url.path == "/" else f"?back={quote(request.url.path + query, safe='/')}"
        return RedirectResponse(f"/login{back}", 303)
    pages: Pages = pages_of(request)
    say = pages.words.say
    return pages.error(401, say("login.title"), say("login.over"))
