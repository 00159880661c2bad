"""The application: a library, its pages, and what it answers when something is amiss."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from http import HTTPStatus
from pathlib import Path

from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, PlainTextResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.types import Lifespan

from factoid.errors import (
    FactoidError,
    LibraryFull,
    NotAllowed,
    UsageError,
)
from factoid.model import Location
from factoid.resources.catalogue import languages
from factoid.store import LibraryView, open_library, open_view
from factoid.web.guard import FormRefused, Guard
from factoid.web.ipif import Writers, ipif_app
from factoid.web.pages import LANGUAGE_COOKIE, Pages, ThePages, in_every_language, pages_of
from factoid.web.permissions import permitted
from factoid.web.routes import (
    adding,
    comparing,
    conflicts,
    drawings,
    explaining,
    exports,
    factoids,
    identity,
    meaning,
    people,
    protecting,
    reasons,
    removing,
    review,
    search,
    sources,
    stating,
)
from factoid.web.routes.forms import OwnForm
from factoid.web.site import Site, TheSite
from factoid.web.statuses import status_of
from factoid.web.visitor import at_this_machine
from factoid.web.work import warming
from factoid.web.work.desk import PATIENCE_SECONDS, Desk

_TITLE_OF_STATUS = {
    400: "bad_request",
    403: "forbidden",
    404: "not_found",
    405: "method",
    413: "too_large",
    503: "busy",
}
YEAR_SECONDS = 365 * 24 * 3600
STATIC = Path(__file__).parent / "static"


def create_app(
    library_path: Location,
    *,
    writers: Writers | None = None,
    is_warm: bool = False,
) -> FastAPI:
    """Return the web application of a library; raises `LibraryError` where it cannot be opened.

    Where the library can only be read, so does the application.
    """
    library: LibraryView
    try:
        library = open_library(library_path)
    except LibraryFull:
        library = open_view(library_path)
    return app_of(library, library_path, writers=writers, is_warm=is_warm)


def app_of(
    library: LibraryView, path: Location, *, author: str | None = None, patience: float = PATIENCE_SECONDS,
    writers: Writers | None = None, is_warm: bool = False,
) -> FastAPI:  # fmt: skip
    """Return the web application of a library that is open; pages wait so many seconds for what takes long.

    At ``/ipif`` it answers other programs; ``writers`` may write there. Where it ``is_warm``, what the first pages
    would wait for is begun when the application is.
    """
    visitor = at_this_machine(author)
    site = Site(library=library, path=path, visitor=visitor, desk=Desk(patience))

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        if is_warm:
            warming.begin(site, *app.state.sites.values())
        yield
        site.close()

    app = pages_app(site, writers or Writers(), lifespan=lifespan)
    say = site.words.say
    app.add_middleware(
        Guard,
        refusal=site.error(
            HTTPStatus.FORBIDDEN, say("errors.forbidden"), say("errors.host_text"), is_outside=True
        ),
        failure=site.error(500, say("errors.failed"), say("errors.failed_text")),
    )
    return app


def pages_app(
    site: Site, writers: Writers, *, more: Sequence[APIRouter] = (), lifespan: Lifespan[FastAPI] | None = None
) -> FastAPI:
    """Return the pages of a library without what keeps strangers out; ``more`` pages stand beside them."""
    app = FastAPI(title="Factoid", docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan,
                  dependencies=[Depends(permitted())])  # fmt: skip
    app.state.sites = in_every_language(site)
    for router in (
        people.router,
        identity.router,
        reasons.router,
        sources.router,
        stating.router,
        meaning.router,
        conflicts.router,
        review.router,
        drawings.router,
        adding.router,
        comparing.router,
        exports.router,
        factoids.router,
        search.router,
        explaining.router,
        protecting.router,
        removing.router,
        *more,
    ):
        app.include_router(router)
    app.add_api_route("/language", choose_language, methods=["POST"])
    app.add_api_route("/health", _health, methods=["GET"], response_class=PlainTextResponse)
    app.mount("/ipif", ipif_app(site, writers), name="ipif")
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    answer_errors(app)
    return app


def answer_errors(app: FastAPI) -> None:
    """Let the application answer every error with a page."""
    for kind in (FactoidError, FormRefused, HTTPException, RequestValidationError):
        app.add_exception_handler(kind, _answer_error)


def choose_language(pages: ThePages, form: OwnForm) -> RedirectResponse:
    """Keep the language of the pages in a cookie of this browser, and go back to the page."""
    language, back = form.get("language", ""), form.get("back", "/")
    if language not in languages():
        raise UsageError(pages.words.say("errors.bad_request_text"))
    answer = RedirectResponse(own_path(back), 303)
    answer.set_cookie(LANGUAGE_COOKIE, language, max_age=YEAR_SECONDS, httponly=True, samesite="strict")
    return answer


def own_path(given: str) -> str:
    """Return a path of this server; the first page for an address that would lead elsewhere."""
    return given if re.match(r"/(?![/\\])[^\x00-\x20]*$", given) else "/"


def _health(site: TheSite) -> str:
    return f"ok {site.library.count_sources()}\n"


async def _answer_error(request: Request, error: Exception) -> HTMLResponse:
    """Say what is the matter, on a page."""
    pages: Pages = pages_of(request)
    say = pages.words.say
    status: int
    if isinstance(error, NotAllowed):
        return pages.error(403, say("errors.not_allowed"), say("errors.not_allowed_text"))
    if isinstance(error, FactoidError):
        status = status_of(error)
        text = pages.discreet(str(error)) or say("errors.not_found_text")
    elif isinstance(error, FormRefused):
        status, text = error.status, say(f"errors.{error.key}")
    else:
        status = error.status_code if isinstance(error, HTTPException) else HTTPStatus.BAD_REQUEST
        text = say(f"errors.{_TITLE_OF_STATUS.get(status, 'failed')}_text")
    return pages.error(status, say(f"errors.{_TITLE_OF_STATUS.get(status, 'failed')}"), text)
