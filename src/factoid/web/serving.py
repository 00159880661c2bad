"""Serving a library to this machine."""

from __future__ import annotations

from pathlib import Path

import uvicorn

from factoid.web.app import create_app
from factoid.web.guard import refuse_other_machines
from factoid.web.ipif import Writers, read_writers


def serve(
    library_path: Path, host: str = "127.0.0.1", port: int = 8321, *, ipif_tokens: Path | None = None
) -> None:
    """Serve a library until interrupted; `UsageError` for an address that other machines could reach.

    Who has a token of the file ``ipif_tokens`` may write by IPIF.
    """
    refuse_other_machines(host)
    writers = read_writers(ipif_tokens) if ipif_tokens else Writers()
    uvicorn.run(
        create_app(library_path, writers=writers),
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
    )
