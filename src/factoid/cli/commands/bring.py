"""``factoid import``."""

from __future__ import annotations

from typing import Annotated

import typer

from factoid.cli.failures import ExitCode, say
from factoid.cli.options import DEFAULT_LIBRARY, LibraryOption
from factoid.cli.output import shown
from factoid.cli.wording import losses_in_words
from factoid.exchange.importing import find_importer, importer_names
from factoid.late import late


class _Told:
    """Tells on standard error what is left out."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet

    def bad(self, line: str) -> None:
        """Print the line."""
        say(line)

    def landed(self, name: str, statements: int) -> None:
        """Print that a source landed."""
        if not self._quiet:
            say(f"{name}: {statements:,} statements")


def bring(
    form: Annotated[
        str,
        typer.Argument(metavar="FORMAT", help=f"One of: {', '.join(importer_names())}.", show_default=False),
    ],
    target: Annotated[
        str, typer.Argument(metavar="FILE|URL", help="A file; for ipif an address.", show_default=False)
    ],
    *,
    library: LibraryOption = DEFAULT_LIBRARY,
    losses: Annotated[
        bool, typer.Option("--losses", help="List what was left out a line each, the most frequent first.")
    ] = False,
    pause: Annotated[
        float | None,
        typer.Option(
            "--pause", min=0, max=60, metavar="SECONDS", help="ipif: between two requests.  [default: 0.2]"
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Nothing but what is left out.")] = False,
) -> None:
    """Take records of other programs into a library, each as evidence by its source.

    A record that makes no sense is reported and the others are imported. The same import again changes nothing;
    one that was interrupted goes on.

    \b
    Examples
      factoid import json lives.json --library copy.factoid
      factoid import csv statements.csv
      factoid import gedcom7 family.ged
      factoid import tei persons.xml
      factoid import csl-json zotero.json
      factoid import ipif https://example.org/ipif
    """
    find_importer(form)
    account = late("factoid.pipeline.importing:import_into")(
        library, form, target, _Told(quiet=quiet), pause_seconds=pause or 0.0
    )
    if not quiet:
        sources = ", ".join(f"{count:,} {what}" for what, count in account.sources.items()) or "none"
        typer.echo(shown(f"{library}: sources: {sources}"))
        typer.echo(
            f"  {account.statements:,} statements, {account.people:,} people, {account.judgements:,} judgements"
        )
    lost = +account.lost
    if lost:
        say(*losses_in_words("not taken over", lost, one_a_line=losses))
    if account.problem:
        say(f"factoid: stopped: {account.problem} What was imported until then is kept.")
        raise typer.Exit(ExitCode.FAILED)
    nothing = not account.sources and not account.judgements
    raise typer.Exit(ExitCode.FAILED if nothing else ExitCode.PARTLY if account.bad else ExitCode.DONE)
