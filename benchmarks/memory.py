"""Memory: flat over many short texts, and bounded on one long one.

    .venv/bin/python benchmarks/memory.py texts [NUMBER]             2,000 short texts, one after the other
    .venv/bin/python benchmarks/memory.py text [MEGABYTES] [SHARE]   1 MB as one source, into a library

The lives are made up, each with names of its own, so that nothing is met twice. SHARE is how much of the long
text is about people; the rest is about weather and tides. Resident memory is what the system says of every
process that takes part. Exits with 1 when it grows by more than the project promises.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = "1"

from script import options_of

from factoid.pipeline import NobodyWatches, ReadOptions, read_into
from factoid.reading import make_reader
from factoid.sources import document_of_text

MEGABYTE = 1_000_000
MOST_GROWTH = 40.0  #: MB from a tenth of the texts to their end
MOST_OF_ALL = 2000.0  #: MB, however long the text

_SYLLABLES = (
    "ba", "den", "kor", "lin", "mas", "nov", "pet", "ral", "sto", "tur", "vin", "wel", "zar", "hol", "gri",
    "fen", "dor", "cas", "bel", "av", "mir", "ost", "qua", "rud",
)  # fmt: skip
_GIVEN = (
    "Anna", "Peter", "Maria", "Paul", "Vera", "Ivan", "Ruth", "Karl", "Olga", "Simon", "Clara", "Boris",
    "Helen", "Jakob", "Nina", "Felix", "Irene",
)  # fmt: skip
_TOWNS = (
    "Odessa", "Vienna", "Riga", "Prague", "Warsaw", "Kiev", "Berlin", "Paris", "Geneva", "Tiflis", "Lviv",
    "Harbin", "Sofia", "London",
)  # fmt: skip
_LIFE = (
    "{name} was born in {town} on {day} March {year}, the {child} of the {trade} {father} {surname}.",
    "In {y1} {he} entered the university of {town2} and studied law; two years later {he} left it for the army.",
    "After the war {surname} worked as a {trade} in {village}, where {he} married {wife} {maiden} in {y2}.",
    "{He} was appointed director of the {village} Railway Company in {y3} and received the Order of {order}.",
    "In the autumn of {y4} {he} was arrested in {town} and accused of spying; {his} brother {brother} fled abroad.",
    "{wife} {surname}, {his} widow, wrote that {name} died in {village2} on 3 May {y5}.",
)
_WEATHER = (
    "The wind blew from the west for most of the month, and the tide rose to {n} inches above the mark.",
    "Rain fell on {n} days; the stones of the old harbour were wet until noon and dry by evening.",
    "Such weather is common on this coast, where cold currents meet warm ones a few miles from the shore.",
    "The lower meadows stood under water, and grass that had been cut was carried off by the stream.",
    "Of the two channels the northern is the deeper, although sand narrows it a little more every winter.",
)


def words_of(rng: random.Random, syllables: int) -> str:
    """Make up a name."""
    return "".join(rng.choice(_SYLLABLES) for _ in range(syllables)).capitalize()


def life(rng: random.Random) -> str:
    """Make up a life of six sentences."""
    year, is_she = rng.randint(1700, 1900), rng.random() < 0.5
    given, surname = rng.choice(_GIVEN), words_of(rng, 3)
    facts = {
        "name": f"{given} {surname}",
        "surname": surname,
        "child": "daughter" if is_she else "son",
        "he": "she" if is_she else "he",
        "He": "She" if is_she else "He",
        "his": "her" if is_she else "his",
        "trade": rng.choice(("merchant", "painter", "teacher", "doctor", "engineer", "baker")),
        "order": words_of(rng, 2),
        "maiden": words_of(rng, 3),
        "day": rng.randint(1, 28),
        "year": year,
    }
    facts |= {f"y{n}": year + n * 10 + rng.randint(0, 9) for n in range(1, 7)}
    facts |= {key: rng.choice(_GIVEN) for key in ("father", "wife", "brother")}
    facts |= {"town": rng.choice(_TOWNS), "town2": rng.choice(_TOWNS)}
    facts |= {key: words_of(rng, 2) for key in ("village", "village2")}
    return " ".join(sentence.format(**facts) for sentence in _LIFE)


def weather(rng: random.Random) -> str:
    """Make up a paragraph in which nobody does anything."""
    return " ".join(rng.choice(_WEATHER).format(n=rng.randint(2, 99)) for _ in range(6))


def write_text(path: Path, size: int, share: float) -> None:
    """Write a text of so many characters."""
    rng, written = random.Random(1), 0
    with path.open("w", encoding="utf-8") as out:
        while written < size:
            written += out.write((life(rng) if rng.random() < share else weather(rng)) + "\n\n")


def resident(pid: int | str = "self") -> float:
    """Return the MB that a process holds, 0 when it is gone."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / MEGABYTE


