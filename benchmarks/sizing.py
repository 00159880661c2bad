"""What each stage of a distributed run costs as the corpus grows: the same functions, in one process, without Spark.

    .venv/bin/python benchmarks/sizing.py [SIZE ...]

The documents are the generated lives of benchmarks/spark_equals.py. Processor seconds, bytes on disk and the peak of
memory for each size, each in a process of its own. Where a stage runs (on every machine, or in the driver) is said
beside it.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow
import pyarrow.parquet
from script import options_of
from spark_equals import document

from factoid.distributed.buckets import Buckets, ties_of
from factoid.distributed.linking import personas_of, rows_of_links
from factoid.distributed.lives import rows_of_bucket
from factoid.distributed.rows import rows_of_bytes
from factoid.exchange.spread import evidence_of_row
from factoid.identity import link_personas
from factoid.pipeline.tasks import Desk
from factoid.store import open_library


class Clock:
    """Processor seconds since the last look."""

    def __init__(self) -> None:
        self._last = time.process_time()

    def lap(self) -> float:
        now = time.process_time()
        self._last, took = now, now - self._last
        return took


def measured(size: int) -> dict[str, float]:
    """Take a corpus through every stage."""
    texts = [document(number, max(1, size // 3)) for number in range(size)]
    next(rows_of_bytes("first.txt", texts[0].encode(), Desk()))  # loads the language model
    clock = Clock()
    rows = [r for n, text in enumerate(texts) for r in rows_of_bytes(f"{n:07}.txt", text.encode(), Desk())]
    took = {"read": clock.lap()}
    by_source = {row["source"]: row | {"position": n, "called": row["name"]} for n, row in enumerate(rows)}
    names = {source: row["name"] for source, row in by_source.items()}
    personas = list(personas_of(by_source.values(), names))
    took["collect"] = clock.lap()
    links = link_personas(personas, ())
    took["link"] = clock.lap()
    position_of = {source: row["position"] for source, row in by_source.items()}
    buckets = Buckets(links, {p.persona.id: p.source_id for p in personas}, position_of)
    called = {row["person"]: row["name"] for row in rows_of_links(links, personas)}
    work = list(buckets.all(called, ties_of(by_source.values())))
    took["gather"] = clock.lap()
    for ours, theirs in work:
        list(rows_of_bucket([by_source[row["source"]] for row in ours], theirs))
    took["lives"] = clock.lap()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.factoid"
        with open_library(path, create=True) as library:
            for row in by_source.values():
                evidence = evidence_of_row(row)
                library.add(evidence.document, evidence.reading)
            library.refresh_persons(lambda *_: links)
        took["import"] = clock.lap()
        table = pyarrow.Table.from_pylist(list(by_source.values()))
        pyarrow.parquet.write_table(table, Path(folder) / "a.parquet", compression="zstd")
        took |= {"library": path.stat().st_size, "parquet": (Path(folder) / "a.parquet").stat().st_size}
    copies = sum(len(ours) for ours, _ in work)
    took |= {"documents": len(by_source), "words": sum(len(t.split()) for t in texts), "copies": copies}
    took |= {"personas": len(personas), "persons": len(links)}
    took["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return took


def told(found: dict[str, Any]) -> str:
    """Return the figures as a line."""
    count = found["documents"]
    stages = ", ".join(
        f"{name} {found[name]:.1f}" for name in ("read", "collect", "link", "gather", "lives", "import")
    )
    disk = f"{found['parquet'] / count:,.0f} bytes of Parquet, {found['library'] / count:,.0f} of a library"
    return (
        f"{count:>7,} documents, {found['words']:,} words, {found['personas']:,} personas, "
        f"{found['persons']:,} persons: {stages} s of processor; {found['copies'] / count:.2f} copies; "
        f"{disk} a document; {found['memory']:,.0f} MB"
    )


def main() -> int:
    """Measure each size in a process of its own."""
    options = options_of(__doc__)
    options.add_argument("sizes", nargs="*", type=int, default=(250, 1000, 4000), metavar="SIZE")
    sizes = options.parse_args().sizes
    if len(sizes) == 1:
        print(told(measured(sizes[0])), flush=True)
        return 0
    for size in sizes:
        subprocess.run([sys.executable, __file__, str(size)], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
