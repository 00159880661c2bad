"""``factoid conflicts``."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from factoid.cli.libraries import opened, opened_to_judge
from factoid.cli.options import DEFAULT_LIBRARY, Format, FormatOption, LibraryOption
from factoid.cli.output import print_json, shown, terminal
from factoid.errors import LibraryBusy, LibraryFull
from factoid.model import (
    Certainty,
    Claim,
    Conflict,
    ConflictKind,
    ConflictStatus,
    SideWeight,
    json_of_conflict,
)
from factoid.pipeline.disputes import Wanted, conflicts_of
from factoid.resources.catalogue import catalogue_of

KindOption = Annotated[
    list[ConflictKind] | None,
    typer.Option(
        "--kind", metavar="KIND", help=f"Only this kind; may be repeated. {', '.join(ConflictKind)}."
    ),
]


def conflicts(
    person: Annotated[
        str | None,
        typer.Argument(metavar="[PERSON]", show_default=False, help="A name or an id; else everybody."),
    ] = None,
    *,
    library: LibraryOption = DEFAULT_LIBRARY,
    kind: KindOption = None,
    everything: Annotated[
        bool,
        typer.Option("--all", help="Also what only seems to disagree, and what was probably misread."),
    ] = False,
    form: FormatOption = Format.TEXT,
) -> None:
    """Show where sources contradict each other or themselves, the claims side by side in their exact words.

    For each side: the sources, how many are independent, and what speaks for it. The verdict is yours: decide.

    \b
    Examples
      factoid conflicts
      factoid conflicts "Anna Kowalska" --kind impossible-chronology
      factoid conflicts --all --format json
    """
    kinds = frozenset(ConflictKind) if everything and not kind else frozenset(kind or ())
    wanted = Wanted(kinds, is_doubtful_too=everything)
    try:
        with opened_to_judge(library) as shelf:
            found = list(conflicts_of(shelf, person, wanted))
    except (LibraryBusy, LibraryFull):  # what is found cannot be kept then, but shown
        with opened(library) as view:
            found = list(conflicts_of(view, person, wanted))
    if form is Format.JSON:
        print_json([json_of_conflict(conflict) for conflict in found])
    else:
        print_conflicts(found, terminal())


def print_conflicts(found: list[Conflict], out: Console) -> None:
    """Print the conflicts, or that there are none."""
    if not found:
        out.print("no conflicts.")
    for number, conflict in enumerate(found):
        if number:
            out.print()
        print_conflict(conflict, out)


def print_conflict(conflict: Conflict, out: Console) -> None:
    """Print a conflict: what it is about, each side with its claims, why, and what was decided."""
    said = catalogue_of()
    what = said.label("types", conflict.type)
    head = f"{conflict.person_name}: {what}, {said.matter(conflict.type, conflict.field)}"
    out.print(Text.assemble((shown(head), "bold"), f"  {conflict.kind}  {conflict.id}"))
    for weight in conflict.weights:
        out.print(Text(f"  {weight.side}  {shown(weight.value)}  ({_weight(weight)})"))
        for claim in conflict.claims:
            if claim.side == weight.side:
                out.print(Text(f"     “{shown(claim.quote)}”"))
                out.print(Text(f"     {_whence(claim)}", style="dim"))
    for reason in conflict.reasons:
        out.print(Text(f"  because {shown(reason)}"))
    if conflict.suggestion and conflict.suggestion.side:
        out.print(Text(f"  more speaks for {conflict.suggestion.side}: {conflict.suggestion.reason}"))
    if conflict.verdict:
        out.print(Text(f"  {_decided(conflict)}", style="bold"))


def _weight(weight: SideWeight) -> str:
    said = [f"{len(weight.sources)} source{'s' if len(weight.sources) != 1 else ''}"]
    if weight.witnesses != len(weight.sources):
        said.append(f"{weight.witnesses} independent")
    said += [
        f"{count} {word}"
        for count, word in (
            (weight.hedged, "hedged"),
            (weight.attributed, "hearsay"),
            (weight.checked, "checked"),
        )
        if count
    ]
    if weight.years_after is not None:
        said.append(f"{weight.years_after} years after")
    return ", ".join(said)


def _whence(claim: Claim) -> str:
    said = [claim.source, claim.date or "undated", claim.factoid]
    if claim.certainty is not Certainty.ASSERTED:
        said.append(f"[{claim.certainty}]")
    if claim.said_by:
        said.append(f"[said by {shown(claim.said_by)}]")
    return "  ".join(said)


def _decided(conflict: Conflict) -> str:
    if conflict.verdict is None:
        return ""
    verdict = conflict.verdict
    again = (
        " – a new source has a claim since: look again" if conflict.status is ConflictStatus.REOPENED else ""
    )
    return (
        f"decided: {verdict.decision.verdict} by {verdict.author}, {verdict.made[:10]} "
        f"(judgement {verdict.judgement}): {shown(verdict.reason)}{again}"
    )
