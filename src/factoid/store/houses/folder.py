"""A house that is a folder: for small teams, and for tests."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager
from pathlib import Path

from sqlalchemy import Connection

from factoid.errors import LibraryFull, NotALibrary, NotInLibrary
from factoid.model.access import is_library_name
from factoid.store.engines.sqlite import SqliteFile
from factoid.store.houses.housekeeping import PATIENCE_SECONDS, AnyHouse
from factoid.store.register import Register

REGISTER = "register.sqlite"
ENDING = ".factoid"


class FolderHouse(AnyHouse):
    """The libraries ``NAME.factoid`` of a folder, and the register beside them.

    Files with other names are left alone.
    """

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        self.folder = folder
        if not folder.is_dir():
            raise NotALibrary(f"{folder}: no such folder. Make it, or name another with --database.")
        self.register = Register(FileLedger(folder / REGISTER, create=create))

    @property
    def place(self) -> str:
        """The folder."""
        return str(self.folder)

    def names(self) -> tuple[str, ...]:
        """Return the names of the libraries, in order."""
        stems = (path.stem for path in self.folder.glob(f"*{ENDING}") if path.is_file())
        return tuple(sorted(stem for stem in stems if is_library_name(stem)))

    def location(self, name: str) -> Path:
        """Return the file of a library; `NotInLibrary` where there is none."""
        if not is_library_name(name) or not self._place_for(name).is_file():
            raise NotInLibrary(f"{name[:60]}: no such library in {self.place}.")
        return self._place_for(name)

    def _place_for(self, name: str) -> Path:
        return self.folder / f"{name}{ENDING}"


class FileLedger:
    """A register in a SQLite file that only its owner may read."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        self._path = path
        if not path.exists():
            if not create:
                raise NotALibrary(
                    f"{path.parent}: has no register of accounts. Make the first account with: "
                    f"factoid account add NAME --database {path.parent}"
                )
            _make_private(path)
        self._file = SqliteFile(path, writes=True, patience_seconds=PATIENCE_SECONDS)
        self._file.keep_log()

    @property
    def place(self) -> str:
        """The file."""
        return str(self._path)

    def reading(self) -> AbstractContextManager[Connection]:
        """Give a connection that sees one unchanging state."""
        return self._file.reading()

    def writing(self) -> AbstractContextManager[Connection]:
        """Give a connection for one change; others wait."""
        return self._file.writing(durable=True)

    def close(self) -> None:
        """Let go of the file."""
        self._file.engine.dispose()


def _make_private(path: Path) -> None:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    except OSError as error:
        raise LibraryFull(
            f"{path}: cannot be made ({error.strerror}). Check the rights of its folder."
        ) from error
