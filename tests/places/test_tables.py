"""Our own tables: large enough, sound, and every city in them found in GeoNames."""

from __future__ import annotations

import pytest

from factoid.model.when import bounds_of_life
from factoid.places import other_spellings
from factoid.places.folding import fold_place
from factoid.places.settlements import settlements
from factoid.places.tables import _renamed, _rows, abbreviated, countries, named_in_tables, polities, regions

RENAMED = ("places_renamed", "places_renamed_world", "places_renamed_asia")


def test_tables_are_as_large_as_promised() -> None:
    assert sum(len(list(_rows(table, "cities"))) for table in RENAMED) >= 150
    assert len({entry.uri for entry in polities().values()}) >= 100
    assert len(countries()) >= 190
    assert len(regions()) >= 300


@pytest.mark.parametrize("table", RENAMED)
def test_every_renamed_city_is_in_geonames(table: str) -> None:
    missing = [
        f"{country} {today}"
        for country, today, *_ in _rows(table, "cities")
        if not any(entry.country == country for entry in settlements().named(fold_place(today)))
    ]
    assert missing == []


def test_lives_are_in_order() -> None:
    for key, told in _renamed().items():
        for _, today, life in told:
            begun, ended = bounds_of_life(life)
            if begun.earliest is not None and ended.latest is not None:
                assert begun.earliest <= ended.latest, f"{key} of {today}"
    for entry in polities().values():
        assert entry.life is not None
        begun, ended = entry.life
        assert begun.earliest is not None, entry.name
        assert ended.latest is None or begun.earliest <= ended.latest, entry.name


def test_points_are_on_the_globe() -> None:
    for entry in [*countries().values(), *polities().values(), *(entry for entry, _ in regions())]:
        assert -90 <= entry.lat <= 90, entry.name
        assert -180 <= entry.lon <= 180, entry.name


@pytest.mark.parametrize(
    ("short", "name"), [("N. C.", "North Carolina"), ("Mo.", "Missouri"), ("CAL.", "California")]
)
def test_short_forms(short: str, name: str) -> None:
    assert [place.entry.name for place in abbreviated(short)] == [name]


def test_short_forms_are_no_names() -> None:
    assert named_in_tables("mo") == () or all(p.entry.name != "Missouri" for p in named_in_tables("mo"))


def test_other_spellings_are_of_todays_name_and_not_of_the_men_whom_cities_were_called_after() -> None:
    spellings = other_spellings()
    assert {"Ussuriisk", "Kharkov", "Teheran"} <= spellings
    assert not {"Voroshilov", "Leningrad", "Frunze"} & spellings
