"""The settlements of GeoNames as package data: a zip file of sorted tables, read block by block.

Nothing is loaded but the list of blocks and the blocks that names fall into. ``training/compile_gazetteer.py``
makes the file and tells its form.
"""

from __future__ import annotations

import json
import zipfile
from bisect import bisect_right
from functools import cache, lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from zlib import decompress

from factoid.places.entry import PlaceEntry

GEONAMES = "https://sws.geonames.org/"
_FILE = "gazetteer.zip"
_LOCAL_HEADER = 30  # bytes before the name of a member; the file is made without extra fields
_RAW = -15  # deflate without a header, as zip files have it


class Settlements:
    """The table of settlements."""

    def __init__(self, file: Traversable) -> None:
        self._file = file
        with file.open("rb") as opened, zipfile.ZipFile(opened) as archive:
            index = json.loads(archive.read("index.json"))
            self._members = {
                info.filename: (info.header_offset + _LOCAL_HEADER + len(info.filename), info.compress_size)
                for info in archive.infolist()
            }
        self._first_names: list[str] = index["names"]
        self._block: int = index["entries_in_a_block"]
        self._table = lru_cache(maxsize=1024)(self._read)  # as bytes all of it has some 40 MB
        self._entries = lru_cache(maxsize=1024)(self._lines)
        self._known = lru_cache(maxsize=8192)(self._look_up)  # the texts of a pile name the same places

    def named(self, key: str) -> tuple[PlaceEntry, ...]:
        """Return the settlements that have the folded name, today's or another."""
        return self._known(key)

    def _look_up(self, key: str) -> tuple[PlaceEntry, ...]:
        block = bisect_right(self._first_names, key) - 1
        if block < 0:
            return ()
        table, head = self._table(f"names/{block:04}"), f"\n{key}\t".encode()
        at = table.find(head)
        if at < 0:
            return ()
        start = at + len(head)
        end = table.find(b"\n", start)
        numbers = table[start : end if end >= 0 else len(table)]
        return tuple(self._entry(int(number)) for number in numbers.split())

    def _entry(self, number: int) -> PlaceEntry:
        line = self._entries(number // self._block)[number % self._block].decode("utf-8")
        id_, name, lat, lon, country, division, population = line.split("\t")
        return PlaceEntry(
            uri=f"{GEONAMES}{id_}/",
            name=name,
            lat=float(lat),
            lon=float(lon),
            kind="city",
            country=country,
            division=division,
            population=int(population),
        )

    def _lines(self, block: int) -> list[bytes]:
        return self._read(f"entries/{block:04}")[1:].split(b"\n")

    def _read(self, member: str) -> bytes:
        """Return a table, a line break before each line."""
        start, size = self._members[member]
        with self._file.open("rb") as opened:
            opened.seek(start)
            return b"\n" + decompress(opened.read(size), _RAW)


@cache
def settlements() -> Settlements:
    """Return the table that ships with the package, opened once."""
    return Settlements(resources.files("factoid.resources").joinpath(_FILE))
