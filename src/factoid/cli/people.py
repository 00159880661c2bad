"""``factoid people``."""

from __future__ import annotations

from typing import Annotated

import typer

from factoid.cli.libraries import opened
from factoid.cli.options import DEFAULT_LIBRARY, Format, FormatOption, LibraryOption
from factoid.cli.output import print_json, print_rows
from factoid.exchange import json_of_summary
from factoid.model import PersonSummary

COLUMNS = ("name", "born", "died", "statements", "sources", "also called", "id")


def people(
    query: Annotated[
        str | None, typer.Argument(metavar="[QUERY]", show_default=False, help="Part of a name.")
    ] = None,
    *,
    library: LibraryOption = DEFAULT_LIBRARY,
    form: FormatOption = Format.TEXT,
    limit: Annotated[int | None, typer.Option("--limit", min=1, metavar="N", help="At most so many.")] = None,
) -> None:
    """List the people, or those that match a query.

    \b
    Examples
      factoid people
      factoid people kowalska
      factoid people --format json --library lives.factoid
    """
    with opened(library) as shelf:
        found = shelf.people(query, limit=limit)
    if form is Format.JSON:
        print_json([json_of_summary(person) for person in found])
    else:
        print_rows(COLUMNS, [_row(person) for person in found])


def _row(person: PersonSummary) -> tuple[str, ...]:
    others = [name for name in person.names if name != person.name]
    return (
        person.name,
        person.born or "",
        person.died or "",
        str(person.factoids),
        ", ".join(person.sources),
        " · ".join(others[:5]) + (f" and {len(others) - 5} more" if len(others) > 5 else ""),
        person.id,
    )
