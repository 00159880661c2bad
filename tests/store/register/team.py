"""A register whose time stands still until it is told to go on, and whose passwords cost next to nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from factoid.model import InDatabase, location_of
from factoid.store.houses.folder import REGISTER, FileLedger
from factoid.store.houses.server import SchemaLedger
from factoid.store.register import Register
from factoid.store.register.passwords import Passwords

WORDS = "four words will do"


class Time:
    def __init__(self) -> None:
        self.now = datetime(1905, 1, 22, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **by: float) -> None:
        self.now += timedelta(**by)


class Counted(Passwords):
    """Counts how often a password is really hashed."""

    def __init__(self) -> None:
        super().__init__(time_cost=1, memory_cost=8, parallelism=1)
        self.work = 0

    def _verify(self, held: str, given: str) -> bool:
        self.work += 1
        return super()._verify(held, given)


def register_in(folder: Path, time: Time, passwords: Passwords | None = None) -> Register:
    return register_at(str(folder), time, passwords)


def register_at(address: str, time: Time, passwords: Passwords | None = None) -> Register:
    place = location_of(address)
    ledger = (
        SchemaLedger(place, create=True)
        if isinstance(place, InDatabase)
        else FileLedger(place / REGISTER, create=True)
    )
    return Register(ledger, passwords=passwords or Counted(), clock=time)
