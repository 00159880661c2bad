"""What `factoid distribute` wrote: sources in their order, who is who, and the conflicts that were found."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from factoid.errors import FactoidError, ImportingError
from factoid.exchange.exporters.parquet import rows_in, rows_in_order
from factoid.exchange.importing import Disputes, Notes, Persons, Piece
from factoid.exchange.spread import CONCLUDED, LIVES, ORDER, PERSONS, READINGS, Row, evidence_of_row
from factoid.model import PersonLink


class SparkImporter:
    """A folder of Parquet; a source at a time, so that its size does not matter."""

    name = "spark"
    about = "what factoid distribute wrote: a folder of Parquet"

    def pieces(self, target: str, notes: Notes) -> Iterator[Piece]:
        """Yield sources in the order in which they were found, then persons, then their conflicts."""
        folder = Path(target)
        if not (folder / READINGS).is_dir():
            raise ImportingError(f"{target}: not a folder that factoid distribute wrote. Name that folder.")
        for row in rows_in_order(
            folder / READINGS, (*ORDER, "origin", "problem", "document", "reading"), ORDER
        ):
            if row["problem"]:
                continue
            try:
                yield evidence_of_row(row)
            except (FactoidError, KeyError, TypeError, ValueError) as error:
                notes.refuse(f"{row['origin']}: {type(error).__name__} at {error}")
        if (folder / CONCLUDED).is_file():
            version = json.loads((folder / CONCLUDED).read_text("utf-8")).get("conflicts", "")
            yield Persons(tuple(_link(row) for row in rows_in(folder / PERSONS)))
            yield Disputes(version, {row["person"]: _found(row) for row in rows_in(folder / LIVES)})


def _link(row: Row) -> PersonLink:
    return PersonLink(person=row["person"], personas=tuple(row["personas"]), reasons=tuple(row["reasons"]))


def _found(row: Row) -> tuple[str, str]:
    """Return what was found on a person, as it is kept, and the tenures; older folders have no events."""
    return f'{{"conflicts":{row["conflicts"]},"events":{row.get("events") or "[]"}}}', row["tenures"]
