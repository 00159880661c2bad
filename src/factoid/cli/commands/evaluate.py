"""``factoid evaluate``."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from factoid.cli.commands.read import exit_code
from factoid.cli.options import Format, FormatOption
from factoid.cli.output import print_json
from factoid.cli.progress import RunProgress
from factoid.errors import UsageError
from factoid.evaluation import Comparison, Figures, GoldText, compare, figures_of, gold_texts
from factoid.evaluation.gold import Claims, read_json
from factoid.pipeline import ReadOptions, Summary, read_to_json

HEADER = (
    f"{'text':<24} {'people P/R/F':<14} {'found P/R/F':<14} {'exact P/R/F':<14} "
    f"{'date=':>5} {'date~':>5} {'cert':>5} {'furn':>5} {'gold':>5} {'got':>5}"
)


def evaluate(
    gold_dir: Annotated[
        Path, typer.Argument(metavar="GOLD_DIR", show_default=False, help="NAME.json beside NAME.txt.")
    ],
    *,
    out_dir: Annotated[
        Path | None, typer.Option("--out-dir", metavar="FOLDER", help="Keep the readings here.")
    ] = None,
    readings: Annotated[
        Path | None,
        typer.Option("--readings", metavar="FOLDER", help="Score these readings instead of reading."),
    ] = None,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes.")] = None,
    model: Annotated[
        str | None, typer.Option("--model", metavar="NAME", help="An installed spaCy model.")
    ] = None,
    form: FormatOption = Format.TEXT,
) -> None:
    """Score readings against a gold standard: reads every NAME.txt and compares it with NAME.json.

    \b
    Examples
      factoid evaluate gold/dev
      factoid evaluate gold/dev --out-dir readings/ --format json
    """
    if out_dir and readings:
        raise UsageError("--out-dir and --readings exclude each other.")
    golds = list(gold_texts(gold_dir))
    if not golds:
        raise UsageError(f"{gold_dir}: holds no gold reading (NAME.json with its NAME.txt).")
    with _readings_folder(readings or out_dir) as folder:
        summary = None if readings else _read(golds, folder, ReadOptions(jobs=jobs, model=model))
        total, report = Comparison(), {}
        for gold in golds:
            comparison = compare(gold.reading, _got(gold, folder), gold.text)
            report[gold.name] = figures_of(comparison.counts)
            total.add(comparison)
    report["ALL"] = figures_of(total.counts)
    _print(report, form)
    if summary:
        raise typer.Exit(exit_code(summary))


def _read(golds: list[GoldText], folder: Path, options: ReadOptions) -> Summary:
    with RunProgress(quiet=False) as progress:
        return read_to_json(folder, [str(gold.path) for gold in golds], options, progress)


def _got(gold: GoldText, folder: Path) -> Claims:
    path = folder / f"{gold.name}.json"
    return Claims.of_json(read_json(path) if path.exists() else {"persons": [], "factoids": []}, gold.text)


@contextmanager
def _readings_folder(given: Path | None) -> Iterator[Path]:
    if given:
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="factoid-") as folder:
        yield Path(folder)


def _print(report: dict[str, Figures], form: Format) -> None:
    if form is Format.JSON:
        print_json({name: figures.as_json() for name, figures in report.items()})
        return
    typer.echo(HEADER)
    for name, figures in report.items():
        typer.echo(_row(name, figures))
    typer.echo(f"unproven: {report['ALL'].unproven}")


def _row(name: str, figures: Figures) -> str:
    rates = " ".join(
        f"{f'{r.P:.2f}/{r.R:.2f}/{r.F:.2f}':<14}" for r in (figures.people, figures.found, figures.exact)
    )
    shares = " ".join(
        f"{'-' if share is None else f'{share:.2f}':>5}"
        for share in (figures.dates_equal, figures.dates_compatible, figures.certainty, figures.furniture)
    )
    return f"{name[:24]:<24} {rates} {shares} {figures.gold:>5} {figures.got:>5}"