def children() -> Iterator[int]:
    """Yield the processes that this one started."""
    for task in Path("/proc/self/task").iterdir():
        yield from map(int, (task / "children").read_text().split())


def read_many(number: int) -> bool:
    """Read short texts and print what is held at a tenth, a half and the end."""
    reader, rng = make_reader(), random.Random(2)
    held: dict[int, float] = {}
    started = time.process_time()
    for done in range(1, number + 1):
        reader.read(document_of_text(life(rng), name=f"life-{done}"))
        if done in {number // 10, number // 2, number}:
            held[done] = resident()
            seconds = time.process_time() - started
            print(f"{done:6,} texts: {held[done]:6.0f} MB   {seconds:6.0f} processor seconds", flush=True)
    return held[number] - held[number // 10] <= MOST_GROWTH


class Peaks:
    """The most that each process has held, looked at ten times a second."""

    def __init__(self) -> None:
        self.of: dict[str, float] = {}
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look)

    def __enter__(self) -> Peaks:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(0.1):
            held = {"this process": resident()} | {f"process {pid}": resident(pid) for pid in children()}
            for name, size in held.items():
                self.of[name] = max(size, self.of.get(name, 0.0))


class Steps(NobodyWatches):
    """Prints how far a text is read, at most fifty times."""

    def __init__(self, peaks: Peaks) -> None:
        self._peaks, self._size, self._read, self._told = peaks, 1, 0, 0

    def begin(self, files: int, size: int) -> None:
        self._size = size

    def advance(self, path: str, size: int, words: int) -> None:
        self._read += size
        if self._read * 50 // self._size > self._told:
            self._told = self._read * 50 // self._size
            most = max(self._peaks.of.values(), default=0.0)
            print(f"{self._read / MEGABYTE:7.1f} MB read, at most {most:5.0f} MB held", flush=True)

    def joining(self) -> None:
        most = max(self._peaks.of.values(), default=0.0)
        print(f"stored, at most {most:5.0f} MB held", flush=True)


def read_long(megabytes: float, share: float) -> bool:
    """Read one text into a library and print what each process held at most."""
    with tempfile.TemporaryDirectory() as folder, Peaks() as peaks:
        path = Path(folder, "long.txt")
        write_text(path, round(megabytes * MEGABYTE), share)
        started = time.perf_counter()
        read = read_into(Path(folder, "a.factoid"), [str(path)], ReadOptions(jobs=1), Steps(peaks))
        print(f"{megabytes:g} MB: {read.people:,} people, {read.factoids:,} factoids,", end=" ")
        print(f"{time.perf_counter() - started:,.0f} s by the clock")
    for name, most in peaks.of.items():
        print(f"  {name:16} {most:6.0f} MB at most")
    return not read.failed and max(peaks.of.values()) <= MOST_OF_ALL


def main() -> int:
    """Do what the arguments say and return the exit code."""
    options = options_of(__doc__)
    kinds = options.add_subparsers(dest="kind", required=True)
    many = kinds.add_parser("texts", help="many short texts")
    many.add_argument("number", nargs="?", type=int, default=2000)
    one = kinds.add_parser("text", help="one long text")
    one.add_argument("megabytes", nargs="?", type=float, default=1.0)
    one.add_argument("share", nargs="?", type=float, default=1.0, help="of the text that is about people")
    given = options.parse_args()
    kept = read_many(given.number) if given.kind == "texts" else read_long(given.megabytes, given.share)
    print("as promised" if kept else "MISSED: memory grows")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
