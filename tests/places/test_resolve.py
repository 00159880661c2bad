"""Which places names mean: alone, together, in their time, and when to say nothing."""

from __future__ import annotations

import pytest

from factoid.model.when import bounds_of_date
from factoid.places import resolve_places

TOGETHER = [
    (["Odessa"], None, {"Odessa": "UA"}),
    (["Odessa", "Moscow", "Paris"], None, {"Odessa": "UA", "Moscow": "RU", "Paris": "FR"}),
    (["Odessa", "Dallas"], None, {"Odessa": "US"}),
    (
        ["Odessa", "Tiraspol", "Kharkov", "Moscow"],
        "1937",
        {"Odessa": "UA", "Tiraspol": "MD", "Kharkov": "UA"},
    ),
    (["Ussuriisk", "Hunchun", "Manchuria"], "1938", {"Ussuriisk": "RU", "Hunchun": "CN", "Manchuria": "CN"}),
    (["Kent", "Rochester", "York"], None, {"Kent": "GB", "Rochester": "GB", "York": "GB"}),
    (["Berlin", "Hamburg", "London"], "1880", {"Berlin": "DE", "London": "GB"}),
    (["Berlin", "Toronto", "Hamilton"], "1880", {"Berlin": "CA", "Hamilton": "CA"}),
    (["Georgia", "Tiflis"], None, {"Georgia": "GE"}),
    (["Georgia", "Atlanta"], None, {"Georgia": "US"}),
    (["Boston", "Cambridge"], None, {"Cambridge": "US"}),
    (["London", "Cambridge"], None, {"Cambridge": "GB"}),
    (["Cairo", "Memphis", "Vicksburg"], "1863", {"Cairo": "US", "Memphis": "US"}),
    (["Cairo", "Luxor"], None, {"Cairo": "EG"}),
    (["Hyderabad", "Karachi"], None, {"Hyderabad": "PK"}),
    (["Hyderabad", "Bombay"], None, {"Hyderabad": "IN"}),
    (["Valencia", "Madrid"], None, {"Valencia": "ES"}),
    (["Caracas", "Valencia"], None, {"Valencia": "VE"}),
    (["Springfield", "Ill."], None, {"Springfield": "US", "Ill.": "US"}),
]

FORMER = [
    ("Leningrad", "1938", "Saint Petersburg"),
    ("Petrograd", "1917", "Saint Petersburg"),
    ("Stalingrad", "1942", "Volgograd"),
    ("Voroshilov", "1938", "Ussuriysk"),
    ("Hsinking", "1938", "Changchun"),
    ("Königsberg", "1800", "Kaliningrad"),
    ("Koenigsberg", "1800", "Kaliningrad"),
    ("Constantinople", "1700", "Istanbul"),
    ("Christiania", "1900", "Oslo"),
    ("Danzig", "1930", "Gdańsk"),
    ("Breslau", "1900", "Wrocław"),
    ("Lemberg", "1900", "Lviv"),
    ("Lwów", "1930", "Lviv"),
    ("Pressburg", "1850", "Bratislava"),
    ("Одесса", "1900", "Odesa"),
    ("Dairen", "1938", "Dalian"),
    ("Stanisławów", "1930", "Ivano-Frankivsk"),
]


@pytest.mark.parametrize(("names", "year", "countries"), TOGETHER)
def test_places_of_one_text_are_weighed_together(
    names: list[str], year: str | None, countries: dict[str, str]
) -> None:
    found = resolve_places(names, when=bounds_of_date(year) if year else None)
    for name, country in countries.items():
        best = found[name].best
        assert best is not None, found[name]
        assert best.country == country, found[name].candidates[:3]


@pytest.mark.parametrize(("name", "year", "today"), FORMER)
def test_former_names(name: str, year: str, today: str) -> None:
    best = resolve_places([name], when=bounds_of_date(year))[name].best
    assert best is not None
    assert best.name == today


@pytest.mark.parametrize(
    "name", ["the Far East", "the front", "his village", "abroad", "the western border", "the steppe", ""]
)
def test_places_without_a_point(name: str) -> None:
    found = resolve_places([name, "Khabarovsk"])[name]
    assert found.best is None
    assert found.reason == "a place without a point"


@pytest.mark.parametrize("name", ["Xanthippopolis", "Little Wittering-under-Lyme"])
def test_a_name_that_is_in_no_gazetteer_stays_unresolved(name: str) -> None:
    assert resolve_places([name])[name].reason == "in no gazetteer"


def test_the_place_that_holds_it_decides() -> None:
    assert _country("Odessa, Texas") == "US"
    assert _country("Odessa, Ukraine") == "UA"
    found = resolve_places(["Batesville", "Ark."], within={"Batesville": "Ark."})["Batesville"].best
    assert found is not None
    assert found.division == "AR"


def _country(name: str) -> str:
    best = resolve_places([name])[name].best
    return best.country if best else ""


def test_a_polity_is_found_in_its_time() -> None:
    best = resolve_places(["Manchukuo"], when=bounds_of_date("1938"))["Manchukuo"].best
    assert best is not None
    assert (best.kind, best.name) == ("polity", "Manchukuo")


def test_alternatives_are_kept_best_first_with_scores() -> None:
    told = resolve_places(["Springfield"])["Springfield"].candidates
    scores = [score for _, score in told]
    assert len(told) > 3
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_a_province_is_the_land_around_its_town_not_the_town() -> None:
    found = resolve_places(["Kazan province", "Kazan"])
    land, town = found["Kazan province"].best, found["Kazan"].best
    assert land is not None
    assert town is not None
    assert (land.lat, land.lon) == (town.lat, town.lon)
    assert land.uri != town.uri


def test_nothing_asked_nothing_told() -> None:
    assert resolve_places([]) == {}
