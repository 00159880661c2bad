from __future__ import annotations

import pytest

from factoid.reading.parse import Parser


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The bundled model, loaded once."""
    return Parser()
