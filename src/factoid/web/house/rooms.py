"""The libraries of a house, each below its name, for its members alone."""

from __future__ import annotations

from dataclasses import replace
from threading import Lock, Thread

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from factoid.errors import FactoidError, LibraryFull, NotInLibrary
from factoid.model.access import Action, is_library_name
from factoid.pipeline.long_work import Work
from factoid.store import LibraryView
from factoid.store.houses.board import Board
from factoid.store.houses.house import House
from factoid.store.protection.veiled import VeiledView
from factoid.web.app import pages_app
from factoid.web.house import members
from factoid.web.house.lobby import SignInFirst
from factoid.web.ipif import Writers
from factoid.web.site import Site, utc_today
from factoid.web.visitor import SCOPE, Visitor
from factoid.web.watch.gauges import Size
from factoid.web.work import warming
from factoid.web.work.desk import PATIENCE_SECONDS, SHARED_HANDS, SHARED_TURN_SECONDS, Desk
from factoid.web.work.scriptorium import Scriptorium

MOST_WARMED = 8  #: libraries of a house that are opened before anybody comes


class Account(Writers):
    """Whoever is let through to write by IPIF has an account."""

    def __init__(self) -> None:
        super().__init__({"-": "-"})

    def writer_of(self, request: Request) -> str:
        """Return the account that the token is of."""
        visitor: Visitor = request.scope[SCOPE]
        return visitor.account


class Rooms:
    """Opens a library when the first of its members comes, and keeps it open."""

    def __init__(
        self,
        house: House,
        *,
        patience: float = PATIENCE_SECONDS,
        board: Board | None = None,
        is_warm: bool = False,
    ) -> None:
        self.house, self._patience, self._board = house, patience, board or Board()
        self._is_warm, self._scriptorium = is_warm, Scriptorium()
        self._open: dict[tuple[str, bool], tuple[Site, FastAPI]] = {}
        self._opening: dict[tuple[str, bool], Lock] = {}
        self._lock = Lock()
        self._is_closed = False
        self._building = Lock()  # FastAPI cannot take in the routes of two applications at once

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lead members on, and send everybody else away alike, whether there is such a library or not."""
        name, slash, _ = scope["path"].removeprefix("/").partition("/")
        visitor: Visitor = scope[SCOPE]
        if not visitor.account:
            raise SignInFirst
        within = visitor.within(name)
        if within.role is None or not is_library_name(name):
            raise NotInLibrary("")
        try:
            is_veiled = not within.may(Action.SEE_PROTECTED)
            held = self._open.get((name, is_veiled))
            app = held[1] if held else await run_in_threadpool(self.room, name, is_veiled=is_veiled)
        except NotInLibrary:  # its message says where the house is
            raise NotInLibrary("") from None
        path = scope["path"] if slash else f"/{name}/"
        inner = {**scope, "root_path": f"/{name}", "path": path, SCOPE: replace(within), "app": app}
        await app(inner, receive, send)

    def room(self, name: str, *, is_veiled: bool = False) -> FastAPI:
        """Return the pages of a library; ``is_veiled``: as those see it who may not see who is protected.

        They share nothing that was worked out. `NotInLibrary` where there is no library of this name.
        """
        key = name, is_veiled
        with self._lock:
            opening = self._opening.setdefault(key, Lock())
        with opening:  # the members of other libraries do not wait while this one is opened
            if key not in self._open:
                opened = self._opened(name, is_veiled=is_veiled)
                with self._lock:
                    self._open[key] = opened
                if self._is_warm:
                    site, app = opened
                    warming.begin(site, *app.state.sites.values())
            return self._open[key][1]

    def warm(self) -> Thread:
        """Open the libraries of the house one after the other, and begin in each with what its first pages need."""
        thread = Thread(target=self._warm, name="warming the house", daemon=True)
        thread.start()
        return thread

    def _warm(self) -> None:
        for name in self.house.names()[:MOST_WARMED]:
            if self._is_closed:
                return
            try:
                self.room(name)
            except FactoidError:  # whoever visits it is told
                continue

    def sizes(self) -> dict[str, Size]:
        """Return how much there is in the libraries that are open."""
        with self._lock:
            opened = {name: site for (name, is_veiled), (site, _) in self._open.items() if not is_veiled}
        found = {}
        for name, site in opened.items():
            sources = site.library.sources()
            found[name] = Size(
                sources=len(sources),
                persons=site.library.count_people(),
                statements=sum(source.factoids for source in sources),
                waiting=sum(not addition.is_over for addition in site.reading.latest()),
            )
        return found

    def close(self) -> None:
        """Let go of every library."""
        self._is_closed = True
        self._scriptorium.close()
        with self._lock:
            for site, _ in self._open.values():
                site.close()
            self._open.clear()

    def _opened(self, name: str, *, is_veiled: bool) -> tuple[Site, FastAPI]:
        path = self.house.location(name)
        library: LibraryView
        try:
            library = self.house.open_library(name)
        except LibraryFull:
            library = self.house.open_view(name)
        site = Site(
            root=f"/{name}",
            library=library,
            path=path,
            register=self.house.register,
            desk=Desk(self._patience, hands=SHARED_HANDS, turn_seconds=SHARED_TURN_SECONDS),
            board=self._board,
            scriptorium=self._scriptorium,
        )
        try:
            # Each process opens it, while others judge: a verdict is no reason to link all of it anew.
            site.see_to(Work.CATCH_UP)
        except LibraryFull:
            library.close()
            library = self.house.open_view(name)
            site = replace(site, library=library)
        if is_veiled:
            library.close()
            site = replace(site, library=VeiledView(path, today=utc_today))
        with self._building:
            return site, pages_app(site, Account(), more=(members.router,))
