"""Every kind of page on a large library: the server's time, and when the browser shows something.

    .venv/bin/python benchmarks/pages_at_scale.py [--factoids 100000] [--people 5000] [--sources 2000]
        [--library FILE] [--only KIND …]

Makes a library of invented lives (kept in FILE for another time, if one is given), among them one of a man told of in
60 sources, begins the application as `factoid serve` does, and asks for each kind of page at 20 addresses drawn with a
fixed seed, once what is worked out for all pages is there. Prints for each kind the median
and the 95th of a hundred of the server's milliseconds by the clock, the same 95th in processor time (which does not
grow when the machine is busy), the ratio to an empty page of the same server, and the first contentful paint with its
ratio to that of a bare line of text right before it (which grows with it when the machine is busy).
Exits with 1 where a page takes more than MOST_MS of processor time, or MOST_BARE times as long as that line until
something shows.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

# the makers of libraries and the browser are those of the tests
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

import httpx
from fastapi.testclient import TestClient
from script import options_of, stop_if
from web import browsing
from web.lives import Claim, document_of, reading_of
from web.serving import serving

from factoid.identity import VERSION
from factoid.model import Document, PersonLink, Reading
from factoid.store import Library, open_library
from factoid.web import app_of, create_app

MOST_MS, MOST_BARE = 150, 20
PERSONS_IN_A_SOURCE, SAMPLES = 5, 20
PLACES = ("Odessa", "Riga", "Vienna", "Tiflis", "Kharkov", "Moscow", "Paris", "Lyon", "Leipzig", "Zurich")
KINDS = ("residence", "office", "travel", "education", "event", "birth", "death")
GIVEN = (
    "Adam", "Agnes", "Anna", "Boris", "Clara", "Daniel", "Edith", "Emil", "Felix", "Georg", "Hanna", "Hugo",
    "Ida", "Ivan", "Jakob", "Karl", "Laura", "Leon", "Marta", "Moritz", "Nina", "Olga", "Oskar", "Paula",
    "Rosa", "Samuel", "Sofia", "Theodor", "Vera", "Viktor",
)  # fmt: skip
SYLLABLES = (
    "bel", "dorn", "fal", "gren", "hav", "kor", "lind", "mar", "nov", "ost", "pet", "rusk", "stern", "tal",
)  # fmt: skip
FAMOUS, TOLD_IN = "Anton Vielgenannt", 60


def main() -> int:
    """Make the library, ask for the pages, print the table."""
    options = options_of(__doc__)
    for name, size in (("factoids", 100_000), ("people", 5_000), ("sources", 2_000)):
        options.add_argument(f"--{name}", type=int, default=size)
    options.add_argument("--library", type=Path, help="a file for the library, kept for another time")
    options.add_argument("--only", nargs="*", default=[], metavar="KIND", help="of page")
    given = options.parse_args()
    stop_if(browsing.missing())
    with tempfile.TemporaryDirectory() as folder:
        path = given.library or Path(folder) / "large.factoid"
        began, is_made = time.process_time(), path.exists()
        with open_library(path, create=True) as library:
            if not is_made:
                fill(library, given.factoids, given.people, given.sources)
                print(
                    f"library made in {time.process_time() - began:.0f} s, {path.stat().st_size / 1e6:.0f} MB\n"
                )
            pages = {kind: found for kind, found in pages_of(library) if kind in (given.only or [kind])}
        slow = False
        for kind, (median, late, worked, ratio) in by_server(path, pages).items():
            slow |= worked > MOST_MS
            print(f"{kind:12} {median:6.0f} ms  p95 {late:6.0f} ms  processor {worked:6.0f} ms  "
                  f"{ratio:5.1f} of empty", flush=True)  # fmt: skip
        print()
        for kind, paint, bare in by_browser(path, pages):
            slow |= paint > MOST_BARE * bare
            print(f"{kind:12} shows something after {paint:5.0f} ms  {paint / bare:5.1f} of bare", flush=True)
    return int(slow)


def fill(library: Library, factoids: int, people: int, sources: int) -> None:
    """Write the sources, and link the personas of one name."""
    each = factoids // sources // PERSONS_IN_A_SOURCE
    for number in range(sources):
        chance = random.Random(number)
        names = [name_of(chance.randrange(people)) for _ in range(PERSONS_IN_A_SOURCE)]
        if number % max(1, sources // TOLD_IN) == 0:
            names[0] = FAMOUS
        library.add(*invented(number, list(dict.fromkeys(names)), each, chance))
    groups: dict[str, list[str]] = {}
    for found in library.personas():
        groups.setdefault(found.persona.name, []).append(found.persona.id)
    links = [PersonLink(person=min(ids), personas=tuple(ids)) for ids in groups.values()]
    library.refresh_persons(lambda *_: links, version=VERSION)


def name_of(person: int) -> str:
    """Return a name that this person alone has: a given name that many share, a surname that some thirty share."""
    family, given = divmod(person, len(GIVEN))
    first, second = divmod(family, len(SYLLABLES))
    longer, first = divmod(first, len(SYLLABLES))
    return f"{GIVEN[given]} {SYLLABLES[first].title()}{SYLLABLES[second]}{'er' * longer}"


def invented(number: int, names: list[str], each: int, chance: random.Random) -> tuple[Document, Reading]:
    """Return a source that tells so many things of each person, and its reading."""
    claims: list[Claim] = []
    sentences: list[str] = []
    for name in names:
        for _ in range(each):
            kind, place, year = chance.choice(KINDS), chance.choice(PLACES), chance.randrange(1860, 1950)
            sentence = f"{name} was in {place} in {year}, note {len(claims)} of {number}."
            sentences.append(sentence)
            fields = {"place": place}
            claims.append(
                Claim(
                    who=name, type=kind, quote=sentence, fields=fields, date=str(year), date_words=str(year)
                )
            )
    document = document_of(f"source{number:05}", "\n\n".join([f"Source {number}", *sentences]))
    return document, reading_of(document, {name: (name,) for name in names}, claims)


def pages_of(library: Library) -> Iterator[tuple[str, list[str]]]:
    """Yield each kind of page with the addresses to ask for."""
    chance = random.Random(1938)
    people = chance.sample([p.id for p in library.people(limit=2000)], SAMPLES - 1)
    people.append(library.people(FAMOUS, limit=1)[0].id)
    sources = chance.sample([s.name for s in library.sources()], SAMPLES)
    factoids = [library.dossier(p).lines[0].factoid.id for p in people]
    yield "people", [f"/?page={n}" for n in range(1, SAMPLES)]
    yield "find", [f"/?q={quote(name_of(chance.randrange(5000)))}" for _ in range(SAMPLES)]
    yield "dossier", [f"/people/{p}" for p in people]
    yield "side by side", [f"/people/{p}/compare" for p in people]
    yield "sources", [f"/sources?page={n}" for n in range(1, SAMPLES)]
    yield "source", [f"/sources/{name}" for name in sources]
    yield "statement", [f"/factoids/{f}" for f in factoids]
    yield "state", [f"/sources/{name}/state?start=0&end=6" for name in sources]
    yield "witness", [f"/sources/{name}/witness" for name in sources]
    yield "conflicts", [f"/conflicts?page={n}" for n in range(1, SAMPLES)]
    yield "review", [f"/review?of={name}" for name in ("people", "conflicts", "weak", "damaged")] * 5
    yield "timeline", [f"/timeline?person={p}" for p in people]
    yield "network", [f"/network?person={p}" for p in people]
    yield "map", [f"/map?person={p}" for p in people]
    yield "search", [f"/search?q={quote(word)}" for word in PLACES] * 2
    yield "judgements", ["/judgements"] * SAMPLES


def by_server(path: Path, pages: dict[str, list[str]]) -> dict[str, tuple[float, ...]]:
    """Return for each kind of page the median, both 95ths of a hundred, and the ratio to an empty page."""
    found: dict[str, tuple[float, ...]] = {}
    app = app_of(open_library(path), path, is_warm=True)
    with TestClient(app, base_url="http://localhost") as client:
        wait_for_what_is_shared(lambda address: client.get(address).text, pages)
        empty = statistics.median(timed(client, "/health")[0] for _ in range(50))
        for kind, addresses in pages.items():
            by_clock, worked = zip(*(timed(client, address) for address in addresses), strict=True)
            median = statistics.median(by_clock)
            late, busy = (statistics.quantiles(times, n=20)[-1] for times in (by_clock, worked))
            found[kind] = (median, late, busy, median / empty)
    return found


def by_browser(path: Path, pages: dict[str, list[str]]) -> Iterator[tuple[str, float, float]]:
    """Yield for each kind of page after how many milliseconds the browser shows it, and the same of a bare line."""
    with serving(create_app(path, is_warm=True)) as base, browsing.chromium() as browser:
        wait_for_what_is_shared(lambda address: httpx.get(base + address, timeout=60).text, pages)
        for kind, addresses in pages.items():
            bare = browsing.paint_of(browser, base + "/health")
            yield kind, browsing.paint_of(browser, base + addresses[-1]), bare


def wait_for_what_is_shared(page: Callable[[str], str], pages: Iterable[str]) -> None:
    """Wait for what the application begins with, and ask for what is worked out once for all pages."""
    for thread in threading.enumerate():
        if thread.name == "warming":
            thread.join()
    for address in ("/conflicts?wait=true", *["/review?of=people&wait=true"] * ("review" in pages)):
        while "note waiting" in page(address):
            time.sleep(1)


def timed(client: TestClient, address: str) -> tuple[float, float]:
    """Return the milliseconds that the server takes for a page, by the clock and by the processor."""
    began, worked = time.perf_counter(), time.process_time()
    answer = client.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address}: {answer.status_code}")
    return (time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000


if __name__ == "__main__":
    sys.exit(main())
