"""Kill processes that read and review in one library, and look at what is left.

    .venv/bin/python benchmarks/kill_storm.py [--engine sqlite|postgresql] [--kills 100] [--seed 1]

Two processes add sources and one judges, states by hand and takes back, in a library of a house; one of them is killed
(SIGKILL) at a random moment, and another takes its place. Afterwards the library is held against one to which nothing
happened: no statement may be lost or doubled, every judgement that was acknowledged must be there, the file sound and
the audit chain whole. `tests/store/storm.py` has it all; PostgreSQL is a server of its own, made for this.
"""

from __future__ import annotations

import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

import postgres
from script import options_of, stop_if
from store.storm import storm


def main() -> None:
    """Print what the storm left."""
    options = options_of(__doc__)
    options.add_argument("--engine", choices=["sqlite", "postgresql"], default="sqlite")
    options.add_argument("--kills", type=int, default=100)
    options.add_argument("--seed", type=int, default=1)
    asked = options.parse_args()
    stop_if(postgres.missing() if asked.engine == "postgresql" else "")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        address = str(folder)
        if asked.engine == "postgresql":
            address = stack.enter_context(postgres.running()).address().partition("?")[0]
        print(asked.engine, storm(address, folder / "notes", kills=asked.kills, seed=asked.seed))


if __name__ == "__main__":
    main()
