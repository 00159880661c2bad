"""``factoid explain``."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

import typer
from rich.text import Text

from factoid.chronology.result import EventTime
from factoid.cli.libraries import opened
from factoid.cli.options import DEFAULT_LIBRARY, Format, FormatOption, LibraryOption
from factoid.cli.output import print_json, shown, terminal
from factoid.cli.wording import marks
from factoid.errors import UsageError
from factoid.exchange import Json, json_of_damage, json_of_event_time, label_of, sentence_of
from factoid.model import SLOTS, Document, DossierLine, Factoid, json_of_factoid, page_at
from factoid.pipeline.damage import damage_of
from factoid.pipeline.lives import Life, life_of
from factoid.pipeline.times import reasons_of
from factoid.resources.catalogue import catalogue_of


class Happening(StrEnum):
    """What happens to a person once."""

    BIRTH = "birth"
    DEATH = "death"
    BURIAL = "burial"


CONTEXT = 160  #: characters of the text on either side of the quote


def explain(
    subject: Annotated[
        str,
        typer.Argument(
            metavar="FACTOID|PERSON", show_default=False, help="An id that `show` prints, or a person."
        ),
    ],
    event: Annotated[
        Happening | None,
        typer.Argument(metavar="[birth|death|burial]", show_default=False, help="Whose date of a person."),
    ] = None,
    *,
    library: LibraryOption = DEFAULT_LIBRARY,
    form: FormatOption = Format.TEXT,
) -> None:
    """Explain a factoid or a date: the words, where each field comes from, damage to them, and why it was then.

    With birth, death or burial, explain between which days that was for a person, stated or not.

    \b
    Examples
      factoid explain f-0123456789abcdef
      factoid explain "Anna Kowalska" birth
      factoid explain f-0123456789abcdef --format json
    """
    with opened(library) as shelf:
        if event is not None:
            life = life_of(shelf, subject)
            _explain_date(life, event, form)
            return
        if not subject.startswith("f-"):
            raise UsageError(
                f"{subject}: say which date of a person to explain (birth, death or burial), or name a factoid by its "
                "id, which `show` prints."
            )
        line = shelf.factoid(subject)
        document = shelf.document(line.source)
        life = life_of(shelf, line.factoid.person)
        damage = damage_of(shelf, [line]).get(line.factoid.id, ())
    time = life.chronology.times.get(line.factoid.id)
    if form is Format.JSON:
        told = {"time": json_of_event_time(time) if time else None, "damage": json_of_damage(damage)}
        print_json({**_json(line, document), **told})
    else:
        _print(line, document)
        for finding in damage:
            terminal().print(
                Text.assemble((f"{'damage':<13}", "cyan"), shown(f"{finding.kind}: {finding.note}"))
            )
        if time:
            _print_time(time)


def _explain_date(life: Life, event: Happening, form: Format) -> None:
    summary = life.dossier.summary
    time = life.times.get(str(event), EventTime())
    if form is Format.JSON:
        person = {"person": summary.id, "person_name": summary.name, "event": str(event)}
        print_json({**person, "time": json_of_event_time(time)})
        return
    terminal().print(Text(f"{shown(summary.name)}: {event}", style="bold"))
    _print_time(time)


def _print_time(time: EventTime) -> None:
    out = terminal()
    out.print()
    reasons = tuple(reasons_of(time, catalogue_of()))
    for bound, steps in reasons:
        out.print(Text.assemble((f"{bound}, because", "cyan")))
        for step in steps:
            out.print(Text(f"  {shown(step.sentence)}"))
    if not reasons:
        out.print("Nothing that was read bounds the time.")


def _json(line: DossierLine, document: Document) -> Json:
    before, after = _context(line.factoid, document)
    return {
        **json_of_factoid(line.factoid),
        "source": line.source,
        "title": document.source.title,
        "page": page_at(document.pages, line.factoid.start),
        "before": before,
        "after": after,
        "related_persons": [{"id": person, "name": name} for person, name in line.related],
        "verdict": str(line.verdict) if line.verdict else None,
    }


def _print(line: DossierLine, document: Document) -> None:
    factoid, out = line.factoid, terminal()
    before, after = _context(factoid, document)
    title = document.source.title
    page = page_at(document.pages, factoid.start)
    out.print(Text(f"{label_of(line)}: {shown(sentence_of(line))}", style="bold"))
    out.print(
        Text(
            shown(
                f"{line.source}, {f'{page}, ' if page else ''}characters {factoid.start} to {factoid.end}"
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
