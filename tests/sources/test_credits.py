"""A credit says whose the picture is; a caption says what it shows, and is read."""

from __future__ import annotations

import pytest

from factoid.sources.furniture.lexicon import mark_of


@pytest.mark.parametrize(
    "line",
    [
        "Photo: from open sources",
        "Image: Getty Images / Reuters",
        "(Photos: private archive)",
        "Photo source: Wikimedia Commons, public domain",
        "Photo from open sources",
        "Фото: из открытых источников",
    ],
)
def test_credits(line: str) -> None:
    assert mark_of(line, at_edge=False) is not None


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Anna Weiss with her oven, 1932 (private archive)",
        "Photo: Anna Weiss / Getty Images",
        "Photo from the wedding of Anna and Karl",
        "Image: the bakery after the fire",
        "Map: the way to Linz, Wikimedia Commons",
        "Archive: she kept the papers of the guild",
    ],
)
def test_captions(line: str) -> None:
    assert mark_of(line, at_edge=False) is None
