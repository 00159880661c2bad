"""``factoid serve``."""

from __future__ import annotations

import errno
import socket
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from factoid.cli.failures import say
from factoid.cli.libraries import opened
from factoid.cli.options import DEFAULT_LIBRARY, LibraryOption
from factoid.errors import UsageError
from factoid.late import late
from factoid.model import InDatabase, location_of
from factoid.pipeline.tasks import cores
from factoid.store.houses.house import open_house


class LogFormat(StrEnum):
    """How requests are logged."""

    TEXT = "text"
    JSON = "json"


LOOPBACK = "127.0.0.1"
PORT = 8321
MOST_PROCESSES = 64
_USUAL_MOST = 4  # processes of a server: each takes memory, and connections to the database


def serve(  # noqa: PLR0913 - a command has as many parameters as options
    *,
    library: LibraryOption = DEFAULT_LIBRARY,
    database: Annotated[
        str,
        typer.Option(
            "--database",
            metavar="FOLDER",
            envvar="FACTOID_DATABASE",
            help="Serve a house with accounts instead: all of its libraries.",
        ),
    ] = "",
    host: Annotated[
        str,
        typer.Option(
            "--host", metavar="HOST", help="An address of this machine; without --database, its loopback."
        ),
    ] = LOOPBACK,
    port: Annotated[int, typer.Option("--port", min=1, max=65535, metavar="PORT", help="The port.")] = PORT,
    ipif_token_file: Annotated[
        Path | None,
        typer.Option(
            "--ipif-token-file",
            metavar="FILE",
            envvar="FACTOID_IPIF_TOKEN_FILE",
            help="Who may write by IPIF: lines NAME TOKEN. Else nobody.",
        ),
    ] = None,
    public_name: Annotated[
        list[str] | None,
        typer.Option(
            "--public-name",
            metavar="NAME",
            help="With --database: a host name under which it answers. Repeatable.",
        ),
    ] = None,
    behind_proxy: Annotated[
        bool,
        typer.Option(
            "--behind-proxy", help="With --database: believe the X-Forwarded-* headers of the one proxy."
        ),
    ] = False,
    log_format: Annotated[
        LogFormat | None,
        typer.Option(
            "--log-format", help="Log every request to standard error: a line of text, or a JSON object."
        ),
    ] = None,
    metrics_token_file: Annotated[
        Path | None,
        typer.Option(
            "--metrics-token-file",
            metavar="FILE",
            help="With --database: who sends the token in it may see /metrics from elsewhere.",
        ),
    ] = None,
    login_service: Annotated[
        Path | None,
        typer.Option(
            "--login-service",
            metavar="FILE",
            help="With --database: who is vouched for by the OpenID Connect provider in this TOML file may log in.",
        ),
    ] = None,
    account_limit: Annotated[
        str,
        typer.Option(
            "--account-limit",
            metavar="RATE:AT_ONCE",
            help="With --database: requests that an account may make a second, and at once; 20:120, or none.",
        ),
    ] = "",
    address_limit: Annotated[
        str,
        typer.Option(
            "--address-limit",
            metavar="RATE:AT_ONCE",
            help="With --database: the same for a network address; 100:600, or none.",
        ),
    ] = "",
    processes: Annotated[
        int,
        typer.Option(
            "--processes",
            min=0,
            max=MOST_PROCESSES,
            metavar="N",
            help="With --database: how many processes serve it; by default one for a folder, "
            "and for PostgreSQL one for each core, 4 at most.",
        ),
    ] = 0,
) -> None:
    """Show the library in the browser, on this machine only, until Ctrl-C.

    There are no accounts: an address that other machines could reach is refused. With --database there are:
    each library of the house stands below its name, for its members.
    Other programs ask at /ipif/, the prosopographers' common interface (IPIF).

    \b
    Examples
      factoid serve
      factoid serve --library lives.factoid --port 9000
      factoid serve --ipif-token-file tokens.txt
      factoid serve --database house --host 0.0.0.0 --public-name archive.example.org --behind-proxy
    """
    if database:
        if ipif_token_file:
            raise UsageError(
                "--ipif-token-file: with --database, tokens are of accounts: factoid account token."
            )
        settings = late("factoid.web.serving:settings_of")(
            public_name or [],
            metrics_token_file,
            login_service,
            is_behind_proxy=behind_proxy,
            limits=(account_limit, address_limit),
        )
        _serve_house(database, host, port, settings=settings, log=log_format, processes=processes)
        return
    only_house = (public_name, behind_proxy, metrics_token_file, login_service, account_limit, address_limit)
    if any(only_house) or processes > 1:
        raise UsageError(
            "--public-name, --behind-proxy, --metrics-token-file, --login-service, --account-limit, "
            "--address-limit and --processes need --database: else only this machine is served."
        )
    late("factoid.web.guard:refuse_other_machines")(host)  # the web application is this package's sibling
    with opened(library):  # say what is wrong with it now, and work out its persons
        pass
    _check_free(host, port)
    say(f"{library} at {_address(host, port)} (Ctrl-C ends)")
    late("factoid.web:serve")(library, host=host, port=port, ipif_tokens=ipif_token_file, log=log_format)


def _serve_house(
    address: str, host: str, port: int, *, settings: Any, log: LogFormat | None, processes: int
) -> None:
    house = open_house(address)
    has_accounts, place, count = bool(house.register.accounts.all()), house.place, len(house.names())
    house.close()  # each process that serves it opens it for itself
    if not has_accounts:
        raise UsageError(f"{place}: has no accounts yet. Make one: factoid account add NAME --database …")
    if processes > 1 and sys.platform == "win32":
        raise UsageError("--processes: one process serves on Windows. Leave it out.")
    processes = processes or _usual_processes(address)
    _check_free(host, port)
    several = f", in {processes} processes" if processes > 1 else ""
    say(f"{place}: {count} libraries at {_address(host, port)}{several} (Ctrl-C ends)")
    serve_it = late("factoid.web.serving:serve_house")
    serve_it(address, host, port, settings=settings, log=log, processes=processes)


def _usual_processes(address: str) -> int:
    """Return how many processes serve a house: a folder is for a small team, and one knows what it worked out."""
    is_folder = not isinstance(location_of(address), InDatabase)
    return 1 if is_folder or sys.platform == "win32" else min(cores(), _USUAL_MOST)


def _address(host: str, port: int) -> str:
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def _check_free(host: str, port: int) -> None:
    """Raise `UsageError` where another program has the port, before a server says so at length."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise UsageError(f"--port {port}: another program uses it. Name another port.") from error
            raise UsageError(f"--host {host} --port {port}: {error.strerror or error}.") from error
