"""``factoid read``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factoid.cli.failures import ExitCode, say
from factoid.cli.options import DEFAULT_LIBRARY, LibraryOption
from factoid.cli.own_model import (
    AnswersOption,
    DryRunOption,
    MostCallsOption,
    NameOption,
    UrlOption,
    own_model,
    tell_estimate,
)
from factoid.cli.progress import RunProgress
from factoid.errors import UsageError
from factoid.late import late
from factoid.model import Location, beside
from factoid.pipeline import ReadOptions, Summary, read_into, read_to_json

_MOST_KINDS = 8  #: of files passed over, told by name


def read(  # noqa: PLR0913 - a command has as many parameters as the user has options
    targets: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|FOLDER|URL|-...", show_default=False, help="What to read; - for standard input."
        ),
    ],
    *,
    library: LibraryOption = DEFAULT_LIBRARY,
    form: Annotated[
        str,
        typer.Option("--format", metavar="json", help="json: write readings as JSON; no library is touched."),
    ] = "",
    out_dir: Annotated[
        Path | None, typer.Option("--out-dir", metavar="FOLDER", help="Where --format json writes NAME.json.")
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes.  [default: as many as cores]"),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option("--model", metavar="NAME", help="An installed spaCy model.  [default: en_core_web_sm]"),
    ] = None,
    gazetteer: Annotated[
        list[Path] | None,
        typer.Option(
            "--gazetteer",
            metavar="FILE",
            help="Places to prefer: Linked Places or a GeoNames dump. May be repeated.",
        ),
    ] = None,
    ocr: Annotated[
        str,
        typer.Option(
            "--ocr", metavar="LANG", help="Recognise scanned pages with tesseract: auto, or eng, deu+lat …"
        ),
    ] = "",
    own_model_url: UrlOption = "",
    own_model_name: NameOption = "",
    answers: AnswersOption = None,
    most_calls: MostCallsOption = None,
    dry_run: DryRunOption = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress bar and no summary, only what failed.")
    ] = False,
) -> None:
    """Read files, folders and archives into a library, or into JSON.

    Text, Markdown, HTML (MHTML too), PDF, DOCX, ODT, EPUB, RTF and TEI; ZIP archives and WARC crawls are read like
    folders, a web page by its address.
    Reading the same file again changes nothing. A file that cannot be read is reported; the others are read.
    Ctrl-C keeps what is done; the same command goes on from there.

    \b
    Examples
      factoid read articles/ memoir.txt
      factoid read articles/ --library lives.factoid --jobs 4
      factoid read book.pdf letters.zip; pdftotext scan.pdf - | factoid read -
      factoid read scan.pdf --ocr auto
      factoid read https://example.org/lives/weiss.html
      factoid read a.txt b.html --format json --out-dir readings/
      factoid read diary.txt --own-model http://localhost:11434/v1 --own-model-name NAME
    """
    _check(form, out_dir)
    if ocr:
        late("factoid.sources:check_languages")(ocr)
    kept = answers or (out_dir / "answers" if out_dir else beside(library, "answers"))
    own = own_model(own_model_url, own_model_name, answers=kept, most_calls=most_calls)
    if own is None and (answers or most_calls is not None or dry_run):
        raise UsageError("--answers, --most-calls and --dry-run need --own-model URL.")
    if own and dry_run:
        snapshots = out_dir / "snapshots" if out_dir else beside(library, "snapshots")
        tell_estimate(own, targets, snapshots)
        return
    options = ReadOptions(jobs=jobs, model=model, gazetteers=tuple(gazetteer or ()), own_model=own, ocr=ocr)
    with RunProgress(quiet=quiet) as progress:
        if out_dir:
            summary = read_to_json(out_dir, targets, options, progress)
        else:
            summary = read_into(library, targets, options, progress)
    _report(summary, place=out_dir or library, quiet=quiet)
    raise typer.Exit(exit_code(summary))


def exit_code(summary: Summary) -> ExitCode:
    """Return the exit code of a run."""
    if summary.interrupted:
        return ExitCode.INTERRUPTED
    if summary.problem or not summary.kept:
        return ExitCode.FAILED
    return ExitCode.PARTLY if summary.failed else ExitCode.DONE


def _check(form: str, out_dir: Path | None) -> None:
    if form not in ("", "json"):
        raise UsageError(
            f"--format {form}: readings are written as json, or into a library without --format."
        )
    if form and not out_dir:
        raise UsageError("--format json needs --out-dir FOLDER, where the readings go.")
    if out_dir and not form:
        raise UsageError("--out-dir needs --format json.")


def _report(summary: Summary, *, place: Location, quiet: bool) -> None:
    if summary.problem:
        say(f"factoid: stopped: {summary.problem} What was read until then is kept.")
    elif summary.interrupted:
        say(f"factoid: interrupted; {_files(summary.kept)} kept in {place}. The same command goes on.")
    elif not summary.kept and not summary.failed and not summary.removed:
        say(
            "factoid: found no file to read. Name files of a known kind (`factoid read --help`), or folders of them."
        )
    if not quiet:
        typer.echo(_summary_text(summary, place))


def _summary_text(summary: Summary, place: Location) -> str:
    parts = [
        f"{count} {word}"
        for count, word in (
            (summary.read, "read"),
            (summary.replaced, "read anew"),
            (summary.unchanged, "unchanged"),
            (summary.removed, "left out"),
            (len(summary.failed), "failed"),
        )
        if count
    ]
    lines = [f"{place}: {', '.join(parts) or 'nothing read'}"]
    if summary.read or summary.replaced:
        lines.append(f"  {summary.words:,} words, {summary.people:,} people, {summary.factoids:,} factoids")
    if summary.declined:
        reasons = ", ".join(f"{reason} {count:,}" for reason, count in summary.declined.items())
        lines.append(f"  declined {sum(summary.declined.values()):,}: {reasons}")
    if kinds := sorted(summary.passed_over.items(), key=lambda kind: (-kind[1], kind[0])):
        told = ", ".join(
            f"{count:,} {suffix or 'without an ending'}" for suffix, count in kinds[:_MOST_KINDS]
        )
        lines.append(f"  passed over, of other kinds: {told}{' …' * (len(kinds) > _MOST_KINDS)}")
    return "\n".join(lines)


def _files(count: int) -> str:
    return "1 file is" if count == 1 else f"{count:,} files are"
