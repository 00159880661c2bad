"""PostgreSQL looks at the tables when they have grown, and at no other time."""

from __future__ import annotations

import pytest
from store.invented import invented

from factoid.model import InDatabase, Location
from factoid.store import open_library
from factoid.store.engines import sizes
from factoid.store.engines.sizes import know_sizes


def test_tables_are_looked_at_once_they_have_grown(place: Location, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sizes, "_FEW", 0)
    with open_library(place, create=True) as library:
        library.add(*invented("alpha"))
        with library._database.writing() as connection:
            assert know_sizes(connection) is isinstance(place, InDatabase)
            assert know_sizes(connection) is False
        library.add(*invented("beta"))
        assert library.refresh_persons(lambda *_: ())
        with library._database.writing() as connection:
            assert know_sizes(connection) is False  # who is who was worked out, and they were looked at then
