"""Take the pictures of the documentation: ``python docs/screenshots.py LIBRARY`` writes ``docs/images``.

Needs Debian's chromium. The person with the most statements is shown, and the statement with the most words
of its own in the text.
"""

from __future__ import annotations

import argparse
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Page, sync_playwright

from factoid.model import Document, DossierLine, SegmentKind
from factoid.pipeline.disputes import conflicts_of
from factoid.store import open_view
from factoid.web import create_app
from factoid.web.addresses import address_of_conflict, address_of_person, address_of_quote

IMAGES = Path(__file__).parent / "images"
CHROMIUM = "/usr/bin/chromium"
HEIGHT = 900
LOWEST = "scrollY + (document.querySelector(':target')?.getBoundingClientRect().bottom ?? 0)"


@contextmanager
def served(library: Path) -> Iterator[str]:
    """Serve the library on a free port for the length of a block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = uvicorn.Config(create_app(library), host="127.0.0.1", port=port, log_level="warning", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


def telling(line: DossierLine) -> tuple[int, int]:
    """Return how much a picture of the line shows: its fields that stand in the text, then its words."""
    return len(line.factoid.spans) + len(line.related), len(line.factoid.quote)


def _folds(document: Document) -> int:
    return sum(segment.kind is SegmentKind.FURNITURE for segment in document.text.segments)


def addresses(library: Path) -> dict[str, str]:
    """Return the address of the page behind each picture."""
    with open_view(library) as view:
        person = view.people(limit=1)[0].id
        lines = view.dossier(person).lines
        folds = {source.name: _folds(view.document(source.name)) for source in view.sources()}
        found = sorted(conflicts_of(view), key=lambda c: (-len(c.claims), -c.confidence, c.id))
    line = max(lines, key=lambda line: (folds[line.source] > 0, telling(line)))
    return {
        "people": "/",
        "dossier": f"{address_of_person(person)}?wait=true",
        "source": address_of_quote(line.source, line.factoid.id),
        "timeline": f"/timeline?person={person}&wait=true",
        "network": f"/network?person={person}",
        "map": f"/map?person={person}&wait=true",
        "why": f"{address_of_person(person)}/why/birth?wait=true",
        **({"conflict": address_of_conflict(found[0].id)} if found else {}),
    }


def picture(page: Page, address: str, name: str) -> None:
    """Write one picture of the page as it first comes into sight."""
    page.goto(address)
    page.mouse.move(0, 0)
    page.wait_for_timeout(300)
    if page.evaluate(LOWEST) < HEIGHT:  # the whole page from its head, where that shows the quote too
        page.evaluate("scrollTo(0, 0)")
    page.screenshot(path=IMAGES / f"{name}.png")


def main() -> None:
    """Take every picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", type=Path)
    library = parser.parse_args().library
    IMAGES.mkdir(exist_ok=True)
    with served(library) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1200, "height": HEIGHT}, reduced_motion="reduce")
        for name, address in addresses(library).items():
            picture(page, base + address, name)
        browser.close()


if __name__ == "__main__":
    main()
