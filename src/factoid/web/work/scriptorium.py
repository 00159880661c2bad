"""Processes beside the server for work that takes long: pages need not share Python with it.

The threads of one Python process take turns, so that work of seconds makes every page wait that is asked meanwhile.
A process of its own, which goes after everything else that wants the processor, does not.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import OrderedDict
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Lock

from factoid.errors import FactoidError
from factoid.model import Location
from factoid.pipeline.long_work import Work, Workbench

LARGE = 10_000  #: statements; the work of a smaller library is done sooner than a process begins
_LOWER = 10  #: by how much its processes stand behind others
_IDLE_SECONDS = 900.0  #: after which a process ends: the next work begins another
_MOST_OPEN = 4  #: libraries that a process keeps open
_HEARING = frozenset({Work.HEAR})  #: takes longest; nobody who judges waits for it


class Scriptorium:
    """Does the work of any number of libraries: one process for conflicts, one for all else, as they are needed."""

    def __init__(self) -> None:
        self._scribes = (_Scribe(), _Scribe())

    def do(self, work: Work, location: Location) -> bool:
        """Do the work and return when it is done; whether it could be: a process may die. Raises what it raises."""
        return self._scribes[work in _HEARING].do(work, location)

    def close(self) -> None:
        """End the processes now: what they have not written yet is worked out another time."""
        for scribe in self._scribes:
            scribe.end()


class _Scribe:
    """One process, begun when there is work."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._is_closed = False

    def do(self, work: Work, location: Location) -> bool:
        with self._lock:
            for _ in range(2):  # it may have gone home just now
                if self._is_closed:
                    return False
                try:
                    connection = self._connection or self._begin()
                    connection.send((work, location))
                    error = connection.recv()
                except (EOFError, OSError, RuntimeError):  # RuntimeError: Python may not begin processes here
                    self._let_go()
                    continue
                if error is not None:
                    raise error
                return True
            return False

    def end(self) -> None:
        self._is_closed = True
        process = self._process
        if process is not None:
            process.terminate()
            process.join()

    def _begin(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._process = context.Process(target=attend, args=(theirs,), daemon=True, name="scriptorium")
        self._process.start()
        theirs.close()
        self._connection = ours
        return ours

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = self._process = None


def attend(connection: Connection) -> None:
    """Do what comes in, until nothing has come for long or the other end closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server decides
    if hasattr(os, "nice"):
        os.nice(_LOWER)
    benches: OrderedDict[Location, Workbench] = OrderedDict()
    try:
        while connection.poll(_IDLE_SECONDS):
            work, location = connection.recv()
            connection.send(_done(benches, work, location))
    except (EOFError, OSError):
        return
    finally:
        for bench in benches.values():
            bench.library.close()


def _done(benches: OrderedDict[Location, Workbench], work: Work, location: Location) -> FactoidError | None:
    """Do the work; return what went wrong, if anything did."""
    try:
        bench = benches.pop(location, None) or Workbench.at(location)
        benches[location] = bench
        while len(benches) > _MOST_OPEN:
            benches.popitem(last=False)[1].library.close()
        bench.do(work)
    except FactoidError as error:
        return error
    return None
