"""Work that takes longer than a page may: done in the background, once for each state of the library."""

from __future__ import annotations

import sys
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from concurrent.futures import TimeoutError as NotYet
from dataclasses import dataclass, field
from functools import partial
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any, Generic, TypeVar

PATIENCE_SECONDS = 0.08  #: how long a page waits before it says that something is still being worked out
LONGEST_SECONDS = 25.0  #: how long it waits where the reader asked it to
_MOST_HELD = 512
_HANDS = 2
_TURN_SECONDS = (
    0.0002  #: after which a hand lets a page go on: at Python's 5 ms, each row a page reads waits so long
)
SHARED_HANDS = 1  #: where many people ask at once: what is worked out for one page keeps others waiting
SHARED_TURN_SECONDS = 0.001  #: and each who waits for a turn looks that often whether it has come
_SHORT_SECONDS = 0.03  #: work that may be done again at once
_REST = 9.0  #: so many times as long as it took, other work goes first where no page waits for it
_LONGEST_REST_SECONDS = 20.0
_FAREWELL_SECONDS = 2.0  #: how long each hand may still go on when the application ends

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
    took: float = 0.0  #: seconds
    ended: float = 0.0  #: when, by the monotonic clock

    def done(self, work: Callable[[], T]) -> T:
        """Do the work, and note how long it took."""
        began = time.monotonic()
        try:
            return work()
        finally:
            self.ended = time.monotonic()
            self.took = self.ended - began

    @property
    def rests(self) -> bool:
        """Whether it was done so lately that to do it again would leave too little time for everything else."""
        if not self.future.done() or self.future.cancelled() or self.future.exception():
            return False
        rest = min(_REST * self.took, _LONGEST_REST_SECONDS) if self.took > _SHORT_SECONDS else 0.0
        return time.monotonic() < self.ended + rest


@dataclass(slots=True)
class _Kept:
    lock: Lock = field(default_factory=Lock)
    mark: str | None = None
    value: Any = None


class Desk:
    """Works things out, remembers them by name, and begins anew when what they rest on has changed."""

    def __init__(
        self,
        patience: float = PATIENCE_SECONDS,
        *,
        hands: int = _HANDS,
        turn_seconds: float = _TURN_SECONDS,
    ) -> None:
        self.patience = patience
        self._hands = _Hands(hands, turn_seconds)
        self._waiting_hands = _Hands(_HANDS, turn_seconds)
        self._tasks: OrderedDict[str, _Task] = OrderedDict()
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._lock = Lock()

    def ask(
        self,
        name: str,
        mark: str,
        work: Callable[[], T],
        *,
        patience: float | None = None,
        is_apart: bool = False,
    ) -> Answer[T]:
        """Return what the work gives for the ``mark``, or what it gave before, waiting no longer than patience.

        Where a library changes all the time, long work is not begun at each change, unless somebody waits for it.
        Work that ``is_apart`` waits for another process: it keeps no other work waiting.
        """
        patience = self.patience if patience is None else patience
        hands = self._waiting_hands if is_apart else self._hands
        task = self._task(name, mark, work, hands, is_waited_for=patience > PATIENCE_SECONDS)
        try:
            value = task.future.result(patience)
        except (
            NotYet,
            CancelledError,
        ):  # cancelled: the library has changed, and somebody asks of its new state
            return Answer(task.last, is_current=False)
        except Exception:
            with self._lock:  # the next who asks tries again
                self._tasks.pop(name, None)
            raise
        return Answer(value, is_current=task.mark == mark)

    def once(self, name: str, mark: str, work: Callable[[], T]) -> T:
        """Return what the work gives for the ``mark``: done by whoever asks first, while others wait for it."""
        with self._lock:
            kept = self._kept.setdefault(name, _Kept())
            self._kept.move_to_end(name)
            while len(self._kept) > _MOST_HELD:
                self._kept.popitem(last=False)
        with kept.lock:
            if kept.mark != mark:
                kept.value, kept.mark = work(), mark
            value: T = kept.value
            return value

    @property
    def is_closed(self) -> bool:
        """Whether nothing more is begun."""
        return self._hands.is_closed

    def close(self) -> None:
        """Begin nothing more, and finish what takes no time: Ctrl-C does not wait for minutes of linking."""
        self._waiting_hands.close()
        self._hands.close()

    def _task(
        self, name: str, mark: str, work: Callable[[], Any], hands: _Hands, *, is_waited_for: bool
    ) -> _Task:
        with self._lock:
            held = self._tasks.get(name)
            if held is None or (held.mark != mark and (is_waited_for or not held.rests)):
                last = _finished(held) if held else None
                held = self._tasks[name] = _Task(mark, Future(), last)
                hands.take(held.future, partial(held.done, work))
            self._tasks.move_to_end(name)
            while len(self._tasks) > _MOST_HELD:
                self._tasks.popitem(last=False)
            return held


class _Hands:
    """Threads that do one work after another. Unlike an executor's, they do not keep the program from ending."""

    def __init__(self, most: int, turn_seconds: float) -> None:
        self._most, self._turn_seconds = most, turn_seconds
        self._waiting: SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None] = SimpleQueue()
        self._threads: list[Thread] = []
        self._lock = Lock()
        self.is_closed = False

    def take(self, future: Future[T], work: Callable[[], T]) -> None:
        """Do the work when a hand is free."""
        self._waiting.put((future, work))
        with self._lock:
            if len(self._threads) < self._most:
                sys.setswitchinterval(self._turn_seconds)
                self._threads.append(Thread(target=self._toil, name="desk", daemon=True))
                self._threads[-1].start()

    def close(self) -> None:
        """Drop what is waiting, and give what was begun a moment."""
        self.is_closed = True
        for _ in self._threads:
            self._waiting.put(None)
        for thread in self._threads:
            thread.join(_FAREWELL_SECONDS)

    def _toil(self) -> None:
        while (next_one := self._waiting.get()) is not None:
            future, work = next_one
            if self.is_closed:
                future.cancel()
            elif future.set_running_or_notify_cancel():
                try:
                    future.set_result(work())
                except Exception as error:  # noqa: BLE001 -- whoever asked is told
                    future.set_exception(error)


def _finished(task: _Task) -> Any:
    """Return what a task gave, or what was known before it where it gave nothing."""
    if task.future.cancel() or not task.future.done() or task.future.exception() is not None:
        return task.last
    return task.future.result()
