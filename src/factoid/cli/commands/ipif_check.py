"""``factoid ipif-check``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from factoid.cli.failures import ExitCode, say
from factoid.cli.output import shown
from factoid.errors import UsageError
from factoid.exchange.asking import Server
from factoid.exchange.conformance import Verdict, run_checks

_MARK = {Verdict.PASSED: "ok  ", Verdict.FAILED: "FAIL", Verdict.SKIPPED: "skip"}


def ipif_check(
    url: Annotated[str, typer.Argument(metavar="URL", help="The address of the interface, up to /ipif.")],
    *,
    level: Annotated[
        int | None,
        typer.Option("--level", min=0, max=2, metavar="N", help="0, 1 or 2.  [default: what /describe says]"),
    ] = None,
    token_file: Annotated[
        Path | None,
        typer.Option(
            "--token-file", metavar="FILE", help="A file with the token to write with; else nothing is."
        ),
    ] = None,
) -> None:
    """Check whether a server keeps the promises of IPIF 0.3.3, and print what it does not keep and why.

    Reading changes nothing. With a token for level 2, one source called "Source of conformance check …" stays behind.
    Exit codes: 0 all that could be checked passed, 1 some failed, 3 the server does not answer.

    \b
    Examples
      factoid ipif-check http://127.0.0.1:8321/ipif
      factoid ipif-check https://example.org/ipif --level 1
    """
    server = Server(url, token=_token(token_file))
    counts = dict.fromkeys(Verdict, 0)
    for result in run_checks(server, level=level):
        counts[result.verdict] += 1
        reason = f": {result.reason}" if result.reason else ""
        typer.echo(shown(f"{_MARK[result.verdict]}  level {result.check.level}  {result.check.name}{reason}"))
    say(", ".join(f"{count} {verdict}" for verdict, count in counts.items()))
    raise typer.Exit(ExitCode.PARTLY if counts[Verdict.FAILED] else ExitCode.DONE)


def _token(path: Path | None) -> str:
    if path is None:
        return os.environ.get("FACTOID_IPIF_TOKEN", "")
    try:
        words = path.read_text("utf-8").split()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"--token-file {path}: cannot be read ({error}).") from error
    if not words:
        raise UsageError(f"--token-file {path}: holds no token.")
    return words[-1]  # `NAME TOKEN`, as the server's own file has it, or a token alone
