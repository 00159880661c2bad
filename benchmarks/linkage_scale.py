"""What linking costs as the number of personas grows.

    .venv/bin/python benchmarks/linkage_scale.py RECORDS.csv SIZE [SIZE ...]

RECORDS.csv is the open set of historical figures, as benchmarks/linkage.py takes it. A size beyond it is made by
taking the records again and again: each time with other surnames (dealt out anew among the people, so that
namesakes multiply as they do in life), births moved by up to eighty years, and a letter of every eighth name
changed. Prints processor seconds and the peak of memory for each size, each in a process of its own.
"""

from __future__ import annotations

import csv
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from linkage import persona_of

from factoid.identity import link_personas


def multiplied(records: list[dict[str, str]], size: int) -> Iterator[dict[str, str]]:
    """Yield so many records: first those that there are, then more like them of other people."""
    surnames = sorted({row["surname"] for row in records if row["surname"]})
    for i in range(size):
        again, place = divmod(i, len(records))
        row = dict(records[place], id=f"{again:03}-{records[place]['id']}")
        yield _other(row, surnames, again) if again else row


def _other(row: dict[str, str], surnames: list[str], again: int) -> dict[str, str]:
    """Return the record as one of another person: the same surname of the same copy becomes the same other one."""
    chance = random.Random(f"{again} {row['surname']}")
    surname = chance.choice(surnames) if row["surname"] else ""
    years = chance.randint(-80, 80)
    dob = row["dob"] and f"{int(row['dob'][:4]) + years:04}{row['dob'][4:]}"
    full = row["full_name"].replace(row["surname"], surname) if surname else row["full_name"]
    if random.Random(row["id"]).random() < 1 / 8 and len(full) > 3:
        place = random.Random(row["id"] + "x").randrange(1, len(full))
        full = f"{full[:place]}{chance.choice('abcdefghijklmnopqrstuvwxyz')}{full[place + 1 :]}"
    return row | {"surname": surname, "full_name": full, "dob": dob}


def measure(path: Path, size: int) -> None:
    """Link so many personas and print what it cost."""
    with path.open(encoding="utf-8", newline="") as file:
        records = list(csv.DictReader(file))
    personas = [persona_of(row) for row in multiplied(records, size)]
    ready = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start = time.process_time()
    links = link_personas(personas, [])
    took = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{size:>9,} personas: {took:8.1f} s, {took / size * 1e3:.2f} ms each, {peak:6,.0f} MB "
          f"({ready:,.0f} before linking), {len(links):,} persons", flush=True)  # fmt: skip


def main() -> int:
    """Measure each size in a process of its own."""
    path, *sizes = sys.argv[1:]
    if len(sizes) == 1:
        measure(Path(path), int(sizes[0]))
        return 0
    done = [
        subprocess.run([sys.executable, __file__, path, size], env=os.environ).returncode for size in sizes
    ]
    return max(done)


if __name__ == "__main__":
    sys.exit(main())
