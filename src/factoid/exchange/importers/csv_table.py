"""A table of statements, in the columns of the CSV export; few of them are needed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import replace

from factoid.dates import when_of_edtf
from factoid.errors import ImportingError, RecordError
from factoid.exchange.exporters.csv_table import bare_cell
from factoid.exchange.importing import Evidence, Given, Notes, Piece, given
from factoid.exchange.records import MEDIA_TYPE, Book, Saying
from factoid.model import SLOTS, Bounds, Certainty, Source, When, sha256_of_text
from factoid.model.when import day_of_iso
from factoid.resources import load

READER = "import:csv@1"
_NEEDED = ("person_name", "type")
VERDICTS = "verdicts (who judged, and when, is not in a table)"


class CsvImporter:
    """One statement a row, one source for each name in the column ``source``."""

    name = "csv"
    about = "a table of statements: person_name, type, and any other column of the CSV export"

    def pieces(self, target: str, notes: Notes) -> Iterator[Piece]:
        """Yield a source for each that the table names, or one for the file."""
        file = given(target)
        table = _Table(file)
        try:
            reader = csv.DictReader(io.StringIO(file.text(), newline=""), strict=True)
            columns, rows = reader.fieldnames or (), list(reader)
        except csv.Error as error:
            raise ImportingError(f"{target}: no table of RFC 4180 ({error}).") from error
        missing = [column for column in _NEEDED if column not in columns]
        if missing:
            raise ImportingError(
                f"{target}: the first row has no column {missing[0]!r}; it names the columns."
            )
        for row in rows:
            table.introduce(row)
        for number, row in enumerate(rows, 2):
            cells = {name: bare_cell(name, cell or "") for name, cell in row.items() if isinstance(name, str)}
            notes.lost[VERDICTS] += bool(cells.get("verdict"))
            try:
                table.add(cells)
            except (RecordError, ValueError) as error:
                notes.refuse(f"{target}, row {number}: {error}")
        for book in table.books.values():
            yield Evidence(*book.done())


class _Table:
    """The sources of a table while they are filled."""

    def __init__(self, file: Given) -> None:
        self._file, self._sha256 = file, file.sha256
        self.books: dict[str, Book] = {}
        self._keys: dict[tuple[str, str], str] = {}  # (source, name) -> key of the person

    def introduce(self, row: Mapping[str, str | None]) -> None:
        """Note who a name means, so that other rows can name them."""
        cells = {name: row.get(name) or "" for name in ("source", "person_name", "persona", "person")}
        name = bare_cell("person_name", cells["person_name"])
        key = cells["persona"] or cells["person"] or name
        self._keys.setdefault((cells["source"] or self._file.stem, name), key)

    def add(self, cells: dict[str, str]) -> None:
        """Add a row."""
        name = cells.get("person_name", "")
        if not name.strip() or not cells.get("type", "").strip():
            raise RecordError("person_name and type must say something")
        source = cells.get("source") or self._file.stem
        book = self.books.get(source) or self._begin(source)
        key = cells.get("persona") or cells.get("person") or name
        others = [part.removeprefix(" ") for part in cells.get("related", "").split(";") if part.strip()]
        related = {self._keys.get((source, other), other): other for other in others}
        saying = replace(_saying(cells), who=key, related=tuple(related))
        book.say(saying, {key: name} | {k: other for k, other in related.items() if k != key})

    def _begin(self, name: str) -> Book:
        source = Source(
            name=name,
            content_sha256=sha256_of_text(f"{self._sha256} {name}"),
            origin=str(self._file.path),
            media_type=MEDIA_TYPE,
        )
        book = self.books[name] = Book(source, reader=READER)
        return book


def _saying(cells: dict[str, str]) -> Saying:
    kind = cells["type"].strip()
    fields = {slot: cells[slot] for slot in SLOTS if cells.get(slot)}
    if kind not in load("statement_types")["types"]:
        fields = {"value": kind} | fields
        kind = "event"
    return Saying(
        who="",
        type=kind,
        fields=fields,
        when=_when(cells),
        certainty=Certainty(cells.get("certainty") or "asserted"),
        said_by=cells.get("said_by") or None,
        words=cells.get("quote", ""),
        page=cells.get("page", ""),
        reader=cells.get("reader", ""),
        model=cells.get("model", ""),
        confidence=float(cells.get("confidence") or 1),
    )


def _when(cells: dict[str, str]) -> When | None:
    """Return the date with the first and last day that the table gives; `ValueError` where they are none."""
    if not cells.get("date"):
        return None
    when = when_of_edtf(
        cells["date"], words=cells.get("date_words", ""), basis=cells.get("date_basis") or "stated"
    )
    earliest = day_of_iso(cells["earliest"]) if cells.get("earliest") else when.earliest
    latest = day_of_iso(cells["latest"]) if cells.get("latest") else when.latest
    if earliest is not None and latest is not None and earliest > latest:
        raise ValueError("earliest is later than latest")
    return replace(when, start=Bounds(earliest, when.start.latest), end=Bounds(when.end.earliest, latest))
