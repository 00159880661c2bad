"""How long pages take on the server and in Debian's chromium, beside an empty page of the same server.

    .venv/bin/python benchmarks/page_speed.py

A dossier of 200 statements and a source of 100,000 characters with 3,000 marks, on a library made for the purpose. The
best of some tries counts: others may use the machine too; ``of empty`` is the ratio to the health page in that run.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

# the makers of libraries and the browser are those of the tests
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from effort import seconds_of
from fastapi.testclient import TestClient
from script import options_of, stop_if
from web import browsing
from web.test_speed import NAMES, long_library

from factoid.store import open_library
from factoid.web import app_of

PAGES = (
    ("dossier of 200", 200, 20_000, f"/people/{NAMES[0]}"),
    ("source of 100,000", 980, 98_000, "/sources/long-almanac"),
)
LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"


def of_server(client: TestClient, address: str) -> float:
    """Return the processor seconds that a page takes."""
    client.get(address).raise_for_status()
    return seconds_of(lambda: client.get(address), tries=10)


def in_browser_ms(path: Path, address: str) -> float:
    """Return the milliseconds from asking for a page to its being there, styled and laid out."""
    with browsing.served(path) as base, browsing.chromium() as browser:
        watch = browsing.Watch(browser.new_page(viewport={"width": 1280, "height": 900}), base)
        best = float("inf")
        for _ in range(10):
            watch.open(address)
            best = min(best, float(watch.ask(LOADED)))
        return best


def main() -> int:
    """Print the table."""
    options_of(__doc__).parse_args()
    stop_if(browsing.missing())
    with tempfile.TemporaryDirectory() as folder:
        for name, statements, characters, address in PAGES:
            path = Path(folder) / f"{statements}.factoid"
            long_library(path, statements, characters).close()
            with TestClient(app_of(open_library(path), path), base_url="http://localhost") as client:
                page, empty = (of_server(client, asked) for asked in (address, "/health"))
            browser = in_browser_ms(path, address)
            print(
                f"{name:20} server {page * 1000:6.0f} ms ({page / empty:4.1f} of empty)   browser {browser:6.0f} ms"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
