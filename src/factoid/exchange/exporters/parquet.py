"""The table of factoids as Parquet, for DuckDB, pandas and Spark. Needs the extra ``factoid[parquet]``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow
import pyarrow.parquet

from factoid.exchange.base import Places, Shelf, every_line, left_behind_by_lines
from factoid.exchange.exporters.csv_table import COLUMNS, cells_of

ROWS = 10_000  #: rows held before they are written as a group
_AT_A_TIME = 16  #: rows of sources held while they are read: each may be a book
_NUMBERS = {"start": pyarrow.int64(), "end": pyarrow.int64(), "confidence": pyarrow.float64()}


class ParquetExporter:
    """The columns of the CSV table; offsets and confidence as numbers, what is empty as null."""

    name = "parquet"
    suffix = ".parquet"
    about = "the table of factoids for DuckDB, pandas and Spark"

    def write(self, shelf: Shelf, out: BinaryIO) -> Counter[str]:
        """Write row groups of `ROWS`."""
        lost: Counter[str] = Counter()
        schema = pyarrow.schema([(name, _NUMBERS.get(name, pyarrow.string())) for name in COLUMNS])
        rows = _rows(shelf, lost)
        with pyarrow.parquet.ParquetWriter(out, schema) as writer:
            while group := list(islice(rows, ROWS)):
                writer.write_table(pyarrow.Table.from_pylist(group, schema=schema))
        return +lost + left_behind_by_lines(shelf)


def _rows(shelf: Shelf, lost: Counter[str]) -> Iterator[dict[str, str | int | float | None]]:
    places = Places(shelf)
    for dossier, line in every_line(shelf):
        lost["spans of fields"] += len(line.factoid.spans)
        lost["inferences other than of dates"] += len(line.factoid.inference.keys() - {"date"})
        cells: dict[str, str | int | float | None] = {
            name: cell or None for name, cell in cells_of(dossier, line, places.page_of(line)).items()
        }
        factoid = line.factoid
        yield cells | {"start": factoid.start, "end": factoid.end, "confidence": factoid.confidence}


def rows_in(folder: Path, columns: Sequence[str] | None = None) -> Iterator[dict[str, Any]]:
    """Yield the rows of a folder of Parquet files, those of one file after those of another."""
    for path in _files_in(folder):
        yield from _rows_of_file(path, columns)


def rows_in_order(folder: Path, columns: Sequence[str], order: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Yield the rows of a folder in the order of some columns, by which the rows of each file are sorted.

    A file is opened when its turn comes: where the files follow one another, one is open at a time.
    """
    key = itemgetter(*order)
    starts = sorted(
        (key(first), path) for path in _files_in(folder) for first in islice(_rows_of_file(path, order), 1)
    )
    open_files: list[tuple[Any, int, dict[str, Any], Iterator[dict[str, Any]]]] = []
    for number, (start, path) in enumerate(starts):
        while open_files and open_files[0][0] < start:
            yield _next_of(open_files, key)
        rows = _rows_of_file(path, columns)
        for row in islice(rows, 1):
            heappush(open_files, (key(row), number, row, rows))
    while open_files:
        yield _next_of(open_files, key)


def _next_of(open_files: list[Any], key: Any) -> dict[str, Any]:
    """Take the first row, and put the next one of its file in its place."""
    _, number, row, rows = heappop(open_files)
    for following in islice(rows, 1):
        heappush(open_files, (key(following), number, following, rows))
    found: dict[str, Any] = row
    return found


def _files_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.parquet") if not path.name.startswith(("_", ".")))


def _rows_of_file(path: Path, columns: Sequence[str] | None) -> Iterator[dict[str, Any]]:
    with pyarrow.parquet.ParquetFile(path) as file:
        for batch in file.iter_batches(_AT_A_TIME, columns=columns and list(columns)):
            yield from batch.to_pylist()
