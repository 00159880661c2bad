"""Archives are read like folders, within limits; standard input is a source."""

from __future__ import annotations

import gzip
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sources.packed import epub, odt, zipped
from sources.printed import LEFT, TOP, Line, pdf

from factoid.errors import SourceError, SourceMissing
from factoid.sources import find_inputs, open_document, size_of_member
from factoid.sources.files import archive, piles
from factoid.sources.files.crawl import kept_as_warc

LIFE = "Anna Weiss was born in Graz in 1901, the daughter of a baker. She died there in 1980."


def pile(folder: Path, files: dict[str, str | bytes], name: str = "pile.zip") -> Path:
    path = folder / name
    path.write_bytes(zipped(files))
    return path


def found_in(target: Path) -> tuple[list[str], list[str]]:
    """What is found, as paths below the target, and what is said of the rest."""
    found = list(find_inputs([str(target)]))
    paths = [path.relative_to(target).as_posix() for path in found if isinstance(path, Path)]
    return paths, [str(error) for error in found if isinstance(error, SourceError)]


def test_a_pile_is_read_like_a_folder(tmp_path: Path) -> None:
    inner = zipped({"deep/c.txt": LIFE, "d.md": LIFE})
    path = pile(
        tmp_path,
        {"b.txt": LIFE, "a/one.html": f"<p>{LIFE}</p>", "inner.zip": inner, ".hid.txt": LIFE, "x.png": b"\x89PNG",
         "__MACOSX/b.txt": LIFE, "e.odt": odt(f"<text:p>{LIFE}</text:p>")},
    )  # fmt: skip
    paths, errors = found_in(path)
    assert paths == ["a/one.html", "b.txt", "e.odt", "inner.zip/d.md", "inner.zip/deep/c.txt"]
    assert errors == []
    for name in paths:
        document = open_document(path / name)
        assert LIFE in document.text.content
        assert document.source.origin == str(path / name)
        assert document.source.name == Path(name).stem
    assert size_of_member(path / "b.txt") == len(LIFE)
    assert found_in(tmp_path)[0] == [f"pile.zip/{name}" for name in paths]
    assert found_in(path / "b.txt") == (["."], [])


def test_a_file_that_is_not_in_the_pile(tmp_path: Path) -> None:
    path = pile(tmp_path, {"b.txt": LIFE})
    with pytest.raises(SourceMissing, match="no such file in the archive"):
        open_document(path / "c.txt")
    with pytest.raises(SourceMissing):
        open_document(path / "b.txt" / "c.txt")


REFUSED = [  # files, limits changed, what is said
    ({"../up.txt": LIFE}, {}, "leads out of the archive"),
    ({"a/../../up.txt": LIFE}, {}, "leads out of the archive"),
    ({"/etc/up.txt": LIFE}, {}, "leads out of the archive"),
    ({"..\\up.txt": LIFE}, {}, "leads out of the archive"),
    ({"C:\\up.txt": LIFE}, {}, "leads out of the archive"),
    ({"bomb.txt": "0" * (1 << 22)}, {}, "times smaller, as no text is"),
    ({"big.txt": LIFE}, {"archive.LARGEST_MEMBER": 10}, "over the limit"),
    (
        {"one.zip": zipped({"two.zip": zipped({"three.zip": zipped({"a.txt": LIFE})})})},
        {},
        "lies deeper than 3",
    ),
    ({"one.zip": b"PK\x03\x04"}, {}, "is damaged"),
]


@pytest.mark.parametrize(("files", "limits", "words"), REFUSED)
def test_what_is_hostile_is_refused_and_the_rest_is_read(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    files: dict[str, str | bytes],
    limits: dict[str, int],
    words: str,
) -> None:
    for name, limit in limits.items():
        monkeypatch.setattr(f"factoid.sources.files.{name}", limit)
    path = pile(tmp_path, {**files, "good.txt": "A life."})
    paths, (error,) = found_in(path)
    assert paths == ["good.txt"]
    assert words in error
    assert error.startswith(str(path))


