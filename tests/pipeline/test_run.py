from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from store.invented import invented

from factoid.errors import FactoidError, LibraryBusy, LibraryFull, QuoteError
from factoid.pipeline.interruption import Interruption
from factoid.pipeline.progress import SourceReport, Status, Tally
from factoid.pipeline.run import run
from factoid.pipeline.tasks import Advance, Desk, Evidence, Result, Task

DESK = Desk(worker="pipeline.test_run:Reads")


class Reads:
    """Reads the same invented source from whatever it is given."""

    def __init__(self, _desk: Desk) -> None:
        self.evidence = Evidence(*invented("a"))

    def close(self) -> None:
        return

    def read(self, task: Task, tell: Callable[[Advance], None]) -> Result:
        tell(Advance(task.path, 4, 2))
        report = SourceReport(
            path=task.path, status=Status.READ, words=2, people=1, factoids=1, declined={"quote": 1}
        )
        return Result(index=task.index, report=report, evidence=self.evidence)


class Seen:
    """A watcher that remembers."""

    def __init__(self) -> None:
        self.total = self.read = 0
        self.reports: list[SourceReport] = []
        self.steps: list[str] = []

    def begin(self, files: int, size: int) -> None:
        assert files
        self.total = size

    def advance(self, path: str, size: int, words: int) -> None:
        assert path
        assert words >= 0
        self.read += size

    def asked(self, calls: int, tokens: int) -> None:
        self.steps.append(f"asked {calls} {tokens}")

    def storing(self, path: str) -> None:
        self.steps.append(f"storing {path}")

    def done(self, report: SourceReport) -> None:
        self.steps.append(f"done {report.path}")
        self.reports.append(report)

    def remark(self, note: str) -> None:
        pass

    def joining(self) -> None:
        return


def tasks(count: int) -> list[Task]:
    return [Task(index=i, path=f"{i}.txt", size=10) for i in range(count)]


def keeper(*ends: Status | Exception) -> Callable[[Evidence], Status]:
    left = iter(ends)

    def keep(_evidence: Evidence) -> Status:
        end = next(left)
        if isinstance(end, BaseException):
            raise end
        return end

    return keep


def test_every_byte_is_told_once_and_every_file_reported() -> None:
    seen = Seen()
    summary = run(tasks(3), DESK, seen, jobs=1, keep=keeper(Status.READ, Status.REPLACED, Status.UNCHANGED))
    assert (seen.read, seen.total) == (30, 30)
    assert [report.path for report in seen.reports] == ["0.txt", "1.txt", "2.txt"]
    assert (summary.read, summary.replaced, summary.unchanged, summary.kept) == (1, 1, 1, 3)
    assert seen.steps[:3] == ["storing 0.txt", "done 0.txt", "storing 1.txt"]
    assert (summary.factoids, summary.declined) == (2, {"quote": 2})  # what is unchanged was counted before


OF_ONE_SOURCE: list[FactoidError] = [
    LibraryBusy("l: another process is writing."),
    QuoteError(source="a", at=1, wanted="x", found="y"),
]


@pytest.mark.parametrize("error", OF_ONE_SOURCE)
def test_what_concerns_one_source_fails_one_source(error: FactoidError) -> None:
    summary = run(tasks(3), DESK, Seen(), jobs=1, keep=keeper(Status.READ, error, Status.READ))
    assert (summary.read, [report.path for report in summary.failed]) == (2, ["1.txt"])
    assert summary.failed[0].reason.startswith("1.txt: ")


def test_a_full_disk_ends_the_run_and_keeps_what_was_read() -> None:
    full = LibraryFull("l: no room left.")
    summary = run(tasks(3), DESK, Seen(), jobs=1, keep=keeper(Status.READ, full))
    assert (summary.read, summary.problem) == (1, "l: no room left.")


def test_an_interruption_ends_the_run_after_the_write_in_progress() -> None:
    written: list[str] = []

    def keep(_evidence: Evidence) -> Status:
        if written:
            os.kill(os.getpid(), signal.SIGINT)  # as Ctrl-C in the middle of a write
        written.append("whole")
        return Status.READ

    summary = run(tasks(5), DESK, Seen(), jobs=1, keep=keep)
    assert summary.interrupted
    assert (summary.read, written) == (2, ["whole", "whole"])


def test_outside_a_write_an_interruption_is_heard_at_once() -> None:
    before = signal.getsignal(signal.SIGINT)  # whatever a test before this one, of Spark say, left there
    with Interruption().heard(), pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_a_second_interruption_does_not_wait() -> None:
    interruption = Interruption()
    reached: list[int] = []

    def insist() -> None:
        with interruption.held_off():
            os.kill(os.getpid(), signal.SIGINT)
            reached.append(1)
            os.kill(os.getpid(), signal.SIGINT)
            reached.append(2)

    with interruption.heard(), pytest.raises(KeyboardInterrupt):
        insist()
    assert reached == [1]


def test_a_tally_keeps_reports_that_a_person_must_see() -> None:
    tally = Tally()
    tally.add(SourceReport(path="a", status=Status.READ))
    tally.add(SourceReport(path="b", status=Status.READ, notes=("guessed",)))
    tally.add(SourceReport(path="c", status=Status.FAILED, reason="c: no."))
    summary = tally.summary()
    assert [report.path for report in summary.noted] == ["b"]
    assert [report.path for report in summary.failed] == ["c"]


def test_paths_are_told_as_the_user_gave_them(tmp_path: Path) -> None:
    seen = Seen()
    run([Task(index=0, path=str(tmp_path / "a.txt"), size=1)], DESK, seen, jobs=1, keep=keeper(Status.READ))
    assert seen.reports[0].path == str(tmp_path / "a.txt")
