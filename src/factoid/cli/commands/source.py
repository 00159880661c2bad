"""``factoid source``."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.console import Console
from rich.text import Text

from factoid.cli.libraries import opened_to_judge
from factoid.cli.options import DEFAULT_LIBRARY, Format, FormatOption, LibraryOption
from factoid.cli.output import print_json, shown, terminal
from factoid.pipeline.apparatus import Apparatus, apparatus_of, other_of


def source(
    name: Annotated[str, typer.Argument(metavar="SOURCE", help="Its short name or id.")],
    *,
    library: LibraryOption = DEFAULT_LIBRARY,
    form: FormatOption = Format.TEXT,
) -> None:
    """Show a source as a witness: what others confirm and contradict, how precise and damaged it is, whom it copies.

    \b
    Examples
      factoid source memoir
      factoid source memoir --format json
    """
    with opened_to_judge(library) as shelf:
        found = apparatus_of(shelf, name)
        content = shelf.document(found.source.name).text.content
    if form is Format.JSON:
        print_json(json_of_apparatus(found))
    else:
        _print(found, content, terminal())


def json_of_apparatus(found: Apparatus) -> dict[str, Any]:
    """Return the apparatus as JSON values."""
    counts = ("statements", "confirmed", "independently", "contradicted", "alone", "uncertain", "damaged")
    return {
        "source": found.source.name,
        "title": found.source.title,
        **{count: getattr(found, count) for count in counts},
        "precision": dict(found.precision),
        "witness_with": list(found.witness_with),
        "findings": [
            {"kind": f.kind, "start": f.start, "end": f.end, "note": f.note, "confidence": f.confidence}
            for f in found.findings
        ],
        "dependences": [
            {
                "other": other_of(tie, found.source.name),
                "kind": str(tie.kind),
                "strength": tie.strength,
                "note": tie.note,
                "spans": [[list(mine), list(other)] for mine, other in tie.spans],
            }
            for tie in found.dependences
        ],
    }


def _print(found: Apparatus, content: str, out: Console) -> None:
    source = found.source
    out.print(Text.assemble((shown(source.name), "bold"), f"  {shown(source.title or '')}"))
    out.print(
        f"  {found.statements} statements: {found.confirmed} that other sources make too "
        f"({found.independently} of them independent ones), {found.contradicted} contradicted, "
        f"{found.alone} nobody else makes."
    )
    dated = ", ".join(f"{count} {_DATED[name]}" for name, count in found.precision.items())
    out.print(f"  {dated or 'no statements'}; {found.uncertain} hedged, attributed or denied.")
    for tie in found.dependences:
        other = shown(other_of(tie, source.name))
        out.print(Text(f"  {other}: {tie.kind} ({tie.strength:.2f}). {shown(tie.note)}"))
    if found.witness_with:
        out.print(Text(f"  One witness with {', '.join(map(shown, found.witness_with))}."))
    for finding in found.findings:
        quote = shown(" ".join(content[finding.start : finding.end].split()))
        out.print(Text(f"  {finding.kind} ({finding.confidence:.2f}) at {finding.start}: “{quote}”"))
        out.print(Text(f"     {shown(finding.note)}", style="dim"))
    if found.damaged:
        out.print(f"  {found.damaged} statements rest on damaged words.")


_DATED = {
    "day": "dated to the day",
    "month": "to the month",
    "year": "to the year",
    "less": "less precisely",
    "undated": "undated",
}
