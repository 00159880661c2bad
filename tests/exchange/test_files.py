from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest
from store.invented import invented

from factoid.errors import OutputError
from factoid.exchange import json_bytes, output_error, whole_file, write_reading
from factoid.model import json_of_reading


def test_a_reading_is_written_in_the_shape_of_the_guide(tmp_path: Path) -> None:
    _, reading = invented("first")
    write_reading(tmp_path / "first.json", reading)
    assert json.loads((tmp_path / "first.json").read_bytes()) == json.loads(
        json.dumps(json_of_reading(reading))
    )


def write_half(path: Path) -> None:
    with whole_file(path) as out:
        out.write(b"half %d" % (1 // 0))


def test_what_fails_halfway_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("before")
    with pytest.raises(ZeroDivisionError):
        write_half(path)
    assert path.read_text() == "before"
    assert [p.name for p in tmp_path.iterdir()] == ["a.json"]


def test_a_full_disk_says_what_to_do() -> None:
    path = Path("/dev/full")
    if not path.exists():
        pytest.skip("no /dev/full on this system")
    with pytest.raises(OSError, match="space") as found:
        path.write_bytes(b"x" * 100_000)
    error = output_error(Path("a.json"), found.value)
    assert str(error) == "a.json: the disk is full. Make room, then run the same command again."


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with (
        pytest.raises(OutputError, match=r"a\.json: cannot be written"),
        whole_file(tmp_path / "no" / "a.json"),
    ):
        pass


def test_no_room_is_told_from_no_right() -> None:
    assert "Name another place" in str(output_error(Path("a"), PermissionError(errno.EACCES, "denied")))


def test_half_a_character_is_written_as_an_escape() -> None:
    assert json.loads(json_bytes({"a": "\ud800é"})) == {"a": "\ud800é"}
    assert json_bytes({"a": "é"}) == '{"a": "é"}'.encode()
