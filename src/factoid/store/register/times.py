"""Moments as the register notes them: ISO 8601 in UTC to the second, so that they compare as text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]


def utc_clock() -> datetime:
    """Return the time now."""
    return datetime.now(UTC)


def noted(moment: datetime, *, later: float = 0.0) -> str:
    """Return a moment as it is noted, so many seconds later."""
    return (moment + timedelta(seconds=later)).isoformat(timespec="seconds")
