"""The table of the commands: what each is for, and where it is. One is imported when it is called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from factoid.late import late


@dataclass(frozen=True, slots=True)
class Command:
    """A line of ``factoid --help``, and where the command is."""

    about: str
    address: str  #: in the folder of the commands: module and name


COMMANDS = {
    "read": Command("Read files and folders into a library, or into JSON.", "read:read"),
    "distribute": Command("Read a corpus on a cluster with Apache Spark.", "distribute:distribute"),
    "people": Command("List the people, or those that match a query.", "people:people"),
    "show": Command("Show a dossier: a life in order, in its sources' words.", "show:show"),
    "explain": Command("Explain a factoid: its words and its fields.", "explain:explain"),
    "sources": Command("List the sources of a library.", "sources:sources"),
    "source": Command("Show a source as a witness: confirmed, damaged, copied.", "source:source"),
    "remove": Command("Take sources out of a library, or put them back.", "remove:remove"),
    "search": Command("Search the words of the sources.", "search:search"),
    "same": Command("Judge that two are one person.", "judge:same"),
    "differ": Command("Judge that two are not one person.", "judge:differ"),
    "unsure": Command("Judge that two may be one person, or not.", "judge:unsure"),
    "accept": Command("Judge that the source does say a factoid.", "judge:accept"),
    "reject": Command("Judge that the source does not say a factoid.", "judge:reject"),
    "conflicts": Command("Show where sources contradict each other.", "conflicts:conflicts"),
    "decide": Command("Decide on a conflict; every claim stays.", "decide:decide"),
    "align": Command("Judge that two factoids speak of one thing, or not.", "decide:align"),
    "undo": Command("Withdraw a judgement: the last one, or the one of a number.", "judge:undo"),
    "judgements": Command("List what was judged, by whom, when and why.", "judge:judgements"),
    "carry": Command("Carry judgements over to another edition of a source.", "carry:carry"),
    "protect": Command("Mark a person or a source as not for everybody.", "protect:protect"),
    "protected": Command("List who is protected: who may be living, who is marked.", "protect:protected"),
    "export": Command("Write the library in another format.", "export:export"),
    "backup": Command("Write a library into a new file, as it is now.", "backup:backup"),
    "restore": Command("Make a library of a backup.", "backup:restore"),
    "import": Command("Take records of other programs into a library.", "bring:bring"),
    "ipif-check": Command("Check a server of prosopographical data (IPIF).", "ipif_check:ipif_check"),
    "account": Command("Say who may log in, and what each may do.", "account:account"),
    "audit": Command("Look through the log of what was changed in a house.", "audit:audit"),
    "serve": Command("Show the library in the browser, on this machine only.", "serve:serve"),
    "evaluate": Command("Score readings against a gold standard.", "evaluate:evaluate"),
    "verify": Command("Check that every word of a reading stands in its text.", "verify:verify"),
}  # fmt: skip


class LateCommands(TyperGroup):
    """Lists commands from the table; imports one only to run it or to show its own help."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a line that stands for the command where commands are listed."""
        if cmd_name not in COMMANDS:
            return None
        return TyperCommand(cmd_name, short_help=COMMANDS[cmd_name].about, rich_markup_mode=None)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str, Any, list[str]]:
        """Return the command that is called."""
        name, *rest = args
        if name not in COMMANDS:
            near = get_close_matches(name, COMMANDS, n=1)
            ctx.fail(f"There is no command {name!r}." + (f" Do you mean {near[0]!r}?" if near else ""))
        return name, command(name), rest


def command(name: str) -> Any:
    """Return the command with its arguments and options, or its own commands, importing its module."""
    function: Callable[..., None] | typer.Typer = late(f"factoid.cli.commands.{COMMANDS[name].address}")
    if isinstance(function, typer.Typer):
        return get_command(function)
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name, short_help=COMMANDS[name].about)(function)
    return get_command(app)
