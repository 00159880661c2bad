"""Veils over the words that speak of protected persons: in texts, quotes, fields, and the lines on other persons.

A source's veils are made anew only when who is hidden in it, or what was read in it, has changed.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select

from factoid.model import SLOTS, Factoid, Span
from factoid.store.evidence.rows import HIDDEN, chunks, document_of, factoid_of, factoid_rows
from factoid.store.evidence.writing import columns_of_factoid, insert_rows
from factoid.store.people.persons import members_of, summary_of_members
from factoid.store.protection.veiling import blacked_out, joined, pattern_of, sentences_around, without
from factoid.store.schema import tables, veil_tables

_VEILED = (veil_tables.veil, veil_tables.veiled_entity)
_COLUMNS = ("quote", *SLOTS, "said_by", "related", "detail")


@dataclass(frozen=True, slots=True)
class _Hidden:
    """What is hidden in one source."""

    pks: frozenset[int]  #: of personas
    ids: frozenset[str]
    names: re.Pattern[str] | None


def veil_sources(connection: Connection, whole: set[int], names: Mapping[int, Sequence[str]]) -> bool:
    """Make the veils of every source anew in which something else is hidden than before; say whether any was."""
    source, kept = tables.source, veil_tables.hidden_source
    known = {row.source_pk: row.mark for row in connection.execute(select(kept.c.source_pk, kept.c.mark))}
    wanted = {pk: _mark(connection, pk, names.get(pk, ()), is_whole=pk in whole) for pk in {*names, *whole}}
    for run in chunks(pk for pk in known if known[pk] != wanted.get(pk)):
        forget_veils(connection, run)
    for pk in sorted(pk for pk in wanted if known.get(pk) != wanted[pk]):
        row = connection.execute(select(source).where(source.c.pk == pk)).one()
        is_whole, pattern = pk in whole, pattern_of(names.get(pk, ()))
        hides = bool(pattern and pattern.search(row.creator or ""))
        values = {"source_pk": pk, "mark": wanted[pk], "is_whole": is_whole, "hides_creator": hides}
        connection.execute(insert(kept).values(values))
        if not is_whole:
            _veil_source(connection, row, pattern)
    return known != wanted


def _mark(connection: Connection, source_pk: int, names: Sequence[str], *, is_whole: bool) -> str:
    """Return what stands for who is hidden in a source and for what was read in it."""
    factoid, hidden, persona = tables.factoid, veil_tables.hidden_persona, tables.persona
    told = connection.execute(
        select(func.count(), func.max(factoid.c.pk)).where(factoid.c.source_pk == source_pk)
    ).one()
    own = connection.scalars(
        select(hidden.c.persona_pk)
        .join(persona, persona.c.pk == hidden.c.persona_pk)
        .where(persona.c.source_pk == source_pk)
        .order_by(hidden.c.persona_pk)
    ).all()
    return hashlib.sha256(json.dumps([is_whole, *told, list(own), list(names)]).encode()).hexdigest()[:32]


def forget_veils(connection: Connection, source_pks: Sequence[int]) -> None:
    """Take every veil off some sources."""
    for table in (*_VEILED, veil_tables.hidden_source):
        connection.execute(delete(table).where(table.c.source_pk.in_(source_pks)))
    for table, key, base in (
        (veil_tables.veiled_segment, "segment_pk", tables.segment),
        (veil_tables.veiled_factoid, "factoid_pk", tables.factoid),
    ):
        own = select(base.c.pk).where(base.c.source_pk.in_(source_pks))
        connection.execute(delete(table).where(table.c[key].in_(own)))


def _veil_source(connection: Connection, row: Row[Any], pattern: re.Pattern[str] | None) -> None:
    hidden = _hidden_in(connection, row.pk, pattern)
    document = document_of(connection, row)
    content = document.text.content
    factoids = list(connection.execute(factoid_rows().where(tables.factoid.c.source_pk == row.pk)))
    named = [*_mentions(connection, row.pk, hidden.pks), *_named(connection, row.pk, content, hidden)]
    spoken = [Span(f.start, f.end) for f in factoids if _tells(f, hidden)]
    touched = joined([*named, *spoken])
    veils = joined(
        Span(segment.start + found.start, segment.start + found.end)
        for segment, at in _in_segments(document.text.segments, touched)
        for found in [sentences_around(segment.span.of(content), at.start, at.end)]
    )
    veils = joined([*veils, *touched])
    if not veils:
        return
    connection.execute(insert(veil_tables.veil), [{"source_pk": row.pk, **s._asdict()} for s in veils])
    dark = blacked_out(content, veils)
    _veil_segments(connection, row.pk, veils, dark)
    _veil_factoids(connection, factoids, hidden, joined(named), dark)
    _veil_entities(connection, row.pk, veils)


def _hidden_in(connection: Connection, source_pk: int, pattern: re.Pattern[str] | None) -> _Hidden:
    hidden, persona = veil_tables.hidden_persona, tables.persona
    own = select(persona.c.pk, persona.c.id).join(hidden).where(persona.c.source_pk == source_pk)
    found = connection.execute(own).all()
    return _Hidden(frozenset(r.pk for r in found), frozenset(r.id for r in found), pattern)


def _mentions(connection: Connection, source_pk: int, pks: frozenset[int]) -> list[Span]:
    """Return where the hidden personas are mentioned, by pronouns and descriptions too."""
    mention, persona = tables.mention, tables.persona
    wanted = select(mention.c.persona_pk, mention.c.start, mention.c.end).join(persona)
    rows = connection.execute(wanted.where(persona.c.source_pk == source_pk))
    return [Span(r.start, r.end) for r in rows if r.persona_pk in pks]


def _named(connection: Connection, source_pk: int, content: str, hidden: _Hidden) -> Iterator[Span]:
    """Yield where the text has the name of a hidden persona, but for mentions of somebody visible."""
    if hidden.names is None:
        return
    mention, persona = tables.mention, tables.persona
    wanted = select(mention.c.start, mention.c.end).join(persona).where(persona.c.source_pk == source_pk)
    visible = {
        place
        for start, end in connection.execute(wanted.where(persona.c.pk.not_in(hidden.pks)))
        for place in range(start, end)
    }
    for found in hidden.names.finditer(content):
        if not all(place in visible for place in range(*found.span())):
            yield Span(*found.span())


def _tells(row: Row[Any], hidden: _Hidden) -> bool:
    return row.persona_pk in hidden.pks or not hidden.ids.isdisjoint(row.related)


def _in_segments(segments: Sequence[Any], touched: Sequence[Span]) -> Iterator[tuple[Any, Span]]:
    """Yield each segment that a stretch touches, with the stretch as it lies in the segment's words."""
    at = 0
    for segment in segments:
        while at < len(touched) and touched[at].end <= segment.start:
            at += 1
        here = at
        while here < len(touched) and touched[here].start < segment.end:
            span = touched[here]
            yield (
                segment,
                Span(
                    max(span.start, segment.start) - segment.start, min(span.end, segment.end) - segment.start
                ),
            )
            here += 1


