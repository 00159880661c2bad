"""What each export looks like, to be read in a review: a change shows as a difference between files.

``FACTOID_SNAPSHOTS=write`` writes them anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from exchange.test_exporters import exported

from factoid.exchange import exporter_names, find_exporter
from factoid.store import Library

SNAPSHOTS = Path(__file__).parent / "snapshots"
BINARY = {"parquet"}  # of which pyarrow's version is a part


@pytest.mark.parametrize("name", [name for name in exporter_names() if name not in BINARY])
def test_an_export_is_what_it_was(lives: Library, name: str) -> None:
    data, lost = exported(lives, name)
    account = "\n".join(f"{count} {kind}" for kind, count in sorted(lost.items()))
    paths = (SNAPSHOTS / f"{name}{find_exporter(name).suffix}", SNAPSHOTS / f"{name}.losses.txt")
    found = (data, f"{account}\n".encode())
    if os.environ.get("FACTOID_SNAPSHOTS") == "write":
        SNAPSHOTS.mkdir(exist_ok=True)
        for path, content in zip(paths, found, strict=True):
            path.write_bytes(content)
    for path, content in zip(paths, found, strict=True):
        assert content.decode() == path.read_bytes().decode(), f"{path.name} changed: is it better?"
