"""What there is to read: files by name, or the rows of a table that hold them. The driver knows their names only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factoid.distributed.engine import Engine, Frame, Row, rows_of
from factoid.errors import SourceError
from factoid.sources import find_inputs
from factoid.sources.files.inputs import is_address, shown_path

_COLUMNS = "wave int, ordinal bigint, unit string, name string, path string, problem string, content binary"
_NAMED = "wave int, ordinal bigint, unit string, name string, stamp string"


@dataclass(frozen=True, slots=True)
class Unit:
    """One input: a file, an archive with all in it, or a row of a table."""

    name: str  #: what the user knows it by
    stamp: str  #: another where its content is another
    path: str = ""  #: where it lies; empty for what a table holds
    problem: str = ""

    def key(self, reader: str) -> str:
        """Return what stands for the input as one reader read it."""
        return f"{self.name} {self.stamp} {reader}"


class Pile:
    """Inputs of one kind in their order, and the table through which the machines get at them."""

    def __init__(self, units: Sequence[Unit], contents: Frame | None = None) -> None:
        self.units = units
        self._contents = contents

    def frame(self, engine: Engine, wave: int, some: Sequence[tuple[int, Unit]], reader: str) -> Frame:
        """Return the table of some of the units, each with its number."""
        rows = [_row(wave, ordinal, unit, reader) for ordinal, unit in some]
        if self._contents is None:
            return engine.frame(rows, _COLUMNS)
        wanted = engine.frame(rows, _NAMED)
        found = wanted.join(self._contents, ["name", "stamp"], "left")
        return found.selectExpr("wave", "ordinal", "unit", "name", "'' path", "'' problem", "content")


def piles_of(engine: Engine, targets: Sequence[str]) -> Iterator[Pile]:
    """Yield what the targets name: files and folders together, then each table and each address.

    A folder of Parquet files, or one such file, is a table; an address (``s3a://…``, ``hdfs://…``) is listed by Spark.
    """
    local = [target for target in targets if not is_address(target) and not _is_table(Path(target))]
    if local:
        yield Pile(list(_unique(_files(local))))
    for target in targets:
        if target not in local:
            contents = engine.contents(target) if is_address(target) else engine.cells(target)
            named = (Unit(row["name"], row["stamp"]) for row in rows_of(contents.select("name", "stamp")))
            yield Pile(sorted(_unique(named), key=_steps), contents.dropDuplicates(["name", "stamp"]))


def _steps(unit: Unit) -> tuple[list[str], str]:
    """Return where a name comes in the order in which folders are walked."""
    return unit.name.split("/"), unit.stamp


def _files(targets: Sequence[str]) -> Iterator[Unit]:
    for found in find_inputs(targets, into_archives=False):
        if isinstance(found, SourceError):
            yield Unit(found.path, "", problem=str(found))
            continue
        shown = shown_path(found)
        try:
            status = found.stat()
        except OSError as error:
            yield Unit(shown, "", problem=f"{shown}: cannot be opened ({error.strerror}).")
        else:
            yield Unit(shown, f"{status.st_size} {status.st_mtime_ns}", str(found.absolute()))


def _unique(units: Iterable[Unit]) -> Iterator[Unit]:
    seen = set()
    for unit in units:
        if (unit.name, unit.stamp) not in seen:
            seen.add((unit.name, unit.stamp))
            yield unit


def _row(wave: int, ordinal: int, unit: Unit, reader: str) -> Row:
    known = {
        "wave": wave,
        "ordinal": ordinal,
        "unit": unit.key(reader),
        "name": unit.name,
        "stamp": unit.stamp,
    }
    return known | {"path": unit.path, "problem": unit.problem, "content": None}


def _is_table(path: Path) -> bool:
    if path.is_dir():
        return any(path.glob("*.parquet"))
    return path.suffix == ".parquet"
