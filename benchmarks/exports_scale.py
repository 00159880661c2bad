"""A library of a million statements in three formats: memory, and statements a second beside the bare writers.

    .venv/bin/python benchmarks/exports_scale.py [FACTOIDS] [--library FILE]

Makes a library of invented sources (those of conflicts_scale.py), exports it as JSON lines, CSV and N-Quads, each in a
process of its own whose peak memory is told, then writes the same statements with `json.dumps` alone and parses and
writes triples of the same file with rdflib. Also exports a tenth of the library, to show what memory follows: not the
library, but the person with the most statements, of whom one is held at a time. Exit code 1 above MOST_MIB.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from conflicts_scale import PER_SOURCE, invented, link_by_name
from script import options_of, require

from factoid.exchange import find_exporter
from factoid.store import open_library, open_view

FORMATS = ("jsonl", "csv", "nquads")
MOST_MIB = 512  #: at the peak
TRIPLES = 200_000  #: that rdflib is given


def main() -> int:
    """Measure, print a row for each, return the exit code."""
    options = options_of(__doc__)
    options.add_argument("factoids", nargs="?", type=int, default=1_000_000)
    options.add_argument("--library", type=Path, help="a file for the library, kept for another time")
    options.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.one:
        export(asked.library, *asked.one)
        return 0
    require("rdflib", install="rdflib")
    with tempfile.TemporaryDirectory() as folder:
        print("factoids\tformat\tCPU seconds\tfactoids/s of CPU\twall seconds\tMiB written\tpeak MiB")
        small = peaks(Path(folder), asked.factoids // 10, None)
        large = peaks(Path(folder), asked.factoids, asked.library)
        bare_json(Path(folder) / f"{asked.factoids}.jsonl")
        bare_rdf(Path(folder) / f"{asked.factoids}.nquads")
    growth = max(large[form] / small[form] for form in FORMATS)
    peak = max(large.values())
    print(f"memory from a tenth to all of it: x{growth:.2f}; at the peak {peak:.0f} MiB (at most {MOST_MIB})")
    return 0 if peak <= MOST_MIB else 1


def peaks(folder: Path, factoids: int, path: Path | None) -> dict[str, float]:
    """Make the library if it is not there, export it in each format, return the peaks in MiB."""
    path = path or folder / f"{factoids}.factoid"
    if not path.exists():
        start = time.perf_counter()
        with open_library(path, create=True) as library:
            for number in range(factoids // PER_SOURCE):
                library.add(*invented(number, factoids // PER_SOURCE))
            link_by_name(library)
            most = library.people(limit=1)[0].factoids
            print(f"{factoids}\t(the most on one person)\t{most}")
        print(f"{factoids}\t(made)\t{time.perf_counter() - start:.0f}", flush=True)
    found = {}
    for form in FORMATS:
        out = folder / f"{factoids}.{form}"
        command = [sys.executable, __file__, "--library", str(path), "--one", form, str(out)]
        said = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        written = out.stat().st_size / 2**20
        figures = (said["cpu"], factoids / said["cpu"], said["wall"], written, said["peak"])
        print(f"{factoids}\t{form}\t" + "\t".join(f"{figure:.0f}" for figure in figures), flush=True)
        found[form] = said["peak"]
    return found


def export(path: Path, form: str, out: str) -> None:
    """Export, and print how long it took and the peak of this process."""
    start = time.perf_counter()
    with open_view(path) as view, Path(out).open("wb") as file:
        find_exporter(form).write(view, file)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    wall = time.perf_counter() - start
    print(json.dumps({"cpu": time.process_time(), "wall": wall, "peak": peak}))


def bare_json(lines: Path) -> None:
    """Print how fast `json.dumps` alone writes the same statements."""
    count, seconds = 0, 0.0
    with lines.open("rb") as file:
        for line in file:
            value = json.loads(line)
            start = time.process_time()
            json.dumps(value, ensure_ascii=False).encode()
            seconds += time.process_time() - start
            count += 1
    print(f"{count}\tjson.dumps alone\t{seconds:.0f}\t{count / seconds:.0f}", flush=True)


def bare_rdf(quads: Path) -> None:
    """Print how fast rdflib reads and writes triples of the same file, beside how many a statement makes."""
    import rdflib

    with quads.open("rb") as file:
        some = b"".join(islice(file, TRIPLES))
        graph = rdflib.Dataset()
        start = time.process_time()
        graph.parse(data=some.decode(), format="nquads")
        read = time.process_time() - start
        start = time.process_time()
        graph.serialize(format="nquads")
        wrote = time.process_time() - start
        total = TRIPLES + sum(1 for _ in file)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{total} triples in the file; rdflib with {TRIPLES} of them, all in memory ({peak:.0f} MiB): "
          f"{TRIPLES / read:.0f}/s read, {TRIPLES / wrote:.0f}/s written")  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
