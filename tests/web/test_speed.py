"""What pages cost, as ratios: `benchmarks/page_speed.py` measures them in milliseconds."""

from __future__ import annotations

from pathlib import Path

import pytest
from effort import seconds_of
from fastapi.testclient import TestClient
from web.browsing import chromium, served
from web.lives import Claim, document_of, library_of, reading_of

from factoid.store import Library, open_library
from factoid.web import app_of
from factoid.web.addresses import address_of_quote

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


def work_on_dossier(path: Path) -> float:
    with TestClient(app_of(open_library(path), path), base_url="http://localhost") as client:
        page = f"/people/{NAMES[0]}"
        assert client.get(page).status_code == 200
        return seconds_of(lambda: client.get(page), tries=5)


def work_on_lines(folder: Path, lines: int) -> float:
    library = long_library(folder / f"{lines}.factoid", lines, 100 * lines)
    library.close()
    return work_on_dossier(library.path)


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


def test_a_dossier_costs_in_proportion_to_its_lines(tmp_path: Path) -> None:
    few, many = work_on_lines(tmp_path, 60), work_on_lines(tmp_path, 240)
    assert many < 10 * few  # a square would be sixteen times


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
