"""Reading from the command line: what is good lands, what is bad is one line."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from cli.terminal import FIXTURES, Run, as_json

from factoid.model import json_of_reading, reading_of_json
from factoid.store import open_library, open_view

TEXT = (FIXTURES / "anna.txt").read_text("utf-8")
RUSSIAN = (
    "Анна Ковальская родилась в Лодзи в 1901 году. Её отец был портным. После войны она жила в Варшаве "
    "и работала медсестрой в больнице. Она умерла в 1966 году и была похоронена в Варшаве.\n"
)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    shutil.copyfile(FIXTURES / "anna.txt", tmp_path / "anna.txt")
    return tmp_path / "anna.txt"


def names(library: Path) -> list[str]:
    with open_view(library) as view:
        return [source.name for source in view.sources()]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_copy_and_what_is_passed_over_are_told(factoid: Run, tmp_path: Path, good: Path, jobs: str) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    for name in ("a copy.txt", "anna.txt"):
        shutil.copyfile(good, pile / name)
    (pile / "photo.jpg").write_bytes(b"")
    (pile / "README").write_text("Read me.", "utf-8")
    done = factoid("read", "pile", "--jobs", jobs)
    assert done.stderr == "note: pile/anna.txt: this very content is in the library, as a copy\n"
    assert "passed over, of other kinds: 1 without an ending, 1 .jpg" in done.stdout


BAD = [
    # name, bytes, what the line must say
    ("empty.txt", b"", "empty"),
    ("blank.txt", b" \r\n\t\n", "white space"),
    ("binary.txt", bytes(range(256)) * 40, "binary"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(500), ""),
    ("scripts.html", b"<html><head><script>var a = 1;</script></head><body></body></html>", ""),
]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_each_bad_file_is_one_line_and_the_others_are_read(
    factoid: Run, tmp_path: Path, good: Path, jobs: str
) -> None:
    for name, content, _ in BAD:
        (tmp_path / name).write_bytes(content)
    inputs = [name for name, _, _ in BAD]
    done = factoid("read", *inputs[:3], "missing.txt", "no/folder", good, *inputs[3:], "--jobs", jobs)
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert len(lines) == len(BAD) + 2
    for name, _, says in [*BAD, ("missing.txt", b"", "no such file"), ("no/folder", b"", "no such")]:
        line = next(line for line in lines if name in line)
        assert line.startswith(f"not read: {name}: ")
        assert says in line
    assert names(tmp_path / "library.factoid") == ["anna"]
    assert "1 read, 7 failed" in done.stdout


ENCODED = [
    # name, encoding, text
    ("utf16.txt", "utf-16", TEXT),
    ("utf8-bom.txt", "utf-8-sig", TEXT),
    ("koi8.txt", "koi8-r", RUSSIAN),
    ("cp1251.txt", "cp1251", RUSSIAN),
]


@pytest.mark.parametrize(("name", "encoding", "text"), ENCODED)
def test_other_encodings_are_read(factoid: Run, tmp_path: Path, name: str, encoding: str, text: str) -> None:
    (tmp_path / name).write_bytes(text.encode(encoding))
    done = factoid("read", name)
    assert done.returncode == 0, done.stderr
    with open_view(tmp_path / "library.factoid") as view:
        assert view.document(Path(name).stem).text.content == text


def test_broken_utf_8_is_read_and_noted(factoid: Run, tmp_path: Path) -> None:
    (tmp_path / "broken.txt").write_bytes(TEXT.encode().replace(b"tailor", b"tai\xfflor"))
    done = factoid("read", "broken.txt")
    assert done.returncode == 0, done.stderr
    assert "note: broken.txt: " in done.stderr
    assert "1966" in factoid("search", "1966").stdout


def test_a_language_that_is_not_read_yet_is_kept_and_searchable(factoid: Run, tmp_path: Path) -> None:
    done = factoid("read", FIXTURES / "polish.txt")
    assert done.returncode == 0, done.stderr
    assert "note: " in done.stderr
    assert "polish" in factoid("search", "pielęgniarka").stdout
    assert as_json(factoid("sources", "--format", "json"))[0]["factoids"] == 0


def test_a_second_run_changes_nothing(factoid: Run, tmp_path: Path, good: Path) -> None:
    assert "1 read" in factoid("read", good).stdout
    before = factoid("export", "--to", "json").stdout
    again = factoid("read", good, "--jobs", "2")
    assert (again.returncode, again.stdout) == (0, "library.factoid: 1 unchanged\n")
    assert factoid("export", "--to", "json").stdout == before


def test_quiet_says_only_what_failed(factoid: Run, good: Path) -> None:
    done = factoid("read", good, "missing.txt", "--quiet")
    assert done.stdout == ""
    assert done.stderr.startswith("not read: missing.txt")
    assert done.stderr.count("\n") == 1


def test_nothing_that_could_be_read(factoid: Run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert factoid("read", "folder").returncode == 3
    assert factoid("read", "missing.txt").returncode == 3


def test_a_model_that_is_not_installed(factoid: Run, good: Path) -> None:
    done = factoid("read", good, "--model", "en_no_such_model")
    assert (done.returncode, done.stderr.count("\n")) == (3, 1)
    assert "en_no_such_model" in done.stderr


def test_readings_as_json(factoid: Run, tmp_path: Path, good: Path) -> None:
    (tmp_path / "more").mkdir()
    shutil.copyfile(FIXTURES / "museum.html", tmp_path / "more" / "anna.html")
    done = factoid("read", good, "more", "missing.txt", "--format", "json", "--out-dir", "out")
    assert done.returncode == 1
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["anna-2.json", "anna.json"]
    data = json.loads((tmp_path / "out" / "anna.json").read_bytes())
    assert data["source"] == "anna"
    assert data["factoids"]
    for claim in data["factoids"]:
        assert TEXT[claim["start"] : claim["end"]] == claim["quote"]
    assert json.loads(json.dumps(json_of_reading(reading_of_json(data)))) == data
    assert not (tmp_path / "library.factoid").exists()


def test_one_or_two_processes_give_the_same_bytes(factoid: Run, tmp_path: Path) -> None:
    for jobs in ("1", "2"):
        done = factoid("read", FIXTURES, "--format", "json", "--out-dir", f"out{jobs}", "--jobs", jobs)
        assert done.returncode == 0, done.stderr
        assert factoid("read", FIXTURES, "--library", f"{jobs}.factoid", "--jobs", jobs).returncode == 0
    one, two = ({p.name: p.read_bytes() for p in (tmp_path / f"out{jobs}").iterdir()} for jobs in "12")
    assert one == two
    exports = [factoid("export", "--to", "json", "--library", f"{jobs}.factoid").stdout for jobs in "12"]
    assert exports[0] == exports[1]
    dumps = ["\n".join(sqlite3.connect(tmp_path / f"{jobs}.factoid").iterdump()) for jobs in "12"]
    assert dumps[0] == dumps[1]


def test_a_file_that_is_no_library(factoid: Run, tmp_path: Path, good: Path) -> None:
    for command in (["read", str(good)], ["people"]):
        done = factoid(*command, "--library", good)
        assert (done.returncode, done.stderr.count("\n")) == (3, 1)
        assert "not a Factoid library" in done.stderr
    assert good.read_text("utf-8") == TEXT


def test_a_library_from_a_later_version(factoid: Run, tmp_path: Path, good: Path) -> None:
    open_library(tmp_path / "library.factoid", create=True).close()
    with sqlite3.connect(tmp_path / "library.factoid") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    for command in (["read", str(good)], ["people"]):
        done = factoid(*command)
        assert (done.returncode, done.stderr.count("\n")) == (3, 1)
        assert "later version" in done.stderr
