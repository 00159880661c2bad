"""``factoid export``."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from factoid.cli.failures import say
from factoid.cli.libraries import opened
from factoid.cli.options import DEFAULT_LIBRARY, LibraryOption
from factoid.exchange import Only, SelectedShelf, exporter_names, find_exporter, whole_file


def export(
    *,
    to: Annotated[
        str,
        typer.Option(
            "--to", metavar="FORMAT", help=f"One of: {', '.join(exporter_names())}.", show_default=False
        ),
    ],
    library: LibraryOption = DEFAULT_LIBRARY,
    only: Annotated[
        Only,
        typer.Option(
            "--only", help="Which statements: all, those not rejected by a person, or those accepted."
        ),
    ] = Only.ALL,
    losses: Annotated[
        bool, typer.Option("--losses", help="List what was left out a line each, the most frequent first.")
    ] = False,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Where to write.  [default: standard output]")
    ] = None,
) -> None:
    """Write the library in another format. What the format cannot carry is counted on standard error.

    \b
    Examples
      factoid export --to csv --out lives.csv
      factoid export --to jsonl | jq .quote
      factoid export --to gedcom7 --only accepted --losses --out lives.ged
    """
    exporter = find_exporter(to)
    with opened(library) as opened_library:
        shelf = opened_library if only is Only.ALL else SelectedShelf(opened_library, only)
        if out:
            with whole_file(out) as file:
                lost = exporter.write(shelf, file)
        else:
            lost = exporter.write(shelf, sys.stdout.buffer)
            sys.stdout.buffer.flush()
    say(_list(to, lost) if losses else _account(to, lost))


def _account(to: str, lost: Counter[str]) -> str:
    if not lost:
        return f"{to}: nothing was left out."
    return (
        f"{to} does not carry: "
        + ", ".join(f"{count:,} {kind}" for kind, count in sorted(lost.items()))
        + "."
    )


def _list(to: str, lost: Counter[str]) -> str:
    rows = [
        f"  {count:>9,}  {kind}" for kind, count in sorted(lost.items(), key=lambda item: (-item[1], item[0]))
    ]
    return "\n".join([f"{to} does not carry:" if rows else f"{to}: nothing was left out.", *rows])
