"""What the words for a place ask for."""

from __future__ import annotations

import pytest

from factoid.places.asked import asked_for, seat_of, variants
from factoid.places.folding import fold_place, keys_of


@pytest.mark.parametrize(
    ("words", "name", "container", "kind", "is_vague"),
    [
        ("the Ukraine", "Ukraine", "", "", False),
        ("Odessa, Ukraine", "Odessa", "Ukraine", "", False),
        ("Red  River", "Red River", "", "river", False),
        ("Lake Baikal", "Lake Baikal", "", "lake", False),
        ("the Far East", "Far East", "", "", True),
        ("his village", "his village", "", "", True),
    ],
)
def test_asked(words: str, name: str, container: str, kind: str, is_vague: bool) -> None:  # noqa: FBT001
    told = asked_for(words)
    assert (told.name, told.container, told.kind, told.is_vague) == (name, container, kind, is_vague)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Murfreesborough", "murfreesboro"),
        ("City of London", "London"),
        ("northern Manchuria", "Manchuria"),
        ("Madison Court-House", "Madison"),
        ("Hague", "the hague"),
    ],
)
def test_variants(name: str, other: str) -> None:
    assert other in variants(name)


def test_seats() -> None:
    assert seat_of("Kazan province") == "Kazan"
    assert seat_of("Kazan") == ""


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("St. Louis", "saint louis"),
        ("Łódź", "lodz"),
        ("Хунь-Чунь", "хун чун"),
        ("Xi'an", "xian"),
        ("İzmir", "izmir"),
    ],
)
def test_folding(name: str, key: str) -> None:
    assert fold_place(name) == key


def test_german_letters_have_two_keys() -> None:
    assert keys_of("Königsberg") == ("konigsberg", "koenigsberg")
