"""Attempts to log in, counted so that nobody can try many passwords; processes share the count."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass

from sqlalchemy import delete, insert, select, update

from factoid.store.register.ledger import Ledger
from factoid.store.register.passwords import hash_of
from factoid.store.register.tables import attempt
from factoid.store.register.times import Clock, noted

WINDOW_SECONDS = 15 * 60.0
MOST_OF_ACCOUNT = 10  #: attempts in a window at one account, whether it exists or not
MOST_OF_ADDRESS = 50  #: from one network address


@dataclass(frozen=True, slots=True)
class Attempts:
    """How often somebody tried lately."""

    ledger: Ledger
    clock: Clock

    def begin(self, account: str, address: str) -> bool:
        """Count an attempt before it is made; return whether it may be.

        One that may not be is not counted: the window ends although somebody goes on trying.
        """
        now = self.clock()
        limits = {_of_account(account): MOST_OF_ACCOUNT, _of_address(address): MOST_OF_ADDRESS}
        with self.ledger.writing() as connection:
            connection.execute(delete(attempt).where(attempt.c.began <= noted(now, later=-WINDOW_SECONDS)))
            wanted = select(attempt.c.key, attempt.c.count).where(attempt.c.key.in_(limits))
            counts = {str(row[0]): int(row[1]) for row in connection.execute(wanted)}
            if any(counts.get(key, 0) >= most for key, most in limits.items()):
                return False
            for key in limits:
                if key in counts:
                    counted = update(attempt).where(attempt.c.key == key).values(count=counts[key] + 1)
                    connection.execute(counted)
                else:
                    connection.execute(insert(attempt).values(key=key, count=1, began=noted(now)))
        return True

    def forgive(self, account: str, address: str) -> None:
        """Forget the attempts at an account, and this one from an address: its owner came in."""
        fewer = update(attempt).where(attempt.c.key == _of_address(address), attempt.c.count > 0)
        with self.ledger.writing() as connection:
            connection.execute(delete(attempt).where(attempt.c.key == _of_account(account)))
            connection.execute(fewer.values(count=attempt.c.count - 1))


def _of_account(name: str) -> str:
    return f"account {hash_of(name.strip().lower())}"  # what was typed may be a password: it is not kept


def _of_address(address: str) -> str:
    """Return the key of a network address; of IPv6 the network counts, for one machine has all of it."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return f"address {address[:60]}"
    return f"address {ipaddress.ip_network((found, 64), strict=False) if found.version == 6 else found}"
