"""Words per second of the whole reader beside the bare spaCy pipeline, and of two processes beside one.

    make bench                            or: .venv/bin/python benchmarks/reading_speed.py [FOLDER] [--words 30000]

Reads the ``.txt`` files of FOLDER (default: the open gold beside the repository where there is one, else the
examples) in turns: the bare pipeline on the same passages, Factoid in one process, Factoid in two, each with
one thread for arithmetic. Figures are processor seconds, the best of several turns, so that they hold on a
machine that is busy with other things. Two processes, each with every other text, take as long as the one
with more to do, or as half of all that they and the process that gathers their readings do, whichever is
longer. What the clock on the wall showed is printed beside it. Exits with 1 when a ratio misses what the
project promises.
"""

from __future__ import annotations

import os
import pickle
import sys
import time
from collections.abc import Callable, Iterable
from multiprocessing import get_context
from multiprocessing.pool import Pool
from pathlib import Path
from typing import NamedTuple

os.environ["OMP_NUM_THREADS"] = "1"  # before numpy is loaded, here and in the processes that this one starts

import spacy
from script import a_folder, options_of

from factoid.model import Document
from factoid.reading import Reader, make_reader
from factoid.reading.parse import DEFAULT_MODEL, PACKAGES
from factoid.sources import open_document

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold" / "train"
WORDS_WANTED = 30_000  #: enough that start-up noise does not show
TURNS = 3
LEAST_OF_BARE = 0.5  #: Factoid's words per second over the bare pipeline's
LEAST_OF_TWO = 1.7  #: two processes over one


class Seconds(NamedTuple):
    """How long something took."""

    processor: float
    wall: float


def documents(folder: Path, words: int) -> list[Document]:
    """Open the texts, repeated until they are long enough to time."""
    once = [open_document(path) for path in sorted(folder.glob("*.txt"))]
    return once * max(1, round(words / max(count_words(once), 1)))


def passages(docs: Iterable[Document]) -> list[str]:
    """Return what is read: furniture is not."""
    return [s.span.of(d.text.content) for d in docs for s in d.text.segments if s.is_read]


def count_words(docs: Iterable[Document]) -> int:
    """Count the words of the passages."""
    return sum(len(passage.split()) for passage in passages(docs))


def timed(work: Callable[[], object]) -> Seconds:
    """Return what the work took in this process."""
    wall, processor = time.perf_counter(), time.process_time()
    work()
    return Seconds(time.process_time() - processor, time.perf_counter() - wall)


def read_all(reader: Reader, docs: Iterable[Document]) -> list[bytes]:
    """Read, and pack the readings as they are sent between processes."""
    return [pickle.dumps(reader.read(doc), protocol=5) for doc in docs]


class Desk:
    """What a process of its own keeps between calls."""

    reader: Reader
    docs: list[Document]

    @classmethod
    def open(cls, docs: list[Document]) -> None:
        """Load the model and read a little, so that nothing is left to load."""
        cls.reader, cls.docs = make_reader(), docs
        read_all(cls.reader, docs[:3])

    @classmethod
    def work(cls) -> tuple[list[bytes], float]:
        """Read its texts; return the readings and the processor seconds."""
        before = time.process_time()
        return read_all(cls.reader, cls.docs), time.process_time() - before


def timed_together(pools: list[Pool]) -> Seconds:
    """Let every process read its share, and take the readings in."""
    wall, processor = time.perf_counter(), time.process_time()
    waiting = [pool.apply_async(Desk.work) for pool in pools]
    shares = []
    for result in waiting:
        packed, seconds = result.get()
        for reading in packed:
            pickle.loads(reading)
        shares.append(seconds)
    gathering = time.process_time() - processor
    together = max(max(shares), (sum(shares) + gathering) / len(pools))
    return Seconds(together, time.perf_counter() - wall)


def measure(docs: list[Document]) -> dict[str, Seconds]:
    """Take turns, and return the best of each."""
    nlp = spacy.load(PACKAGES[DEFAULT_MODEL])
    words, reader = passages(docs), make_reader()
    spawn = get_context("spawn")
    pools = [spawn.Pool(1, Desk.open, (docs[share::2],)) for share in (0, 1)]
    for pool in pools:
        pool.apply(len, ((),))  # it has loaded its model
    read_all(reader, docs[:3])
    works: dict[str, Callable[[], Seconds]] = {
        "bare spaCy pipeline": lambda: timed(lambda: [len(doc) for doc in nlp.pipe(words)]),
        "Factoid": lambda: timed(lambda: read_all(reader, docs)),
        "Factoid, 2 processes": lambda: timed_together(pools),
    }
    turns = [{name: work() for name, work in works.items()} for _ in range(TURNS)]
    for pool in pools:
        pool.terminate()
    return {name: Seconds(*(min(s) for s in zip(*(t[name] for t in turns), strict=True))) for name in works}


def main() -> int:
    """Print the table and return the exit code."""
    options = options_of(__doc__)
    default = GOLD if GOLD.is_dir() else ROOT / "examples" / "lives"
    options.add_argument("folder", nargs="?", type=a_folder, default=default, metavar="FOLDER")
    options.add_argument("--words", type=int, default=WORDS_WANTED, help="about so many, the texts repeated")
    given = options.parse_args()
    docs = documents(given.folder, given.words)
    words, seconds = count_words(docs), measure(docs)
    bare, one, two = seconds.values()
    print(
        f"{words:,} words in {len(docs)} texts of {given.folder.name}/, best of {TURNS} turns,"
        " by processor time (by the clock)"
    )
    for name, took in seconds.items():
        print(
            f"  {name:21} {words / took.processor:7,.0f} ({words / took.wall:7,.0f}) words/s"
            f"   {bare.processor / took.processor:5.2f} ({bare.wall / took.wall:5.2f}) of bare"
            f"   {one.processor / took.processor:5.2f} ({one.wall / took.wall:5.2f}) of one"
        )
    kept = bare.processor >= LEAST_OF_BARE * one.processor and one.processor >= LEAST_OF_TWO * two.processor
    print(
        "as promised"
        if kept
        else f"MISSED: want >= {LEAST_OF_BARE} of bare, two processes >= {LEAST_OF_TWO} of one"
    )
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
