"""What pages cost, as ratios: `benchmarks/page_speed.py` measures them in milliseconds."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from web.browsing import chromium, served
from web.lives import Claim, document_of, library_of, reading_of

from factoid.store import Library, open_library
from factoid.web import app_of
from factoid.web.addresses import address_of_quote

TRIES = 16
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


def least_work(client: TestClient, address: str) -> float:
    """Return the least work in seconds that a page costs: not waiting while others work."""
    least = float("inf")
    for _ in range(TRIES):
        start = time.process_time()
        assert client.get(address).status_code == 200
        least = min(least, time.process_time() - start)
    return least


def work_on_dossier(path: Path) -> float:
    with TestClient(app_of(open_library(path), path), base_url="http://localhost") as client:
        return least_work(client, f"/people/{NAMES[0]}")


@pytest.fixture(scope="module")
def hundred(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = long_library(tmp_path_factory.mktemp("speed") / "short.factoid", 100, 10_000)
    library.close()
    return library.path


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


def test_a_dossier_costs_in_proportion_to_its_lines(hundred: Path, two_hundred: Path) -> None:
    assert work_on_dossier(two_hundred) < 3.0 * work_on_dossier(hundred)


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
