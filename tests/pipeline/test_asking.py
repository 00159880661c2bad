"""Files read with a model of the user's own, from the command's options to the library."""

from __future__ import annotations

from pathlib import Path

import pytest
from pipeline.test_run import Seen
from reading.own_model.badly_behaved import Reply, listed, said, serving

from factoid.cli.entry import run
from factoid.model import OwnModel
from factoid.pipeline import ReadOptions, Summary, estimate, read_into, read_to_json
from factoid.reading.own_model import patience
from factoid.store import open_library
from factoid.web.review import WEAK

LIFE = "Maren Holt was born on 3 May 1871 in Silkeborg. Some say that she mended clocks in Ribe.\n"
BORN = said("Maren Holt was born on 3 May 1871", "Maren Holt", "birth", date="3 May 1871")
CLOCKS = said("she mended clocks in Ribe", "she", "action", value="mended clocks", place="Ribe")
LIE = BORN | {"quote": "Maren Holt was born on 4 May 1871"}


@pytest.fixture
def life(tmp_path: Path) -> Path:
    path = tmp_path / "holt.txt"
    path.write_text(LIFE, "utf-8")
    return path


def options(url: str, folder: Path, most_calls: int = 20) -> ReadOptions:
    own = OwnModel(url=url, name="m", answers=folder / "answers", most_calls=most_calls)
    return ReadOptions(own_model=own)


def test_a_reading_on_disk_replays_byte_for_byte(tmp_path: Path, life: Path) -> None:
    seen = Seen()
    with serving(Reply(listed(BORN, CLOCKS, LIE))) as server:
        read_to_json(tmp_path / "one", [str(life)], options(server.url, tmp_path), seen)
        assert len(server.asked) == 1
    assert "asked 1 120" in seen.steps
    again = read_to_json(tmp_path / "two", [str(life)], options(server.url, tmp_path, most_calls=0), Seen())
    assert (again.read, again.declined["model: quote"]) == (1, 1)
    assert (tmp_path / "one/holt.json").read_bytes() == (tmp_path / "two/holt.json").read_bytes()


def into_library(url: str, folder: Path, life: Path) -> Summary:
    return read_into(folder / "l.factoid", [str(life)], options(url, folder), Seen())


def test_what_an_endpoint_left_out_is_asked_for_the_next_time(
    tmp_path: Path, life: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "ATTEMPTS", 1)
    with serving(Reply(status=500), Reply(listed(BORN, CLOCKS))) as server:
        first = into_library(server.url, tmp_path, life)
        assert (first.read, "1 without the model: HTTP 500." in first.noted[0].notes) == (1, True)
        assert into_library(server.url, tmp_path, life).replaced == 1
        assert into_library(server.url, tmp_path, life).unchanged == 1
        assert len(server.asked) == 2
    with open_library(tmp_path / "l.factoid") as library:
        reading = library.reading("holt")
    alone = [f for f in reading.factoids if f.reader == "own-model@1"]
    assert all(f.confidence < WEAK for f in alone)  # they wait to be checked
    assert any("own-model@1" in f.reader for f in reading.factoids if f.type == "birth")


def test_an_endpoint_that_cannot_be_used_ends_the_run_in_one_line(tmp_path: Path, life: Path) -> None:
    with serving(Reply("bad key", status=401)) as server:
        summary = read_to_json(tmp_path / "out", [str(life)], options(server.url, tmp_path), Seen())
    assert "the key is not accepted (" in summary.problem
    assert summary.kept == 0


def test_what_it_takes_is_estimated_without_asking(tmp_path: Path, life: Path) -> None:
    found = estimate([str(life), str(tmp_path / "missing.txt")], tmp_path)
    assert (found.sources, found.passages) == (1, 1)
    assert 600 < found.tokens_sent < 3_000
    assert found.tokens_received < 60


def test_a_dry_run_says_what_it_takes_and_asks_nothing(
    tmp_path: Path, life: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with serving(Reply()) as server:
        assert run(["read", str(life), "--own-model", server.url, "--own-model-name", "m", "--dry-run"]) == 0
        assert not server.asked
    assert "about 1 passage of 1 source, whose text goes there: about 1 call " in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == [life]
