"""Addresses of libraries: taken apart, put together, and never shown with a password."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from factoid.errors import UsageError
from factoid.model import InDatabase, beside, location_of

SHOWN = {
    "postgresql://anna@db.test/lives": "postgresql://anna@db.test/lives?library=main",
    "postgres://anna:pw@db.test:5433/lives?library=graz": "postgres://anna@db.test:5433/lives?library=graz",
    "postgresql://anna:p%40w@db.test/lives?sslmode=require&library=x-1.2": (
        "postgresql://anna@db.test/lives?sslmode=require&library=x-1.2"
    ),
    "postgresql:///lives?host=/run/pg&password=pw": "postgresql:///lives?host=/run/pg&library=main",
    "postgresql://a@b@db.test/lives": "postgresql://a@b@db.test/lives?library=main",
    "postgresql://db.test/lives?library=жизнь": "postgresql://db.test/lives?library=жизнь",
}


@pytest.mark.parametrize("given", SHOWN)
def test_an_address_is_shown_without_its_password(given: str) -> None:
    found = location_of(given)
    assert isinstance(found, InDatabase)
    assert str(found) == SHOWN[given]
    for shown in (str(found), repr(found), found.database, found.name):
        assert "pw" not in shown
        assert "p%40w" not in shown
    assert location_of(found.whole) == found == pickle.loads(pickle.dumps(found))


def test_a_password_is_known_in_every_way_it_can_be_told() -> None:
    found = location_of("postgresql://anna:p%40w@db.test/lives?sslpassword=other")
    assert isinstance(found, InDatabase)
    assert set(found.secrets) == {"p%40w", "p@w", "other"}


@pytest.mark.parametrize(
    "name", ["", "pg_x", "PG_TEMP", "a/b", 'a"b', "-a", "factoid_register", "ü" * 40, "a b"]
)
def test_other_names_are_refused(name: str) -> None:
    with pytest.raises(UsageError, match="cannot name a library"):
        location_of(f"postgresql:///db?library={name}")


def test_everything_else_is_a_file() -> None:
    for given in ("library.factoid", "postgresql.factoid", "a//b", "postgresql:x"):
        assert location_of(given) == Path(given)
    assert location_of(Path("x")) == Path("x")


def test_what_belongs_to_a_library_stands_beside_its_file() -> None:
    assert beside(Path("house/lives.factoid"), "answers") == Path("house/lives-answers")
    assert beside(location_of("postgresql:///db?library=graz"), "answers") == Path("graz-answers")
