"""Who asks too often: a bucket of tokens for each account and each address, in this process."""

from __future__ import annotations

import math
import re
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from factoid.errors import UsageError

_WRITTEN = re.compile(r"(\d{1,6}(?:\.\d{1,6})?):(\d{1,6})")
_MOST_HELD = 20_000  # buckets; the one that was used least lately is forgotten, full as it then is


@dataclass(frozen=True, slots=True)
class Limits:
    """How often somebody may ask: so many at once, and so many a second in the long run.

    An address is given more than an account: a reading room may have one for all who sit in it.
    """

    account_at_once: float = 120
    account_a_second: float = 20
    address_at_once: float = 600
    address_a_second: float = 100

    @classmethod
    def none(cls) -> Limits:
        """Return limits that nobody meets."""
        return cls(*(math.inf,) * 4)


def limits_of(account: str = "", address: str = "") -> Limits:
    """Return the limits as they are written: ``RATE:AT_ONCE``, or ``none``; nothing leaves them as they are.

    ``RATE`` is so many a second in the long run. `UsageError` for anything else.
    """
    usual = Limits()
    each, once = _limit("--account-limit", account, usual.account_a_second, usual.account_at_once)
    all_of_it, all_at_once = _limit("--address-limit", address, usual.address_a_second, usual.address_at_once)
    return Limits(once, each, all_at_once, all_of_it)


def _limit(option: str, written: str, rate: float, at_once: float) -> tuple[float, float]:
    if not written:
        return rate, at_once
    if written == "none":
        return math.inf, math.inf
    found = _WRITTEN.fullmatch(written)
    if not found or float(found[1]) <= 0 or int(found[2]) < 1:
        raise UsageError(
            f"{option} {written[:40]!r}: give requests a second and at once, like {rate:g}:{at_once:g}, or none."
        )
    return float(found[1]), float(found[2])


class Buckets:
    """Full buckets of tokens; each request takes one out, and they fill up again with time."""

    def __init__(
        self, at_once: float, a_second: float, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._size, self._rate, self._clock = at_once, a_second, clock
        self._held: OrderedDict[str, tuple[float, float]] = OrderedDict()  # tokens, and when that was
        self._lock = Lock()

    def take(self, key: str) -> int:
        """Take a token out of the bucket; return 0, or after how many seconds there is one."""
        if math.isinf(self._size):
            return 0
        now = self._clock()
        with self._lock:
            tokens, then = self._held.pop(key, (self._size, now))
            tokens = min(self._size, tokens + (now - then) * self._rate)
            wait = 0 if tokens >= 1 else math.ceil((1 - tokens) / self._rate)
            self._held[key] = (tokens if wait else tokens - 1, now)
            while len(self._held) > _MOST_HELD:
                self._held.popitem(last=False)
        return wait