def _veil_segments(connection: Connection, source_pk: int, veils: Sequence[Span], dark: str) -> None:
    segment = tables.segment
    found = connection.execute(select(segment).where(segment.c.source_pk == source_pk))
    rows = []
    for row in found:
        span = Span(row.start - len(row.before), row.end)
        if any(veil.overlaps(span) for veil in veils):
            before, words = dark[span.start : row.start], dark[row.start : row.end]
            rows.append({"segment_pk": row.pk, "before": before, "words": words})
    insert_rows(connection, veil_tables.veiled_segment, rows)


def _veil_factoids(
    connection: Connection, rows: Sequence[Row[Any]], hidden: _Hidden, named: Sequence[Span], dark: str
) -> None:
    """Write what is shown of statements on others whose words or fields speak of somebody hidden."""
    veiled = []
    for row in rows:
        if row.persona_pk in hidden.pks:
            continue
        shown = _veiled(factoid_of(row), hidden, named, dark)
        columns = columns_of_factoid(shown)
        columns["related"] += [HIDDEN] * len(hidden.ids.intersection(row.related))
        kept = {name: columns[name] for name in _COLUMNS}
        if any(kept[name] != row._mapping[name] for name in _COLUMNS):
            veiled.append({"factoid_pk": row.pk, **kept})
    insert_rows(connection, veil_tables.veiled_factoid, veiled)


