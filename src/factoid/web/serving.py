"""Serving a library to this machine, or a house to those who have accounts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from factoid.model import Location
from factoid.store.house import House
from factoid.web.app import create_app
from factoid.web.guard import refuse_other_machines
from factoid.web.house import Settings, house_app
from factoid.web.ipif import Writers, read_writers


def serve(
    library_path: Location, host: str = "127.0.0.1", port: int = 8321, *, ipif_tokens: Path | None = None
) -> None:
    """Serve a library until interrupted; `UsageError` for an address that other machines could reach.

    Who has a token of the file ``ipif_tokens`` may write by IPIF.
    """
    refuse_other_machines(host)
    writers = read_writers(ipif_tokens) if ipif_tokens else Writers()
    _run(create_app(library_path, writers=writers), host, port)


def serve_house(
    house: House, host: str, port: int, *, names: Sequence[str] = (), is_behind_proxy: bool = False
) -> None:
    """Serve the libraries of a house to the members of each, until interrupted.

    It answers to the ``names`` and those of this machine; what a proxy says of a request is believed only where
    one stands before it.
    """
    _run(house_app(house, Settings(tuple(names), is_behind_proxy=is_behind_proxy)), host, port)


def _run(app: FastAPI, host: str, port: int) -> None:
    uvicorn.run(
        app,
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        proxy_headers=False,  # whom to believe is decided by the application itself
        ws="none",
    )
