"""``factoid distribute``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from factoid.cli.failures import ExitCode, say
from factoid.cli.output import shown
from factoid.errors import UsageError
from factoid.late import late
from factoid.pipeline import ReadOptions

_SHOWN = 20  #: failures that are printed; all are in the folder


def distribute(  # noqa: PLR0913 - a command has as many parameters as the user has options
    targets: Annotated[
        list[str],
        typer.Argument(metavar="FILE|FOLDER|PARQUET|ADDRESS...", show_default=False, help="What to read."),
    ],
    *,
    out: Annotated[
        Path,
        typer.Option("--out", metavar="FOLDER", help="The folder of Parquet to write, or to go on with."),
    ],
    master: Annotated[
        str,
        typer.Option(
            "--master", metavar="URL", help="Spark's master: local[8], spark://host:7077, yarn, k8s://…"
        ),
    ] = "local[2]",
    wave: Annotated[
        int,
        typer.Option(
            "--wave", min=1, metavar="N", help="Inputs after which what was read is written for good."
        ),
    ] = 20_000,
    model: Annotated[
        str | None,
        typer.Option("--model", metavar="NAME", help="An installed spaCy model.  [default: en_core_web_sm]"),
    ] = None,
    gazetteer: Annotated[
        list[Path] | None,
        typer.Option("--gazetteer", metavar="FILE", help="Places to prefer, as for read. May be repeated."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only what failed.")] = False,
) -> None:
    """Read a corpus on a cluster with Apache Spark, into a folder of Parquet.

    Files, folders, archives and crawls that every machine sees; a table of Parquet with the columns name and
    content; an address that Spark can list (s3a://…, hdfs://…). The same command goes on where it stopped.
    `factoid import spark FOLDER` makes a library of the folder: the one that `factoid read` would have made.

    \b
    Examples
      factoid distribute articles/ --out articles.spread --master 'local[8]'
      factoid distribute crawl/*.warc.gz --out crawl.spread --master spark://head:7077
      factoid import spark articles.spread --library articles.factoid
    """
    options = ReadOptions(model=model, gazetteers=tuple(gazetteer or ()))
    account = _distribute()(targets, out, master, options, (lambda _: None) if quiet else say, wave=wave)
    for origin, reason in account.failed[:_SHOWN]:
        say(reason if reason.startswith(origin) else f"{origin}: {reason}")
    if len(account.failed) > _SHOWN:
        say(f"… and {len(account.failed) - _SHOWN:,} more: {out / 'failures'}")
    if not quiet:
        typer.echo(shown(f"{out}: {account.read:,} inputs read, {account.passed_over:,} passed over, "
                         f"{len(account.failed):,} failed"))  # fmt: skip
        typer.echo(f"  {account.sources:,} sources, {account.people:,} people in them, {account.persons:,} persons, "
                   f"{account.statements:,} factoids")  # fmt: skip
    nothing = not account.sources
    raise typer.Exit(ExitCode.FAILED if nothing else ExitCode.PARTLY if account.failed else ExitCode.DONE)


def _distribute() -> Any:
    try:
        return late("factoid.distributed.run:distribute")
    except ModuleNotFoundError as error:
        raise UsageError(
            f"distribute needs Apache Spark, and {error.name} is not installed: pip install 'factoid[spark]'"
        ) from error
