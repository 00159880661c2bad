"""One library as pages: the library, who waits for what, and what is being read."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import wraps
from typing import Annotated, ParamSpec, TypeVar

from fastapi import Depends

from factoid.errors import LibraryFull
from factoid.model import Location
from factoid.pipeline.long_work import Work, Workbench, hear
from factoid.store import Library, LibraryView, VeiledView
from factoid.store.houses.board import Board
from factoid.store.register import Register
from factoid.web.pages import Pages, pages_of
from factoid.web.work.adding import Reading
from factoid.web.work.desk import Desk
from factoid.web.work.scriptorium import LARGE, Scriptorium


@dataclass(frozen=True, slots=True, kw_only=True)
class Site(Pages):
    """One library as a web application."""

    library: LibraryView
    path: Location
    register: Register | None = None  #: who may do what; none where there are no accounts
    desk: Desk = field(default_factory=Desk)
    board: Board = field(default_factory=Board)  #: what the processes of the server tell each other
    scriptorium: Scriptorium = field(default_factory=Scriptorium)  #: where work of large libraries is done
    reading: Reading = field(init=False)

    def __post_init__(self) -> None:
        """Make the templates once."""
        super(Site, self).__post_init__()
        object.__setattr__(self, "reading", Reading(self.path, board=self.board))

    @property
    def title(self) -> str:
        """The name of the library."""
        return self.root.removeprefix("/") or self.path.name

    @property
    def is_writable(self) -> bool:
        """Whether anything can be judged or added."""
        return isinstance(self.library, Library)

    @property
    def writable(self) -> Library:
        """The library to write in; `LibraryFull` where it can only be read."""
        if not isinstance(self.library, Library):
            raise LibraryFull(
                f"{self.path.name}: can only be read. Check the rights of the file and its folder."
            )
        return self.library

    def see_to(self, work: Work) -> None:
        """Let work on the library be done, and return when it is: beside the server, where the library is large."""
        library = self.library
        is_large = library.count_statements() >= LARGE
        is_done = is_large and self._may_be_written and self.scriptorium.do(work, self.path)
        if isinstance(library, VeiledView) and work is Work.HEAR:
            # what nothing hidden touches is taken over from what was found for the whole library
            hear(library)
        elif isinstance(library, Library) and not is_done:
            Workbench(library).do(work)

    @property
    def _may_be_written(self) -> bool:
        return isinstance(self.library, Library | VeiledView)

    def discreet(self, message: str) -> str:
        """Return a message; to members of a house, without where on the machine the library is."""
        return message.replace(str(self.path), self.title) if self.register else message

    def close(self) -> None:
        """End what is being read and worked out, and let go of the library."""
        self.reading.close()
        self.scriptorium.close()
        self.desk.close()
        self.library.close()


P = ParamSpec("P")
R = TypeVar("R")


def at_one_moment(page: Callable[P, R]) -> Callable[P, R]:
    """Let a page that waits for nothing ask all that it asks of its library at once."""

    @wraps(page)
    def shown(*args: P.args, **named: P.kwargs) -> R:
        site = named.get("site")
        with site.library.moment() if isinstance(site, Site) else nullcontext():
            return page(*args, **named)

    return shown


TheSite = Annotated[Site, Depends(pages_of)]


def utc_today() -> date:
    """Return the day on which who may be living is reckoned."""
    return datetime.now(UTC).date()
