"""Processes that read one file at a time, and what they send back, in the order of the files.

Not a `ProcessPoolExecutor`: there, a process that dies takes every other file with it. Here it costs its own
file, and another process takes its place. Work is handed out as it is taken in, so a million files need no
more memory than a few: nobody runs more than a few places ahead of the file that is waited for.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Protocol

from factoid.errors import FactoidError, ReadingError
from factoid.late import late
from factoid.pipeline.progress import SourceReport, Status
from factoid.pipeline.tasks import Advance, Desk, Result, Task, Tell

PLACES_AHEAD = 4  #: for each process, how many files may be finished before their turn


class Worker(Protocol):
    """Reads one task after the other; what `Desk.worker` names makes one."""

    def read(self, task: Task, tell: Tell) -> Result:
        """Return what became of the task."""

    def close(self) -> None:
        """Let go of what it holds."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A process has loaded its model."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A process cannot work at all, for a reason that holds for every file."""

    error: FactoidError


@dataclass(slots=True)
class Member:
    """A process at work."""

    process: SpawnProcess
    connection: Connection
    is_ready: bool = False
    task: Task | None = None


def results_here(tasks: Sequence[Task], desk: Desk, tell: Tell) -> Generator[Result, None, None]:
    """Read the tasks in this process, one after the other."""
    worker: Worker | None = None
    try:
        for task in tasks:
            if task.problem:
                yield _failed(task, task.problem)
                continue
            worker = worker or late(desk.worker)(desk)
            yield worker.read(task, tell)
    finally:
        if worker:
            worker.close()


def results_apart(
    tasks: Sequence[Task], desk: Desk, tell: Tell, *, jobs: int
) -> Generator[Result, None, None]:
    """Read the tasks in processes of their own; results come in the order of the tasks."""
    crew = Crew(tasks, replace(desk, is_apart=True), tell, jobs=jobs)
    try:
        yield from crew.results()
    finally:
        crew.dismiss()


@dataclass
class Crew:
    """Members, the tasks that wait, and the results whose turn has not come."""

    tasks: Sequence[Task]
    desk: Desk
    tell: Tell
    jobs: int = field(kw_only=True)
    members: dict[Connection, Member] = field(default_factory=dict, init=False)
    finished: dict[int, Result] = field(default_factory=dict, init=False)
    handed_out: int = field(default=0, init=False)
    turn: int = field(default=0, init=False)

    def results(self) -> Iterator[Result]:
        """Yield every result once, in order."""
        for _ in range(self.jobs):
            self._hire()
        while self.turn < len(self.tasks):
            self._hand_out()
            if self.turn not in self.finished:
                self._listen()
                continue
            result = self.finished.pop(self.turn)
            self.turn += 1
            self._hand_out()  # before the caller takes its time with the result
            yield result

    def dismiss(self) -> None:
        """End every process now."""
        for member in self.members.values():
            member.process.terminate()
        for member in self.members.values():
            member.process.join()
            member.connection.close()
        self.members.clear()

    def _hire(self) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=attend, args=(theirs, self.desk), daemon=True)
        _start_deaf_to_interrupts(process)
        theirs.close()
        self.members[ours] = Member(process, ours)

    def _hand_out(self) -> None:
        for member in [m for m in self.members.values() if m.is_ready and m.task is None]:
            while self._next_is_a_problem():
                self._take_problem()
            if self.handed_out >= min(len(self.tasks), self.turn + PLACES_AHEAD * self.jobs):
                return
            member.task = self.tasks[self.handed_out]
            self.handed_out += 1
            try:
                member.connection.send(member.task)
            except OSError:  # it has died; listening to it says so
                continue

    def _next_is_a_problem(self) -> bool:
        return self.handed_out < len(self.tasks) and bool(self.tasks[self.handed_out].problem)

    def _take_problem(self) -> None:
        task = self.tasks[self.handed_out]
        self.handed_out += 1
        self.finished[task.index] = _failed(task, task.problem)

    def _listen(self) -> None:
        for connection in wait(list(self.members)):
            if not isinstance(connection, Connection):
                continue
            member = self.members[connection]
            try:
                message = connection.recv()
            except (EOFError, OSError):
                self._bury(member)
            else:
                self._hear(member, message)

    def _hear(self, member: Member, message: object) -> None:
        if isinstance(message, Advance):
            self.tell(message)
        elif isinstance(message, Result):
            self.finished[message.index] = message
            member.task = None
        elif isinstance(message, Ready):
            member.is_ready = True
        elif isinstance(message, Broken):
            raise message.error

    def _bury(self, member: Member) -> None:
        member.process.join()
        member.connection.close()
        del self.members[member.connection]
        if not member.is_ready:
            raise ReadingError(
                f"A reading process ended before it could start ({_end_of(member.process)}). "
                "Is there enough memory? Try --jobs 1."
            )
        if member.task:
            reason = (
                f"{member.task.path}: the process that read it ended ({_end_of(member.process)}). "
                "The file may need more memory than there is: read it alone, with --jobs 1, or split it."
            )
            self.finished[member.task.index] = _failed(member.task, reason)
        self._hire()


def attend(connection: Connection, desk: Desk) -> None:
    """Work in a process of one's own until the other end closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that hands out work decides
    try:
        worker: Worker = late(desk.worker)(desk)
        connection.send(Ready())
        while True:
            connection.send(worker.read(connection.recv(), connection.send))
    except FactoidError as error:
        connection.send(Broken(error))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return  # nobody waits for the results any more


def _failed(task: Task, reason: str) -> Result:
    return Result(index=task.index, report=SourceReport(path=task.path, status=Status.FAILED, reason=reason))


def _start_deaf_to_interrupts(process: SpawnProcess) -> None:
    """Start it so that Ctrl-C in the terminal does not reach it even while Python starts."""
    if threading.current_thread() is not threading.main_thread():
        process.start()
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        process.start()
    finally:
        signal.signal(signal.SIGINT, before)


def _end_of(process: SpawnProcess) -> str:
    code = process.exitcode or 0
    if code < 0:
        return f"signal {signal.Signals(-code).name}" if os.name == "posix" else f"code {code}"
    return f"exit code {code}"
