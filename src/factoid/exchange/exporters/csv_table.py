"""A table for spreadsheets: one factoid a row."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping
from typing import BinaryIO

from factoid.dates import when_of_edtf
from factoid.exchange.base import Places, Shelf, every_line, left_behind_by_lines
from factoid.model import Dossier, DossierLine, When
from factoid.model.when import iso_of

COLUMNS: Mapping[str, str] = {
    "factoid": "id of the factoid",
    "person": "id of the person",
    "person_name": "the fullest form of the person's name",
    "persona": "id of the person as this one source has them",
    "type": "statement type",
    "role": "the words for the role",
    "organisation": "the words for the organisation",
    "place": "the words for the place",
    "value": "the words for what else is said: the name, the rank, the work",
    "related": "names of the other persons, separated by a semicolon",
    "date": "EDTF (ISO 8601-2), as precise as the source and no more",
    "date_words": "the source's words for the date; empty where it is inferred",
    "date_basis": "stated, or the inference behind the date",
    "earliest": "the first day possible, empty for unbounded",
    "latest": "the last day possible, empty for unbounded",
    "certainty": "asserted, hedged, attributed or denied",
    "said_by": "who is said to say so",
    "quote": "the source's own words",
    "start": "where the quote starts in the text, in characters",
    "end": "where it ends",
    "source": "short name of the source",
    "page": "the page, chapter or paragraph of the source, as it is cited; empty where it has none",
    "verdict": "accepted or rejected by a person, else empty",
    "reader": "the rule and version that read it",
    "model": "the language model behind the rule",
    "confidence": "0 to 1",
    "sureness": "how surely it was read, by a person's verdict too: sure, less sure or probably misread",
}
#: digits: a minus is a minus
_EXACT = frozenset({"date", "earliest", "latest", "start", "end", "confidence"})
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

GUARDED = "cells that begin like a formula, marked with an apostrophe"


class CsvExporter:
    """One factoid a row: UTF-8, commas, RFC 4180."""

    name = "csv"
    suffix = ".csv"
    about = "a table for spreadsheets, one factoid a row"

    def write(self, shelf: Shelf, out: BinaryIO) -> Counter[str]:
        """Write the header and the rows; cells that a spreadsheet would take for a formula are disarmed."""
        lost: Counter[str] = Counter()
        text = io.TextIOWrapper(out, encoding="utf-8", errors="backslashreplace", newline="")
        table = csv.writer(text)
        table.writerow(COLUMNS)
        places = Places(shelf)
        for dossier, line in every_line(shelf):
            cells = cells_of(dossier, line, places.page_of(line))
            lost[GUARDED] += sum(_is_formula(column, cell) for column, cell in cells.items())
            lost["names of others with a semicolon in them"] += sum(";" in name for _, name in line.related)
            lost["inner bounds of dates"] += _has_more(line.factoid.when)
            lost["spans of fields"] += len(line.factoid.spans)
            lost["inferences other than of dates"] += len(line.factoid.inference.keys() - {"date"})
            table.writerow([_disarmed(column, cells[column]) for column in COLUMNS])
        text.flush()
        text.detach()
        return +lost + left_behind_by_lines(shelf)


def cells_of(dossier: Dossier, line: DossierLine, page: str) -> dict[str, str]:
    """Return the cells of one row by the names of `COLUMNS`; ``page`` is where the line stands in its source."""
    factoid, when = line.factoid, line.factoid.when
    return {
        "factoid": factoid.id,
        "person": dossier.summary.id,
        "person_name": dossier.summary.name,
        "persona": factoid.person,
        "type": factoid.type,
        "role": factoid.role or "",
        "organisation": factoid.organisation or "",
        "place": factoid.place or "",
        "value": factoid.value or "",
        "related": "; ".join(line.others),
        "date": when.edtf if when else "",
        "date_words": when.words if when else "",
        "date_basis": when.basis if when else "",
        "earliest": _day(when.earliest if when else None),
        "latest": _day(when.latest if when else None),
        "certainty": str(factoid.certainty),
        "said_by": factoid.said_by or "",
        "quote": factoid.quote,
        "start": str(factoid.start),
        "end": str(factoid.end),
        "source": line.source,
        "page": page,
        "verdict": str(line.verdict) if line.verdict else "",
        "reader": factoid.reader,
        "model": factoid.model,
        "confidence": f"{factoid.confidence:g}",
        "sureness": str(line.sureness),
    }


def _has_more(when: When | None) -> bool:
    """Say whether more is known of a time than its EDTF, its first and its last day tell."""
    if when is None:
        return False
    try:
        plain = when_of_edtf(when.edtf)
    except ValueError:
        return True
    inner = (when.start.latest, when.end.earliest, when.extent, when.calendar)
    return inner != (plain.start.latest, plain.end.earliest, plain.extent, plain.calendar)


def _day(ordinal: int | None) -> str:
    return "" if ordinal is None else iso_of(ordinal)


def _is_formula(column: str, cell: str) -> bool:
    """Say whether a spreadsheet would act on a cell; or whether it looks as if we had marked it for that."""
    return column not in _EXACT and cell.lstrip("'").startswith(_FORMULA)


def _disarmed(column: str, cell: str) -> str:
    return f"'{cell}" if _is_formula(column, cell) else cell


def bare_cell(column: str, cell: str) -> str:
    """Return the cell that was written so: without the apostrophe that disarms it."""
    return cell[1:] if cell.startswith("'") and _is_formula(column, cell) else cell
