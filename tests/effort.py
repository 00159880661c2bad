"""How much work something is, as a test may ask it: alike on a busy machine and in a process that holds much."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def seconds_of(work: Callable[[], object], tries: int = 3) -> float:
    """Return the least processor time of some tries, in seconds.

    What runs beside a test makes some tries dearer, never one cheaper. The collector of garbage rests: its work
    grows with all that the process holds, and so with the tests that ran before. For the same reason it is not
    called before a try: that would cost more than most of what is measured.
    """
    return min(_once(work) for _ in range(tries))


def _once(work: Callable[[], object]) -> float:
    gc.disable()
    try:
        begun = time.process_time()
        work()
        return time.process_time() - begun
    finally:
        gc.enable()