@pytest.mark.parametrize(
    ("module", "limit", "words"),
    [(archive, "MOST_MEMBERS", "more than 1 files"), (archive, "LARGEST_ARCHIVE", "over the limit"),
     (piles, "LARGEST_FILE", "over the limit")],
)  # fmt: skip
def test_a_pile_over_a_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: object, limit: str, words: str
) -> None:
    monkeypatch.setattr(module, limit, 1)
    paths, (error,) = found_in(pile(tmp_path, {"a.txt": LIFE, "b.txt": LIFE}))
    assert (paths, words in error) == ([], True)


def test_a_pile_without_sources_and_one_that_is_none(tmp_path: Path) -> None:
    assert "holds no file that can be read" in found_in(pile(tmp_path, {"a.png": b"\x89PNG"}))[1][0]
    (tmp_path / "no.zip").write_bytes(b"words")
    assert "list of files cannot be read" in found_in(tmp_path / "no.zip")[1][0]


def test_a_locked_file_and_a_link(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": LIFE}))
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + place] |= 1
    (tmp_path / "locked.zip").write_bytes(data)
    assert "needs a password" in found_in(tmp_path / "locked.zip")[1][0]
    with zipfile.ZipFile(tmp_path / "link.zip", "w") as link:
        info = zipfile.ZipInfo("a.txt")
        info.external_attr = 0o120777 << 16
        link.writestr(info, "/etc/passwd")
    assert "is a link" in found_in(tmp_path / "link.zip")[1][0]


PIPED = [  # bytes, media type, words of the text or of the error
    (LIFE.encode(), "text/plain", LIFE),
    (f"<!DOCTYPE html><p>{LIFE}</p>".encode(), "text/html", LIFE),
    (
        pdf([[Line(LEFT, TOP, "Anna Weiss was born in Graz.")]]),
        "application/pdf",
        "Anna Weiss was born in Graz.",
    ),
    (odt(f"<text:p>{LIFE}</text:p>"), "application/vnd.oasis.opendocument.text", LIFE),
    (epub({"a.xhtml": f"<p>{LIFE}</p>"}, titles={}), "application/epub+zip", LIFE),
    (b"", "", "standard input: is empty"),
    (zipped({"a.txt": LIFE}), "", "standard input: holds an archive"),
]


@pytest.mark.parametrize(("data", "media_type", "words"), PIPED)
def test_standard_input(data: bytes, media_type: str, words: str) -> None:
    show = (
        "from factoid.sources import find_inputs, open_document\n"
        "from factoid.errors import SourceError\n"
        "(path,) = find_inputs(['-'])\n"
        "try:\n"
        "    d = open_document(path)\n"
        "    print(d.source.name, d.source.origin, d.source.media_type, d.text.content, sep='|')\n"
        "except SourceError as error:\n"
        "    print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", show], input=data, capture_output=True, check=True)
    said = done.stdout.decode()
    assert words in said
    assert not media_type or said.startswith(f"stdin|standard input|{media_type}|")


def test_a_file_without_a_name_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "pile.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", LIFE)
        archive.writestr("b.txt", LIFE)
    path.write_bytes(path.read_bytes().replace(b"b.txt", b"\x00.txt"))
    assert found_in(path)[0] == ["a.txt"]


def test_a_text_that_cannot_be_opened_is_told_where_it_lies(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Anna")
    (tmp_path / "b.doc").write_bytes(b"x")
    (tmp_path / "c.jpg").write_bytes(b"x")
    pile(tmp_path, {"e.doc": b"x", "f.txt": b"Karl"}, "d.zip")
    found = [path.name for path in find_inputs([str(tmp_path)]) if isinstance(path, Path)]
    assert found == ["a.txt", "b.doc", "e.doc", "f.txt"]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_crawl_that_ends_in_the_middle_says_so(tmp_path: Path, name: str) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    pages = [
        kept_as_warc(f"https://x.test/{n}", head, f"<p>{LIFE}</p>".encode(), datetime(2024, 1, 1, tzinfo=UTC))
        for n in "ab"
    ]
    whole = b"".join(map(gzip.compress, pages)) if name.endswith(".gz") else b"".join(pages)
    path = tmp_path / name
    path.write_bytes(whole)
    assert found_in(path) == (["x.test_a.html", "x.test_b.html"], [])
    path.write_bytes(whole[:-40])
    names, said = found_in(path)
    assert names[0] == "x.test_a.html"
    assert said == [
        f"{path}: ends in the middle: its last page is cut or missing. Download or copy it again."
    ]
