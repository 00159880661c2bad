"""``factoid export``."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from factoid.cli.commands.protect import DayOption, day_of_reckoning
from factoid.cli.failures import say
from factoid.cli.libraries import opened
from factoid.cli.options import DEFAULT_LIBRARY, LibraryOption
from factoid.cli.wording import losses_in_words
from factoid.exchange import Only, SelectedShelf, exporter_names, find_exporter, whole_file
from factoid.model import Withheld
from factoid.store import LibraryView, VeiledView


def export(  # noqa: PLR0913 - a command has as many parameters as the user has options
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
    protect: Annotated[
        bool,
        typer.Option("--protect", help="Leave out whoever may be living, and what is marked as protected."),
    ] = False,
    as_of: DayOption = "",
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Where to write.  [default: standard output]")
    ] = None,
) -> None:
    """Write the library in another format. What the format cannot carry is counted on standard error.

    Everything leaves, unless you ask for --protect: then what was withheld is counted too.

    \b
    Examples
      factoid export --to csv --out lives.csv
      factoid export --to jsonl | jq .quote
      factoid export --to csv --protect --out for-everybody.csv
      factoid export --to gedcom7 --only accepted --losses --out lives.ged
    """
    exporter = find_exporter(to)
    with opened(library) as view, _as_asked(view, as_of, protect=protect) as seen:
        shelf = seen if only is Only.ALL else SelectedShelf(seen, only)
        if out:
            with whole_file(out) as file:
                lost = exporter.write(shelf, file)
        else:
            lost = exporter.write(shelf, sys.stdout.buffer)
            sys.stdout.buffer.flush()
        withheld = [_withheld(seen.withheld())] if protect else []
    say(*_account(to, lost, one_a_line=losses), *withheld)


@contextmanager
def _as_asked(view: LibraryView, as_of: str, *, protect: bool) -> Iterator[LibraryView]:
    """Give the library whole, or as readers may see it on the day."""
    day = day_of_reckoning(as_of)
    if not protect:
        yield view
        return
    with VeiledView(view.path, today=lambda: day) as veiled:
        yield veiled


def _withheld(withheld: Withheld) -> str:
    if not withheld:
        return "Nothing had to be withheld."
    return (
        f"Withheld: {withheld.persons:,} persons with {withheld.statements:,} statements, "
        f"{withheld.passages:,} passages of texts, {withheld.sources:,} whole sources."
    )


def _account(to: str, lost: Counter[str], *, one_a_line: bool) -> list[str]:
    if not lost:
        return [f"{to}: nothing was left out."]
    return losses_in_words(f"{to} does not carry", lost, one_a_line=one_a_line)
