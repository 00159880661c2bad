"""Options that several commands share, so that they mean and look the same everywhere."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from factoid.model import Location, location_of

DEFAULT_LIBRARY = Path("library.factoid")


class Format(StrEnum):
    """How a command answers."""

    TEXT = "text"  #: for people
    JSON = "json"  #: for scripts


LibraryOption = Annotated[
    Location,
    typer.Option(
        "--library",
        metavar="FILE",
        envvar="FACTOID_LIBRARY",
        help="The library: a file, or postgresql://USER@HOST/DB?library=NAME.",
        parser=location_of,
    ),
]
DatabaseOption = Annotated[
    str,
    typer.Option(
        "--database",
        metavar="FOLDER",
        envvar="FACTOID_DATABASE",
        show_default=False,
        help="The house: a folder of libraries with their register of accounts.",
    ),
]
FormatOption = Annotated[
    Format, typer.Option("--format", help="text for people, json for scripts (nothing but JSON on stdout).")
]
ReasonOption = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; kept with the judgement.")]
AuthorOption = Annotated[
    str,
    typer.Option(
        "--author", metavar="NAME", envvar="FACTOID_AUTHOR", help="Who judges; else your login name."
    ),
]
