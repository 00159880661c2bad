"""``factoid people``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer
from rich.padding import Padding
from rich.text import Text

from factoid.cli.libraries import opened
from factoid.cli.options import DEFAULT_LIBRARY, Format, FormatOption, LibraryOption
from factoid.cli.output import print_json, print_rows, shown, terminal
from factoid.dates.in_words import alternatives_in_words
from factoid.exchange import json_of_summary
from factoid.model import PersonSummary
from factoid.pipeline.doubts import Doubt, Side, doubts_of
from factoid.resources.catalogue import catalogue_of

MOST_NAMED = 5  #: names, sources
COLUMNS = ("name", "born", "died", "statements", "sources", "also called", "id")


def people(
    query: Annotated[
        str | None, typer.Argument(metavar="[QUERY]", show_default=False, help="Part of a name.")
    ] = None,
    *,
    library: LibraryOption = DEFAULT_LIBRARY,
    form: FormatOption = Format.TEXT,
    limit: Annotated[int | None, typer.Option("--limit", min=1, metavar="N", help="At most so many.")] = None,
    unsure: Annotated[
        bool, typer.Option("--unsure", help="Instead the pairs that may be one person: a list to work on.")
    ] = False,
) -> None:
    """List the people, or those that match a query; or whom nobody knows to be one person or two.

    \b
    Examples
      factoid people
      factoid people kowalska
      factoid people --unsure --limit 10
      factoid people --format json --library lives.factoid
    """
    with opened(library) as shelf:
        if unsure:
            _print_doubts(doubts_of(shelf, query=query, limit=limit), form)
            return
        found = shelf.people(query, limit=limit)
    if form is Format.JSON:
        print_json([json_of_summary(person) for person in found])
    elif not sys.stdout.isatty():
        print_rows(COLUMNS, [_row(person) for person in found])
    else:
        _print_people(found)


def _print_people(found: Sequence[PersonSummary]) -> None:
    """Print everybody with their years in words, and below what is said of them where, under which names."""
    console = terminal()
    for person in found:
        years = (("born", person.born), ("died", person.died))
        life = ", ".join(
            f"{what} {alternatives_in_words(when, catalogue_of())}" for what, when in years if when
        )
        head = Text.assemble(
            (shown(person.name), "bold"), *(("  ", life) if life else ()), "  ", (person.id, "dim")
        )
        count = "1 statement" if person.factoids == 1 else f"{person.factoids:,} statements"
        sources = ", ".join(person.sources[:MOST_NAMED]) + _and_more(person.sources)
        told = f"{count} in {sources}" if sources else count
        called = _others(person)
        console.print(head)
        console.print(Padding(Text(shown(f"{told}; also called {called}" if called else told)), (0, 0, 0, 2)))


def _others(person: PersonSummary) -> str:
    others = [name for name in person.names if name != person.name]
    return " · ".join(others[:MOST_NAMED]) + _and_more(others)


def _and_more(found: Sequence[str]) -> str:
    return f" and {len(found) - MOST_NAMED} more" if len(found) > MOST_NAMED else ""


def _row(person: PersonSummary) -> tuple[str, ...]:
    return (
        person.name,
        person.born or "",
        person.died or "",
        str(person.factoids),
        ", ".join(person.sources),
        _others(person),
        person.id,
    )


def _print_doubts(doubts: Sequence[Doubt], form: Format) -> None:
    if form is Format.JSON:
        print_json([_shape_of_doubt(doubt) for doubt in doubts])
    elif not sys.stdout.isatty():
        print_rows(DOUBT_COLUMNS, [_doubt_row(doubt) for doubt in doubts])
    else:
        console = terminal()
        for doubt in doubts:
            console.print(Text(_as_text(doubt)), "")
        console.print(Text(f"{len(doubts)} to look at." if doubts else "Nothing to look at."))


DOUBT_COLUMNS = (
    "settles", "likelihood", "one", "other", "for", "against", "words of one", "of the other", "ids",
)  # fmt: skip


def _doubt_row(doubt: Doubt) -> tuple[str, ...]:
    left, right = doubt.left, doubt.right
    return (
        str(doubt.settles),
        f"{doubt.likelihood:.2f}",
        _who(left),
        _who(right),
        "; ".join(doubt.speaks_for),
        "; ".join(doubt.speaks_against),
        left.words,
        right.words,
        f"{left.found.persona.id} {right.found.persona.id}",
    )


def _who(side: Side) -> str:
    return f"{side.name} ({side.found.source})"


def _as_text(doubt: Doubt) -> str:
    left, right = doubt.left, doubt.right
    lines = [
        f"{_who(left)} = {_who(right)}?  {doubt.likelihood:.0%} likely, settles {doubt.settles} statements",
        *(f"  for:     {reason}" for reason in doubt.speaks_for),
        *(f"  against: {reason}" for reason in doubt.speaks_against),
        *(f"  {side.found.source}: {side.words}" for side in (left, right)),
        f"  factoid same {left.found.persona.id} {right.found.persona.id}   (or differ, or unsure)",
    ]
    return "\n".join(shown(line) for line in lines) + "\n"


def _shape_of_doubt(doubt: Doubt) -> dict[str, object]:
    return {
        "left": _shape_of_side(doubt.left),
        "right": _shape_of_side(doubt.right),
        "points": doubt.points,
        "likelihood": doubt.likelihood,
        "for": list(doubt.speaks_for),
        "against": list(doubt.speaks_against),
        "settles": doubt.settles,
    }


def _shape_of_side(side: Side) -> dict[str, object]:
    return {
        "persona": side.found.persona.id,
        "name": side.name,
        "source": side.found.source,
        "person": side.person.id,
        "factoids": side.person.factoids,
        "words": side.words,
    }
