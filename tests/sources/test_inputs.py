"""The files a user means are found in order; what cannot be read is said in its place."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from sources.packed import zipped

from factoid.errors import SourceEmpty, SourceError, SourceForbidden, SourceKindUnknown, SourceMissing
from factoid.sources import find_inputs


def write(path: Path, text: str = "Anna was born.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_walks_a_folder_in_order_and_passes_over_what_is_hidden_or_unknown(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/y.html", ".hidden.txt", ".git/x.txt", "c.jpg", "d.PNG", "e.TXT"):
        write(tmp_path / name)
    found = [p.relative_to(tmp_path).as_posix() for p in find_inputs([str(tmp_path)]) if isinstance(p, Path)]
    assert found == ["a/y.html", "a/z.md", "b.txt", "e.TXT"]


def test_a_file_is_taken_as_it_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / ".notes.dat")
    assert list(find_inputs([str(path)])) == [path]


def test_what_is_missing_is_said_and_the_others_still_come(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    missing, found = find_inputs([str(tmp_path / "none.txt"), str(path)])
    assert isinstance(missing, SourceMissing)
    assert "none.txt: there is no such file" in str(missing)
    assert found == path


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    (error,) = find_inputs([str(tmp_path)])
    assert isinstance(error, SourceEmpty)


def test_an_address_is_said() -> None:
    (error,) = find_inputs(["https://example.org/a"])
    assert isinstance(error, SourceKindUnknown)


@pytest.mark.parametrize("target", ["a\x00b", "x" * 5000])
def test_what_is_no_path_is_said(target: str) -> None:
    (error,) = find_inputs([target])
    assert isinstance(error, SourceError)
    assert "\x00" not in str(error)


def test_a_loop_of_links_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    write(tmp_path / "c.txt")
    first, second, third = find_inputs([str(tmp_path)])
    assert isinstance(first, SourceError)
    assert isinstance(second, SourceError)
    assert third == tmp_path / "c.txt"


def test_a_folder_linked_into_itself_is_walked_once(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert list(find_inputs([str(tmp_path)])) == [tmp_path / "a.txt"]


def test_a_folder_without_permission_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "open" / "a.txt")
    write(tmp_path / "closed" / "b.txt")
    listed = Path.iterdir

    def iterdir(path: Path) -> Iterator[Path]:
        if path.name == "closed":  # a real chmod does not hold for root
            raise PermissionError(13, "Permission denied", os.fspath(path))
        return iter(listed(path))

    monkeypatch.setattr(Path, "iterdir", iterdir)
    error, found = find_inputs([str(tmp_path)])
    assert isinstance(error, SourceForbidden)
    assert "closed: may not be opened" in str(error)
    assert found == tmp_path / "open" / "a.txt"


def test_what_is_of_no_known_kind_is_counted_by_its_ending(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.jpg", "d.JPG", "README", ".hidden.jpg", "e.xls"):
        write(tmp_path / name)
    write(tmp_path / "f.xml", "<recipe/>")
    (tmp_path / "g.zip").write_bytes(zipped({"h.txt": "Anna was born.", "i/j.xls": "a,b"}))
    passed_over: Counter[str] = Counter()
    found = list(find_inputs([str(tmp_path)], passed_over=passed_over))
    assert found == [tmp_path / "b.txt", tmp_path / "g.zip/h.txt"]
    assert passed_over == {".jpg": 2, ".xls": 2, "": 1, ".xml": 1}
