"""Many files read in order, whatever becomes of one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import replace

from factoid.errors import LibraryBusy, LibraryFull, OutputError, OwnModelError, ReadingError, SourceRemoved
from factoid.pipeline.crew import results_apart, results_here
from factoid.pipeline.interruption import Interruption
from factoid.pipeline.progress import SourceReport, Status, Summary, Tally, Watcher
from factoid.pipeline.tasks import Advance, Desk, Evidence, Result, Task, processes_for

Keep = Callable[[Evidence], Status]  #: take evidence in, and say what that changed


def run(tasks: Sequence[Task], desk: Desk, watch: Watcher, *, jobs: int | None, keep: Keep | None) -> Summary:
    """Read the tasks and return the account. What is done when it ends, for whatever reason, stays done.

    A full disk, a model that cannot be asked and an interruption end the run early, and the summary says so.
    """
    ledger = _Ledger(tasks, watch, keep)
    watch.begin(len(tasks), sum(task.size for task in tasks))
    try:
        with ledger.interruption.heard(), closing(_results(tasks, desk, ledger, jobs)) as results:
            for result in results:
                ledger.enter(result)
    except KeyboardInterrupt:
        return ledger.tally.summary(interrupted=True)
    except (LibraryFull, OutputError, OwnModelError) as error:
        return ledger.tally.summary(problem=str(error))
    return ledger.tally.summary()


def _results(
    tasks: Sequence[Task], desk: Desk, ledger: _Ledger, jobs: int | None
) -> Generator[Result, None, None]:
    processes = processes_for(tasks, jobs)
    if processes == 1:
        return results_here(tasks, desk, ledger.advance)
    return results_apart(tasks, desk, ledger.advance, jobs=processes)


class _Ledger:
    """Takes results in, tells the watcher, counts."""

    def __init__(self, tasks: Sequence[Task], watch: Watcher, keep: Keep | None) -> None:
        self._tasks, self._watch, self._keep = tasks, watch, keep
        self._told: Counter[str] = Counter()
        self.tally = Tally()
        self.interruption = Interruption()

    def advance(self, step: Advance) -> None:
        """Pass part of a file on to the watcher."""
        self._told[step.path] += step.size
        self._watch.advance(step.path, step.size, step.words)
        if step.asked:
            self._watch.asked(*step.asked)

    def enter(self, result: Result) -> None:
        """Keep the evidence, if there is any, and report."""
        report = result.report
        with self.interruption.held_off():
            evidence = result.unpacked()
            if evidence and self._keep:
                self._watch.storing(report.path)
                report = _kept(report, evidence, self._keep)
            self.tally.add(report)
        rest = self._tasks[result.index].size - self._told.pop(report.path, 0)
        if rest:
            self._watch.advance(report.path, rest, 0)
        self._watch.done(report)


def _kept(report: SourceReport, evidence: Evidence, keep: Keep) -> SourceReport:
    try:
        status = keep(evidence)
    except SourceRemoved as error:
        return SourceReport(path=report.path, status=Status.REMOVED, reason=f"{report.path}: {error}")
    except (LibraryBusy, ReadingError) as error:  # of this source; the others may do better
        return replace(report, status=Status.FAILED, reason=f"{report.path}: {error}")
    if status is Status.UNCHANGED:  # its figures were counted when it was read first
        return SourceReport(path=report.path, status=status)
    return replace(report, status=status)
