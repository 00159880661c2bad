"""Files become documents, and bad ones clear one-line errors."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factoid.errors import (
    SourceBinary,
    SourceBroken,
    SourceEmpty,
    SourceError,
    SourceForbidden,
    SourceKindUnknown,
    SourceMissing,
    SourceWithoutText,
)
from factoid.model import sha256_of_bytes
from factoid.sources import document_of_text, open_document

LIFE = "Anna Weiss was born in Graz in 1900, the daughter of a baker. She died there in 1980."


def file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_text_is_its_decoded_input(tmp_path: Path) -> None:
    data = f"A life\r\n\r\n{LIFE}\r\n".encode()
    document = open_document(file(tmp_path, "weiss.txt", data))
    assert document.text.content.encode() == data
    source = document.source
    assert (source.name, source.media_type, source.title, source.language, source.encoding) == (
        "weiss", "text/plain", "A life", "en", "utf-8",
    )  # fmt: skip
    assert source.content_sha256 == sha256_of_bytes(data)
    assert source.origin == str(tmp_path / "weiss.txt")
    assert document.warnings == ()


def test_an_old_encoding_is_read_and_said(tmp_path: Path) -> None:
    data = ("Анна родилась в Граце в 1900 году, в семье пекаря. " * 3).encode("koi8-r")
    document = open_document(file(tmp_path, "a.txt", data))
    assert document.text.content.startswith("Анна родилась")
    assert (document.source.encoding, document.source.language) == ("koi8-r", "ru")
    assert "guessed" in document.warnings[0]


BAD = [  # name, bytes, error, words of the message
    ("a.txt", b"", SourceEmpty, "is empty"),
    ("a.txt", b" \r\n\t", SourceEmpty, "nothing but white space"),
    ("a.md", b"\n", SourceEmpty, "nothing but white space"),
    ("a.txt", b"\x00\x01\x02" * 99, SourceBinary, "holds something else"),
    ("a.txt", b"%PDF-1.7", SourceBinary, "holds a PDF"),
    ("a.pdf", b"%PDF-1.7", SourceBroken, "is damaged"),
    ("a.doc", b"\xd0\xcf\x11\xe0", SourceKindUnknown, "word processor"),
    ("a.xyz", b"words", SourceKindUnknown, ".txt, .md or .html"),
    ("a.html", b"<html><head><script>f()</script></head><body><script>g()</script></body></html>",
     SourceWithoutText, "shows no text"),
    ("a.html", b"<!-- nothing -->", SourceWithoutText, "shows no text"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "error", "words"), BAD)
def test_bad_files_get_one_clear_line(
    tmp_path: Path, name: str, data: bytes, error: type[SourceError], words: str
) -> None:
    path = file(tmp_path, name, data)
    with pytest.raises(error) as caught:
        open_document(path)
    message = str(caught.value)
    assert message.startswith(str(path))
    assert words in message
    assert "\n" not in message


def test_missing_folder_and_pipe(tmp_path: Path) -> None:
    with pytest.raises(SourceMissing):
        open_document(tmp_path / "none.txt")
    with pytest.raises(SourceKindUnknown, match="is a folder"):
        open_document(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(SourceKindUnknown, match="pipe"):
        open_document(tmp_path / "pipe.txt")


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file(tmp_path, "a.txt", LIFE.encode())

    def read_bytes(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    with pytest.raises(SourceForbidden, match="may not be opened"):
        open_document(path)


def test_any_other_trouble_of_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file(tmp_path, "a.txt", LIFE.encode())

    def read_bytes(path: Path) -> bytes:
        raise OSError(5, "Input/output error", str(path))

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    with pytest.raises(SourceError, match="input/output error"):
        open_document(path)


def test_a_page_called_text_is_read_as_it_stands_and_said(tmp_path: Path) -> None:
    document = open_document(file(tmp_path, "a.txt", f"<!DOCTYPE html><p>{LIFE}</p>".encode()))
    assert document.text.content.startswith("<!DOCTYPE")
    assert "name it .html" in document.warnings[0]


def test_a_file_without_suffix_is_plain_text(tmp_path: Path) -> None:
    assert open_document(file(tmp_path, "README", LIFE.encode())).source.media_type == "text/plain"


def test_the_same_input_gives_the_same_document(tmp_path: Path) -> None:
    path = file(tmp_path, "a.txt", LIFE.encode())
    assert open_document(path) == open_document(path)


def test_a_string_is_a_document_too() -> None:
    document = document_of_text(LIFE, name="weiss", origin="https://example.org/weiss")
    assert (document.source.name, document.source.origin) == ("weiss", "https://example.org/weiss")
    with pytest.raises(SourceEmpty, match="weiss: holds nothing"):
        document_of_text(" \n", name="weiss")


def test_lone_surrogates_do_no_harm() -> None:
    assert document_of_text(LIFE + "\ud800").text.segments


METADATA = [  # lines at the edges, creator, published
    ("By Peter Marsh\nPublished: 12 May 2020", "Peter Marsh", "2020-05-12"),
    ("Author: Peter Marsh | peter@example.org\nLast modified: 2024-01-22 18:14", "Peter Marsh", None),
    ("Автор: Иван Петров\nОпубликовано: 3 марта 2019", "Иван Петров", "2019-03-03"),
    ("Von Karin Ost\nVeröffentlicht am 3. Februar 2019", "Karin Ost", "2019-02-03"),
    ("Video: Ten bridges - YouTube 2024, November", None, None),
    ("By our correspondent\nPublished: May 2020", None, "2020-05"),
]


@pytest.mark.parametrize(("lines", "creator", "published"), METADATA)
def test_what_the_lines_of_the_page_say(lines: str, creator: str | None, published: str | None) -> None:
    source = document_of_text(f"A baker's life\n\n{lines}\n\n{LIFE}").source
    assert (source.title, source.creator, source.published) == ("A baker's life", creator, published)


def test_a_date_of_the_narrative_is_not_its_publication() -> None:
    assert document_of_text(f"A life\n\n{LIFE} It was published: 1931 in Graz.").source.published is None
