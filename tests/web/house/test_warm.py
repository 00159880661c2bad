"""A house begins with what the first pages of its libraries need."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from web.houses import prepared_house

from factoid.web.house import house_app
from factoid.web.house.rooms import Rooms
from factoid.web.work import warming


@pytest.mark.parametrize("is_warm", [True, False])
def test_the_libraries_of_a_house_are_opened_when_it_begins(
    lives: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_warm: bool
) -> None:
    begun: list[str] = []
    both = threading.Event()

    def begin(site: object, *_: object) -> None:
        begun.append(site.title)  # type: ignore[attr-defined]
        if len(begun) > 1:
            both.set()

    monkeypatch.setattr(warming, "begin", begin)
    with TestClient(house_app(prepared_house(lives, tmp_path), is_warm=is_warm)):
        assert both.wait(60 if is_warm else 0.2) is is_warm
    assert sorted(begun) == (["deeds", "lives"] if is_warm else [])


def test_a_library_that_cannot_be_opened_keeps_no_other_waiting(
    lives: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = prepared_house(lives, tmp_path)
    (tmp_path / "deeds.factoid").write_text("no library")
    begun: list[object] = []
    monkeypatch.setattr(warming, "begin", lambda site, *_: begun.append(site.title))
    rooms = Rooms(house, is_warm=True)
    rooms.warm().join(60)
    rooms.close()
    house.close()
    assert begun == ["lives"]
