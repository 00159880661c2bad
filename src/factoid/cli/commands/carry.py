"""``factoid carry``: judgements to another edition of a source."""

from __future__ import annotations

from typing import Annotated

import typer

from factoid.cli.commands.judge import object_of
from factoid.cli.libraries import opened_to_judge
from factoid.cli.options import DEFAULT_LIBRARY, LibraryOption
from factoid.cli.output import shown

EditionArgument = Annotated[str, typer.Argument(show_default=False, help="A short name or an id.")]


def carry(old: EditionArgument, new: EditionArgument, *, library: LibraryOption = DEFAULT_LIBRARY) -> None:
    """Carry what was judged of one edition of a source over to another, where its words stand unchanged.

    A changed file that is read again has it done by itself. What rests on words that the new edition has otherwise is
    listed, and stays with the old one. Each judgement that was carried over can be withdrawn by itself.

    \b
    Example
      factoid carry letters letters-of-1962
    """
    with opened_to_judge(library) as shelf:
        found = shelf.carry_over(old, new)
        called = shelf.source_names()
    typer.echo(shown(f"{len(found.passed):,} judgements on {found.old} carried over to {found.new}"))
    for held in found.left:
        because = f" ({held.reason})" if held.reason else ""
        typer.echo(
            shown(f"  not {held.id} {held.verdict} {object_of(held, called)} by {held.author}{because}")
        )
