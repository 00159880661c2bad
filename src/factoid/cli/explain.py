"""``factoid explain``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.text import Text

from factoid.cli.libraries import opened
from factoid.cli.options import DEFAULT_LIBRARY, Format, FormatOption, LibraryOption
from factoid.cli.output import print_json, shown, terminal
from factoid.cli.wording import label, marks, statement
from factoid.exchange import Json
from factoid.model import SLOTS, Document, DossierLine, Factoid, json_of_factoid

CONTEXT = 160  #: characters of the text on either side of the quote


def explain(
    factoid: Annotated[
        str, typer.Argument(metavar="FACTOID", show_default=False, help="An id that `show` prints.")
    ],
    *,
    library: LibraryOption = DEFAULT_LIBRARY,
    form: FormatOption = Format.TEXT,
) -> None:
    """Explain a factoid: its words in context and where each field comes from.

    \b
    Examples
      factoid explain f-0123456789abcdef
      factoid explain f-0123456789abcdef --format json
    """
    with opened(library) as shelf:
        line = shelf.factoid(factoid)
        document = shelf.document(line.source)
    if form is Format.JSON:
        print_json(_json(line, document))
    else:
        _print(line, document)


def _json(line: DossierLine, document: Document) -> Json:
    before, after = _context(line.factoid, document)
    return {
        **json_of_factoid(line.factoid),
        "source": line.source,
        "title": document.source.title,
        "before": before,
        "after": after,
        "related_persons": [{"id": person, "name": name} for person, name in line.related],
        "verdict": str(line.verdict) if line.verdict else None,
    }


def _print(line: DossierLine, document: Document) -> None:
    factoid, out = line.factoid, terminal()
    before, after = _context(factoid, document)
    title = document.source.title
    out.print(Text(f"{label(factoid)}: {shown(statement(line))}", style="bold"))
    out.print(
        Text(
            shown(
                f"{line.source}, characters {factoid.start} to {factoid.end}"
                + (f": {title}" if title else "")
            )
        )
    )
    out.print()
    out.print(Text.assemble("… ", shown(before), (shown(factoid.quote), "reverse"), shown(after), " …"))
    out.print()
    for field, account in _fields(line, document.text.content):
        out.print(Text.assemble((f"{field:<13}", "cyan"), shown(account)))


def _context(factoid: Factoid, document: Document) -> tuple[str, str]:
    content = document.text.content
    return content[max(0, factoid.start - CONTEXT) : factoid.start], content[
        factoid.end : factoid.end + CONTEXT
    ]


def _fields(line: DossierLine, content: str) -> Iterator[tuple[str, str]]:
    factoid = line.factoid
    values = {slot: getattr(factoid, slot) for slot in SLOTS} | {
        "date": factoid.date,
        "said_by": factoid.said_by,
    }
    for field in ("person", *values):
        if field == "person" or values[field] is not None:
            yield field, _account(factoid, field, values.get(field), content)
    for (_, name), span in zip(line.related, factoid.related_spans, strict=False):
        yield "related", f"{name}: {_words(span.of(content), span.start)}" if span else f"{name}: inferred"
    for mark in marks(line):
        yield "certainty", mark
    yield "read by", " with ".join(part for part in (factoid.reader, factoid.model) if part)
    yield "confidence", f"{factoid.confidence:.2f}"


def _account(factoid: Factoid, field: str, value: str | None, content: str) -> str:
    span, basis = factoid.spans.get(field), factoid.inference.get(field)
    found = [value] if value else []
    if span:
        found.append(_words(span.of(content), span.start))
    if basis or not span:
        found.append(f"inferred: {basis or 'no words of its own'}")
    return "; ".join(found)


def _words(words: str, at: int) -> str:
    return f"“{words}” at {at}"
