"""How quick the pages are: the best of some tries, for others may use the machine too."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from web.browsing import Watch, chromium, served
from web.lives import Claim, document_of, library_of, reading_of

from factoid.store import Library, open_library
from factoid.web import app_of
from factoid.web.addresses import address_of_quote

TRIES = 20
NAMES = ("Agnes Lammond", "Hugh Tarrant", "Robert Sill", "Walter Orr")


def long_library(path: Path, statements: int, characters: int) -> Library:
    """Make a library of one source in which so many statements are made about one person."""
    sentences = [
        f"In {1500 + n % 400} {NAMES[0]} and {NAMES[1 + n % 3]} printed the almanac number {n} in Leith."
        for n in range(statements)
    ]
    filler = max(0, characters - sum(map(len, sentences))) // statements
    paragraphs = [f"{sentence} {'And so on. ' * (filler // 11)}".strip() for sentence in sentences]
    document = document_of("long-almanac", "A title\n\n" + "\n\n".join(paragraphs))
    claims = [
        Claim(
            who="a",
            type=("work", "office", "event", "award")[n % 4],
            quote=sentence,
            date=f"{1500 + n % 400}",
            date_words=f"In {1500 + n % 400}",
            fields={"value": f"almanac number {n}", "place": "Leith"},
            related=("bcd"[n % 3],),
        )
        for n, sentence in enumerate(sentences)
    ]
    people = dict(zip("abcd", ((name,) for name in NAMES), strict=True))
    return library_of(path, [(document, reading_of(document, people, claims))])


def best_ms(tries: Iterator[float], limit_ms: float) -> float:
    """Return the quickest of some tries, or the first that is quick enough."""
    best = float("inf")
    for taken in islice(tries, TRIES):
        best = min(best, taken)
        if best < limit_ms:
            break
    return best


def slowness() -> float:
    """Return how much longer work takes here and now because others work too: 1 on a machine of our own."""
    wall, work = time.perf_counter(), time.process_time()
    while time.process_time() - work < 0.1:
        pass
    return max(1.0, (time.perf_counter() - wall) / 0.1)


def on_server_ms(client: TestClient, address: str) -> Iterator[float]:
    """Yield the milliseconds of work that a page costs: not of waiting while others work."""
    while True:
        start = time.process_time()
        assert client.get(address).status_code == 200
        yield (time.process_time() - start) * 1000


def in_browser_ms(watch: Watch, address: str) -> Iterator[float]:
    """Yield the milliseconds from asking for a page to its being there, styled and laid out."""
    while True:
        watch.open(address)
        yield float(watch.ask("performance.getEntriesByType('navigation')[0].loadEventEnd"))


@pytest.fixture(scope="module")
def two_hundred(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = long_library(tmp_path_factory.mktemp("speed") / "lives.factoid", 200, 20_000)
    library.close()
    return library.path


@pytest.fixture(scope="module")
def long_source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """100,000 characters (two sections) with 3,000 marks."""
    library = long_library(tmp_path_factory.mktemp("speed") / "long.factoid", 980, 98_000)
    reading = library.reading("long-almanac")
    marks = len(reading.factoids) + sum(len(persona.mentions) for persona in reading.personas)
    assert 2_900 < marks < 3_100
    assert 95_000 < len(library.document("long-almanac").text.content) < 100_000
    library.close()
    return library.path


@pytest.mark.parametrize(
    ("kind", "address", "limit_ms"),
    [("two_hundred", "/people/Agnes Lammond", 60), ("long_source", "/sources/long-almanac", 300)],
)
def test_the_server_is_quick(
    request: pytest.FixtureRequest, kind: str, address: str, limit_ms: float
) -> None:
    path = request.getfixturevalue(kind)
    with TestClient(app_of(open_library(path), path), base_url="http://localhost") as client:
        assert client.get(address).text.count("data-line") >= 200
        taken = best_ms(on_server_ms(client, address), limit_ms)
    assert taken < limit_ms


@pytest.mark.browser
@pytest.mark.parametrize(
    ("kind", "address", "limit_ms"),
    [("two_hundred", "/people/Agnes Lammond", 300), ("long_source", "/sources/long-almanac", 500)],
)
def test_the_browser_is_quick(
    request: pytest.FixtureRequest, kind: str, address: str, limit_ms: float
) -> None:
    with served(request.getfixturevalue(kind)) as base, chromium() as browser:
        watch = Watch(browser.new_page(viewport={"width": 1280, "height": 900}), base)
        limit_ms *= slowness()
        taken = best_ms(in_browser_ms(watch, address), limit_ms)
    assert taken < limit_ms


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
def test_a_quote_deep_in_a_long_source_comes_into_sight(long_source: Path, width: int) -> None:
    with open_library(long_source) as library:
        factoids = library.reading("long-almanac").factoids
    with served(long_source) as base, chromium() as browser:
        page = browser.new_page(viewport={"width": width, "height": 800})
        for place in (5, 200, 480, 600, 979):
            page.goto(base + address_of_quote("long-almanac", factoids[place].id))
            page.wait_for_timeout(200)
            box = page.locator("mark.quote:target").bounding_box()
            assert box is not None
            assert 0 <= box["y"] < 800 - box["height"]
