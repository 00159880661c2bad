"""Where the command line begins and ends: global options, and every error as one line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer
from typer.main import get_command

from factoid import __version__
from factoid.cli.failures import ExitCode, end_of
from factoid.cli.table import LateCommands

app = typer.Typer(
    cls=LateCommands, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False
)


@app.callback(invoke_without_command=True)
def factoid(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Print the traceback of an error. Or set FACTOID_DEBUG=1.")
    ] = False,
) -> None:
    """Read sources about people and keep what each says about whom, in its exact words.

    \b
    Begin with
      factoid read FOLDER          read every text, Markdown and HTML file in it
      factoid people               who is there
      factoid show "Anna Kowalska" what the sources say about her

    A library is one file, ./library.factoid unless --library FILE or FACTOID_LIBRARY names another.
    Exit codes: 0 done, 1 some inputs failed, 2 usage, 3 nothing done, 130 interrupted.
    """
    if version:
        typer.echo(f"factoid {__version__}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())


def main() -> None:
    """Run the command line of this process and exit."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command; return its exit code. No error leaves it."""
    debug = "--debug" in arguments[:2] or os.environ.get("FACTOID_DEBUG", "") not in ("", "0")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # words that the terminal's encoding lacks must not end a command
            stream.reconfigure(errors="backslashreplace")
    try:
        code = get_command(app).main(list(arguments), prog_name="factoid", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        return _pipe_closed()
    except typer.Abort:
        return ExitCode.INTERRUPTED
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - a user meets one line, never a traceback
        code = end_of(error, debug=debug)
        _let_go_of_output()
        return code
    return code if isinstance(code, int) else ExitCode.DONE


def _pipe_closed() -> int:
    """`factoid people | head` is no error; nothing more can be said."""
    _drop_output()
    return ExitCode.DONE


def _let_go_of_output() -> None:
    """Drop what cannot be written any more: Python would try again as it ends, and exit with a code of its own."""
    try:
        sys.stdout.flush()
    except OSError:
        _drop_output()


def _drop_output() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
