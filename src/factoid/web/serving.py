"""Serving a library to this machine."""

from __future__ import annotations

from pathlib import Path

import uvicorn

from factoid.web.app import create_app
from factoid.web.guard import refuse_other_machines


def serve(library_path: Path, host: str = "127.0.0.1", port: int = 8321) -> None:
    """Serve a library until interrupted; `UsageError` for an address that other machines could reach."""
    refuse_other_machines(host)
    uvicorn.run(create_app(library_path), host=host, port=port, log_level="warning", server_header=False)
