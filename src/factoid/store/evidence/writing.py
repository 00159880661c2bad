"""A source lands in the library: its text, its reading, and the persons it brings until they are linked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from factoid.errors import ReadingError
from factoid.model import (
    SLOTS,
    Document,
    Factoid,
    MentionForm,
    Persona,
    Reading,
    Source,
    When,
    json_of_factoid,
    shape_of_reading,
)
from factoid.store.evidence.rows import chunks
from factoid.store.folding import fold, join_blanks
from factoid.store.schema import tables

Row = dict[str, Any]
_WIDEST = (1 << 62) - 1  # SQLite's integers end a little further out


def check_fits(document: Document, reading: Reading) -> None:
    """Raise `ReadingError` unless the reading is one of this document and every quote stands in its text."""
    source, content = document.source, document.text.content
    if reading.source.content_sha256 != source.content_sha256 or reading.text_sha256 != document.text.sha256:
        raise ReadingError(f"{source.name}: the reading is of another text. Read the source again.")
    try:
        content.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ReadingError(
            f"{source.name}, character {error.start}: half a surrogate pair, which is no text. "
            "Open the source with its right encoding."
        ) from error
    if reading.segments not in ((), document.text.segments):
        raise ReadingError(f"{source.name}: the reading cuts the text otherwise. Read the source again.")
    place = 0
    for segment in document.text.segments:
        if not place <= segment.start <= segment.end <= len(content):
            raise ReadingError(f"{source.name}: the segment at {segment.start} overlaps or leaves the text.")
        place = segment.end
    known = {persona.id for persona in reading.personas}
    for factoid in reading.factoids:
        factoid.check(document.text)
        if strangers := {factoid.person, *factoid.related} - known:
            raise ReadingError(
                f"{source.name}: factoid {factoid.id} speaks of {min(strangers)}, not a persona."
            )


def insert_source(connection: Connection, document: Document, reading: Reading, *, at: str | None) -> int:
    """Write a new source with a name of its own; return its number. ``at``: when, where that is to be kept."""
    name, number = _free_name(connection, document.source.name)
    row = source_values(document, reading)
    row |= {"name": name, "stem": document.source.name, "number": number, "added": at}
    source_pk = connection.execute(insert(tables.source).values(row)).inserted_primary_key
    if source_pk is None:
        raise AssertionError("SQLite numbers its rows")
    return int(source_pk[0])


def update_source(
    connection: Connection, source_pk: int, document: Document, reading: Reading, *, at: str | None
) -> None:
    """Write what is known of a source anew; it keeps its short name and what a bibliography says of it."""
    source = tables.source
    described = connection.scalar(select(source.c.described).where(source.c.pk == source_pk))
    row = source_values(document, reading) | (described or {}) | {"changed": at}
    connection.execute(update(source).where(source.c.pk == source_pk).values(row))


def source_values(document: Document, reading: Reading) -> Row:
    """Return what the row of a source has of its evidence: all but its name, and what came from elsewhere."""
    source: Source = reading.source
    return {
        "id": source.id,
        "content_sha256": source.content_sha256,
        "origin": source.origin,
        "media_type": source.media_type,
        "title": source.title,
        "creator": source.creator,
        "published": source.published,
        "language": source.language,
        "encoding": source.encoding,
        "warnings": list(document.warnings),
        "notes": _notes(document, reading),
        "reader": reading.reader,
        "declined": dict(reading.declined),
        "persona_count": len(reading.personas),
        "factoid_count": len(reading.factoids),
    }


def _notes(document: Document, reading: Reading) -> list[str]:
    """Return what concerns the source as a whole: warnings, and findings that rest on no particular words."""
    notes = (finding.note for finding in reading.findings if finding.start == finding.end)
    return list(dict.fromkeys((*document.warnings, *notes)))


def _free_name(connection: Connection, stem: str) -> tuple[str, int]:
    """Return a name that no source has yet (stem, stem-2, …) and its number among those of the stem.

    Nor one that was taken out: it keeps its name, to be put back under it.
    """
    source, removal = tables.source, tables.removal
    last = connection.scalar(select(func.max(source.c.number)).where(source.c.stem == stem))
    number = (last or 0) + 1
    while True:
        name = stem if number == 1 else f"{stem}-{number}"
        given = select(source.c.name).where(source.c.name == name)
        kept = select(removal.c.name).where(removal.c.name == name, removal.c.restored.is_(None))
        if connection.scalar(given.union_all(kept)) is None:
            return name, number
        number += 1


def delete_evidence(connection: Connection, source_pk: int) -> None:
    """Delete the text and the reading of a source, but not the source itself nor any judgement."""
    evidence = (tables.factoid, tables.persona, tables.organisation, tables.place, tables.time)
    for table in (*evidence, tables.finding, tables.address, tables.segment, tables.text):
        connection.execute(delete(table).where(table.c.source_pk == source_pk))


def insert_evidence(
    connection: Connection,
    source_pk: int,
    document: Document,
    reading: Reading,
    *,
    persona_pks: Sequence[int] = (),
) -> None:
    """Write the text and the reading of a source; its personas under some numbers, if they had such and are back."""
    content = document.text.content
    data = shape_of_reading(reading)
    insert_rows(connection, tables.segment, _segment_rows(source_pk, document))
    insert_rows(connection, tables.text, [_text_row(source_pk, document)])
    pk_of_persona = _insert_personas(connection, source_pk, reading, persona_pks)
    insert_rows(connection, tables.persona_form, _form_rows(reading.personas, content, pk_of_persona))
    insert_rows(connection, tables.mention, _mention_rows(reading.personas, pk_of_persona))
    for table, key in ((tables.organisation, "organisations"), (tables.place, "places")):
        insert_rows(connection, table, _numbered(data[key], source_pk))
    times = (
        {"start": t["start"], "end": t["end"], "words": t["text"], "when": t["when"]} for t in data["times"]
    )
    insert_rows(connection, tables.time, _numbered(times, source_pk))
    insert_rows(connection, tables.finding, _numbered(data["findings"], source_pk))
    addresses = ({"key": key, "uri": uri} for key, uri in reading.addresses)
    insert_rows(connection, tables.address, _numbered(addresses, source_pk))
    insert_rows(connection, tables.factoid, _factoid_rows(reading, source_pk, pk_of_persona))


def insert_rows(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Insert rows some hundreds at a time."""
    for run in chunks(rows):
        connection.execute(insert(table), run)


