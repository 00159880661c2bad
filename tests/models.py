"""The language models, loaded once for all the readers that the tests of an area make."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from factoid.reading import english
from factoid.reading.french import language as french
from factoid.reading.russian import language as russian


@pytest.fixture(scope="session", autouse=True)
def models_are_loaded_once() -> Iterator[None]:
    """A reader is cheap where its model is there; loading one takes half a second, and some tests make several."""
    with pytest.MonkeyPatch.context() as patch:
        for module, name in ((english, "Parser"), (french, "Parser"), (russian, "Morphology")):
            patch.setattr(module, name, cache(getattr(module, name)))
        yield
