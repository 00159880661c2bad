"""Work that takes longer than a page may: done in the background, once for each state of the library."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from dataclasses import dataclass
from threading import Lock
from typing import Any, Generic, TypeVar

PATIENCE_SECONDS = 0.08  #: how long a page waits before it says that something is still being worked out
LONGEST_SECONDS = 25.0  #: how long it waits where the reader asked it to
_MOST_HELD = 128
_HANDS = 2

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """What was worked out: of now, of before a change, or nothing yet."""

    value: T | None
    is_current: bool


@dataclass(slots=True)
class _Task:
    mark: str
    future: Future[Any]
    last: Any = None  #: what was known before


class Desk:
    """Works things out, remembers them by name, and begins anew when what they rest on has changed."""

    def __init__(self, patience: float = PATIENCE_SECONDS) -> None:
        self.patience = patience
        self._pool = ThreadPoolExecutor(_HANDS, thread_name_prefix="desk")
        self._tasks: OrderedDict[str, _Task] = OrderedDict()
        self._lock = Lock()

    def ask(self, name: str, mark: str, work: Callable[[], T], *, patience: float | None = None) -> Answer[T]:
        """Return what the work gives for the ``mark``, or what it gave before, waiting no longer than patience."""
        task = self._task(name, mark, work)
        try:
            value = task.future.result(self.patience if patience is None else patience)
        except NotYet:
            return Answer(task.last, is_current=False)
        except Exception:
            with self._lock:  # the next who asks tries again
                self._tasks.pop(name, None)
            raise
        return Answer(value, is_current=True)

    def close(self) -> None:
        """Finish what was begun, and no more."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _task(self, name: str, mark: str, work: Callable[[], Any]) -> _Task:
        with self._lock:
            held = self._tasks.get(name)
            if held is None or held.mark != mark:
                last = _finished(held) if held else None
                held = self._tasks[name] = _Task(mark, self._pool.submit(work), last)
            self._tasks.move_to_end(name)
            while len(self._tasks) > _MOST_HELD:
                self._tasks.popitem(last=False)
            return held


def _finished(task: _Task) -> Any:
    """Return what a task gave, or what was known before it where it gave nothing."""
    if task.future.cancel() or not task.future.done() or task.future.exception() is not None:
        return task.last
    return task.future.result()