def _numbered(rows: Iterable[Row], source_pk: int) -> Iterator[Row]:
    for position, row in enumerate(rows):
        yield {"source_pk": source_pk, "position": position, **row}


def _segment_rows(source_pk: int, document: Document) -> Iterator[Row]:
    content, place = document.text.content, 0
    for segment in document.text.segments:
        yield {
            "source_pk": source_pk,
            "start": segment.start,
            "end": segment.end,
            "kind": str(segment.kind),
            "why": segment.why,
            "repeats": segment.repeats,
            "before": content[place : segment.start],
            "words": segment.span.of(content),
        }
        place = segment.end


def _text_row(source_pk: int, document: Document) -> Row:
    content, segments = document.text.content, document.text.segments
    row = {"source_pk": source_pk, "sha256": document.text.sha256, "length": len(content)}
    row |= {"pages": [[page.start, page.label] for page in document.pages]}
    return row | {"tail": content[segments[-1].end if segments else 0 :]}


def _insert_personas(
    connection: Connection, source_pk: int, reading: Reading, pks: Sequence[int]
) -> dict[str, int]:
    persona = tables.persona
    numbers: Iterable[Row] = ({"pk": pk} for pk in pks) if pks else repeat({})
    rows = (
        {"id": p.id, "name": p.name, "gender": p.gender, "is_named": p.is_named, **number}
        for p, number in zip(reading.personas, numbers, strict=False)
    )
    try:
        insert_rows(connection, persona, _numbered(rows, source_pk))
    except IntegrityError as error:
        raise ReadingError(
            f"{reading.source.name}: a persona has the id of another one. "
            "Make the ids with persona_id, from the place of the first mention."
        ) from error
    found = connection.execute(select(persona.c.id, persona.c.pk).where(persona.c.source_pk == source_pk))
    return {row.id: row.pk for row in found}


def _mention_rows(personas: Iterable[Persona], pk_of_persona: dict[str, int]) -> Iterator[Row]:
    for persona in personas:
        pk = pk_of_persona[persona.id]
        for position, m in enumerate(persona.mentions):
            place = {"start": m.start, "end": m.end, "form": str(m.form)}
            yield {"persona_pk": pk, "position": position, **place}


_DETERMINERS = frozenset(
    ("the", "a", "an", "this", "that", "his", "her", "their", "my", "our", "your", "its")
)


def _form_rows(personas: Iterable[Persona], content: str, pk_of_persona: dict[str, int]) -> Iterator[Row]:
    """Yield the forms of each persona: how often the text uses it, and whether it is a proper name."""
    for persona in personas:
        pk = pk_of_persona[persona.id]
        used, as_name = _uses(persona, content)
        for position, form in enumerate(persona.forms):
            words = join_blanks(form)
            proper = words in as_name if words in used else persona.is_named and _reads_as_name(words)
            row = {"form": form, "key": fold(form), "is_name": proper, "times": used[words]}
            yield {"persona_pk": pk, "position": position, **row}


def _reads_as_name(words: str) -> bool:
    """Whether a form that no mention has to itself can be a name: *The wounded Chapaev* describes."""
    return not words[:1].islower() and words.partition(" ")[0].lower() not in _DETERMINERS


def _uses(persona: Persona, content: str) -> tuple[Counter[str], set[str]]:
    """Return how often the text mentions the persona in which words, and which of them are names."""
    used: Counter[str] = Counter()
    as_name: set[str] = set()
    for mention in persona.mentions:
        words = join_blanks(mention.span.of(content))
        used[words] += 1
        if mention.form is MentionForm.NAME:
            as_name.add(words)
    return used, as_name


def _factoid_rows(reading: Reading, source_pk: int, pk_of_persona: dict[str, int]) -> Iterator[Row]:
    for position, factoid in enumerate(reading.factoids):
        keys = {"source_pk": source_pk, "position": position, "persona_pk": pk_of_persona[factoid.person]}
        yield keys | columns_of_factoid(factoid)


def columns_of_factoid(factoid: Factoid) -> Row:
    """Return the row of a factoid but for what ties it to its source and persona."""
    shape = json_of_factoid(factoid)
    earliest, latest = days_of(factoid.when)
    detail = {"spans": shape["spans"], "inference": shape["inference"], "when": shape["when"]}
    row = {name: shape[name] for name in _FACTOID_COLUMNS}
    return row | {"edtf": shape["date"], "earliest": earliest, "latest": latest, "detail": detail}


_FACTOID_COLUMNS = (
    *SLOTS,
    *("id", "type", "quote", "start", "end", "related", "certainty", "said_by"),
    *("reader", "model", "confidence"),
)


def days_of(when: When | None) -> tuple[int | None, int | None]:
    """Return the days to filter by; times beyond what a column holds stand at its edge."""
    if when is None:
        return None, None
    earliest, latest = (
        None if day is None else max(-_WIDEST, min(_WIDEST, day)) for day in (when.earliest, when.latest)
    )
    return earliest, latest
