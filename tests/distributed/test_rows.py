"""Bytes into rows: what runs on every machine, here without any."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from factoid.distributed.linking import personas_of
from factoid.distributed.rows import rows_of_bytes, rows_of_file, rows_of_units
from factoid.exchange.spread import evidence_of_row
from factoid.pipeline.desk import ReadingDesk
from factoid.pipeline.tasks import Desk, Task
from factoid.store import open_library
from factoid.store.people.traces import personas_told

LIFE = (
    "Anna Weiss was born in Graz on 3 May 1901. In 1925 she married Karl Weiss. She died in Vienna in 1980.\n"
)
DESK = Desk()


def rows(name: str, content: bytes) -> list[dict[str, Any]]:
    return list(rows_of_bytes(name, content, DESK))


def test_a_row_holds_all_that_reading_gives(tmp_path: Path) -> None:
    path = tmp_path / "weiss.txt"
    path.write_text(LIFE, "utf-8")
    read = ReadingDesk(DESK).read(Task(index=0, path=str(path), name="weiss"), lambda _: None).unpacked()
    assert read is not None
    (row,) = rows_of_file(path, str(path), DESK)
    found = evidence_of_row(row)
    assert (found.document, found.reading) == (read.document, read.reading)
    assert (row["people"], row["statements"]) == (len(read.reading.personas), len(read.reading.factoids))


def test_bytes_give_the_rows_of_a_file_and_go_by_their_name(tmp_path: Path) -> None:
    path = tmp_path / "weiss.txt"
    path.write_text(LIFE, "utf-8")
    (of_file,) = rows_of_file(path, "letters/weiss.txt", DESK)
    (of_bytes,) = rows("letters/weiss.txt", LIFE.encode())
    assert of_file == of_bytes
    assert evidence_of_row(of_bytes).reading.source.origin == "letters/weiss.txt"
    assert str(tmp_path) not in json.dumps(of_file)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("letters/broken.pdf", b"%PDF-1.7 nothing", "letters/broken.pdf"),
        ("picture.xyz", b"\x00\x01", "picture.xyz"),
        ("nul\x00.txt", b"Anna", "name"),
        ("half.zip", b"PK\x03\x04", "half.zip"),
    ],
)
def test_what_is_wrong_is_a_row_too(name: str, content: bytes, said: str) -> None:
    (row,) = rows(name, content)
    assert said in row["problem"]
    assert "factoid-" not in row["problem"]
    assert row["origin"].startswith(name)
    assert "document" not in row


@pytest.mark.parametrize("name", ["../../weiss.txt", "/etc/weiss.txt", "a/../weiss.txt", "c:\\weiss.txt"])
def test_a_name_leads_nowhere(name: str) -> None:
    (row,) = rows(name, LIFE.encode())
    assert evidence_of_row(row).reading.source.origin == name
    assert row["name"] == "weiss"


def test_an_archive_is_a_row_for_each_source_in_it() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", LIFE)
        archive.writestr("b.txt", LIFE.replace("Anna", "Olga"))
        archive.writestr("c.pdf", b"nothing")
    found = rows("pile.zip", packed.getvalue())
    assert [row["origin"] for row in found] == ["pile.zip/a.txt", "pile.zip/b.txt", "pile.zip/c.pdf"]
    assert [bool(row.get("problem")) for row in found] == [False, False, True]


def test_units_are_numbered_and_what_was_found_wrong_before_stays_so() -> None:
    known = {"wave": 3, "ordinal": 7, "unit": "u", "path": "", "content": None}
    units = [
        known | {"name": "gone.txt", "problem": "gone.txt: there is no such file."},
        known | {"name": "a.txt", "problem": "", "content": LIFE.encode()},
        known | {"name": "null.txt", "problem": ""},
    ]
    gone, read, null = rows_of_units(iter(units), DESK)
    assert (gone["problem"], gone["document"]) == ("gone.txt: there is no such file.", None)
    assert (read["wave"], read["ordinal"], read["place"], read["problem"]) == (3, 7, 0, None)
    assert "empty" in null["problem"]


def test_personas_have_the_traces_that_a_library_gives_them(tmp_path: Path) -> None:
    (row,) = rows("weiss.txt", LIFE.encode())
    evidence = evidence_of_row(row)
    with open_library(tmp_path / "a.factoid", create=True) as library:
        library.add(evidence.document, evidence.reading)
        of_library = sorted(library.personas(), key=lambda found: found.persona.id)
    told = sorted(personas_told(evidence.reading), key=lambda found: found.persona.id)
    assert told == of_library
    assert any(found.traces.born for found in told)
    brought = personas_of([row], {row["source"]: "weiss"})
    assert sorted(brought, key=lambda found: found.persona.id) == told
