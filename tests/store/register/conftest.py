from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from store.register.team import Time, register_in

from factoid.store.register import Register


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def register(tmp_path: Path, time: Time) -> Iterator[Register]:
    register = register_in(tmp_path, time)
    yield register
    register.close()
