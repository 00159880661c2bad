"""Tables as text: cells that stand where they stand in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from factoid.errors import SourceBroken, SourceEmpty
from factoid.sources import open_document

CASES = [  # content, the cells
    ("name,born\nKarl Weiss,1851\n", ["name", "born", "Karl Weiss", "1851"]),
    ("name;born\r\nWeiss, Karl;1851\r\n", ["name", "born", "Weiss, Karl", "1851"]),
    ('name,born\n"Weiss, Karl", 1851', ["name", "born", "Weiss, Karl", "1851"]),
    (
        'name,note\n"Otto ""Red"" Lind","a line\nand another"\n',
        ["name", "note", 'Otto ""Red"" Lind', "a line\nand another"],
    ),
    ("name\tborn\nOtto, the cook\t\n", ["name", "born", "Otto, the cook"]),
    ("name|born\n\nOtto|1862\n", ["name", "born", "Otto", "1862"]),
    ('name,by\nOtto,5" gun\nKarl,"never closed\n', ["name", "by", "Otto", '5" gun', "Karl", '"never closed']),
]


@pytest.mark.parametrize(("content", "cells"), CASES)
def test_cells_are_found_where_they_stand(tmp_path: Path, content: str, cells: list[str]) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(content.encode())
    document = open_document(path)
    assert document.text.content == content
    assert [segment.span.of(content) for segment in document.text.segments] == cells


def test_another_encoding_is_guessed_and_told(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    rows = "".join(f"Weiß;Jürgen;{year};Bäcker in Görlitz\n" for year in range(1880, 1900))
    path.write_bytes(f"Nachname;Vorname;Geboren;Beruf\n{rows}".encode("cp1252"))
    document = open_document(path)
    assert "Bäcker in Görlitz" in document.text.content
    assert "guessed" in document.warnings[0]


@pytest.mark.parametrize("content", ["Karl Weiss was born in 1851.\nHe died.\n", "a,b\nc\nd\ne,f,g\n"])
def test_what_is_no_table_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "people.csv"
    path.write_text(content)
    with pytest.raises(SourceBroken, match="is no table"):
        open_document(path)


def test_an_empty_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "people.csv").touch()
    with pytest.raises(SourceEmpty):
        open_document(tmp_path / "people.csv")
