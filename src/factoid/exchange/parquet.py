"""The table of factoids as Parquet, for DuckDB, pandas and Spark. Needs the extra ``factoid[parquet]``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

import pyarrow
import pyarrow.parquet

from factoid.exchange.base import Shelf, every_line, left_behind
from factoid.exchange.csv_table import COLUMNS, cells_of

ROWS = 10_000  #: rows held before they are written as a group
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
        lost.update(left_behind(shelf.readings()))
        lost["judgements of identity"] += sum(j.factoid is None for j in shelf.judgements(active_only=True))
        return +lost


def _rows(shelf: Shelf, lost: Counter[str]) -> Iterator[dict[str, str | int | float | None]]:
    for dossier, line in every_line(shelf):
        lost["spans of fields"] += len(line.factoid.spans)
        lost["inferences other than of dates"] += len(line.factoid.inference.keys() - {"date"})
        cells: dict[str, str | int | float | None] = {
            name: cell or None for name, cell in cells_of(dossier, line).items()
        }
        factoid = line.factoid
        yield cells | {"start": factoid.start, "end": factoid.end, "confidence": factoid.confidence}
