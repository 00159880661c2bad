"""GeoNames' settlements as package data."""

from __future__ import annotations

import json
import zipfile
from importlib import resources

import pytest

from factoid.places.settlements import settlements


@pytest.mark.parametrize(
    ("key", "id_", "country"),
    [
        ("tiraspol", "617239", "MD"),
        ("hunchun", "2036653", "CN"),
        ("одесса", "698740", "UA"),
        ("saint louis", "4407066", "US"),
    ],
)
def test_settlements_are_found_by_any_name(key: str, id_: str, country: str) -> None:
    found = {entry.uri: entry for entry in settlements().named(key)}
    entry = found[f"https://sws.geonames.org/{id_}/"]
    assert entry.country == country
    assert entry.kind == "city"


@pytest.mark.parametrize("key", ["", "zzzzzz", "0", "no such place"])
def test_what_is_not_there_is_not_found(key: str) -> None:
    assert settlements().named(key) == ()


def test_every_block_is_sorted_and_the_file_says_whose_it_is() -> None:
    file = resources.files("factoid.resources").joinpath("gazetteer.zip")
    with file.open("rb") as opened, zipfile.ZipFile(opened) as archive:
        about = json.loads(archive.read("about.json"))
        firsts = json.loads(archive.read("index.json"))["names"]
        lines = archive.read("names/0007").decode().split("\n")
    assert "GeoNames" in about["source"]
    assert "CC BY 4.0" in about["licence"]
    assert firsts == sorted(firsts)
    assert lines == sorted(lines)
