"""Libraries as commands use them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from factoid.errors import LibraryBusy, LibraryFull
from factoid.model import Location
from factoid.pipeline.persons import Linker
from factoid.store import Library, LibraryView, open_library, open_view


@contextmanager
def opened(path: Location) -> Iterator[LibraryView]:
    """Open a library to look things up, with its persons worked out: a run may have been killed before that.

    Where the library cannot be written, the persons of the last run are what there is.
    """
    with suppress(LibraryFull, LibraryBusy), open_library(path) as library:
        Linker(library).refresh()
    with open_view(path) as view:
        yield view


@contextmanager
def opened_to_judge(path: Location) -> Iterator[Library]:
    """Open a library to judge in it; afterwards the persons follow the judgement."""
    with open_library(path) as library:
        linker = Linker(library)
        linker.refresh()
        yield library
        linker.refresh()
