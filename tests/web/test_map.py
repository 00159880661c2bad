"""Where a life took it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from fastapi.testclient import TestClient
from web.lives import Claim, document_of, library_of, reading_of
from web.test_pages import flat, page_of

from factoid.model import DossierLine, Factoid, Place, Span
from factoid.store.lists.mapping import Point
from factoid.web import app_of
from factoid.web.lives.map import WIDTH, map_of

TEXT = "A title\n\nAnna Orr lived in Leith in 1800. Anna Orr lived in Riga in 1810. Anna Orr lived in Nowhere in 1820."


def test_places_with_a_point_stand_on_the_map_and_the_others_are_counted(tmp_path: Path) -> None:
    document = document_of("letter", TEXT)
    claims = [
        Claim(who="a", type="residence", quote=f"Anna Orr lived in {place} in {year}", date=year,
              date_words=year, fields={"place": place})
        for place, year in (("Leith", "1800"), ("Riga", "1810"), ("Nowhere", "1820"))
    ]  # fmt: skip
    reading = reading_of(document, {"a": ("Anna Orr",)}, claims)
    points = {"Leith": (55.98, -3.17), "Riga": (56.95, 24.1)}
    places = [
        Place(id=name, name=name, mentions=(Span(TEXT.index(name), TEXT.index(name) + len(name)),), lat=lat, lon=lon)
        for name, (lat, lon) in points.items()
    ]  # fmt: skip
    library = library_of(tmp_path / "a.factoid", [(document, replace(reading, places=tuple(places)))])
    with TestClient(app_of(library, library.path, patience=30), base_url="http://localhost") as client:
        html = client.get("/map?person=Anna Orr").text
        page = page_of(client, "/map?person=Anna Orr")
        text = flat(page)
        assert "1 statement names a place without a known point" in text
        assert "countries of today" in text
        assert {"#place-1", "#place-2"} <= set(page.links)
        assert "#place-3" not in page.links
        west, east = (html.index(f">{name}</text>") for name in ("Leith", "Riga"))
        assert west != east
        assert 'class="move move-0" d="M' in html
        assert len(html) < 200_000


def test_no_outline_crosses_the_map_from_side_to_side() -> None:
    points = [
        Point(source="s", name=name, lon=lon, lat=lat, mentions=())
        for name, lon, lat in (("Tokyo", 139.7, 35.7), ("Moscow", 37.6, 55.8), ("Anadyr", 177.5, 64.7))
    ]
    lived = [
        Factoid(source="s", person="p", type="residence", quote="", start=n, end=n + 1, place=point.name)
        for n, point in enumerate(points)
    ]
    drawing = map_of([[DossierLine(factoid=factoid, source="s") for factoid in lived]], points)
    for arc in drawing.outlines.split("M")[1:]:
        across = [float(place.split()[0]) for place in arc.split("L")]
        assert all(abs(here - there) < WIDTH / 2 for here, there in pairwise(across))


def test_no_name_is_written_over_another_place() -> None:
    points = [
        Point(source="s", name=name, lon=lon, lat=43.8, mentions=())
        for name, lon in (("Mukden", 123.4), ("Ussuriisk", 124.4), ("Irkutsk", 104.3))
    ]
    lived = [
        Factoid(source="s", person="p", type="residence", quote="", start=n, end=n + 1, place=point.name)
        for n, point in enumerate(points)
    ]
    drawing = map_of([[DossierLine(factoid=factoid, source="s") for factoid in lived]], points)
    assert {site.name: site.is_named for site in drawing.sites} == {
        "Mukden": False, "Ussuriisk": True, "Irkutsk": True,
    }  # fmt: skip


def test_a_life_without_points_says_so(client: TestClient) -> None:
    assert "No place of these statements" in flat(page_of(client, "/map?person=Agnes Lammond"))
    assert "Name somebody" in page_of(client, "/map").text
