"""Every parser on inputs made wrong, many of them: crashes, hangs and swelling are found, counted and told.

    .venv/bin/python benchmarks/fuzz.py [PARSER ...] [--cases N] [--from N]     or to see one: PARSER --case N

Each parser runs in a process of its own that is killed when one input takes more than 5 seconds of the processor (by
the kernel, also within C), or more than 4 GB; another process then goes on behind it. Prints a line for each parser.
"""

from __future__ import annotations

import logging
import mmap
import os
import resource
import signal
import sys
import time
import traceback
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from fuzzing.parsers import PARSERS, declined
from script import options_of

SECONDS = 5.0
MOST_MEMORY = 4 * 1024**3
SHOWN = 5  #: faults of a parser that are printed
STEP = 5_000  #: inputs a process takes; each new one loads the vocabularies again


def attempt(name: str, number: int) -> str | None:
    """Return what went wrong with an input; None where it was parsed, or declined as it should be."""
    data = PARSERS[name].case(number)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        PARSERS[name].parse(data)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told
        if not declined(error):
            where = traceback.extract_tb(error.__traceback__)[-1]
            return (
                f"{type(error).__name__}: {str(error)[:150]!r} at {Path(where.filename).name}:{where.lineno}"
            )
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return None


def work(name: str, first: int, last: int, reached: mmap.mmap, out: int) -> None:
    """Try the inputs of a range; say how far it has come in shared memory, and what went wrong on a pipe."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    for number in range(first, last):
        reached[:8] = number.to_bytes(8, "little")
        if wrong := attempt(name, number):
            os.write(out, f"{number}\t{wrong}\n".encode())


def fuzzed(name: str, first: int, last: int) -> list[str]:
    """Try a range of inputs and return the faults, a line each; what ends a process costs only its input."""
    faults: list[str] = []
    reached = mmap.mmap(-1, 8)
    while first < last:
        ours, theirs = os.pipe()
        child = os.fork()
        if not child:
            os.close(ours)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            work(name, first, last, reached, theirs)
            os._exit(0)
        os.close(theirs)
        with os.fdopen(ours, encoding="utf-8", errors="replace") as told:
            faults += told.read().splitlines()
        _, status = os.waitpid(child, 0)
        first = last if status == 0 else int.from_bytes(reached[:8], "little") + 1
        if status:
            ended = "hangs" if os.WTERMSIG(status) == signal.SIGPROF else f"ends the process ({status})"
            faults.append(f"{first - 1}\t{ended}")
    return faults


def main() -> int:
    """Return 1 where a parser has a fault."""
    options = options_of(__doc__)
    options.add_argument("parsers", nargs="*", metavar="PARSER", help=f"of: {', '.join(PARSERS)}")
    options.add_argument("--cases", type=int, default=100_000)
    options.add_argument("--from", type=int, default=0, dest="first")
    options.add_argument("--case", type=int, help="print the input of this number, and parse it")
    options.add_argument("--minutes", type=float, help="stop a parser after so many minutes of the clock")
    given = options.parse_args()
    if given.case is not None:
        for name in given.parsers:
            print(PARSERS[name].case(given.case))
            PARSERS[name].parse(PARSERS[name].case(given.case))
        return 0
    total = 0
    for name in given.parsers or PARSERS:
        begun, faults, done, step = time.monotonic(), [], given.first, STEP
        while done < given.first + given.cases:
            until = min(done + step, given.first + given.cases)
            faults += fuzzed(name, done, until)
            done = until
            if given.minutes and time.monotonic() - begun > 60 * given.minutes:
                break
        print(f"{name:>16}: {done - given.first:>8,} cases, {len(faults)} faults", flush=True)
        for fault in faults[:SHOWN]:
            print(f"{'':>18}{fault}", flush=True)
        total += len(faults)
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
