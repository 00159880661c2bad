"""``factoid backup`` and ``factoid restore``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factoid.cli.output import shown
from factoid.model import Location, location_of
from factoid.store.copying import Copied, back_up
from factoid.store.copying import restore as restore_from

LibraryArgument = Annotated[
    Location,
    typer.Argument(
        metavar="LIBRARY",
        show_default=False,
        help="A file, or postgresql://USER@HOST/DB?library=NAME.",
        parser=location_of,
    ),
]
FileArgument = Annotated[
    Path, typer.Argument(metavar="FILE", show_default=False, help="The backup, a library file.")
]


def backup(library: LibraryArgument, file: FileArgument) -> None:
    """Write a library as it is at this moment into a new file, which is a library itself.

    Others may go on writing meanwhile. Nothing is overwritten.

    \b
    Examples
      factoid backup library.factoid library-2024-05-01.factoid
      factoid backup "postgresql://anna@db.example.org/lives?library=graz" graz.factoid
    """
    typer.echo(shown(f"{file}: {_held(back_up(library, file))}"))


def restore(file: FileArgument, library: LibraryArgument) -> None:
    """Make a library of a backup, in a file or in a database; it must not be there yet.

    The backup is checked first, and what was restored is counted. It may be of an earlier version.

    \b
    Examples
      factoid restore library-2024-05-01.factoid library.factoid
      factoid restore graz.factoid "postgresql://anna@db.example.org/lives?library=graz"
    """
    typer.echo(shown(f"{library}: {_held(restore_from(file, library))}"))


def _held(copied: Copied) -> str:
    return f"{copied.sources:,} sources, {copied.factoids:,} statements, {copied.judgements:,} judgements"
