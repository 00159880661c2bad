"""What linking costs as the number of personas grows.

    .venv/bin/python benchmarks/linkage_scale.py RECORDS.csv SIZE [SIZE ...] [--own | --spark] [--draw LOG PLOT.svg]

RECORDS.csv is the open set of historical figures, as benchmarks/linkage.py takes it. A size beyond it is made by
taking the records again and again: each time with other surnames (dealt out anew among the people, so that
namesakes multiply as they do in life), births moved by up to eighty years, and a letter of every eighth name
changed. Prints processor seconds and the peak of memory for each size, each in a process of its own; --own links
without Splink beyond 50,000 too, --spark by Splink on Spark (local[2]; Java is counted with the rest, its heap is
SPARK_DRIVER_MEMORY), --draw makes a picture of a log of these lines. RECORDS.csv in the order of its people
(by its truth) makes smaller sizes as dense as larger ones.
"""

from __future__ import annotations

import csv
import os
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import nullcontext, suppress
from functools import partial
from pathlib import Path
from unittest.mock import patch

from drawing import Line, Panel, svg_of
from linkage import persona_of
from script import a_file, options_of, require

from factoid.identity import link_personas
from factoid.identity.engines import LARGE, find_engine
from factoid.model import PersonaInSource, PersonLink


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


def java() -> tuple[float, float]:
    """Return the processor seconds of Spark's Java, and the most MB that it held; nothing where there is none."""
    for status in Path("/proc").glob("[0-9]*/status"):
        with suppress(OSError):
            said = dict(line.split(":", 1) for line in status.read_text().splitlines())
            if said["Name"].strip() == "java" and int(said["PPid"]) == os.getpid():
                ticks = (status.parent / "stat").read_text().rpartition(")")[2].split()[11:13]
                return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK"), int(said["VmHWM"].split()[0]) / 1024
    return 0.0, 0.0


def linked_by_spark(personas: list[PersonaInSource]) -> tuple[list[PersonLink], float, float]:
    """Link them in a cluster on this machine; return what its Java took, too."""
    from factoid.distributed import bulk
    from factoid.distributed.engine import Engine

    with Engine("local[2]", jars=bulk.jars()) as cluster:
        return link_personas(personas, [], engine=partial(bulk.scored_pairs, cluster.session)), *java()


def measure(path: Path, size: int, *, own: bool, spark: bool) -> None:
    """Link so many personas and print what it cost."""
    with path.open(encoding="utf-8", newline="") as file:
        records = list(csv.DictReader(file))
    personas = [persona_of(row) for row in multiplied(records, size)]
    ready = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start, begun = time.process_time(), time.time()
    in_java, held = 0.0, 0.0
    if spark:
        links, in_java, held = linked_by_spark(personas)
    else:
        with patch("factoid.identity.link.find_engine", return_value=None) if own else nullcontext():
            links = link_personas(personas, [])
    took, waited = time.process_time() - start + in_java, time.time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 + held
    engine = "spark" if spark else "splink" if size > LARGE and not own and find_engine() else "own"
    beside = f", {in_java:.1f} s and {held:.0f} MB of them Java" if spark else ""
    print(f"{engine:6} {size:>9} personas: {took:8.1f} s ({waited:.0f} on the clock), {took / size * 1e3:.2f} ms each, "
          f"{peak:6.0f} MB ({ready:.0f} before linking), {len(links)} persons{beside}", flush=True)  # fmt: skip


LINE = re.compile(r"(own|splink|spark) +(\d+) personas: +([\d.]+) s .*?, +(\d+) MB")
ENGINES = (
    ("own", "own comparison", "#1f77b4"),
    ("splink", "Splink", "#d62728"),
    ("spark", "Splink on Spark", "#2ca02c"),
)


def drawn(log: str) -> str:
    """Return the growth of what a log of this script says as a picture."""
    rows = [(engine, int(size), float(took)) for engine, size, took, _ in LINE.findall(log)]
    lines = [
        Line(label, colour, [(size, took) for engine, size, took in rows if engine == name])
        for name, label, colour in ENGINES
    ]
    panel = Panel("Processor seconds", [line for line in lines if line.points])
    return svg_of("Time to link, by number of personas", "personas", [panel])


def main() -> int:
    """Measure each size in a process of its own, or draw what was measured."""
    options = options_of(__doc__)
    options.add_argument("records", type=a_file, metavar="RECORDS.csv")
    options.add_argument("sizes", type=int, nargs="*", metavar="SIZE")
    how_linked = options.add_mutually_exclusive_group()
    how_linked.add_argument("--own", action="store_true", help="never by Splink")
    how_linked.add_argument("--spark", action="store_true", help="by Splink on Spark")
    options.add_argument("--draw", type=Path, nargs=2, metavar=("LOG", "PLOT.svg"))
    asked = options.parse_args()
    if asked.spark:
        require("pyspark", "pandas", "splink", install='--editable ".[spark]"')
    if asked.draw:
        log, picture = asked.draw
        picture.write_text(drawn(log.read_text()))
    if len(asked.sizes) == 1:
        measure(asked.records, asked.sizes[0], own=asked.own, spark=asked.spark)
        return 0
    how = ["--own"] * asked.own + ["--spark"] * asked.spark
    done = [
        subprocess.run(
            [sys.executable, __file__, str(asked.records), str(size), *how], env=os.environ
        ).returncode
        for size in asked.sizes
    ]
    return max(done, default=0)


if __name__ == "__main__":
    sys.exit(main())
