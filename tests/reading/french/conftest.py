"""French texts read once by the whole reader."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from factoid.model import Reading
from factoid.reading import Reader, make_reader
from factoid.sources import document_of_text

Read = Callable[[str], Reading]


@pytest.fixture(scope="session")
def reader() -> Reader:
    return make_reader()


@pytest.fixture(scope="session")
def read(reader: Reader) -> Read:
    return cache(lambda text: reader.read(document_of_text(text)))
