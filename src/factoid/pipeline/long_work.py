"""What takes long in a large library and is kept in it: who is who, who may be one person, conflicts, dependences."""

from __future__ import annotations

from enum import StrEnum

from factoid.model import Location
from factoid.pipeline.doubts import see_to_doubts
from factoid.pipeline.hearing import refresh
from factoid.pipeline.persons import Linker
from factoid.pipeline.witnesses import witnesses_of
from factoid.store import Library, VeiledView, open_library


class Work(StrEnum):
    """A piece of it. Each does nothing where what it gives is kept already."""

    LINK = "link"  #: let the persons follow what was read and judged
    CATCH_UP = "catch up"  #: the same, but not where all that changed is that statements were rejected
    DOUBT = "doubt"  #: find the pairs that may be one person
    HEAR = "hear"  #: find the conflicts, and which sources are one witness


class Workbench:
    """A library at which such work is done, and what was weighed there before."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._linker = Linker(library)

    @classmethod
    def at(cls, location: Location) -> Workbench:
        """Open a library to work at it."""
        return cls(open_library(location))

    def do(self, work: Work) -> None:
        """Do the work, and keep in the library what it gives."""
        if work in (Work.LINK, Work.CATCH_UP):
            self._linker.refresh(for_verdicts=work is Work.LINK)
        elif work is Work.DOUBT:
            self._linker.refresh()
            see_to_doubts(self.library)
        else:
            hear(self.library)


def hear(library: Library | VeiledView) -> None:
    """Find the conflicts of a library, and which of its sources are one witness."""
    refresh(library)
    witnesses_of(library)
