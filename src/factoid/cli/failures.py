"""Every way a command can end: exit codes, and errors as one line on standard error."""

from __future__ import annotations

import errno
import sys
import traceback
from enum import IntEnum

from typer import TyperException

from factoid.cli.output import shown
from factoid.errors import FactoidError, UsageError


class ExitCode(IntEnum):
    """What a script can tell from the end of a command."""

    DONE = 0  #: all that was asked for
    PARTLY = 1  #: some inputs failed and others were read; or a reading that was verified has faults
    USAGE = 2  #: the command line cannot be understood
    FAILED = 3  #: nothing was read, or the library cannot be used or lacks what was asked for
    FAULT = 70  #: a fault in Factoid itself
    INTERRUPTED = 130  #: Ctrl-C; what was done is kept


def say(*messages: str) -> None:
    """Print lines on standard error, one for each message whatever is in it."""
    sys.stderr.writelines(shown(message) + "\n" for message in messages)
    sys.stderr.flush()


def end_of(error: BaseException, *, debug: bool) -> ExitCode:
    """Say in one line what went wrong, with the traceback where it is asked for, and return the exit code."""
    if debug and not isinstance(error, TyperException):
        traceback.print_exception(error)
    if isinstance(error, TyperException):
        message = " ".join(error.format_message().split()).rstrip(".")
        say(f"factoid: {message}. {_where_help_is(error)}")
        return ExitCode.USAGE
    if isinstance(error, UsageError):
        say(f"factoid: {error}")
        return ExitCode.USAGE
    if isinstance(error, FactoidError):
        say(f"factoid: {error}")
        return ExitCode.FAILED
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        say("factoid: the disk is full. Make room, then run the same command again.")
        return ExitCode.FAILED
    if isinstance(error, KeyboardInterrupt):
        say("factoid: interrupted.")
        return ExitCode.INTERRUPTED
    say(
        f"factoid: a fault in Factoid itself: {type(error).__name__}: {error}. "
        "Run the command again as `factoid --debug …` and report what it prints."
    )
    return ExitCode.FAULT


def _where_help_is(error: TyperException) -> str:
    context = getattr(error, "ctx", None)
    return f"See `{context.command_path if context else 'factoid'} --help`."
