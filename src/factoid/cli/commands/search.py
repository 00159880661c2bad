"""``factoid search``."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from factoid.cli.libraries import opened
from factoid.cli.options import DEFAULT_LIBRARY, Format, FormatOption, LibraryOption
from factoid.cli.output import print_json, shown, terminal


def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS...", show_default=False, help="What to look for.")
    ],
    *,
    library: LibraryOption = DEFAULT_LIBRARY,
    form: FormatOption = Format.TEXT,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="At most so many.")] = 20,
) -> None:
    """Search the words of the sources.

    \b
    Examples
      factoid search Odessa
      factoid search "city Cheka" --format json
    """
    with opened(library) as shelf:
        passages = shelf.search(" ".join(words), limit=limit)
    if form is Format.JSON:
        print_json(
            [
                {
                    "source": p.source,
                    "kind": str(p.kind),
                    "start": p.start,
                    "end": p.end,
                    "extract": p.extract,
                }
                for p in passages
            ]
        )
        return
    out = terminal()
    for passage in passages:
        line = Text.assemble((f"{shown(passage.source)}:{passage.start}", "dim"), "  ")
        for piece in passage.pieces:
            line.append(shown(piece.words), style="bold" if piece.is_hit else "")
        out.print(line)
