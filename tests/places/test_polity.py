"""Which polity a place lay in."""

from __future__ import annotations

from itertools import pairwise

import pytest

from factoid.model import Bounds
from factoid.model.when import bounds_of_date, day_of
from factoid.places import polity_of
from factoid.places.polity import _lands


@pytest.mark.parametrize(
    ("place", "year", "polities"),
    [
        ("Harbin", "1938", ["Manchukuo"]),
        ("Peking", "1938", ["Republic of China"]),
        ("Kiev", "1925", ["Soviet Union"]),
        ("Odessa", "1910", ["Russian Empire"]),
        ("Lemberg", "1900", ["Austria-Hungary"]),
        ("Lwów", "1930", ["Second Polish Republic"]),
        ("Königsberg", "1800", ["Kingdom of Prussia"]),
        ("Charleston", "1862", ["Confederate States of America"]),
        ("Kishinev", "1930", ["Romania"]),
        ("Tiraspol", "1930", ["Soviet Union"]),
        ("Manchukuo", "1938", ["Manchukuo"]),
        ("Xanthippopolis", "1938", []),
    ],
)
def test_polities(place: str, year: str, polities: list[str]) -> None:
    assert [polity.name for polity in polity_of(place, bounds_of_date(year))] == polities


def test_a_place_may_change_hands_within_the_time() -> None:
    when = Bounds(day_of(1917, 1, 1), day_of(1919, 12, 31))
    assert [p.name for p in polity_of("Kiev", when)] == [
        "Russian Empire",
        "Ukrainian People's Republic",
        "Ukrainian Soviet Socialist Republic",
    ]


def test_stays_are_in_order_and_do_not_overlap() -> None:
    for land, stays in _lands().items():
        days = [(life[0].earliest, life[1].latest) for _, life in stays]
        for (_, ended), (begun, _) in pairwise(days):
            assert ended is not None, land
            assert begun is not None, land
            assert begun <= ended + 366 or begun >= ended, land
            assert ended - begun <= 366, f"{land}: a stay begins before the one before has ended"
