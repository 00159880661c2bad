"""The one place that imports late, so that a command or a name costs only what it uses.

A language model takes seconds to import, SQLAlchemy a third of one. `factoid --help` needs neither, and the
process that only hands out work to others needs no language model.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any


def late(address: str) -> Any:
    """Return what ``module:name`` names, importing the module now."""
    module, _, name = address.partition(":")
    return getattr(import_module(module), name)
