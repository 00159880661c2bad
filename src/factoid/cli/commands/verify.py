"""``factoid verify``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from factoid.cli.failures import ExitCode
from factoid.cli.options import Format, FormatOption
from factoid.cli.output import print_json, shown
from factoid.errors import ReadingShapeError
from factoid.evaluation.gold import read_json
from factoid.exchange import Json
from factoid.model import Reading, json_of_factoid, reading_of_json
from factoid.reading.grounding import Problem, verify_reading
from factoid.sources import open_document


def verify(
    reading: Annotated[Path, typer.Argument(metavar="READING.json", show_default=False, help="A reading.")],
    text: Annotated[Path, typer.Argument(metavar="TEXT", show_default=False, help="The file that was read.")],
    *,
    form: FormatOption = Format.TEXT,
) -> None:
    """Check that every word of a reading stands in its text: quotes, fields, persons, dates.

    Works on any reading in the shape that `read --format json` writes, whoever made it. Exit code 1 where it
    finds something.

    \b
    Example
      factoid verify readings/memoir.json memoir.txt
    """
    data = read_json(reading)
    try:
        claimed = reading_of_json(data)
    except ReadingShapeError as error:
        raise ReadingShapeError(
            f"{reading}: {error}. `factoid read --format json` writes the shape."
        ) from error
    content = open_document(text).text.content
    problems = [*verify_reading(claimed, content), *_disagreements(data, claimed)]
    if form is Format.JSON:
        print_json([{"reason": p.reason, "about": p.about, "message": p.message} for p in problems])
    else:
        for problem in problems:
            typer.echo(shown(f"{problem.about}: {problem.message}"))
        sound = f"sound: every one of {len(claimed.factoids)} factoids stands in {text}"
        typer.echo(f"{len(problems)} problems" if problems else sound)
    raise typer.Exit(ExitCode.PARTLY if problems else ExitCode.DONE)


def _disagreements(data: Json, claimed: Reading) -> Iterator[Problem]:
    """Yield where a factoid's JSON says the same thing twice and differently: its id, its date."""
    for given, factoid in zip(data["factoids"], claimed.factoids, strict=True):
        name, again = str(given.get("id")), json_of_factoid(factoid)
        for key in ("id", "date"):
            if given.get(key) != again[key]:
                message = f"its {key} is {given.get(key)!r}, but its claim has {again[key]!r}"
                yield Problem("shape", name, message)
