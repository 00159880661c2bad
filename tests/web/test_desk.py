from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from factoid.web.work.desk import Desk


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk(patience=60)
    yield desk
    desk.close()


def test_work_is_done_once_for_each_mark(desk: Desk) -> None:
    done: list[str] = []

    def work() -> int:
        done.append("x")
        return len(done)

    assert [desk.ask("a", mark, work).value for mark in ("1", "1", "2", "2")] == [1, 1, 2, 2]
    assert desk.ask("b", "2", work).value == 3


def test_what_is_done_at_once_is_done_by_one_for_all_who_ask(desk: Desk) -> None:
    done: list[str] = []

    def slow() -> int:
        done.append("x")
        time.sleep(0.05)
        return len(done)

    with ThreadPoolExecutor(4) as others:
        assert {f.result() for f in [others.submit(desk.once, "a", "1", slow) for _ in range(4)]} == {1}
    assert [desk.once("a", mark, slow) for mark in ("1", "2", "2", "1")] == [1, 2, 2, 3]


def test_a_page_need_not_wait_for_its_turn_long(desk: Desk) -> None:
    """A page that reads hundreds of rows gives way at each; a hand may not keep the turn for 5 ms every time."""
    desk.ask("a", "1", lambda: None)
    assert sys.getswitchinterval() < 0.001


def test_what_was_known_before_is_given_until_the_new_is_there(desk: Desk) -> None:
    go_on = threading.Event()

    def slow() -> str:
        go_on.wait(60)
        return "new"

    assert desk.ask("a", "1", lambda: "old").is_current
    waiting = desk.ask("a", "2", slow, patience=0)
    assert (waiting.value, waiting.is_current) == ("old", False)
    go_on.set()
    assert desk.ask("a", "2", slow).value == "new"


def test_nothing_is_known_at_first(desk: Desk) -> None:
    go_on = threading.Event()
    answer = desk.ask("a", "1", lambda: go_on.wait(60), patience=0)
    assert (answer.value, answer.is_current) == (None, False)
    go_on.set()


def test_a_failure_is_raised_and_tried_again(desk: Desk) -> None:
    def broken() -> str:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        desk.ask("a", "1", broken)
    assert desk.ask("a", "1", lambda: "well").value == "well"


def test_only_so_much_is_remembered(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factoid.web.work.desk._MOST_HELD", 2)
    for name in "abc":
        desk.ask(name, "1", lambda: "old")
    assert desk.ask("a", "1", lambda: "new").value == "new"
    assert desk.ask("c", "1", lambda: "new").value == "old"


def test_the_end_does_not_wait_for_what_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factoid.web.work.desk._FAREWELL_SECONDS", 0.05)
    go_on, begun = threading.Event(), threading.Event()
    done: list[str] = []

    def slow() -> None:
        begun.set()
        go_on.wait(60)

    desk = Desk(patience=0)
    for name in ("a", "b"):
        desk.ask(name, "1", slow)
    desk.ask("c", "1", lambda: done.append("never begun"))
    assert begun.wait(60)
    desk.close()  # would wait a minute
    assert not go_on.is_set()
    go_on.set()
    for thread in threading.enumerate():
        if thread.name == "desk":
            thread.join(60)
    assert done == []


def test_who_waits_for_what_a_change_has_cancelled_is_told_what_was_known(desk: Desk) -> None:
    """Two hands are busy, so that the third task waits; a change takes its place before it begins."""
    may_end = threading.Event()
    for number in range(2):
        assert not desk.ask(f"long {number}", "1", lambda: may_end.wait(60), patience=0).is_current
    with ThreadPoolExecutor(1) as other:
        waiting = other.submit(desk.ask, "list", "1", lambda: "old", patience=60)
        while "list" not in desk._tasks:
            time.sleep(0.01)
        time.sleep(0.1)
        desk.ask("list", "2", lambda: "new", patience=0)
        answer = waiting.result(60)
        may_end.set()
    assert (answer.value, answer.is_current) == (None, False)
    assert desk.ask("list", "2", lambda: "new", patience=60).value == "new"


def test_long_work_rests_while_all_changes_unless_somebody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factoid.web.work.desk._SHORT_SECONDS", -1.0)
    monkeypatch.setattr("factoid.web.work.desk._REST", 10.0**9)
    desk = Desk()
    try:
        assert desk.ask("a", "1", lambda: "one", patience=60).is_current
        stale = desk.ask("a", "2", lambda: "two")
        assert (stale.value, stale.is_current) == ("one", False)
        waited = desk.ask("a", "2", lambda: "two", patience=60)
        assert (waited.value, waited.is_current) == ("two", True)
    finally:
        desk.close()
