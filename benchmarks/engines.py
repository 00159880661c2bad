"""One library in a file and in PostgreSQL, side by side: pages, search, conflicts after a verdict, exports.

    .venv/bin/python benchmarks/engines.py LIBRARY [--samples 20]

LIBRARY is a file (`pages_at_scale.py --library FILE` makes one of 100,000 statements); it is copied, and restored into
a PostgreSQL server made for this. Each thing is asked of both, one right after the other. Prints the medians in
milliseconds by the clock, and the ratio of PostgreSQL to the file.
"""

from __future__ import annotations

import random
import shutil
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

import postgres
from fastapi.testclient import TestClient
from pages_at_scale import pages_of, timed
from script import a_file, options_of, stop_if

from factoid.exchange import find_exporter
from factoid.model import Anchor, Judgement, Verdict, location_of
from factoid.pipeline.disputes import Wanted, conflicts_of
from factoid.store import Library, open_library
from factoid.store.copying import restore
from factoid.web import app_of

Asked = Callable[[], object]
PAGES = ("people", "find", "dossier", "sources", "source", "statement", "conflicts", "search", "judgements")
FORMATS = ("jsonl", "csv")


def milliseconds(asked: Asked) -> float:
    """Return how long it takes."""
    began = time.perf_counter()
    asked()
    return 1000 * (time.perf_counter() - began)


def asked_of(library: Library, client: TestClient, samples: int) -> Iterator[tuple[str, list[Asked]]]:
    """Yield what is asked of a library, each kind several times."""
    for kind, addresses in pages_of(library):
        if kind in PAGES:
            yield kind, [partial(timed, client, address) for address in addresses[:samples]]
    chance = random.Random(1938)
    people = chance.sample([p.id for p in library.people(limit=2000)], samples)
    factoids = [library.dossier(person).lines[0].factoid for person in people]
    verdicts = [
        Judgement(
            verdict=Verdict.ACCEPTED, author="human:benchmark", made="2026-01-01T00:00:00+00:00", factoid=f.id,
            left=Anchor(f.source, f.span),
        )
        for f in factoids
    ]  # fmt: skip
    yield "verdict", [partial(library.judge, verdict) for verdict in verdicts]
    yield "conflicts after them", [lambda: list(conflicts_of(library, wanted=Wanted(is_doubtful_too=True)))]
    for name in FORMATS:
        yield f"export {name}", [partial(find_exporter(name).write, library, BytesIO())]


def opened(stack: ExitStack, location: object) -> tuple[Library, TestClient]:
    """Open a library and its pages, when what they begin with is there."""
    library = open_library(location)  # type: ignore[arg-type]
    app = app_of(library, location, is_warm=True)  # type: ignore[arg-type]
    client = stack.enter_context(TestClient(app, base_url="http://localhost"))
    for thread in threading.enumerate():
        if thread.name == "warming":
            thread.join()
    return library, client


def main() -> None:
    """Print both engines' figures."""
    options = options_of(__doc__)
    options.add_argument("library", type=a_file)
    options.add_argument("--samples", type=int, default=20, help="times that each thing is asked for")
    asked = options.parse_args()
    stop_if(postgres.missing())
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = stack.enter_context(postgres.running(is_durable=True))
        file, place = folder / "large.factoid", location_of(server.address("large"))
        shutil.copy(asked.library, file)
        open_library(file).close()
        print(
            f"restore into PostgreSQL: {milliseconds(lambda: restore(file, place)) / 1000:.0f} s", flush=True
        )
        both = [asked_of(*opened(stack, where), asked.samples) for where in (file, place)]
        print(f"{'':<22} {'file':>9} {'PostgreSQL':>11} {'ratio':>6}")
        for (kind, in_file), (_, in_database) in zip(*both, strict=True):
            pairs = [
                (milliseconds(one), milliseconds(two)) for one, two in zip(in_file, in_database, strict=True)
            ]
            one, two = (statistics.median(times) for times in zip(*pairs, strict=True))
            print(f"{kind:<22} {one:>6.0f} ms {two:>8.0f} ms {two / one:>6.1f}", flush=True)


if __name__ == "__main__":
    main()
