"""``factoid account``: who may log in to a house, and what each may do in its libraries."""

from __future__ import annotations

import getpass
import sys
from contextlib import closing
from typing import Annotated, Any

import typer

from factoid.cli.options import DatabaseOption, Format, FormatOption
from factoid.cli.output import print_json, print_rows
from factoid.errors import UsageError
from factoid.model.access import role_named
from factoid.store.houses.house import open_house
from factoid.store.register.invitations import DAYS as INVITED_DAYS
from factoid.store.register.tokens import DAYS as TOKEN_DAYS

NameArgument = Annotated[str, typer.Argument(metavar="NAME", show_default=False, help="The account.")]
LibraryArgument = Annotated[str, typer.Argument(metavar="LIBRARY", show_default=False, help="The library.")]
RoleArgument = Annotated[
    str, typer.Argument(metavar="ROLE", show_default=False, help="reader, reviewer, editor or admin.")
]
ForOption = Annotated[str, typer.Option("--for", metavar="TEXT", help="For whom it is, as it is listed.")]

account = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="""Say who may log in to a house of libraries, and what each may do there.

    \b
    Examples
      factoid account add anna --database house
      factoid account role anna lives editor --database house
      factoid account invite lives reviewer --database house
    """,
)


@account.command()
def add(name: NameArgument, database: DatabaseOption) -> None:
    """Make an account, and the register where there is none. Its password is asked for.

    \b
    Example
      factoid account add anna --database lives/
    """
    password = _new_password()
    with closing(open_house(database, create=True)) as house:
        made = house.register.accounts.add(name, password)
    typer.echo(f"account {made.name} is made. Next: factoid account role {made.name} LIBRARY admin")


@account.command("list")
def list_accounts(database: DatabaseOption, *, format_: FormatOption = Format.TEXT) -> None:
    """List the accounts and what each is in which library."""
    with closing(open_house(database)) as house:
        found = house.register.accounts.all()
    if format_ is Format.JSON:
        print_json([{"name": a.name, "made": a.made, "roles": dict(a.roles)} for a in found])
        return
    rows = [
        (a.name, a.made[:10], ", ".join(f"{lib}: {role}" for lib, role in a.roles.items())) for a in found
    ]
    print_rows(("account", "made", "roles"), rows)


@account.command()
def remove(name: NameArgument, database: DatabaseOption) -> None:
    """Take an account away: its password, memberships, sessions and tokens. What it judged stays, with its name."""
    with closing(open_house(database)) as house:
        house.register.accounts.remove(name)


@account.command()
def password(name: NameArgument, database: DatabaseOption) -> None:
    """Give an account a new password, and end its sessions."""
    with closing(open_house(database)) as house:
        held = house.register.accounts.named(name)  # before anything is typed
        house.register.accounts.set_password(held.name, _new_password())


@account.command("address")
def set_address(
    name: NameArgument,
    address: Annotated[str, typer.Argument(metavar="ADDRESS", show_default=False, help="Of e-mail.")],
    database: DatabaseOption,
) -> None:
    """Say by which address a login service lets an account in, the first time."""
    with closing(open_house(database)) as house:
        house.register.passports.set_address(name, address)


@account.command("role")
def set_role(
    name: NameArgument,
    library: LibraryArgument,
    role: Annotated[
        str,
        typer.Argument(metavar="ROLE", show_default=False, help="reader, reviewer, editor, admin or none."),
    ],
    database: DatabaseOption,
) -> None:
    """Say what an account is in a library.

    \b
    Example
      factoid account role anna lives admin --database lives/
    """
    with closing(open_house(database)) as house:
        house.location(library)
        if role == "none":
            house.register.members.remove(name, library, is_last_admin_kept=False)
        else:
            house.register.members.set_role(name, library, role_named(role))


@account.command()
def invite(
    library: LibraryArgument,
    role: RoleArgument,
    database: DatabaseOption,
    *,
    whom: ForOption = "",
    days: Annotated[
        float, typer.Option("--days", min=0.01, metavar="N", help="How long it holds.")
    ] = INVITED_DAYS,
) -> None:
    """Print the address, below that of the server, by which somebody becomes a member once."""
    with closing(open_house(database)) as house:
        house.location(library)
        secret = house.register.invitations.make(
            library, role_named(role), by=f"cli:{getpass.getuser()}", address=whom or None, days=days
        )
    typer.echo(f"/invitation/{secret}")


@account.command()
def token(
    name: NameArgument,
    library: LibraryArgument,
    role: RoleArgument,
    database: DatabaseOption,
    *,
    called: Annotated[str, typer.Option("--called", metavar="TEXT", help="What it is for.")] = "script",
    days: Annotated[
        float, typer.Option("--days", min=0.01, metavar="N", help="How long it holds.")
    ] = TOKEN_DAYS,
) -> None:
    """Print a new token, by which a program acts for the account in one library: IPIF and exports."""
    with closing(open_house(database)) as house:
        secret = house.register.tokens.make(called, library, role_named(role), of=name, days=days)
    typer.echo(secret)


@account.command()
def tokens(name: NameArgument, database: DatabaseOption, *, format_: FormatOption = Format.TEXT) -> None:
    """List the tokens of an account, never their secrets."""
    with closing(open_house(database)) as house:
        found = house.register.tokens.of(house.register.accounts.named(name).name)
    columns = ("number", "called", "library", "role", "expires")
    rows = [(str(t.pk), t.name, t.library, str(t.role), (t.expires or "")[:10]) for t in found]
    if format_ is Format.JSON:
        print_json([dict(zip(columns, row, strict=True)) for row in rows])
    else:
        print_rows(columns, rows)


@account.command()
def revoke(
    number: Annotated[int, typer.Argument(metavar="NUMBER", show_default=False, help="Of the token.")],
    database: DatabaseOption,
) -> None:
    """End a token."""
    with closing(open_house(database)) as house:
        house.register.tokens.revoke(number)


@account.command("library")
def make_library(library: LibraryArgument, database: DatabaseOption) -> None:
    """Make an empty library in the house."""
    with closing(open_house(database, create=True)) as house:
        house.make(library)


def _new_password() -> str:
    """Return a password typed twice, or the first line of standard input where nobody types."""
    stdin: Any = sys.stdin
    if not stdin.isatty():
        typed = str(stdin.readline()).rstrip("\r\n")
    else:
        typed = getpass.getpass("Password: ")
        if typed != getpass.getpass("Again: "):
            raise UsageError("the two passwords differ. Nothing was changed.")
    return typed
