"""The interface on loopback, and the word of who may write by it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from starlette.types import ASGIApp
from web.serving import serving

TOKEN = "a token of some length"


@contextmanager
def served(app: ASGIApp) -> Iterator[str]:
    """Serve on a free port of loopback; give the address of the interface."""
    with serving(app) as address:
        yield f"{address}/ipif"
