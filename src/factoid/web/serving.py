"""Serving a library to this machine, or a house to those who have accounts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from uvicorn.config import LOGGING_CONFIG

from factoid.errors import UsageError
from factoid.model import Location
from factoid.store.house import House
from factoid.web.app import create_app
from factoid.web.guard import refuse_other_machines
from factoid.web.house import Settings, house_app
from factoid.web.ipif import Writers, read_writers
from factoid.web.ipif.tokens import SHORTEST
from factoid.web.login import login_service_in
from factoid.web.watch import Limits, LogFormat, Observer, limits_of, write_log
from factoid.web.watch.gauges import Gauges


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
    house: House, host: str, port: int, *, settings: Settings | None = None, log: LogFormat | None = None
) -> None:
    """Serve the libraries of a house to the members of each, until interrupted.

    It answers to the names of its settings and those of this machine; what a proxy says of a request is believed
    only where one stands before it. Requests are logged where ``log`` says how.
    """
    _run(house_app(house, settings), host, port, log)


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
    uvicorn.run(
        app,
        host=host,
        port=port,
        log_level="info" if log else "warning",
        log_config=None if log else LOGGING_CONFIG,
        access_log=False,
        server_header=False,
        proxy_headers=False,  # whom to believe is decided by the application itself
        ws="none",
        timeout_keep_alive=75,  # longer than proxies keep a connection: else one closes what the other just uses
    )
