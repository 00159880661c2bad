"""What a house does alike, whatever holds its libraries."""

from __future__ import annotations

from abc import ABC, abstractmethod

from factoid.errors import UsageError
from factoid.model import Location
from factoid.model.access import library_named
from factoid.store.library import Library
from factoid.store.opening import open_library, open_view
from factoid.store.register import Register
from factoid.store.register.acting import actor
from factoid.store.register.trail import Deed
from factoid.store.view import LibraryView

PATIENCE_SECONDS = 30.0  #: for others who write in the register


class AnyHouse(ABC):
    """The libraries of one place, and the register beside them."""

    register: Register

    @abstractmethod
    def names(self) -> tuple[str, ...]:
        """Return the names of the libraries, in order."""

    @abstractmethod
    def location(self, name: str) -> Location:
        """Return where a library is; `NotInLibrary` where there is none."""

    @abstractmethod
    def _place_for(self, name: str) -> Location:
        """Return where a library of a name is, or would be."""

    def make(self, name: str) -> None:
        """Make a library; `UsageError` where the name is taken or no library can have it."""
        if library_named(name) in self.names():
            raise UsageError(f"library {name}: there is one of this name already.")
        with open_library(self._place_for(name), create=True) as made:
            made.in_house(name, self.register.trail)
        self.register.trail.note(Deed(actor=actor(), action="library made", library=name))

    def open_library(self, name: str) -> Library:
        """Open a library to write in it."""
        return open_library(self.location(name)).in_house(name, self.register.trail)

    def open_view(self, name: str) -> LibraryView:
        """Open a library to read in it."""
        return open_view(self.location(name))

    def check(self) -> None:
        """Raise `LibraryError` where the register or a library does not answer, or is of another format."""
        self.register.check()
        for name in self.names()[:1]:  # they lie in one place: where one answers, the others do
            self.open_view(name).close()

    def gather(self) -> None:
        """Bring what was done to the libraries by other programs into the audit log."""
        for name in self.names():
            self.open_library(name).close()

    def close(self) -> None:
        """Let go of the register."""
        self.register.close()
