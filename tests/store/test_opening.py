"""What is a library, what is not, and where none can be."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError
from store.invented import invented

from factoid.errors import LibraryFull, LibraryTooNew, NotALibrary
from factoid.store import LibraryView, open_library, open_view
from factoid.store.schema.migrate import APPLICATION_ID


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library with one source."""
    path = tmp_path / "l.factoid"
    with open_library(path, create=True) as library:
        library.add(*invented("alpha", factoids=50))
    return path


def other_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE alembic_version (version_num)")
    connection.commit()
    connection.close()


def half_a_library(path: Path) -> None:
    with open_library(path, create=True) as library:
        library.add(*invented("alpha", factoids=200))
    os.truncate(path, path.stat().st_size // 2)


def damaged_library(path: Path) -> None:
    with open_library(path, create=True):
        pass
    content = bytearray(path.read_bytes())
    content[100:4096] = b"\xff" * 3996
    path.write_bytes(content)


NO_LIBRARIES: dict[str, tuple[Callable[[Path], object], str]] = {
    "text": (lambda p: p.write_text("He was born in 1900.\n" * 99), "not a Factoid library"),
    "short text": (lambda p: p.write_text("no"), "not a Factoid library"),
    "empty": (lambda p: p.touch(), "not a Factoid library"),
    "nothing": (lambda p: None, "no such library. Make one with"),
    "folder": (lambda p: p.mkdir(), "a folder"),
    "another database": (other_database, "another program's database"),
    "cut short": (half_a_library, "damaged"),
    "header only": (
        lambda p: p.write_bytes(b"SQLite format 3\x00" + b"\x00" * 30),
        "not a Factoid library",
    ),
    "damaged": (damaged_library, "damaged"),
}


@pytest.mark.parametrize("kind", NO_LIBRARIES)
def test_a_file_that_is_no_library_is_named_in_one_line(tmp_path: Path, kind: str) -> None:
    make, says = NO_LIBRARIES[kind]
    path = tmp_path / "x.factoid"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    for opened in (open_library, open_view):
        with pytest.raises(NotALibrary, match=says) as caught:
            opened(path)
        assert str(caught.value).startswith(str(path))
        assert "\n" not in str(caught.value)
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize("kind", ["text", "short text", "another database", "cut short", "damaged", "folder"])
def test_nothing_is_overwritten_to_make_a_library(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "x.factoid"
    NO_LIBRARIES[kind][0](path)
    with pytest.raises(NotALibrary):
        open_library(path, create=True)


def test_an_empty_file_becomes_a_library_when_one_is_to_be_made(tmp_path: Path) -> None:
    path = tmp_path / "x ?#%41.factoid"  # signs that mean something in an address
    path.touch()
    open_library(path, create=True).close()
    with open_view(path) as view:
        assert view.sources() == []
    header = path.read_bytes()[:100]
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_a_library_of_a_later_version_is_left_alone(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9001'")
    connection.commit()
    connection.close()
    for opened in (open_library, open_view):
        with pytest.raises(LibraryTooNew, match=r"l\.factoid: written by a later version .* 9001"):
            opened(path)


def test_a_library_needs_a_folder(tmp_path: Path) -> None:
    with pytest.raises(LibraryFull, match=r"no folder .*nowhere\. Make it first"):
        open_library(tmp_path / "nowhere" / "l.factoid", create=True)


def test_a_view_cannot_write(path: Path) -> None:
    view = open_view(path)
    with view._engine.connect() as connection, pytest.raises(OperationalError, match="readonly"):
        connection.exec_driver_sql("DELETE FROM source")
    view.close()


def test_a_view_sees_what_is_written_after_it_was_opened(path: Path) -> None:
    with open_view(path) as view, open_library(path) as library:
        streamed = view.readings()
        assert next(streamed).source.name == "alpha"
        library.add(*invented("beta"))
        assert [r.source.name for r in streamed] == []  # the stream is of one moment
        assert [s.name for s in view.sources()] == ["alpha", "beta"]


AS_A_GUEST = """
import os, sys
from pathlib import Path
from factoid.errors import LibraryFull
from factoid.store import open_library, open_view
if os.geteuid() == 0:
    os.setuid(65534)
path = Path(sys.argv[1])
print(len(open_view(path).sources()))
try:
    open_library(path)
except LibraryFull as error:
    print(error)
"""


def test_a_library_in_a_place_without_rights_can_be_read_but_not_written() -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "l.factoid"
        with open_library(path, create=True) as library:
            library.add(*invented("alpha"))
        path.chmod(0o444)
        path.parent.chmod(0o555)
        run = subprocess.run(
            [sys.executable, "-c", AS_A_GUEST, str(path)], capture_output=True, text=True, check=True
        )
        path.parent.chmod(0o755)
    assert run.stdout.splitlines() == [
        "1",
        f"{path}: cannot be written. Check the rights of the file and its folder.",
    ]


def fill(path: Path) -> None:
    with open_library(path, create=True) as library:
        for number in range(100):
            library.add(*invented(f"alpha{number}", factoids=50))


def test_a_disk_without_room_for_a_library(tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mount = shutil.which("mount")
    if os.geteuid() or not mount:
        pytest.skip("only root can mount a small disk")
    mounting = [mount, "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(small)]
    if subprocess.run(mounting, check=False, capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        with pytest.raises(LibraryFull, match=r"l\.factoid: no room|l\.factoid: the disk"):
            fill(small / "l.factoid")
    finally:
        subprocess.run(["umount", str(small)], check=True)


def test_opening_a_library_again_leaves_the_locks_of_this_process_alone(path: Path) -> None:
    """Closing any handle of a file takes away a process's locks on it, so nothing may open it but SQLite."""
    with open_library(path) as library, library._writing() as connection:
        connection.exec_driver_sql("UPDATE source SET title = 'held'")
        open_view(path).close()
        open_library(path).close()
        run = subprocess.run(
            [sys.executable, "-c", AS_ANOTHER_WRITER, str(path)], capture_output=True, text=True, check=True
        )
    assert run.stdout == "database is locked\n"


AS_ANOTHER_WRITER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None)
try:
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    connection.execute("PRAGMA journal_mode=DELETE")  # only where nobody else has the file open
except sqlite3.OperationalError as error:
    print(error)
"""


def test_views_are_the_smaller_class(path: Path) -> None:
    view = open_view(path)
    assert type(view) is LibraryView
    assert not hasattr(view, "add")
    view.close()
