"""A register as the rest of the house uses it."""

from __future__ import annotations

from factoid.store.register.ledger import Ledger
from factoid.store.register.migrate import FORMAT, format_of, upgrade


class Register:
    """Accounts, memberships, invitations, sessions, tokens and the audit log. Several processes may share it.

    Making one brings its tables up to date.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        with ledger.reading() as connection:
            found = format_of(connection, ledger.place)
        if found != FORMAT:
            with ledger.writing() as connection:
                if format_of(connection, ledger.place) != FORMAT:  # nobody was quicker
                    upgrade(connection)

    def close(self) -> None:
        """Let go of it."""
        self.ledger.close()
