"""Apache Spark, as far as it is used here. The only module that imports it, and pandas.

Whatever runs on the cluster is a plain function of rows to rows: dicts of the columns. It travels by name, so each
machine needs the same Factoid.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeAlias

import pandas
from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as sql

from factoid.errors import UsageError

Row: TypeAlias = dict[str, Any]
Frame: TypeAlias = DataFrame

Stopped = (PySparkException, Py4JError)  #: what Spark raises where it cannot go on
_QUIETLY = Path(__file__).with_name("log4j2.properties")
_IN_A_BATCH = 16  #: rows handed to Python at a time: each may be a book


class Engine:
    """A Spark session, and the few things asked of it."""

    def __init__(self, master: str, *, jars: Sequence[str] = ()) -> None:
        """Start it. `UsageError` where there is no Java, or no cluster at the address."""
        if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
            raise UsageError(
                "distribute needs Java 17 for Spark: apt install default-jre-headless, or set JAVA_HOME."
            )
        if _is_local(master):
            os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        # else the machine's own Python, without Factoid
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        try:
            self.session = _builder(master, jars).getOrCreate()
        except (*Stopped, RuntimeError, OSError) as error:
            raise UsageError(f"--master {master}: Spark does not start ({first_line(error)}).") from error
        if _is_local(master):  # Spark's own number is one for a cluster
            self.session.conf.set("spark.sql.shuffle.partitions", str(2 * self.width))

    def __enter__(self) -> Self:
        """Run for the length of a block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop Spark at the end of the block."""
        self.session.stop()

    @property
    def width(self) -> int:
        """How many tasks run at once."""
        width: int = self.session.sparkContext.defaultParallelism
        return width

    def frame(self, rows: Iterable[Row], schema: str) -> Frame:
        """Return rows of the driver as a table."""
        names = [column.split()[0] for column in schema.split(", ")]
        return self.session.createDataFrame([tuple(row[name] for name in names) for row in rows], schema)

    def parquet(self, folder: Path | str) -> Frame:
        """Return a table of Parquet files."""
        return self.session.read.parquet(str(folder))

    def contents(self, address: str) -> Frame:
        """Return the files at an address that Spark can read, as name, stamp and content."""
        files = self.session.read.format("binaryFile").option("recursiveFileLookup", "true").load(address)
        stamp = sql.concat_ws(" ", "length", "modificationTime")
        return files.select(sql.col("path").alias("name"), stamp.alias("stamp"), "content")

    def cells(self, folder: str) -> Frame:
        """Return a table with columns ``name`` and ``content``; `UsageError` where it has none such."""
        try:
            cells = self.parquet(folder)
        except Stopped as error:
            raise UsageError(f"{folder}: not read as Parquet ({first_line(error)}).") from error
        if not {"name", "content"} <= set(cells.columns):
            raise UsageError(
                f"{folder}: its columns are {', '.join(cells.columns)}; name and content are needed."
            )
        content = sql.col("content").cast("binary")
        return cells.select(
            sql.col("name").cast("string").alias("name"),
            sql.sha2(content, 256).alias("stamp"),
            content.alias("content"),
        )


def in_order(frame: Frame, pieces: int, column: str) -> Frame:
    """Return a table in so many pieces, each with a range of the column, sorted."""
    return frame.repartitionByRange(pieces, column).sortWithinPartitions(column)


def spread(frame: Frame, function: Callable[[Iterator[Row]], Iterator[Row]], schema: str) -> Frame:
    """Return what a function makes of the rows, piece by piece, wherever there is room (`mapInPandas`)."""
    names = _names(schema)

    def on_batches(batches: Iterator[pandas.DataFrame]) -> Iterator[pandas.DataFrame]:
        rows = (row for batch in batches for row in batch.to_dict("records"))
        yield from (pandas.DataFrame([made], columns=names) for made in function(rows))

    return frame.mapInPandas(on_batches, schema)


def spread_groups(
    left: Frame,
    right: Frame,
    key: str,
    function: Callable[[list[Row], list[Row]], Iterator[Row]],
    schema: str,
) -> Frame:
    """Return what a function makes of the rows of two tables that share a key (`applyInPandas`)."""
    names = _names(schema)

    def on_groups(ours: pandas.DataFrame, theirs: pandas.DataFrame) -> pandas.DataFrame:
        made = function(ours.to_dict("records"), theirs.to_dict("records"))
        return pandas.DataFrame(list(made), columns=names)

    return left.groupby(key).cogroup(right.groupby(key)).applyInPandas(on_groups, schema)


def rows_of(frame: Frame) -> list[Row]:
    """Return a table to the driver."""
    return [row.asDict() for row in frame.collect()]


def first_line(error: BaseException) -> str:
    """Return what Spark says in one line."""
    lines = str(error).strip().splitlines() or [type(error).__name__]
    told = [line for line in lines if "Error: " in line and not line.lstrip().startswith("at ")]
    return " ".join((told or lines)[-1 if told else 0].split())[:300]


def _builder(master: str, jars: Sequence[str]) -> Any:
    builder = SparkSession.builder.master(master).appName("factoid")
    options = {
        "spark.sql.execution.arrow.maxRecordsPerBatch": str(_IN_A_BATCH),
        "spark.sql.session.timeZone": "UTC",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.parquet.compression.codec": "zstd",
    }
    if jars:
        options["spark.jars"] = ",".join(jars)
    if _is_local(master):
        options |= {
            "spark.ui.enabled": "false",
            "spark.driver.host": "127.0.0.1",
            "spark.driver.bindAddress": "127.0.0.1",
            "spark.driver.extraJavaOptions": f"-Dlog4j2.configurationFile={_QUIETLY.as_uri()}",
        }
    for name, value in options.items():
        builder = builder.config(name, value)
    return builder


def _is_local(master: str) -> bool:
    return master.startswith("local")


def _names(schema: str) -> list[str]:
    return [column.split()[0] for column in schema.split(", ")]
