"""A server in a thread, for what needs a real one."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

TOKEN = "a token of some length"


@contextmanager
def served(app: ASGIApp) -> Iterator[str]:
    """Serve on a free port of loopback; give the address."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}/ipif"
    finally:
        server.should_exit = True
        thread.join()
