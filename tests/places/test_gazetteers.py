"""Gazetteers that users bring."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factoid.places import BadGazetteer, load_gazetteer, resolve_places

LINKED = {
    "type": "FeatureCollection",
    "features": [
        {
            "@id": "https://example.org/places/7",
            "properties": {"title": "Port Nowhere", "ccodes": ["GB"], "fclasses": ["P"]},
            "names": [{"toponym": "Port Nowhere"}, {"toponym": "Nullport"}],
            "geometry": {
                "type": "GeometryCollection",
                "geometries": [{"type": "Point", "coordinates": [-3.5, 51.2]}],
            },
        },
        {"@id": "https://example.org/places/8", "properties": {"title": "Unlocated"}, "names": []},
    ],
}
DUMP = "99|Mala Test|Mala Test|MVT,Мала Виска Тест|48.5|31.6|P|PPL|UA||10||||120|||Europe/Kiev|2020-01-01".replace(
    "|", "\t"
)


def test_linked_places(tmp_path: Path) -> None:
    file = tmp_path / "ports.json"
    file.write_text(json.dumps(LINKED), "utf-8")
    gazetteer = load_gazetteer(file)
    best = resolve_places(["Nullport"], gazetteers=[gazetteer])["Nullport"].best
    assert gazetteer.size == 1
    assert best is not None
    assert (best.uri, best.lat, best.lon, best.country) == ("https://example.org/places/7", 51.2, -3.5, "GB")


def test_a_dump_of_geonames(tmp_path: Path) -> None:
    file = tmp_path / "UA.txt"
    file.write_text(DUMP, "utf-8")
    best = resolve_places(["Мала Виска Тест"], gazetteers=[load_gazetteer(file)])["Мала Виска Тест"].best
    assert best is not None
    assert best.uri == "https://sws.geonames.org/99/"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "not a dump\n"),
        ("a.json", "{"),
        ("a.json", "[]"),
        ("a.json", '{"features": 3}'),
        ("a.txt", None),
    ],
)
def test_what_is_no_gazetteer_is_named(tmp_path: Path, name: str, content: str | None) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_text(content, "utf-8")
    with pytest.raises(BadGazetteer, match=name):
        load_gazetteer(file)
