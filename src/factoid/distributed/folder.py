"""The folder that a run writes: its tables, and what in them counts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from factoid.distributed.engine import Engine, Frame, Row
from factoid.distributed.rows import COLUMNS
from factoid.errors import OutputError
from factoid.exchange.spread import CONCLUDED, FAILURES, LIVES, PERSONS, READINGS, SOURCES

_TABLES = frozenset({READINGS, PERSONS, LIVES, SOURCES, FAILURES, CONCLUDED})


class Folder:
    """Tables of Parquet beside one another."""

    def __init__(self, engine: Engine, path: Path) -> None:
        """Make it where it is not there; `OutputError` where that cannot be."""
        self.path, self._engine = path, engine
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(
                f"{path}: cannot be made a folder ({error.strerror}). Name another with --out."
            ) from error
        strangers = [p.name for p in path.iterdir() if p.name not in _TABLES]
        if strangers:
            raise OutputError(
                f"{path}: holds other things ({strangers[0]}). Name an empty folder with --out."
            )

    def readings(self) -> Frame:
        """Return all rows of readings."""
        if not any((self.path / READINGS).glob("*.parquet")):
            return self._engine.frame([], COLUMNS)
        return self._engine.parquet((self.path / READINGS).absolute())

    def add_readings(self, frame: Frame) -> None:
        """Write further readings; they are there as a whole, or of a killed run those of some of its inputs."""
        (self.path / CONCLUDED).unlink(missing_ok=True)
        frame.write.mode("append").parquet(str((self.path / READINGS).absolute()))

    def write(self, name: str, frame: Frame) -> None:
        """Write a table in the place of the one there was."""
        frame.write.mode("overwrite").parquet(str((self.path / name).absolute()))

    def write_rows(self, name: str, rows: Iterable[Row], schema: str) -> None:
        """Write rows of the driver as a table, in their order."""
        self.write(name, self._engine.frame(rows, schema).coalesce(1))

    @property
    def concluded(self) -> dict[str, str]:
        """What the conclusions rest on; empty where there are none, or not of all readings."""
        try:
            found: dict[str, str] = json.loads((self.path / CONCLUDED).read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return found

    def conclude(self, resting_on: dict[str, str]) -> None:
        """Say that the conclusions are of all readings."""
        (self.path / CONCLUDED).write_text(json.dumps(resting_on, indent=1) + "\n", "utf-8")
