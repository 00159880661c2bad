"""``factoid sources``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer
from rich.padding import Padding
from rich.text import Text

from factoid.cli.libraries import opened
from factoid.cli.options import DEFAULT_LIBRARY, Format, FormatOption, LibraryOption
from factoid.cli.output import print_json, print_rows, shown, terminal
from factoid.exchange import Json
from factoid.store import Removal, SourceSummary

REMOVED = ("source", "id", "title", "people", "statements", "removed", "by", "reason")
COLUMNS = ("source", "people", "statements", "characters", "language", "published", "title", "notes")


def sources(
    *,
    library: LibraryOption = DEFAULT_LIBRARY,
    form: FormatOption = Format.TEXT,
    removed: Annotated[
        bool, typer.Option("--removed", help="Those that were removed, and can be put back.")
    ] = False,
) -> None:
    """List the sources of a library.

    \b
    Examples
      factoid sources
      factoid sources --removed
      factoid sources --format json --library lives.factoid
    """
    with opened(library) as shelf:
        found, out = shelf.sources(), shelf.removals()
    if removed:
        _print_removed(out, form)
        return
    if form is Format.JSON:
        print_json([_json(source) for source in found])
    elif not sys.stdout.isatty():
        print_rows(COLUMNS, [_row(source) for source in found])
    else:
        _print_sources(found)
        if out:
            count = "1 source was" if len(out) == 1 else f"{len(out):,} sources were"
            terminal().print(Text(f"{count} removed: factoid sources --removed", style="dim"))


def _print_removed(removals: Sequence[Removal], form: Format) -> None:
    rows = [
        {
            "source": removal.name,
            "id": removal.source,
            "title": removal.title,
            "people": removal.personas,
            "factoids": removal.factoids,
            "removed": removal.made,
            "author": removal.author,
            "reason": removal.reason,
        }
        for removal in removals
    ]
    if form is Format.JSON:
        print_json(rows)
    else:
        print_rows(REMOVED, [[str(value or "") for value in row.values()] for row in rows])


def _print_sources(found: Sequence[SourceSummary]) -> None:
    """Print each source with its title, and below what was read in it and what is to be known of it."""
    console = terminal()
    for source in found:
        about = [part for part in (source.language, source.published) if part]
        head = Text.assemble((shown(source.name), "bold"), "  ", shown(source.title or ""))
        console.print(head.append(f"  {', '.join(about)}", "dim") if about else head)
        read = (
            f"{source.personas:,} people, {source.factoids:,} statements in {source.characters:,} characters"
        )
        for line in (read, *source.notes):
            console.print(Padding(Text(shown(line)), (0, 0, 0, 2)))


def _row(source: SourceSummary) -> tuple[str, ...]:
    return (
        source.name,
        str(source.personas),
        str(source.factoids),
        str(source.characters),
        source.language or "",
        source.published or "",
        source.title or "",
        "; ".join(source.notes),
    )


def _json(source: SourceSummary) -> Json:
    return {
        "source": source.name,
        "id": source.id,
        "title": source.title,
        "creator": source.creator,
        "published": source.published,
        "language": source.language,
        "origin": source.origin,
        "media_type": source.media_type,
        "reader": source.reader,
        "characters": source.characters,
        "people": source.personas,
        "factoids": source.factoids,
        "declined": source.declined,
        "notes": list(source.notes),
    }
