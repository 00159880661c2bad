"""``factoid serve``."""

from __future__ import annotations

import errno
import socket
from pathlib import Path
from typing import Annotated

import typer

from factoid.cli.failures import say
from factoid.cli.libraries import opened
from factoid.cli.options import DEFAULT_LIBRARY, LibraryOption
from factoid.errors import UsageError
from factoid.late import late

LOOPBACK = "127.0.0.1"
PORT = 8321


def serve(
    *,
    library: LibraryOption = DEFAULT_LIBRARY,
    host: Annotated[
        str, typer.Option("--host", metavar="HOST", help="An address of this machine's loopback.")
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
) -> None:
    """Show the library in the browser, on this machine only, until Ctrl-C.

    There are no accounts: an address that other machines could reach is refused.
    Other programs ask at /ipif/, the prosopographers' common interface (IPIF).

    \b
    Examples
      factoid serve
      factoid serve --library lives.factoid --port 9000
      factoid serve --ipif-token-file tokens.txt
    """
    late("factoid.web.guard:refuse_other_machines")(host)  # the web application is this package's sibling
    with opened(library):  # say what is wrong with it now, and work out its persons
        pass
    _check_free(host, port)
    say(f"{library} at http://{f'[{host}]' if ':' in host else host}:{port}/ (Ctrl-C ends)")
    late("factoid.web:serve")(library, host=host, port=port, ipif_tokens=ipif_token_file)


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
