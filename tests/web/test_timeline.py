"""Lives on an axis of time."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from fastapi.testclient import TestClient
from web.lives import Claim, document_of, library_of, reading_of
from web.markup import assert_harmless
from web.test_pages import factoid_id, flat, page_of

from factoid.store import Library
from factoid.web import app_of
from factoid.web.lives import timeline


def event_of(html: str, factoid: str) -> str:
    found = re.search(rf'<a class="event [^"]*" href="[^"]*{factoid}">.*?</a>', html)
    assert found
    return found[0]


@pytest.fixture
def html(client: TestClient) -> str:
    return client.get("/timeline?person=Agnes Lammond").text


@pytest.mark.parametrize(
    ("quote", "looks"),
    [
        ("D. of a fever", ["sure"]),  # a day
        ("M. 1824", ["within"]),  # some day of the year
        ("Master printer at", ["within", "open-end"]),  # from 1819, nobody knows how long
        ("She died in the prison", ["within"]),  # reckoned: never solid
    ],
)
def test_doubt_is_drawn(html: str, library: Library, quote: str, looks: list[str]) -> None:
    assert re.findall(r'<rect class="([\w-]+)"', event_of(html, factoid_id(library, quote))) == looks


def test_what_was_throughout_is_solid_between_what_is_not_known(library: Library) -> None:
    document = document_of("letter", "A title\n\nAnna Orr lived in Leith from 1800 to 1810.")
    claim = Claim(who="a", type="residence", quote="Anna Orr lived in Leith from 1800 to 1810",
                  date="1800/1810", date_words="from 1800 to 1810")  # fmt: skip
    made = library_of(
        library.path.with_name("a.factoid"), [(document, reading_of(document, {"a": ("Anna Orr",)}, [claim]))]
    )
    with TestClient(app_of(made, made.path, patience=30), base_url="http://localhost") as client:
        html = client.get("/timeline?person=Anna Orr").text
        bars = re.findall(r'<rect class="(\w+)" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', html)
        assert [look for look, _, _ in bars] == ["within", "sure", "within"]
        ends = [(float(x), float(x) + float(width)) for _, x, width in bars]
        assert ends[0][1] == pytest.approx(ends[1][0], abs=0.3)
        assert ends[1][1] == pytest.approx(ends[2][0], abs=0.3)


def test_every_mark_opens_its_words_and_nothing_is_drawn_over_another(html: str) -> None:
    page = assert_harmless(html)
    assert sum("/sources/" in link and "?factoid=" in link for link in page.links) >= 15
    drawn: dict[str, list[tuple[float, float]]] = {}
    for event in re.findall(r'<a class="event .*?</a>', html):
        bars = [
            (float(x), float(y), float(w))
            for x, y, w in re.findall(r'x="([\d.-]+)" y="([\d.]+)" width="([\d.]+)"', event)
        ]
        drawn.setdefault(str(bars[0][1]), []).append((bars[0][0], bars[-1][0] + bars[-1][2]))
    for held in drawn.values():
        held.sort()
        assert all(one[1] <= other[0] for one, other in pairwise(held))


def test_several_lives_stand_under_one_another(client: TestClient) -> None:
    page = page_of(client, "/timeline?person=Agnes Lammond&person=Walter Lammond&person=Agnes Lammond")
    text = flat(page)
    assert text.count("take out") == 2
    page_of(client, "/timeline?person=Nobody At All", 404)
    assert "Name somebody" in page_of(client, "/timeline").text


def test_kinds_are_chosen(client: TestClient) -> None:
    html = client.get("/timeline?person=Agnes Lammond&lane=law").text
    assert "lane-law" in html
    assert "lane-life" not in html


def test_too_much_is_left_out_and_said(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline, "MOST_ITEMS", 3)
    text = flat(page_of(client, "/timeline?person=Agnes Lammond"))
    assert "3 statements drawn" in text
    assert "more would not fit" in text
