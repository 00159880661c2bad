"""Ctrl-C between two writes, never within one."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Interruption:
    """While entered, Ctrl-C raises `KeyboardInterrupt` at once, but within `held_off` only at its end."""

    def __init__(self) -> None:
        self._is_held_off = False
        self._is_pending = False

    @contextmanager
    def heard(self) -> Iterator[None]:
        """Listen to Ctrl-C. Outside the main thread, where Python hears no signals, this does nothing."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = signal.signal(signal.SIGINT, self._hear)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)

    @contextmanager
    def held_off(self) -> Iterator[None]:
        """Finish what is begun before an interruption counts."""
        self._is_held_off = True
        try:
            yield
        finally:
            self._is_held_off = False
        if self._is_pending:
            self._is_pending = False
            raise KeyboardInterrupt

    def _hear(self, _number: int, _frame: FrameType | None) -> None:
        if self._is_held_off and not self._is_pending:
            self._is_pending = True
            return
        self._is_pending = False  # a second Ctrl-C does not wait: the library's transaction is undone
        raise KeyboardInterrupt
