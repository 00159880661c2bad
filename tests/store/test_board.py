"""What the processes of one server share while it runs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from factoid.store.houses.board import Board, is_alive


@pytest.fixture(params=["alone", "shared"])
def board(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Board]:
    with closing(Board(tmp_path if request.param == "shared" else None)) as made:
        yield made


def test_notes_stand_in_the_order_in_which_they_came(board: Board) -> None:
    for number in range(4):
        board.put("added lives", f"k{number}", {"state": "waiting"}, most=3)
    board.put("added deeds", "k1", {}, most=3)
    board.put("added lives", "k2", {"state": "done"}, most=3)
    assert list(board.on("added lives").items()) == [
        ("k1", {"state": "waiting"}),
        ("k2", {"state": "done"}),
        ("k3", {"state": "waiting"}),
    ]
    board.drop("added lives", "k1")
    board.put("added lives", "k1", {}, most=3)
    assert list(board.on("added lives")) == ["k2", "k3", "k1"]
    assert list(board.on("added deeds")) == ["k1"]
    assert board.on("none") == {}


def test_what_goes_wrong_leaves_nothing_behind(board: Board) -> None:
    with pytest.raises(TypeError):
        board.put("added lives", "k", {"not JSON": object()}, most=3)
    board.put("added lives", "k", {}, most=3)
    assert list(board.on("added lives")) == ["k"]


def test_two_processes_take_from_one_bucket(tmp_path: Path) -> None:
    with closing(Board(tmp_path)) as here, closing(Board(tmp_path)) as there:
        taken = [board.take("account 1", size=4, rate=0.5, now=7.0) for board in (here, there) * 3]
        assert taken == [0, 0, 0, 0, 2, 2]
        assert there.take("account 1", size=4, rate=0.5, now=9.0) == 0
        assert here.take("account 2", size=4, rate=0.5, now=9.0) == 0


def test_only_so_many_buckets_are_kept(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factoid.store.houses.board._MOST_BUCKETS", 5)
    monkeypatch.setattr("factoid.store.houses.board._TAKEN_BETWEEN", 20)
    for number in range(20):
        board.take(f"address {number}", size=1, rate=0.1, now=float(number))
    assert board.take("address 19", size=1, rate=0.1, now=20.0) == 9  # still as empty as it was
    assert board.take("address 0", size=1, rate=0.001, now=20.0) == 0  # forgotten, so full


def test_one_at_a_time_has_a_turn_and_who_is_killed_gives_it_back(tmp_path: Path) -> None:
    Board(tmp_path).close()
    code = (
        "import sys, pathlib; from factoid.store.houses.board import Board\n"
        f"with Board(pathlib.Path({str(tmp_path)!r})).turn('lives') as ours: print(ours, flush=True); sys.stdin.read()"
    )
    with (
        closing(Board(tmp_path)) as board,
        subprocess.Popen(
            [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as other,
    ):
        assert other.stdout
        assert other.stdout.readline() == "True\n"
        with board.turn("lives") as is_ours, board.turn("deeds") as is_another:
            assert (is_ours, is_another) == (False, True)
        assert is_alive(other.pid)
        other.kill()
        other.wait()
        assert not is_alive(other.pid)
        with board.turn("lives") as is_ours:
            assert is_ours


def test_a_board_of_one_process_gives_every_turn(tmp_path: Path) -> None:
    with closing(Board()) as board, board.turn("lives") as first:
        assert first
