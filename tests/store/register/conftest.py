from __future__ import annotations

from collections.abc import Iterator

import pytest
from store.register.team import Time, register_at

from factoid.store.register import Register


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def register(new_house: str, time: Time) -> Iterator[Register]:
    """A register on each engine."""
    register = register_at(new_house, time)
    yield register
    register.close()
