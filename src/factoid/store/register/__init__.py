"""The register of a house: accounts, and what each may do in which of its libraries."""

from factoid.store.register.ledger import Ledger
from factoid.store.register.register import Register

__all__ = ["Ledger", "Register"]
