"""What is known of sources from elsewhere: bibliographies, and that personas share an address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from sqlalchemy import Connection, func, or_, select, update

from factoid.model import Anchor, Span
from factoid.store.folding import fold
from factoid.store.schema import tables

DESCRIBED = ("title", "creator", "published", "language")


def describe(connection: Connection, called: Sequence[str], fields: Mapping[str, str]) -> list[str]:
    """Write what a bibliography says of the sources called so, by name, address or else title; return their names."""
    source = tables.source
    columns = select(source.c.pk, source.c.name, source.c.title, source.c.described)
    found = connection.execute(
        columns.where(or_(source.c.name.in_(called), source.c.origin.in_(called))).order_by(source.c.pk)
    ).all()
    if not found:
        wanted = {fold(name) for name in called}
        titled = connection.execute(columns.where(source.c.title.is_not(None)).order_by(source.c.pk)).all()
        found = [row for row in titled if fold(row.title) in wanted]
    said = {name: fields[name] for name in DESCRIBED if name in fields}
    for row in found:
        values = {**said, "described": {**(row.described or {}), **said}}
        connection.execute(update(source).where(source.c.pk == row.pk).values(values))
    return [row.name for row in found]


def sharing_addresses(connection: Connection, beginning: str) -> list[list[Anchor]]:
    """Return where personas are first mentioned that have an address in common, one that begins so."""
    address, persona, mention, source = tables.address, tables.persona, tables.mention, tables.source
    first = (
        select(mention.c.persona_pk, func.min(mention.c.position).label("position"))
        .group_by(mention.c.persona_pk)
        .subquery()
    )
    several = (
        select(address.c.uri)
        .where(func.substr(address.c.uri, 1, len(beginning)) == beginning)
        .group_by(address.c.uri)
        .having(func.count() > 1)
    )
    wanted = (
        select(address.c.uri, source.c.id, mention.c.start, mention.c.end)
        .join(persona, persona.c.id == address.c.key)
        .join(source, source.c.pk == persona.c.source_pk)
        .join(first, first.c.persona_pk == persona.c.pk)
        .join(
            mention,
            (mention.c.persona_pk == persona.c.pk) & (mention.c.position == first.c.position),
        )
        .where(address.c.uri.in_(several))
        .order_by(address.c.uri, persona.c.pk)
    )
    rows = connection.execute(wanted).all()
    return [
        [Anchor(row.id, Span(row.start, row.end)) for row in group]
        for _, group in groupby(rows, key=lambda row: row.uri)
    ]
