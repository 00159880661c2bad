"""``factoid sources``."""

from __future__ import annotations

from factoid.cli.libraries import opened
from factoid.cli.options import DEFAULT_LIBRARY, Format, FormatOption, LibraryOption
from factoid.cli.output import print_json, print_rows
from factoid.exchange import Json
from factoid.store import SourceSummary

COLUMNS = ("source", "people", "statements", "characters", "language", "published", "title", "notes")


def sources(*, library: LibraryOption = DEFAULT_LIBRARY, form: FormatOption = Format.TEXT) -> None:
    """List the sources of a library.

    \b
    Examples
      factoid sources
      factoid sources --format json --library lives.factoid
    """
    with opened(library) as shelf:
        found = shelf.sources()
    if form is Format.JSON:
        print_json([_json(source) for source in found])
    else:
        print_rows(COLUMNS, [_row(source) for source in found])


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
