from __future__ import annotations

import pytest
from models import models_are_loaded_once

from factoid.reading.parse import Parser

__all__ = ["models_are_loaded_once"]


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The bundled model, loaded once."""
    return Parser()
