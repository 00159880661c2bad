"""To a file and back, from any engine to any engine: nothing is lost, and nothing is overwritten."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Event, Thread

import pytest
from store.exported import exports
from store.invented import invented
from store.test_engines import filled

from factoid.errors import LibraryTooNew, NotALibrary, OutputError
from factoid.model import Location, Verdict
from factoid.store import Library, open_library, open_view
from factoid.store.copying import Copied, back_up, restore

KINDS = ("json", "csv", "tei")
HELD = Copied(sources=3, factoids=43, judgements=4)


@pytest.fixture
def library(place: Location) -> Iterator[Library]:
    with filled(place) as opened:
        yield opened


def test_there_and_back_every_export_is_the_same(
    library: Library, new_place: Callable[[], Location], tmp_path: Path
) -> None:
    file, back = tmp_path / "backup.factoid", new_place()
    assert back_up(library.location, file) == HELD
    assert restore(file, back) == HELD
    assert restore(file, tmp_path / "file.factoid") == HELD
    before = exports(library, KINDS)
    for place in (back, tmp_path / "file.factoid", file):
        with open_view(place) as view:
            assert exports(view, KINDS) == before
            assert view.judgements(active_only=False) == library.judgements(active_only=False)
            assert view.search('"head of office"') == library.search('"head of office"')
    with open_library(back) as restored:  # it goes on as the first one does
        assert restored.add(*invented("later")) == library.add(*invented("later"))
        again = [shelf.judge(shelf.judgements()[0]) for shelf in (restored, library)]
        assert again[0] == again[1]
        assert again[0].id == 5
        assert again[0].verdict is Verdict.REJECTED


def test_nothing_is_overwritten(library: Library, new_place: Callable[[], Location], tmp_path: Path) -> None:
    file = tmp_path / "backup.factoid"
    file.write_text("mine")
    with pytest.raises(OutputError, match="overwrites nothing"):
        back_up(library.location, file)
    assert file.read_text() == "mine"
    file.unlink()
    back_up(library.location, file)
    with pytest.raises(NotALibrary, match="there is a"):
        restore(file, library.location)
    with pytest.raises(OutputError, match="Make it first"):
        back_up(library.location, tmp_path / "nowhere" / "backup.factoid")
    assert [path for path in tmp_path.iterdir() if path.stem != "l"] == [file]


def test_a_damaged_backup_is_refused(
    library: Library, new_place: Callable[[], Location], tmp_path: Path
) -> None:
    file, place = tmp_path / "backup.factoid", new_place()
    back_up(library.location, file)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DELETE FROM persona WHERE pk = 1")
        connection.commit()
    with pytest.raises(NotALibrary, match="damaged"):
        restore(file, place)
    os.truncate(file, file.stat().st_size // 2)
    with pytest.raises(NotALibrary, match="damaged"):
        restore(file, place)
    with pytest.raises(NotALibrary, match="no such library"):
        restore(tmp_path / "none.factoid", place)
    with pytest.raises(NotALibrary):  # and nothing was begun
        open_view(place)


def test_a_backup_of_a_later_version_is_refused(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "backup.factoid"
    back_up(library.location, file)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9001'")
        connection.commit()
    with pytest.raises(LibraryTooNew):
        restore(file, tmp_path / "back.factoid")


def test_a_backup_is_of_one_moment(place: Location, tmp_path: Path) -> None:
    """While sources come in, each backup has some of them, whole."""
    with open_library(place, create=True) as library:
        library.add(*invented("first"))
        is_over = Event()

        def go_on() -> None:
            number = 0
            while not is_over.is_set():
                library.add(*invented(f"source{number}"))
                number += 1

        writer = Thread(target=go_on)
        writer.start()
        try:
            held = [back_up(place, tmp_path / f"{n}.factoid") for n in range(3)]
        finally:
            is_over.set()
            writer.join()
    assert [copied.factoids for copied in held] == [4 * copied.sources for copied in held]
    assert held == sorted(held, key=lambda copied: copied.sources)
