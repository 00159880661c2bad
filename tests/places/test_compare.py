"""How places stand to one another."""

from __future__ import annotations

import pytest

from factoid.model.when import bounds_of_date
from factoid.places import compare_places

OPPOSITE = {"within": "contains", "contains": "within"}


@pytest.mark.parametrize(
    ("a", "b", "year", "kind"),
    [
        ("Leningrad", "St Petersburg", None, "same"),
        ("Ussuriisk", "Voroshilov", "1938", "same"),
        ("Odessa", "Ukraine", None, "within"),
        ("Odessa, Ukraine", "Odessa, Texas", None, "different"),
        ("Odessa", "Odessa, Ukraine", None, "same"),
        ("Kharkov", "Kiev", None, "different"),
        ("Hunchun", "Manchuria", None, "within"),
        ("Hunchun", "Manchukuo", "1938", "within"),
        ("Manchuria", "Manchukuo", None, "near"),
        ("Moscow", "USSR", "1937", "within"),
        ("Breslau", "Silesia", None, "within"),
        ("Soviet Union", "Ukraine", None, "contains"),
        ("the Far East", "Khabarovsk", None, "unknown"),
        ("Xanthippopolis", "Kiev", None, "unknown"),
        ("the Far East", "Far East", None, "same"),
    ],
)
def test_relations_hold_and_turn_round(a: str, b: str, year: str | None, kind: str) -> None:
    when = bounds_of_date(year) if year else None
    told = compare_places(a, b, when=when)
    assert told.kind == kind, told.reason
    assert told.reason
    assert compare_places(b, a, when=when).kind == OPPOSITE.get(kind, kind)
