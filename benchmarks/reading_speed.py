"""Words per second of the whole reader beside the bare spaCy pipeline, in one run.

    make bench                            or: .venv/bin/python benchmarks/reading_speed.py [FOLDER]

Reads the ``.txt`` files of FOLDER (default: the open gold beside the repository where there is one, else the
examples) four ways: the bare pipeline on the same passages, Factoid on one process, Factoid on two processes, and
Factoid on half the files to show how cost grows with size. Figures are ratios within the run; the machine is whatever
it is. Exits with 1 when a ratio misses what the project promises.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from multiprocessing import get_context
from pathlib import Path

from factoid.model import Document, Reading
from factoid.reading import make_reader
from factoid.reading.parse import Parser
from factoid.sources import open_document

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold" / "train"
WORDS_WANTED = 60_000  #: enough that start-up noise does not show
LEAST_OF_BARE = 0.5  #: Factoid's words per second over the bare pipeline's
LEAST_OF_TWO = 1.7  #: two processes over one


def documents(folder: Path) -> list[Document]:
    """Open the texts, repeated until they are long enough to time."""
    once = [open_document(path) for path in sorted(folder.glob("*.txt"))]
    words = count_words(once)
    return once * max(1, round(WORDS_WANTED / max(words, 1)))


def count_words(docs: Iterable[Document]) -> int:
    """Count what is read: furniture is not."""
    return sum(len(d.text.content[s.start : s.end].split()) for d in docs for s in d.text.segments if s.is_read)


def rate(docs: list[Document], work: Callable[[list[Document]], object]) -> float:
    """Return words per second, the best of two runs."""
    best = float("inf")
    for _ in range(2):
        start = time.perf_counter()
        work(docs)
        best = min(best, time.perf_counter() - start)
    return count_words(docs) / best


_READER = make_reader()


def read_one(doc: Document) -> Reading:
    """Read in a worker."""
    return _READER.read(doc)


def main() -> int:
    """Print the table and return the exit code."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else GOLD if GOLD.is_dir() else ROOT / "examples" / "lives"
    docs = documents(folder)
    parser = Parser()
    for doc in docs[:3]:
        _READER.read(doc)  # warm up

    bare = rate(docs, lambda some: [parser.parse(doc.text) for doc in some])
    one = rate(docs, lambda some: [_READER.read(doc) for doc in some])
    half = rate(docs[: len(docs) // 2], lambda some: [_READER.read(doc) for doc in some])
    with get_context("fork").Pool(2) as pool:
        pool.map(read_one, docs[:4])
        two = rate(docs, lambda some: pool.map(read_one, some, chunksize=4))

    print(f"{count_words(docs):,} words in {len(docs)} texts of {folder.name}/")
    for name, figure in (("bare spaCy pipeline", bare), ("Factoid", one), ("Factoid, half", half), ("Factoid, 2", two)):
        print(f"  {name:22} {figure:8,.0f} words/s   {figure / bare:5.2f} of bare   {figure / one:5.2f} of one")
    kept = one >= LEAST_OF_BARE * bare and two >= LEAST_OF_TWO * one
    print("as promised" if kept else f"MISSED: want >= {LEAST_OF_BARE} of bare, two processes >= {LEAST_OF_TWO} of one")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
