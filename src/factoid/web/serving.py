"""Serving a library to this machine, or a house to those who have accounts."""

from __future__ import annotations

import logging
import os
import signal
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing import parent_process
from pathlib import Path
from threading import Thread
from typing import Any

import uvicorn
from fastapi import FastAPI
from uvicorn.config import LOGGING_CONFIG
from uvicorn.supervisors import Multiprocess

from factoid.errors import FactoidError, UsageError
from factoid.model import Location
from factoid.store.houses.board import Board
from factoid.store.houses.house import open_house
from factoid.web.app import create_app
from factoid.web.guard import refuse_other_machines
from factoid.web.house import Settings, house_app
from factoid.web.ipif import Writers, read_writers
from factoid.web.ipif.tokens import SHORTEST
from factoid.web.login import login_service_in
from factoid.web.watch import Limits, LogFormat, Observer, limits_of, write_log
from factoid.web.watch.gauges import Gauges

_LOG = logging.getLogger(__name__)
_HUNG_SECONDS = 60  # without a sign of life, after which a process is ended and begun anew
_PAUSE_SECONDS = 2.0  # before a house that does not open is tried again


def serve(
    library_path: Location, host: str = "127.0.0.1", port: int = 8321, *, ipif_tokens: Path | None = None,
    log: LogFormat | None = None,
) -> None:  # fmt: skip
    """Serve a library until interrupted; `UsageError` for an address that other machines could reach.

    Who has a token of the file ``ipif_tokens`` may write by IPIF. Requests are logged where ``log`` says how.
    """
    refuse_other_machines(host)
    writers = read_writers(ipif_tokens) if ipif_tokens else Writers()
    app = create_app(library_path, writers=writers, is_warm=True)
    if log:
        app.add_middleware(Observer, gauges=Gauges(), limits=Limits.none())
    _run(app, host, port, log)


def serve_house(
    address: str,
    host: str,
    port: int,
    *,
    settings: Settings | None = None,
    log: LogFormat | None = None,
    processes: int = 1,
) -> None:
    """Serve the libraries of the house at an address to the members of each, until interrupted.

    It answers to the names of its settings and those of this machine; what a proxy says of a request is believed
    only where one stands before it. Requests are logged where ``log`` says how. Of several ``processes`` each answers
    whoever comes to it; one that ends is begun anew.
    """
    if processes == 1:
        _run(house_app(open_house(address), settings, is_warm=True), host, port, log)
        return
    with tempfile.TemporaryDirectory(prefix="factoid-server-") as folder:
        part = Part(address, settings or Settings(), Path(folder), processes, log)
        (part.folder / "figures").mkdir()
        Board(part.folder).close()
        if log:
            write_log(log)
        config = uvicorn.Config(
            part.begun, host=host, port=port, factory=True, workers=processes,
            timeout_worker_healthcheck=_HUNG_SECONDS, **_options(log),
        )  # fmt: skip
        Multiprocess(config, [config.bind_socket()]).run()


@dataclass(frozen=True, slots=True)
class Part:
    """One of several processes that serve a house: what it is told when it begins."""

    address: str
    settings: Settings
    folder: Path  #: where they keep what they must know of each other
    processes: int
    log: LogFormat | None

    def begun(self) -> FastAPI:
        """Return the application, in a process of its own, which ends when the one that began it is gone."""
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(self.folder / "figures")
        if self.log:
            write_log(self.log)
        Thread(target=_end_with_parent, name="parent", daemon=True).start()
        try:
            house = open_house(self.address)
        except FactoidError as error:
            _LOG.error("%s", error)
            time.sleep(_PAUSE_SECONDS)
            raise SystemExit(1) from None  # and another begins in its place
        return house_app(
            house, self.settings, board=Board(self.folder), processes=self.processes, is_warm=True
        )


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)


def settings_of(
    names: Sequence[str],
    metrics_token_file: Path | None,
    login_service_file: Path | None,
    *,
    is_behind_proxy: bool,
    limits: tuple[str, str] = ("", ""),
) -> Settings:
    """Return the settings; `UsageError` where a name, the file of the token or that of the service will not do.

    ``limits`` on how often an account and an address may ask, as `limits_of` takes them.
    """
    token = ""
    if metrics_token_file:
        try:
            token = metrics_token_file.read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(
                f"--metrics-token-file {metrics_token_file}: cannot be read ({error})."
            ) from error
        if len(token) < SHORTEST:
            raise UsageError(
                f"--metrics-token-file {metrics_token_file}: a token has {SHORTEST} characters or more."
            )
    service = login_service_in(login_service_file) if login_service_file else None
    return Settings(
        tuple(names),
        is_behind_proxy=is_behind_proxy,
        limits=limits_of(*limits),
        metrics_token=token,
        login_service=service,
    )


def _run(app: FastAPI, host: str, port: int, log: LogFormat | None) -> None:
    if log:
        write_log(log)
    uvicorn.run(app, host=host, port=port, **_options(log))


def _options(log: LogFormat | None) -> dict[str, Any]:
    return {
        "log_level": "info" if log else "warning",
        "log_config": None if log else LOGGING_CONFIG,
        "access_log": False,
        "server_header": False,
        "proxy_headers": False,  # whom to believe is decided by the application itself
        "ws": "none",
        "timeout_keep_alive": 75,  # longer than proxies keep a connection: else one closes what the other just uses
    }
