"""``factoid audit``: the log of what was changed in a house, and whether it is whole."""

from __future__ import annotations

from contextlib import closing
from typing import Annotated

import typer

from factoid.cli.options import DatabaseOption, Format, FormatOption
from factoid.cli.output import print_json, print_rows
from factoid.errors import AuditBroken
from factoid.store.houses.house import open_house

audit = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="""Look through the log of what was changed in a house, and see whether it is whole.

    \b
    Examples
      factoid audit list --database house
      factoid audit verify --database house
    """,
)


@audit.command()
def verify(
    database: DatabaseOption,
    *,
    head: Annotated[
        str,
        typer.Option(
            "--head", metavar="NUMBER:HASH", help="A head that was kept elsewhere: it must be in the log."
        ),
    ] = "",
    format_: FormatOption = Format.TEXT,
) -> None:
    """Look through the whole log; print its head, to be kept elsewhere, or the first entry that does not hold.

    \b
    Examples
      factoid audit verify --database lives/
      factoid audit verify --database lives/ --head 1207:5f0c…
    """  # fmt: skip
    with closing(open_house(database)) as house:
        house.gather()
        found = house.register.trail.verify(head or None)
    if format_ is Format.JSON:
        print_json(
            {
                "entries": found.entries,
                "holds": found.holds,
                "head": found.head,
                "broken_at": found.broken_at,
                "why": found.why,
            }
        )
    elif found.holds:
        typer.echo(f"{found.entries} entries, each follows from the one before. Head: {found.head}")
    if not found.holds:
        raise AuditBroken(
            f"entry {found.broken_at} of the audit log does not hold: {found.why}. The {found.entries} before "
            "it do. Compare with a backup."
        )


@audit.command("list")
def list_entries(
    database: DatabaseOption,
    *,
    library: Annotated[
        str, typer.Option("--library", metavar="NAME", help="Only what concerns this library.")
    ] = "",
    last: Annotated[int, typer.Option("--last", min=1, metavar="N", help="Only the last so many.")] = 100,
    format_: FormatOption = Format.TEXT,
) -> None:
    """List what was done: when it was noted, by whom, what, in which library, to what, and when it was done if earlier.

    \b
    Example
      factoid audit list --database lives/ --library lives --last 20
    """
    with closing(open_house(database)) as house:
        house.gather()
        found = house.register.trail.entries(library=library or None, last=last)
    columns = ("number", "at", "actor", "action", "library", "subject", "done")
    if format_ is Format.JSON:
        print_json(
            [
                dict(
                    zip(columns, (e.seq, e.at, e.actor, e.action, e.library, e.subject, e.done), strict=True)
                )
                | {"detail": dict(e.detail), "previous": e.previous, "hash": e.hash}
                for e in found
            ]
        )
        return
    print_rows(
        columns,
        [
            (
                str(e.seq),
                e.at,
                e.actor,
                e.action,
                e.library or "",
                e.subject or "",
                e.done if e.done != e.at else "",
            )
            for e in found
        ],
    )