def _veiled(factoid: Factoid, hidden: _Hidden, named: Sequence[Span], dark: str) -> Factoid:
    def field(slot: str) -> Any:
        words: str | None = getattr(factoid, slot)
        shown = without(words, hidden.names)
        span = factoid.spans.get(slot)
        if shown == words and span and any(span.overlaps(name) for name in named):
            return None
        return shown

    spans = factoid.related_spans or (None,) * len(factoid.related)
    pairs = zip(factoid.related, spans, strict=True)
    left = [(who, span) for who, span in pairs if who not in hidden.ids]
    when = factoid.when and replace(factoid.when, words=without(factoid.when.words, hidden.names) or "")
    quote = dark[factoid.start : factoid.end] if factoid.start < factoid.end else factoid.quote
    return replace(
        factoid,
        quote=quote,
        **{slot: field(slot) for slot in (*SLOTS, "said_by")},
        related=tuple(who for who, _ in left),
        related_spans=tuple(span for _, span in left),
        when=when,
        inference={k: without(v, hidden.names) or "" for k, v in factoid.inference.items()},
    )


def _veil_entities(connection: Connection, source_pk: int, veils: Sequence[Span]) -> None:
    """Hide the bodies and places that nothing but veiled words mention."""
    rows = []
    for kind, table in (("organisation", tables.organisation), ("place", tables.place)):
        wanted = select(table.c.position, table.c.mentions).where(table.c.source_pk == source_pk)
        for position, mentions in connection.execute(wanted):
            spans = [Span(*pair) for pair in mentions]
            if spans and all(any(veil.overlaps(span) for veil in veils) for span in spans):
                rows.append({"source_pk": source_pk, "kind": kind, "position": position})
    insert_rows(connection, veil_tables.veiled_entity, rows)


def veil_persons(connection: Connection) -> None:
    """Write the lines of the visible persons of whom some sources, or some statements, are hidden."""
    hidden, member, person = veil_tables.hidden_persona, tables.person_member, tables.person
    is_hidden = member.c.persona_pk.in_(select(hidden.c.persona_pk))
    partly = set(connection.scalars(select(member.c.person_pk).where(is_hidden)))
    partly |= _touched_persons(connection)
    connection.execute(delete(veil_tables.veiled_person))
    rows = []
    for run in chunks(sorted(partly), 500):
        shown = select(member.c.person_pk, member.c.persona_pk).where(member.c.person_pk.in_(run), ~is_hidden)
        groups: dict[int, list[int]] = {}
        for person_pk, persona_pk in connection.execute(shown):
            groups.setdefault(person_pk, []).append(persona_pk)
        members = {m.pk: m for m in members_of(connection, (pk for pks in groups.values() for pk in pks))}
        whole = {r.pk: r for r in connection.execute(select(person).where(person.c.pk.in_(list(groups))))}
        for person_pk, pks in groups.items():
            line = summary_of_members([members[pk] for pk in pks])
            line["factoids"] = min(line["factoids"], whole[person_pk].factoids)
            rows.append({"person_pk": person_pk, **line})
    insert_rows(connection, veil_tables.veiled_person, rows)


def _touched_persons(connection: Connection) -> set[int]:
    """Return the persons with a veiled statement, and those whom a hidden statement names besides its own."""
    member, factoid, persona = tables.person_member, tables.factoid, tables.persona
    hidden, veiled = veil_tables.hidden_persona, veil_tables.veiled_factoid
    own = select(member.c.person_pk).join(factoid, factoid.c.persona_pk == member.c.persona_pk)
    found = set(connection.scalars(own.join(veiled, veiled.c.factoid_pk == factoid.c.pk)))
    related = select(factoid.c.related).where(factoid.c.persona_pk.in_(select(hidden.c.persona_pk)))
    others = {who for ids in connection.scalars(related) for who in ids}
    wanted = select(member.c.person_pk).join(persona, persona.c.pk == member.c.persona_pk)
    for run in chunks(sorted(others)):
        found |= set(connection.scalars(wanted.where(persona.c.id.in_(run))))
    return found
