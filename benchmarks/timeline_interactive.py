"""How soon a timeline answers in the browser: with so many items, from the request until it can be zoomed.

    .venv/bin/python benchmarks/timeline_interactive.py [--items 500] [--times 7]

Makes a library of one invented life, waits until the life is worked out, and opens its timeline in Debian's chromium
so many times, each in a fresh profile. Prints the medians by the browser's own clock: the first contentful paint, when
the timeline listens, how long one step of zooming takes until the next frame, and how soon a bare line of text shows
right before. Exits with 1 where the timeline takes more than MOST_BARE times as long as that line, which a busy machine
makes as late.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
from pathlib import Path
from urllib.request import urlopen

# the makers of libraries and the browser are those of the tests
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from script import options_of, stop_if
from web import browsing
from web.lives import Claim, document_of, library_of, reading_of

from factoid.model import Document, Reading

MOST_BARE = 20
WHO = "Anna Orr"
KINDS = ("residence", "office", "travel", "education", "event", "arrest", "award")
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
READY = "performance.getEntriesByName('drawn')[0].startTime"
ZOOMED = """() => new Promise((done) => {
  const began = performance.now();
  document.querySelector("[data-by='+']").click();
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began)));
})"""


def main() -> int:
    """Make the library, open the timeline, print the medians."""
    options = options_of(__doc__)
    options.add_argument("--items", type=int, default=500)
    options.add_argument("--times", type=int, default=7)
    given = options.parse_args()
    stop_if(browsing.missing())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "life.factoid"
        library_of(path, [life(given.items)]).close()
        bare, painted, ready, zoomed, drawn = opened(path, given.times)
    print(
        f"{drawn} items: first paint {painted:.0f} ms, answers after {ready:.0f} ms, a step of zooming {zoomed:.0f} ms"
        f"; a bare line {bare:.0f} ms"
    )
    return int(ready > MOST_BARE * bare)


def life(items: int) -> tuple[Document, Reading]:
    """Return a source that tells so many dated things of one person, and its reading."""
    chance = random.Random(items)
    claims: list[Claim] = []
    sentences: list[str] = []
    for number in range(items):
        year = chance.randrange(1860, 1940)
        sentence = f"{WHO} was in place {number} in {year}."
        sentences.append(sentence)
        until = f"{year}/{year + chance.randrange(1, 9)}" if number % 3 else str(year)
        claims.append(
            Claim(who=WHO, type=chance.choice(KINDS), quote=sentence, date=until, date_words=str(year))
        )
    document = document_of("life", "\n\n".join(["A life", *sentences]))
    return document, reading_of(document, {WHO: (WHO,)}, claims)


def opened(path: Path, times: int) -> tuple[float, float, float, float, int]:
    """Return the medians (a bare line, first paint, when it answers, a step of zooming) and the number of items."""
    found: list[list[float]] = []
    with browsing.served(path) as base, browsing.chromium() as browser:
        address = f"{base}/timeline?person={WHO.replace(' ', '%20')}&wait=true"
        urlopen(address).read()  # the life is worked out once
        for _ in range(times):
            bare = browsing.paint_of(browser, f"{base}/health")
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            page = context.new_page()
            page.goto(address)
            page.wait_for_selector(".canvas[data-ready]")
            found.append([bare, *(float(page.evaluate(script)) for script in (PAINTED, READY, ZOOMED))])
            drawn = page.locator("a.event").count()
            context.close()
    bare, painted, ready, zoomed = (statistics.median(column) for column in zip(*found, strict=True))
    return bare, painted, ready, zoomed, drawn


if __name__ == "__main__":
    sys.exit(main())
