"""Files that stand there whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from factoid.errors import OutputError
from factoid.exchange.json_text import write_object
from factoid.model import Reading, digest, shape_of_reading

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Write beside the path, and take its place only when all is written. `OutputError` if that fails."""
    temporary = path.with_name(f".{digest('out', path.name)}-{os.getpid()}.part")
    try:
        with temporary.open("wb") as out:
            yield out
            out.flush()
        temporary.replace(path)
    except OSError as error:
        raise output_error(path, error) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def write_reading(path: Path, reading: Reading) -> None:
    """Write the reading in the shape of the annotation guide, one factoid a line."""
    fields = shape_of_reading(reading)
    factoids = fields.pop("factoids")
    with whole_file(path) as out:
        write_object(out, fields, {"factoids": factoids})


def is_disk_full(error: OSError) -> bool:
    """Say whether there is no room left, rather than no right or no folder."""
    return error.errno in _FULL


def output_error(path: Path, error: OSError) -> OutputError:
    """Say in one line why the path cannot be written, and what to do."""
    if is_disk_full(error):
        return OutputError(f"{path}: the disk is full. Make room, then run the same command again.")
    return OutputError(f"{path}: cannot be written ({error.strerror or error}). Name another place.")
