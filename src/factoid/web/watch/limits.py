"""Who asks too often: a bucket of tokens for each account and each address, of all processes of a server."""

from __future__ import annotations

import math
import re
import time
from collections.abc import Callable
from dataclasses import dataclass

from factoid.errors import UsageError
from factoid.store.houses.board import Board

_WRITTEN = re.compile(r"(\d{1,6}(?:\.\d{1,6})?):(\d{1,6})")


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
    """Full buckets of tokens; each request takes one out, and they fill up again with time.

    Those of one ``name`` on one board are the same in every process of the server. The clock is one for all of them.
    """

    def __init__(
        self,
        at_once: float,
        a_second: float,
        *,
        clock: Callable[[], float] = time.monotonic,
        board: Board | None = None,
        name: str = "",
    ) -> None:
        self._size, self._rate, self._clock = at_once, a_second, clock
        self._board, self._name = board or Board(), name

    def take(self, key: str) -> int:
        """Take a token out of the bucket; return 0, or after how many seconds there is one."""
        if math.isinf(self._size):
            return 0
        return self._board.take(f"{self._name} {key}", size=self._size, rate=self._rate, now=self._clock())
