"""Protection: ``factoid protect`` and ``factoid protected``."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Annotated

import typer

from factoid.cli.commands.judge import anchor_of, author_of
from factoid.cli.libraries import opened, opened_to_judge
from factoid.cli.options import (
    DEFAULT_LIBRARY,
    AuthorOption,
    Format,
    FormatOption,
    LibraryOption,
    ReasonOption,
)
from factoid.cli.output import print_json, print_rows
from factoid.errors import UsageError
from factoid.model import Anchor, Judgement, Span, Verdict, utc_now
from factoid.store import VeiledView, protections_of

COLUMNS = ("person", "name", "because")

DayOption = Annotated[
    str,
    typer.Option("--as-of", metavar="DATE", help="The day on which to reckon who may be living.  [today]"),
]


def protect(
    who: Annotated[str, typer.Argument(metavar="PERSON|SOURCE", show_default=False, help="A name or an id.")],
    *,
    library: LibraryOption = DEFAULT_LIBRARY,
    source: Annotated[bool, typer.Option("--source", help="It is a source that is meant.")] = False,
    shown: Annotated[
        bool, typer.Option("--shown", help="The person may be shown, whatever the rule on the living says.")
    ] = False,
    reason: ReasonOption = "",
    author: AuthorOption = "",
) -> None:
    """Mark a person or a source as not for everybody, or a person as one who may be shown. undo takes it back.

    Readers of a house and exports with --protect do not see what is protected.

    \b
    Examples
      factoid protect "Anna Kowalska" --reason "asked us to"
      factoid protect memoir --source --reason "lent in confidence"
      factoid protect "Jan Nowak" --shown --reason "died in 1990, says his son"
    """
    if not reason.strip():
        raise UsageError("A mark of protection needs its reason. Say why with --reason TEXT.")
    if source and shown:
        raise UsageError("--shown is said of a person. Undo the mark of a source to show it again.")
    verdict = Verdict.SHOWN if shown else Verdict.PROTECTED
    with opened_to_judge(library) as shelf:
        left = Anchor(shelf.source(who).id, Span(0, 0)) if source else anchor_of(shelf, who)
        made = Judgement(verdict=verdict, author=author_of(author), made=utc_now(), reason=reason, left=left)
        judgement = shelf.judge(made)
    typer.echo(f"judged: {judgement.id} {judgement.verdict} {who} by {judgement.author}")


def protected(
    *,
    library: LibraryOption = DEFAULT_LIBRARY,
    as_of: DayOption = "",
    form: FormatOption = Format.TEXT,
) -> None:
    """List who is protected, and why: who may be living, and what was marked by hand.

    \b
    Examples
      factoid protected
      factoid protected --as-of 2040-01-01 --format json
    """
    day = day_of_reckoning(as_of)
    with opened(library) as view, VeiledView(view.path, today=lambda: day) as veiled:
        withheld = veiled.withheld()
        rows = [asdict(protected) for protected in protections_of(view)]
    if form is Format.JSON:
        print_json({"as_of": day.isoformat(), "sources_withheld": withheld.sources, "persons": rows})
    else:
        print_rows(COLUMNS, [[row[name] for name in COLUMNS] for row in rows])


def day_of_reckoning(given: str) -> date:
    """Return the day given, or today; `UsageError` for what is no day."""
    try:
        return date.fromisoformat(given) if given else date.today()  # noqa: DTZ011 - the user's own day
    except ValueError as error:
        raise UsageError(f"--as-of {given}: no day. Write it as 2026-12-31.") from error
