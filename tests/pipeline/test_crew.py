from __future__ import annotations

import multiprocessing
import time

import pytest

from factoid.errors import ModelMissing, ReadingError
from factoid.pipeline.crew import PLACES_AHEAD, Crew, results_apart, results_here
from factoid.pipeline.progress import Status
from factoid.pipeline.tasks import Advance, Desk, Task

DESK = Desk(worker="pipeline.stand_in:StandIn")


def tasks(*names: str) -> list[Task]:
    return [
        Task(index=i, path=name, size=10, problem=f"{name}: no such file." if name.startswith("gone") else "")
        for i, name in enumerate(names)
    ]


def look_away(_step: Advance) -> None:
    return


@pytest.mark.parametrize("jobs", [0, 1, 2, 3])
def test_results_come_once_and_in_the_order_of_the_inputs(jobs: int) -> None:
    todo = tasks("slow", "a", "gone", "b", "bad", "gone-2", "c", "d", "e", "slow-2", "f", "g", "h", "gone-3")
    results = results_apart(todo, DESK, look_away, jobs=jobs) if jobs else results_here(todo, DESK, look_away)
    found = list(results)
    assert [result.index for result in found] == list(range(len(todo)))
    failed = [result.report.path for result in found if result.report.status is Status.FAILED]
    assert failed == ["gone", "bad", "gone-2", "gone-3"]


def test_nothing_but_missing_files_needs_no_model() -> None:
    desk = Desk(worker="no.such.module:Reader")
    assert [r.report.reason for r in results_here(tasks("gone"), desk, look_away)] == ["gone: no such file."]


def test_a_process_that_dies_costs_its_own_file_only() -> None:
    found = list(results_apart(tasks("a", "dies", "b", "dies-2", "c"), DESK, look_away, jobs=2))
    failed = {result.report.path: result.report.reason for result in found if result.report.reason}
    assert list(failed) == ["dies", "dies-2"]
    assert "dies: the process that read it ended (exit code 7)" in failed["dies"]


def test_what_holds_for_every_file_ends_the_run() -> None:
    with pytest.raises(ModelMissing, match="not installed"):
        list(results_apart(tasks("a", "b"), Desk(worker=DESK.worker, model="missing"), look_away, jobs=2))


def test_a_process_that_cannot_start_is_not_started_again_for_ever() -> None:
    with pytest.raises(ReadingError, match="could start"):
        list(results_apart(tasks("a", "b"), Desk(worker=DESK.worker, model="crashes"), look_away, jobs=2))


def test_nobody_runs_far_ahead_of_the_file_that_is_waited_for() -> None:
    crew = Crew(tasks("slow", *(f"f{i}" for i in range(100))), DESK, look_away, jobs=2)
    for result in crew.results():
        assert crew.handed_out <= result.index + 1 + PLACES_AHEAD * 2
    crew.dismiss()


def test_progress_within_a_file_is_told() -> None:
    told: list[Advance] = []
    list(results_apart(tasks("a", "b"), DESK, told.append, jobs=2))
    assert sorted(step.path for step in told) == ["a", "b"]
    assert {step.size for step in told} == {5}


def test_leaving_early_leaves_no_process_behind() -> None:
    results = results_apart(tasks("a", "forever", "b"), DESK, look_away, jobs=2)
    next(results)
    started = time.monotonic()
    results.close()
    assert time.monotonic() - started < 60  # the reader would sleep for ten minutes
    assert not multiprocessing.active_children()
