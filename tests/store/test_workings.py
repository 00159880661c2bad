from __future__ import annotations

from factoid.model import Location
from factoid.store import open_library, open_view


def test_a_working_is_kept_until_its_mark_is_another(place: Location) -> None:
    with open_library(place, create=True) as library:
        library.keep_workings({"tie:a": ("1", b"old"), "tie:b": ("1", b"b"), "tie_c": ("1", b"c")})
        library.keep_workings({"tie:a": ("2", b"new")})
        assert library.working("tie:a", "1") is None
        assert library.working("tie:a", "2") == b"new"
    with open_view(place) as view:
        assert view.workings("tie:") == {"tie:a": ("2", b"new"), "tie:b": ("1", b"b")}


def test_a_working_that_is_gone_is_gone(place: Location) -> None:
    with open_library(place, create=True) as library:
        library.keep_workings({"tie:a": ("1", b"a")})
        library.keep_workings({}, gone=["tie:a", "tie:never"])
        assert library.workings("") == {}
