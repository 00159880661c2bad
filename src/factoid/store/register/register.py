"""A register as the rest of the house uses it."""

from __future__ import annotations

from factoid.errors import NotALibrary
from factoid.store.register.accounts import Accounts
from factoid.store.register.attempts import Attempts
from factoid.store.register.invitations import Invitations
from factoid.store.register.ledger import Ledger
from factoid.store.register.members import Members
from factoid.store.register.migrate import FORMAT, SCRIPTS, format_of
from factoid.store.register.noting import NotedLedger
from factoid.store.register.passports import Passports
from factoid.store.register.passwords import Passwords
from factoid.store.register.sessions import Sessions
from factoid.store.register.times import Clock, utc_clock
from factoid.store.register.tokens import Tokens
from factoid.store.schema.migrate import upgrade


class Register:
    """Accounts, memberships, invitations, sessions, tokens and the audit log. Several processes may share it.

    Making one brings its tables up to date.
    """

    def __init__(
        self, ledger: Ledger, *, passwords: Passwords | None = None, clock: Clock = utc_clock
    ) -> None:
        self.ledger = ledger = ledger if isinstance(ledger, NotedLedger) else NotedLedger(ledger, clock)
        self.trail = ledger.trail
        with ledger.reading() as connection:
            found = format_of(connection, ledger.place)
        if found != FORMAT:
            with ledger.writing() as connection:
                if format_of(connection, ledger.place) != FORMAT:  # nobody was quicker
                    upgrade(connection, scripts=SCRIPTS)
        passwords = passwords or Passwords()
        self.accounts = Accounts(ledger, passwords, clock)
        self.members = Members(ledger, clock)
        self.invitations = Invitations(ledger, passwords, clock)
        self.passports = Passports(ledger, self.invitations, clock)
        self.sessions = Sessions(ledger, clock)
        self.tokens = Tokens(ledger, clock)
        self.attempts = Attempts(ledger, clock)

    def check(self) -> None:
        """Raise `LibraryError` where the register does not answer, or is not of this version's format."""
        with self.ledger.reading() as connection:
            found = format_of(connection, self.ledger.place)
        if found != FORMAT:
            raise NotALibrary(f"{self.ledger.place}: of another format ({found}). Start the server anew.")

    def close(self) -> None:
        """Let go of it."""
        self.ledger.close()
