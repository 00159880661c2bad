"""``factoid remove``: sources out of a library, and back."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from factoid.cli.commands.judge import author_of, object_of
from factoid.cli.libraries import opened_to_judge
from factoid.cli.options import DEFAULT_LIBRARY, AuthorOption, LibraryOption
from factoid.cli.output import shown
from factoid.errors import UsageError
from factoid.model import utc_now
from factoid.store import Library, Loss

_MOST_LISTED = 20  #: judgements


def remove(  # noqa: PLR0913 - a command has as many parameters as the user has options
    names: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE...", show_default=False, help="Short names or ids."),
    ],
    *,
    library: LibraryOption = DEFAULT_LIBRARY,
    restore: Annotated[bool, typer.Option("--restore", help="Put back what was removed.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would go, and change nothing.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; kept with the removal.")] = "",
    author: AuthorOption = "",
) -> None:
    """Take sources out of a library, as if they had never been read. What they say is kept, to be put back.

    First it says what goes with them, and asks. Judgements that rest on their words are withdrawn with them and
    stand again when they are back.

    \b
    Examples
      factoid remove memoir --reason "a forgery"
      factoid remove memoir --dry-run
      factoid remove --restore memoir
      factoid sources --removed
    """
    with opened_to_judge(library) as shelf:
        if restore:
            back = shelf.put_back(names, by=author_of(author), at=utc_now())
            typer.echo(shown(f"put back: {', '.join(back)}"))
            return
        loss = shelf.loss(names)
        typer.echo("\n".join(map(shown, _lines(shelf, loss))))
        if dry_run:
            return
        if not yes:
            _ask(loss)
        done = shelf.remove(names, author=author_of(author), made=utc_now(), reason=reason)
    called = ", ".join(removal.name for removal in done)
    typer.echo(shown(f"removed: {called}. Put back with: factoid remove --restore {called.replace(',', '')}"))


def _ask(loss: Loss) -> None:
    if not sys.stdin.isatty():
        raise UsageError("Nobody is here to be asked. Say --yes to remove, or --dry-run to see what goes.")
    typer.confirm(f"Remove {', '.join(map(shown, loss.names))}?", abort=True)


def _lines(shelf: Library, loss: Loss) -> Sequence[str]:
    lines = [
        f"{', '.join(loss.names)}: {loss.statements:,} statements, {loss.by_hand:,} of them made by hand",
        f"  {loss.persons:,} people of whom nothing else tells, {loss.persons_elsewhere:,} of whom others tell too",
        f"  {len(loss.judgements):,} judgements that rest on these words, withdrawn until they are put back",
    ]
    called = shelf.source_names()
    for judgement in loss.judgements[:_MOST_LISTED]:
        because = f" ({judgement.reason})" if judgement.reason else ""
        on = object_of(judgement, called)
        lines.append(f"    {judgement.id} {judgement.verdict} {on} by {judgement.author}{because}")
    if len(loss.judgements) > _MOST_LISTED:
        lines.append(f"    … and {len(loss.judgements) - _MOST_LISTED:,} more")
    return lines
