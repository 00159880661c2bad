"""``factoid show``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factoid.chronology.result import Chronology, EventTime
from factoid.cli.libraries import opened
from factoid.cli.options import DEFAULT_LIBRARY, Format, FormatOption, LibraryOption
from factoid.cli.output import print_json, shown, terminal
from factoid.cli.wording import inferences, marks
from factoid.dates.in_words import when_in_words
from factoid.exchange import (
    Json,
    Telling,
    json_of_chronology,
    json_of_damage,
    json_of_dossier,
    json_of_event_time,
    label_of,
    sentence_of,
    told_once,
)
from factoid.model import Dossier, DossierLine, Finding, Page, page_at
from factoid.pipeline.damage import damage_of
from factoid.pipeline.lives import Life, life_of
from factoid.pipeline.times import time_beside
from factoid.resources.catalogue import catalogue_of

UNDATED = "undated"
DATE_WIDTH, LABEL_WIDTH = 16, 13
NARROW = 50  #: columns; below, nothing is indented by a date's width


def show(
    person: Annotated[
        str,
        typer.Argument(metavar="PERSON", show_default=False, help="A name, or an id that `people` prints."),
    ],
    *,
    everything: Annotated[
        bool, typer.Option("--all", "-a", help="Also what was probably misread, and what is said again.")
    ] = False,
    library: LibraryOption = DEFAULT_LIBRARY,
    form: FormatOption = Format.TEXT,
) -> None:
    """Show a person's dossier: the life in order, each line in its source's words.

    What a line says beyond its words is marked: inferred (and from what), hedged, said by somebody, denied. What
    all statements together tell about its time stands below: between which days it follows, or is likely, to be.
    Lines that were probably misread are counted and left out, unless asked for, and what lasts (a post, a relation) is
    told once where a source says it again in the same words; JSON has every line.

    \b
    Examples
      factoid show "Anna Kowalska"
      factoid show "Anna Kowalska" --all
      factoid show p-0123456789abcdef --format json
    """
    with opened(library) as shelf:
        life = life_of(shelf, person)
        damage = damage_of(shelf, life.dossier.lines)
        pages = {name: shelf.pages(name) for name in {line.source for line in life.dossier.lines}}
    if form is Format.JSON:
        print_json(json_of_life(life, damage, pages))
    else:
        print_life(life, terminal(), damage, pages, is_whole=everything)


Damage = Mapping[str, Sequence[Finding]]  #: id of a factoid -> what is the matter with its words
_SOUND: Damage = {}
Pages = Mapping[str, Sequence[Page]]  #: short name of a source -> where its pages begin
_UNPAGED: Pages = {}


def json_of_life(life: Life, damage: Damage = _SOUND, pages: Pages = _UNPAGED) -> Json:
    """Return the dossier with the time of each line, and what follows for the whole life."""
    found = json_of_dossier(life.dossier)
    for line in found["factoids"]:
        time = life.chronology.times.get(line["id"])
        line["time"] = json_of_event_time(time) if time else None
        line["page"] = page_at(pages.get(line["source"], ()), line["start"])
        line["damage"] = json_of_damage(damage.get(line["id"], ()))
    return {**found, **json_of_chronology(life.chronology)}


def print_life(
    life: Life, out: Console, damage: Damage = _SOUND, pages: Pages = _UNPAGED, *, is_whole: bool = True
) -> None:
    """Print the names, who uses them, why they are one person, the life in order, and what cannot be true.

    Unless the life is to be whole, lines that were probably misread are only counted.
    """
    dossier = life.dossier
    summary = dossier.summary
    out.print(Text.assemble((shown(summary.name), "bold"), "  ", (summary.id, "dim")))
    for line in _names(dossier):
        _print(out, Text(line), indent=2)
    for reason in dossier.reasons:
        _print(out, Text(f"one person because {shown(reason)}", style="dim"), indent=2)
    for inferred in life.chronology.inferred:
        if inferred.person == summary.id:
            _print(out, Text(f"born {shown(inferred.when.basis)} [inferred]", style="yellow"), indent=2)
    out.print()
    shown_lines = [line for line in dossier.lines if is_whole or not line.is_weak]
    tellings = [Telling(line) for line in shown_lines] if is_whole else told_once(shown_lines)
    for telling in tellings:
        entry = telling.line
        hurt = damage.get(entry.factoid.id, ())
        page = page_at(pages.get(entry.source, ()), entry.factoid.start)
        where = shown(f"{entry.source}, {page}" if page else entry.source)
        _print_line(entry, where, life.chronology.times.get(entry.factoid.id), hurt, out)
        if telling.again:
            ids = ", ".join(line.factoid.id for line in telling.again)
            _print(out, Text(f"said again: {ids}", style="dim"), indent=DATE_WIDTH + 1)
    if not dossier.lines:
        out.print("  No statement about this person was read.")
    if left_out := len(dossier.lines) - len(shown_lines):
        lines = "1 line that was" if left_out == 1 else f"{left_out} lines that were"
        _print(out, Text(f"{lines} probably misread: see with --all", style="dim"), indent=0)
    _print_contradictions(life.chronology, out)


def _print_contradictions(chronology: Chronology, out: Console) -> None:
    for found in (*chronology.contradictions, *chronology.doubts):
        out.print()
        title = "These cannot all be true" if found.is_firm else "This would be rare"
        _print(out, Text(title, style="bold red" if found.is_firm else "bold yellow"), indent=0)
        for sentence in (*found.sentences, *(repair.sentence for repair in found.repairs)):
            _print(out, Text(shown(sentence)), indent=2)
    for note in chronology.notes:
        out.print()
        _print(out, Text(note, style="dim"), indent=0)


def _names(dossier: Dossier) -> Iterator[str]:
    users: dict[str, list[str]] = {}
    for found in dossier.personas:
        for form in found.persona.forms or (found.persona.name,):
            if form in dossier.summary.names:
                users.setdefault(form, []).append(found.source)
    for name in dossier.summary.names:
        used_by = ", ".join(dict.fromkeys(users.get(name, ())))
        yield f"{shown(name)}" + (f"  ({shown(used_by)})" if used_by else "")


def _print_line(
    line: DossierLine, where: str, time: EventTime | None, damage: Sequence[Finding], out: Console
) -> None:
    factoid = line.factoid
    said = Text(shown(sentence_of(line)))
    for mark in (*marks(line), *dict.fromkeys(f"on damaged words: {finding.kind}" for finding in damage)):
        said.append(f"  [{shown(mark)}]", style="yellow")
    row = Table.grid(padding=(0, 1))
    row.add_column(width=DATE_WIDTH, overflow="fold")
    row.add_column(width=LABEL_WIDTH, overflow="fold")
    row.add_column(overflow="fold")
    told = when_in_words(factoid.when, catalogue_of()) if factoid.when else UNDATED
    if out.soft_wrap:
        out.print(
            Text(" ").join([Text(told.ljust(DATE_WIDTH)), Text(label_of(line).ljust(LABEL_WIDTH)), said])
        )
    else:
        when = Text(told, style="bold" if factoid.when else "dim")
        row.add_row(when, Text(label_of(line), style="cyan"), said)
        out.print(row)
    _print(out, Text(f"“{shown(factoid.quote)}”", style="italic"), indent=DATE_WIDTH + 1)
    if time and (solved := time_beside(factoid, time, catalogue_of())):
        _print(out, Text(solved, style="green"), indent=DATE_WIDTH + 1)
    tail = Text(f"{where}  {factoid.id}", style="dim")
    for inference in inferences(factoid):
        tail.append(f"  {shown(inference)}", style="yellow")
    _print(out, tail, indent=DATE_WIDTH + 1)


def _print(out: Console, text: Text, *, indent: int) -> None:
    """Wrap to the terminal under the text's own beginning; leave lines whole in a pipe."""
    if out.soft_wrap or out.width < NARROW:
        out.print(Text(" " * (indent if out.soft_wrap else 2)).append_text(text))
    else:
        out.print(Padding(text, (0, 0, 0, indent)))
