"""A house: several libraries and the one register of who may do what in them.

``factoid serve --database`` serves one. A folder is the smallest: `register.sqlite` beside `NAME.factoid` files;
a PostgreSQL database the other: each library a schema, the register one of its own.
"""

from __future__ import annotations

from typing import Protocol

from factoid.model import InDatabase, Location, location_of
from factoid.store.houses.folder import FolderHouse
from factoid.store.houses.server import DatabaseHouse
from factoid.store.library import Library
from factoid.store.register import Register
from factoid.store.view import LibraryView


class House(Protocol):
    """Several libraries, known by name (`factoid.model.access.is_library_name`), and their register."""

    @property
    def place(self) -> str:
        """What messages call the house; never with a password."""

    @property
    def register(self) -> Register:
        """Who may do what."""

    def names(self) -> tuple[str, ...]:
        """Return the names of the libraries, in order."""

    def make(self, name: str) -> None:
        """Make a library; `UsageError` where the name is taken or no library can have it."""

    def location(self, name: str) -> Location:
        """Return where a library is, as commands take it; `NotInLibrary` where there is none of this name."""

    def open_library(self, name: str) -> Library:
        """Open a library to write in it; `NotInLibrary` where there is none of this name."""

    def open_view(self, name: str) -> LibraryView:
        """Open a library to read in it; `NotInLibrary` where there is none of this name."""

    def check(self) -> None:
        """Raise `LibraryError` where the register or a library does not answer, or is of another format."""

    def gather(self) -> None:
        """Bring what was done to the libraries by other programs into the audit log."""

    def close(self) -> None:
        """Let go of the register; libraries that were opened are closed by who opened them."""


def open_house(address: str, *, create: bool = False) -> House:
    """Open the house at an address, a folder or ``postgresql://user@host/db``.

    With ``create``, a register is made where there is none.

    Raises `NotALibrary` where there is no house, and whatever opening its register raises.
    """
    place = location_of(address)
    if isinstance(place, InDatabase):
        return DatabaseHouse(place, create=create)
    return FolderHouse(place, create=create)
